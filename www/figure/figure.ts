// The figure itself, which the element fetches when it is wanted: what it shows in itself.
import type { Module } from "../contract.js";
import { isOurs, leave, load } from "./module.js";
import { bounds } from "./sizes.js";
import base from "./styles/base.css";
import controls from "./styles/controls.css";
import facts from "./styles/facts.css";
import media from "./styles/media.css";
import narrow from "./styles/narrow.css";
import stage from "./styles/stage.css";
import wide from "./styles/wide.css";
import { View } from "./view.js";

let sheets: CSSStyleSheet[] | undefined;

/** The styles, shared by all figures of a page. */
function styles(): CSSStyleSheet[] {
  sheets ??= [base, stage, facts, controls, wide, narrow, media].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  return sheets;
}

/** The element, as far as its figure needs it. */
export interface Owner extends HTMLElement {
  /** The query that its attributes, its properties and the calls so far amount to. */
  asked(known: () => Set<string>): string;
  /** The address's query is another. */
  queried(query: string): void;
  /** Shows the figure in the place of what stands inside the element, or that again and why. */
  show(figure: boolean, why?: string, again?: () => void): void;
}

const STOPPED = "The figure has stopped by a fault of its own. It can begin again where it was.";

const shown = new Set<Shown>();

/** Shows a figure in an element, until the signal. */
export async function start(owner: Owner, root: ShadowRoot, signal: AbortSignal): Promise<Shown> {
  const module = await load();
  signal.throwIfAborted();
  const figure = new Shown(owner, root, module, signal);
  shown.add(figure);
  signal.addEventListener("abort", () => {
    shown.delete(figure);
    figure.end();
  });
  return figure;
}

/** A figure that is shown in an element. */
export class Shown {
  view: View | undefined;
  private readonly place = document.createElement("div");

  constructor(
    private readonly owner: Owner,
    private readonly root: ShadowRoot,
    private module: Module,
    signal: AbortSignal,
  ) {
    this.place.className = "box";
    root.append(this.place);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...styles()];
    bounds(owner, this.place, signal);
    this.begin(owner.asked(() => keys(module)));
  }

  /** Shows what a query asks for, from its start. */
  begin(query: string): void {
    this.view?.free();
    const host = {
      queried: (query: string) => this.owner.queried(query),
      trapped: (error: WebAssembly.RuntimeError) => void recover(error, this),
    };
    this.view = new View(this.root, this.place, host, this.module, query);
    this.owner.show(true);
  }

  get(key: string): string | null {
    return this.view?.state.controls[key] ?? null;
  }

  set(key: string, value: string): void {
    this.view?.figure.set(key, value);
  }

  /** Follows an attribute, if it is one of the address's keys; what cannot be done is said. */
  attribute(name: string, value: string): void {
    if (keys(this.module).has(name)) this.view?.attempt(() => this.set(name, value));
  }

  /** Lets go of a view whose module has stopped; returns its last good address. */
  abandon(): string {
    const { saved = "" } = this.view ?? {};
    this.view?.abandon();
    this.view = undefined;
    return saved;
  }

  /** Begins in another instance of the module. */
  restore(module: Module, query: string): void {
    this.module = module;
    this.begin(query);
  }

  end(): void {
    this.view?.free();
    this.place.remove();
    this.root.adoptedStyleSheets = this.root.adoptedStyleSheets.filter(
      (it) => !styles().includes(it),
    );
  }

  /** Says that it has stopped, and waits for a press. */
  fail(query: string): void {
    this.owner.show(
      false,
      STOPPED,
      () => void load().then((module) => this.restore(module, query)),
    );
  }
}

const known = new WeakMap<Module, Set<string>>();

/** The keys of an address, as the module tells them. */
function keys(module: Module): Set<string> {
  const names = known.get(module) ?? new Set(module.keys());
  known.set(module, names);
  return names;
}

/** A fault in a frame is seen here; whose it was, by who moved. */
addEventListener("error", ({ error }) => {
  if (!isOurs(error)) return;
  const moved = ({ view }: Shown) => view?.state.playback.playing || view?.state.playback.filling;
  void recover(error, [...shown].find(moved));
});

/** After a fault that has stopped the module, all figures go on in a new one; the one that failed waits. */
async function recover(error: unknown, failed?: Shown): Promise<void> {
  leave();
  reportError(error);
  const saved = new Map([...shown].map((figure) => [figure, figure.abandon()]));
  if (failed) failed.fail(saved.get(failed) ?? "");
  const module = await load();
  for (const [figure, query] of saved) {
    if (figure !== failed && shown.has(figure)) figure.restore(module, query);
  }
}
