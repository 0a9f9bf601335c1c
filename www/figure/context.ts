// What the templates and the handlers of a figure share.
import { guard } from "lit-html/directives/guard.js";
import type { Mode, Probed, State } from "../contract.js";
import type { Figure } from "./module/module.js";
import type { Speech, Values } from "./texts/language.js";

/** What is pointed at: the view, the point (none: where the keyboard begins), and by what. */
export interface Asked {
  view: string;
  x?: number;
  y?: number;
  by: "mouse" | "touch" | "keyboard";
}

/** What a link for a class is to have. */
export interface ClassLink {
  /** The keys of what pupils cannot change; `all` for whatever makes the run another. */
  lock: string[];
  /** What is to be reached: `loss`, `test_loss`, `lowest`; empty for nothing. */
  target: string;
  /** Below which number, in how many steps, and from which seed, as they are typed. */
  below: string;
  within: string;
  seed: string;
  /** The code that is looked up. */
  code: string;
  /** Whether the QR code fills the screen. */
  large: boolean;
}

/** What is to be shared: from which step on, which picture alone (none: all), at which size; and how that went. */
export interface Sharing {
  at: boolean;
  view: string;
  width: number;
  height: number;
  /** The text that was copied last, by its name; and what could not be done, in words. */
  copied: string;
  problem: string;
  group: ClassLink;
}

/** A step on a handout: its picture, and what is said of it. */
export interface Still {
  picture: Node;
  caption: string;
}

/** A part of the facts. */
export type Drawer = "four_steps" | "numbers" | "kept";

/** What the page itself remembers of a figure: what is opened, enlarged, typed, pointed at. */
export interface Ui {
  /** The tab that is open; the pictures that are in sight where there are tabs. */
  tab: string;
  enlarged: boolean;
  /** The part of the facts that is open beside the pictures, where they are beside each other. */
  drawer: Drawer | "";
  /** Where they are, which picture of two weights' losses is shown. */
  landscape: "surface" | "map";
  more: boolean;
  /** What could not be done, in words. */
  problem: string;
  /** What a control is for, where no mouse can ask it. */
  hint: string;
  copied: boolean;
  /** What the dialogue to share it has been told, while it is open. */
  sharing: Sharing | undefined;
  /** Whether the list of keys is open, and whether single keys do something. */
  keys: boolean;
  singleKeys: boolean;
  /** In presenter mode: whether the screen is blank, and whether the mouse has moved. */
  blank: boolean;
  stirred: boolean;
  dragging: boolean;
  /** The picture that the dialogue of tables shows in numbers, or `run`, while it is open. */
  table: string | undefined;
  /** Whether steps are heard. */
  sound: boolean;
  /** Whether it is drawn for paper. */
  printing: boolean;
  /** The stills of a handout that is to be printed; none: the page is. */
  handout: Still[];
  typing: boolean;
  asked: Asked | undefined;
  probed: Probed | null;
}

export interface Context {
  readonly figure: Figure;
  readonly state: State;
  readonly ui: Ui;
  /** Grows whenever something has changed that no group of the state tells. */
  readonly revision: number;
  readonly root: ShadowRoot;
  /** Ends with the figure. */
  readonly ended: AbortSignal;
  /** The language that it speaks. */
  readonly speech: Speech;
  /** The text of a key, with its values; empty if there is none. */
  text(key: string, values?: Values): string;
  /** Does what was asked for; what cannot be done is said and changes nothing. */
  attempt(action: () => void): void;
  /** Does what is not worth saying. */
  run(action: () => void): void;
  /** Says what could not be done. */
  say(problem: string): void;
  /** Shows anew what the page remembers. */
  update(change?: Partial<Ui>): void;
  /** Shows what has changed of the state, or of what is pointed at. */
  render(): void;
  /** Remembers that something is dragged until it is let go. */
  drag(): void;
  /** Shows one of the tabs. */
  open(tab: string): void;
  /** Lets go of what was dragged. */
  drop(): void;
  /** Tells the address. */
  settle(): void;
  /** Closes what is open: an answer at a pointer, an enlarged picture. Whether something was. */
  close(): boolean;
  /** Does what a key is for. Whether it is for anything. */
  press(event: KeyboardEvent): boolean;
}

/** Renders a region only when one of the groups that it shows has changed. */
export function region(it: Context, groups: unknown[], template: () => unknown): unknown {
  return guard([it.revision, ...groups], template);
}

/** Whether a mode is one of those named. */
export function among(it: Context, ...modes: Mode[]): boolean {
  return modes.includes(it.state.scene.mode);
}

/** An element of the figure's own. */
export function one<E extends HTMLElement>(it: Context, selector: string): E {
  const found = it.root.querySelector<E>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
}

/** How much larger an element is shown than it is laid out, as on a slide that fills a screen. */
export function scaleOf(element: HTMLElement): number {
  const scale = element.getBoundingClientRect().width / parseFloat(getComputedStyle(element).width);
  // A browser rounds both a little.
  return Math.round(1000 * scale) / 1000 || 1;
}

/** Where an event is on an element, in its own CSS pixels, also if it is shown larger. */
export function at(event: MouseEvent, element = event.currentTarget as HTMLElement) {
  const { left, top } = element.getBoundingClientRect();
  const scale = scaleOf(element);
  return { x: (event.clientX - left) / scale, y: (event.clientY - top) / scale };
}
