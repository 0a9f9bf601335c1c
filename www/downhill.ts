// The element <downhill-figure>: a small shell that shows what stands inside it, and fetches
// the figure when that is near the screen or touched. An ordinary script or a module: from a
// file, and in a sandboxed frame, a browser runs only the former.
import type { Owner, Shown } from "./figure/figure.js";

/** Where the figure lies: beside this file. For an ordinary script of another host, a browser forgets that. */
const { src } = (document.currentScript ?? {}) as HTMLScriptElement;
const FIGURE = src ? new URL("figure/figure.js", src).href : "./figure/figure.js";

/** How near the screen a figure is fetched. */
const NEAR = "600px";

/** The smallest module there is: it tells whether a page may run WebAssembly. */
const EMPTY = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

const SHELL = `
:host { display: block; min-inline-size: 0; max-inline-size: 100%; contain-intrinsic-inline-size: 640px; }
:host([hidden]) { display: none !important; }
[hidden] { display: none; }
p { margin: .5em 0; font: 1rem/1.4 system-ui, sans-serif; color: inherit; }
button { font: inherit; }`;

/** Why a figure cannot be shown, in words; empty if it can. */
function obstacle(error?: unknown): string {
  if (typeof WebAssembly !== "object") {
    return "The figure needs WebAssembly, which this browser does not have or has switched off.";
  }
  try {
    new WebAssembly.Module(EMPTY);
  } catch {
    return "The figure needs WebAssembly, which this page's Content-Security-Policy does not allow. Missing in it: script-src 'wasm-unsafe-eval'";
  }
  if (!error) return "";
  if (location.protocol === "file:") {
    return "The figure needs a web server: a browser does not load its parts from files.";
  }
  if (origin === "null") {
    return "The figure's files may not be loaded into this sandboxed frame: their server must send Access-Control-Allow-Origin: *";
  }
  return `The figure could not be loaded: ${(error as Error).message ?? error}`;
}

class DownhillFigure extends HTMLElement implements Owner {
  private readonly root = this.attachShadow({ mode: "open" });
  private readonly content = document.createElement("slot");
  private readonly why = document.createElement("p");
  private readonly changed = new MutationObserver((records) => this.attributed(records));
  /** Ends with the element's stay in the page. */
  private life: AbortController | undefined;
  private shown: Shown | undefined;
  /** The address as it was told last, or given; none: that of the attribute. */
  private address: string | undefined;
  /** The keys that were set before there was a figure. */
  private readonly waiting = new Map<string, string>();

  constructor() {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(SHELL);
    this.root.adoptedStyleSheets = [sheet];
    this.why.role = "status";
    this.why.hidden = true;
    this.root.append(this.content, this.why);
  }

  connectedCallback(): void {
    if (this.life) return;
    const life = new AbortController();
    const { signal } = life;
    this.life = life;
    const { query } = this;
    if (Object.hasOwn(this, "query")) {
      // It was given before there was a class to take it.
      Reflect.deleteProperty(this, "query");
      this.query = query;
    }
    this.changed.observe(this, { attributes: true });
    if (this.getAttribute("loading") === "eager") return void this.start(signal);
    const near = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) begin();
      },
      { rootMargin: NEAR },
    );
    const begin = () => {
      waiting.abort();
      void this.start(signal);
    };
    const waiting = new AbortController();
    const until = { signal: AbortSignal.any([signal, waiting.signal]) };
    until.signal.addEventListener("abort", () => near.disconnect());
    for (const touch of ["pointerenter", "focusin"]) this.addEventListener(touch, begin, until);
    near.observe(this);
  }

  disconnectedCallback(): void {
    // An element that is only moved stays as it is.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.life?.abort();
      this.life = this.shown = undefined;
      this.changed.disconnect();
      this.show(false);
    });
  }

  /** The address's query: it tells all that a figure shows. */
  get query(): string {
    return this.address ?? this.getAttribute("query") ?? "";
  }

  set query(query: string) {
    this.address = query;
    this.waiting.clear();
    this.shown?.begin(query);
  }

  /** The value of one of the address's keys, as its control shows it. */
  get(key: string): string | null {
    const given = () =>
      this.waiting.get(key) ?? new URLSearchParams(this.query).get(key) ?? this.getAttribute(key);
    return this.shown ? this.shown.get(key) : given();
  }

  /** Sets one of the address's keys, as its control does. What cannot be done throws. */
  set(key: string, value: string): void {
    if (this.shown) this.shown.set(key, String(value));
    else this.waiting.set(key, String(value));
  }

  /** The figure in the WebAssembly module; none until it is shown. */
  get figure() {
    return this.shown?.view?.figure;
  }

  /** The query that attributes and calls so far amount to. An address that was told has them all. */
  asked(known: () => Set<string>): string {
    const named = [...this.attributes].filter(
      ({ name }) => !["query", "loading", "id", "class", "style"].includes(name),
    );
    const query = new URLSearchParams(this.query);
    if (this.address === undefined && named.length) {
      for (const { name, value } of named) if (known().has(name)) query.set(name, value);
    }
    for (const [key, value] of this.waiting) query.set(key, value);
    this.waiting.clear();
    return String(query);
  }

  queried(query: string): void {
    this.address = query;
    this.dispatchEvent(new CustomEvent("change", { detail: { query } }));
  }

  show(figure: boolean, why = "", again?: () => void): void {
    this.content.hidden = figure;
    this.why.hidden = !why;
    this.why.textContent = why;
    if (!again) return;
    const button = Object.assign(document.createElement("button"), {
      type: "button",
      textContent: "Begin again",
    });
    button.addEventListener("click", again, { once: true });
    this.why.append(" ", button);
  }

  private async start(signal: AbortSignal): Promise<void> {
    const why = obstacle();
    if (why) return this.fail(why);
    try {
      const { start }: typeof import("./figure/figure.js") = await import(FIGURE);
      this.shown = await start(this, this.root, signal);
      this.dispatchEvent(new CustomEvent("ready"));
    } catch (error) {
      if (!signal.aborted) this.fail(obstacle(error));
    }
  }

  private fail(why: string): void {
    this.show(false, why);
    this.dispatchEvent(new CustomEvent("error", { detail: { why } }));
  }

  private attributed(records: MutationRecord[]): void {
    for (const { attributeName: name } of records) {
      const value = name && this.getAttribute(name);
      if (value === null) continue;
      if (name === "query") this.query = value;
      else if (name) this.shown?.attribute(name, value);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "downhill-figure": DownhillFigure;
  }
}

// A page may load this file twice.
if (!customElements.get("downhill-figure"))
  customElements.define("downhill-figure", DownhillFigure);
