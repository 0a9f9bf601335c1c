// What a page may do with the element <downhill-figure>: its types, which are shipped with it.
import type { Reading, RunTable } from "./contract.js";

/** A figure's state, for JSON: `setState` leads back to it, in any later version. */
export interface SavedState {
  version: 1;
  /** The address's query: experiment, changes made during the run, what is shown. Left out where it would be too long. */
  query?: string;
  /** The experiment as a text of JSON, where the query would be too long. */
  experiment?: string;
  /** The number of updates made. */
  iteration: number;
}

/** What a picture is to be. */
export interface ImageOptions {
  /** `png` (as usual) or `svg`. */
  format?: "png" | "svg";
  /** The picture: `curve`, `derivative`, `map`, `surface`, `heights`, `boundary`, `diagram`, `chart`; the first that is shown, if left out. */
  view?: string;
  /** Its size in CSS pixels, from 16 to 4096; as it is shown, if left out. */
  width?: number;
  height?: number;
  /** The pixels of a PNG for each CSS pixel, from 0.5 to 4; 2, if left out. */
  scale?: number;
}

/** The calls that wait for the figure: before it is there, they fetch it. They fail if it cannot be shown. */
export interface Calls {
  /** Begins to make steps. As by its button: where the reader prefers less motion, a single one. */
  play(): Promise<void>;
  /** Stops at once. */
  pause(): Promise<void>;
  /** Makes so many steps, 1 to 1000. */
  stepForward(count?: number): Promise<void>;
  /** Goes back by so many steps. */
  stepBack(count?: number): Promise<void>;
  /** Goes to the state after so many updates, which may not have been made yet. */
  seek(iteration: number): Promise<void>;
  /** Goes back to the start. */
  reset(): Promise<void>;
  getState(): Promise<SavedState>;
  setState(state: SavedState): Promise<void>;
  /** What is to be seen, in words. */
  describe(): Promise<string>;
  /** The run so far: a row for each step, of a long run for every second, fourth … step. */
  table(): Promise<RunTable>;
  /** The same as CSV. */
  toCSV(): Promise<string>;
  /** One of the pictures, as it is now. */
  toImage(options?: ImageOptions): Promise<Blob>;
}

/** The events, and what each tells in its `detail`. */
export interface Events {
  /** The figure is there. */
  ready: null;
  /** Another step is shown; at most ten times a second, and the last one always. */
  step: { iteration: number; numbers: Reading[] };
  play: null;
  pause: null;
  /** The run has come to rest in a minimum. */
  converged: { iteration: number };
  /** Its numbers are no longer finite. */
  diverged: { iteration: number };
  /** The goal of the key `goal` is reached, at this step first. */
  goal: { iteration: number };
  /** The address is another. */
  change: { query: string };
  /** The figure cannot be shown. */
  error: { why: string };
}

/** The element `<downhill-figure>`. Its attributes are the keys of an address, and those of `Attributes`. */
export interface DownhillFigureElement extends HTMLElement, Calls {
  /** The address's query: it tells all that a figure shows. */
  query: string;
  /** The value of one of the address's keys, as its control shows it. */
  get(key: string): string | null;
  /** Sets one of the address's keys, as its control does. What cannot be done throws. */
  set(key: string, value: string | number | boolean): void;
  addEventListener<K extends keyof Events>(
    type: K,
    listener: (event: CustomEvent<Events[K]>) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** The attributes beside the keys: how the element behaves and looks. */
export interface Attributes {
  /** A whole address's query. */
  query?: string;
  /** `eager`: the figure is fetched at once, not when it comes near the screen. */
  loading?: "eager" | "lazy";
  /** `all`, `none`, or names of controls with spaces between them: `play back step reset undo timeline scenes theme share present text tabs settings`. */
  controls?: string;
  /** `visible`: it plays by itself when it is seen; never where the reader prefers less motion. */
  autoplay?: "off" | "visible";
  /** `steps`: one can go through the run only; `none`: it is a picture. */
  interact?: "full" | "steps" | "none";
  /** Width to height, such as `16/9`: the element has this shape from the start. */
  ratio?: string;
  /** One picture alone, such as `surface`. */
  view?: string;
  /** The address of a Downhill site: links and frames that are shared lead there, not to where the element's files lie. */
  home?: string;
  /** `host`: texts in the font and size of the page around it. */
  font?: "own" | "host";
}

declare global {
  interface HTMLElementTagNameMap {
    "downhill-figure": DownhillFigureElement;
  }
}
