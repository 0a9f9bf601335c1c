// The figure itself, which the element fetches when it is wanted: what it shows in itself.
import { type Call, call, isCall } from "./embedding/calls.js";
import { Teller } from "./embedding/events.js";
import { Guise } from "./embedding/guise.js";
import { isOurs, leave, load, type Module } from "./module/module.js";
import { bounds } from "./sizes.js";
import base from "./styles/base.css";
import controls from "./styles/controls.css";
import embed from "./styles/embed.css";
import facts from "./styles/facts.css";
import media from "./styles/media.css";
import narrow from "./styles/narrow.css";
import presenter from "./styles/presenter.css";
import share from "./styles/share.css";
import stage from "./styles/stage.css";
import wide from "./styles/wide.css";
import { languageOf, type Speech, speech } from "./texts/language.js";
import { View } from "./view.js";

export type { Call } from "./embedding/calls.js";

let sheets: CSSStyleSheet[] | undefined;

/** The styles, shared by all figures of a page. */
function styles(): CSSStyleSheet[] {
  sheets ??= [base, stage, facts, controls, wide, narrow, share, embed, presenter, media].map(
    (css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      return sheet;
    },
  );
  return sheets;
}

/** The element, as far as its figure needs it. */
export interface Owner extends HTMLElement {
  /** The value of one of the address's keys. */
  get(key: string): string | null;
  /** The query that its attributes, its properties and the calls so far amount to. */
  asked(known: () => Set<string>): string;
  /** Tells an event. */
  tell(type: string, detail?: unknown): void;
  /** The address's query is another. */
  queried(query: string): void;
  /** Shows the figure in the place of what stands inside the element, or that again and why. */
  show(figure: boolean, ...why: (Node | string)[]): void;
}

const shown = new Set<Shown>();

/** Shows a figure in an element, until the signal. */
export async function start(owner: Owner, root: ShadowRoot, signal: AbortSignal): Promise<Shown> {
  const id = languageOf(owner, owner.get("language"));
  const [module, spoken] = await Promise.all([load(), speech(id)]);
  signal.throwIfAborted();
  const figure = new Shown(owner, root, module, spoken, signal);
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
  /** The last good address of the view that was let go. */
  private saved = "";
  /** Whether it has stopped, and waits for a press. */
  private waits = false;
  /** The language that its control asks for, and the one that is to be spoken. */
  private asked: string | undefined;
  private wanted = "";
  private readonly place = document.createElement("div");
  private readonly guise: Guise;
  private readonly teller: Teller;
  /** Who waits until nothing is computed again any more. */
  private waiting: (() => void)[] = [];

  constructor(
    private readonly owner: Owner,
    private readonly root: ShadowRoot,
    private module: Module,
    /** The language that it speaks. */
    private speech: Speech,
    signal: AbortSignal,
  ) {
    this.place.className = "box";
    root.append(this.place);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...styles()];
    bounds(owner, this.place, signal);
    this.guise = new Guise(owner, this.place, signal);
    this.teller = new Teller((type, detail) => owner.tell(type, detail));
    this.begin(owner.asked(() => keys(module)));
  }

  /** Shows what a query asks for, from its start. */
  begin(query: string): void {
    if (this.waits) {
      this.saved = query;
      return;
    }
    this.view?.free();
    const host = {
      queried: (query: string) => this.owner.queried(query),
      trapped: (error: WebAssembly.RuntimeError) => void recover(error, this),
      heard: () => this.heard(),
      alone: () => this.guise.alone,
    };
    this.view = new View(this.root, this.place, host, this.module, query, this.speech);
    this.owner.show(true);
    this.guise.apply(this.view);
    this.guise.autoplay(() => this.settled().then(() => this.view));
  }

  /** Takes in that the state has changed. */
  private heard(): void {
    const { view } = this;
    if (!view) return;
    this.teller.hear(view.state);
    const { language } = view.state.controls;
    if (language !== this.asked) {
      this.asked = language;
      void this.follow();
    }
    if (view.state.recomputation) return;
    for (const done of this.waiting.splice(0)) done();
  }

  /** Speaks the language that is asked for, once it is fetched. */
  private async follow(): Promise<void> {
    const id = languageOf(this.owner, this.asked);
    this.wanted = id;
    try {
      const found = await speech(id);
      if (this.wanted !== id || found === this.speech) return;
      this.speech = found;
      this.view?.speak(found);
      if (this.view) this.guise.apply(this.view);
    } catch {
      this.view?.say(this.speech.text("language_failed"));
    }
  }

  /** Resolves when nothing is computed again any more; out of sight, nothing is. */
  settled(): Promise<void> {
    if (!this.view?.state.recomputation) return Promise.resolve();
    return new Promise((done) => this.waiting.push(done));
  }

  /** Does what one of the calls is for. What cannot be done throws. */
  async call(name: Call, [given]: unknown[] = []): Promise<unknown> {
    const { view } = this;
    if (!view || !isCall(name)) throw new Error(this.speech.text("stopped"));
    const callee = {
      view,
      begin: (query: string) => this.begin(query),
      settled: () => this.settled(),
    };
    Object.defineProperty(callee, "view", { get: () => this.view ?? view });
    try {
      return await call(callee, name, given);
    } catch (error) {
      void recover(error, this);
      throw error;
    }
  }

  get(key: string): string | null {
    return this.view?.state.controls[key] ?? null;
  }

  set(key: string, value: string): void {
    try {
      this.view?.figure.set(key, value);
    } catch (error) {
      void recover(error, this);
      throw error;
    }
  }

  /** Follows an attribute: one of the address's keys, of which what cannot be done is said, or one of the element's own. */
  attribute(name: string, value: string | null): void {
    const { view } = this;
    if (!view) return;
    if (name === "lang") void this.follow();
    if (!keys(this.module).has(name)) this.guise.apply(view);
    else if (value !== null) view.attempt(() => view.figure.set(name, value));
  }

  /** Lets go of a view whose module has stopped, but for its last good address. */
  abandon(): void {
    if (!this.view) return;
    this.saved = this.view.saved;
    this.view.abandon();
    this.view = undefined;
  }

  /** Begins in another instance of the module, unless it waits or lives already. */
  restore(module: Module): void {
    if (this.view || this.waits) return;
    this.module = module;
    try {
      this.begin(this.saved);
    } catch (error) {
      void recover(error, this);
    }
  }

  end(): void {
    this.teller.end();
    this.view?.free();
    this.place.remove();
    this.root.adoptedStyleSheets = this.root.adoptedStyleSheets.filter(
      (it) => !styles().includes(it),
    );
  }

  /** Says that it has stopped, and waits for a press. */
  fail(): void {
    this.waits = true;
    const button = Object.assign(document.createElement("button"), {
      type: "button",
      textContent: "Begin again",
    });
    const again = () => {
      this.waits = false;
      void load().then((module) => this.restore(module));
    };
    button.addEventListener("click", again, { once: true });
    this.owner.show(false, this.speech.text("stopped"), " ", button);
  }
}

const known = new WeakMap<Module, Set<string>>();

/** The keys of an address, as the module tells them. */
function keys(module: Module): Set<string> {
  const names = known.get(module) ?? new Set(module.keys());
  known.set(module, names);
  return names;
}

/** After a fault that has stopped the module, all figures go on in a new one; the one that failed waits. */
async function recover(error: unknown, failed: Shown): Promise<void> {
  // One of an instance that was left already is no news.
  if (!isOurs(error)) return;
  leave();
  reportError(error);
  for (const figure of shown) figure.abandon();
  failed.fail();
  const module = await load();
  for (const figure of shown) figure.restore(module);
}
