// The types of what passes between the page and the WebAssembly module.

/** Values by key. */
export type ByKey<V> = Record<string, V>;

/** A piece of a sentence, and the mark it stands for; empty for none. */
export interface Piece {
  text: string;
  sign: string;
}

/** `network`, `neuron`, or a function with its curve, `line`, or with its surface, `plane`. */
export type Mode = "network" | "neuron" | "line" | "plane";

/** The state as the page shows it, in groups. */
export interface State {
  scene: { id: string; mode: Mode; parts: string[]; play: string };
  playback: {
    playing: boolean;
    filling: boolean;
    predicting: boolean;
    diverged: boolean;
    can_undo: boolean;
    can_halve: boolean;
  };
  timeline: { at: number; furthest: number; rose: number | null; text: string };
  steps: { words: Piece[]; line: string; values: number[]; lit: boolean }[];
  chain_rule: {
    title: Piece[];
    rows: { key: string; sign: string; name: Piece[]; text: string; value: number | null }[];
  } | null;
  sentence: Piece[];
  numbers: { key: string; text: string; value: number; sign: string }[];
  notes: ByKey<Piece[]>;
  controls: ByKey<string>;
  sliders: ByKey<{ place: number; places: number; text: string }>;
  options: {
    scenes: string[];
    choices: ByKey<string[]>;
    functions: { id: string; name: string; dim: number }[];
    races: [string, string][];
  };
  features: { formula: string; label: string; on: boolean }[];
  hyperparameters: { key: string; value: number; means: string }[];
  layers: {
    each: { x: number; units: number; activation: string; more: boolean; fewer: boolean }[];
    room: number;
    tight: boolean;
    more: boolean;
    fewer: boolean;
    most_layers: number;
    most_units: number;
  } | null;
  weights: string[];
  epoch: { visits: [number, number]; sees_all: boolean };
  function: {
    id: string;
    conditioned: boolean;
    domain: string[];
    spots: { sign: string; name: string; place: string; value: string }[];
  };
  step_size_scale: {
    places: { end: string; title: string }[];
    label: string;
    overshoots: number | null;
    settles: number | null;
  };
  racers: {
    sign: string;
    mark: string;
    name: string;
    height: string;
    told: string;
    x: number[];
    value: number;
  }[];
  kept: {
    runs: {
      sign: string;
      mark: string;
      name: string;
      numbers: string[];
      values: number[];
      told: string;
    }[];
    share: string;
  };
  edits: string[];
  painting: { curve: boolean; tool: string; tools: [string, Piece[]][] } | null;
  table: { told: string; columns: [string, string][]; classes: boolean; either: boolean } | null;
  theme: { id: string; colours: ByKey<string> };
  query: string | null;
  problems: string[];
}

/** What is under a point of a picture. */
export interface Probed {
  title: string;
  rows: { name: Piece[]; text: string; value: number | null }[];
  x: number;
  y: number;
  mark_x: number;
  mark_y: number;
  left: boolean;
  above: boolean;
  upright: [number, number] | null;
}

/** A side by side pair of MathML, left and right of the equals sign; null if it is too long. */
export type Equation = [string, string | null];

/** A rule, and what it is used on and comes to, in MathML. */
export type Derivation = [string, string, string];

/** A figure in the WebAssembly module: one run or ball, its pictures, its frame loop. */
export interface Figure {
  free(): void;
  /** Forgets the figure without freeing its memory. */
  __destroy_into_raw(): number;
  listen(listener: (changes: Partial<State>) => void): void;
  place(
    view: string,
    canvas: HTMLCanvasElement,
    width: number,
    height: number,
    ratio: number,
    text: number,
  ): void;
  draw(): void;
  setVisible(visible: boolean): void;
  setPrinting(printing: boolean): void;
  setSystemTheme(id: string): void;
  state(): State;
  equations(): Equation[];
  written(): { equations: Equation[]; steps: Derivation[][] };
  check(text: string): { message: string; from: number; to: number } | null;
  probe(view: string, x?: number, y?: number): Probed | null;
  exports(): [string, string][];
  export(id: string): string;
  play(): void;
  pause(): void;
  step(): void;
  stepBack(): void;
  seek(iteration: number): void;
  part(): void;
  reset(): void;
  newStart(): void;
  undo(): void;
  halve(): void;
  removeEdit(index: number): void;
  keep(): void;
  openKept(index: number): void;
  pickKept(x: number, y: number): void;
  dropKept(index: number): void;
  set(key: string, value: string): void;
  setPlace(key: string, place: number): void;
  toggleFeature(formula: string): void;
  setUnits(layer: number, text: string): void;
  addUnits(layer: number, by: number): void;
  setActivation(layer: number, id: string): void;
  addLayer(more: boolean): void;
  setCsv(text: string): void;
  openFile(bytes: Uint8Array): void;
  chooseColumn(column: number, role: string): void;
  chooseClasses(classes: boolean): void;
  grab(view: string, x: number, y: number): boolean;
  letGo(): void;
  placeBall(view: string, x: number, y: number): void;
  moveBall(right: number, up: number): void;
  zoom(view: string, x: number, y: number, closer: boolean): void;
  turn(right: number, down: number): void;
  turnBack(): void;
  pick(x: number, y: number): void;
  pickSample(x: number, y: number): void;
  moveWeight(places: number): void;
  paint(on: boolean): void;
  paintWith(tool: string): void;
  beginStroke(x: number, y: number): void;
  strokeTo(x: number, y: number): void;
  endStroke(): void;
  moveCross(right: number, up: number): void;
  dab(): void;
  eraseNearest(): void;
  clearPainted(): void;
  paintOther(): void;
}

/** The bindings of the module, as wasm-bindgen makes them. */
export interface Module {
  default(): Promise<unknown>;
  texts(): ByKey<string>;
  keys(): string[];
  Figure: new (query: string) => Figure;
}
