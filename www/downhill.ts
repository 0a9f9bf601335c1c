// The element <downhill-figure>: a small shell that shows what stands inside it, and fetches
// the figure when that is near the screen, touched or called. An ordinary script or a module: from a
// file, and in a sandboxed frame, a browser runs only the former.
import type { Call, Owner, Shown } from "./figure/figure.js";

/** The folder of the figure: beside this file. For an ordinary script of another host, a browser forgets that. */
const { src = "" } = (document.currentScript ?? {}) as HTMLScriptElement;
const FIGURE = `${src.replace(/[^/]*$/, "") || "./"}figure/`;

/** How near the screen a figure is fetched. */
const NEAR = "600px";

/** The smallest module there is: it tells whether a page may run WebAssembly. */
const EMPTY = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

const SHELL = `
:host{display:block;min-inline-size:0;max-inline-size:100%;contain-intrinsic-inline-size:640px}
:host([ratio]){min-block-size:0;overflow:auto}
:host([hidden]){display:none!important}
[hidden],p:empty{display:none}
p{margin:.5em 0;font:1rem/1.4 system-ui,sans-serif;color:inherit}
button{font:inherit}`;

/** The calls that wait for the figure: www/api.ts says what they do. */
const CALLS =
  "play pause stepForward stepBack seek reset getState setState describe table toImage toCSV";

type Start = Pick<typeof import("./figure/figure.js"), "start">;

/** Why a figure cannot be shown, in words; empty if it can. */
function obstacle(error?: unknown): string {
  const missing = "The figure needs WebAssembly, which this ";
  if (typeof WebAssembly !== "object") {
    return `${missing}browser does not have or has switched off.`;
  }
  try {
    new WebAssembly.Module(EMPTY);
  } catch {
    return `${missing}page's Content-Security-Policy does not allow. Missing in it: script-src 'wasm-unsafe-eval'`;
  }
  return error ? `The figure could not be loaded: ${(error as Error).message ?? error}` : "";
}

/** What starts a figure. Where a browser loads no modules, from a file and in a sandboxed frame, an ordinary script brings it. */
async function fetched(): Promise<Start> {
  // Whoever brings the figure along says so when the element is defined.
  await null;
  if (DownhillFigure.load) return DownhillFigure.load();
  if (origin !== "null" && location.protocol !== "file:") return import(`${FIGURE}figure.js`);
  return new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = `${FIGURE}alone.js`;
    script.onload = () => done(DownhillFigure.load?.() as never);
    script.onerror = () => fail(`there is no ${script.src}`);
    document.head.append(script);
  });
}

class DownhillFigure extends HTMLElement implements Owner {
  /** What starts a figure, where another script has brought it. */
  static load?: () => Promise<Start>;
  private readonly root = this.attachShadow({ mode: "open" });
  private readonly content = document.createElement("slot");
  private readonly why = document.createElement("p");
  private readonly sheet = new CSSStyleSheet();
  private readonly changed = new MutationObserver((records) => this.attributed(records));
  /** Ends with the element's stay in the page. */
  private life: AbortController | undefined;
  private shown: Shown | undefined;
  /** Fetches the figure, if that is not begun. */
  private begin: (() => void) | undefined;
  /** The address as it was told last, or given; none: that of the attribute. */
  private address: string | undefined;
  /** The keys that were set before there was a figure. */
  private readonly waiting = new Map<string, string>();

  constructor() {
    super();
    this.sheet.replaceSync(SHELL);
    this.root.adoptedStyleSheets = [this.sheet];
    this.why.role = "status";
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
      delete (this as { query?: string }).query;
      this.query = query;
    }
    this.shape();
    this.changed.observe(this, { attributes: true });
    const near = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.begin?.();
      },
      { rootMargin: NEAR },
    );
    this.begin = () => {
      this.begin = undefined;
      near.disconnect();
      void this.start(signal);
    };
    signal.addEventListener("abort", () => near.disconnect());
    for (const touch of ["pointerenter", "focusin"]) {
      this.addEventListener(touch, () => this.begin?.(), { signal });
    }
    if (this.getAttribute("loading") === "eager") this.begin();
    else near.observe(this);
  }

  disconnectedCallback(): void {
    // An element that is only moved stays as it is.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.life?.abort();
      this.life = this.shown = this.begin = undefined;
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

  /** Does what one of the calls is for, once the figure is there: where it is not, it is fetched. */
  async call(name: Call, args: unknown[]): Promise<unknown> {
    if (!this.shown) {
      await new Promise<void>((done, fail) => {
        this.addEventListener("ready", () => done(), { once: true });
        const failed = (event: Event) => fail(Error((event as CustomEvent).detail.why));
        this.addEventListener("error", failed, { once: true });
        this.begin?.();
      });
    }
    return this.shown?.call(name, args);
  }

  /** The query that attributes and calls so far amount to. An address that was told has them all. */
  asked(known: () => Set<string>): string {
    const query = new URLSearchParams(this.query);
    if (this.address === undefined) {
      for (const { name, value } of this.attributes) if (known().has(name)) query.set(name, value);
    }
    for (const [key, value] of this.waiting) query.set(key, value);
    this.waiting.clear();
    return String(query);
  }

  queried(query: string): void {
    this.address = query;
    this.tell("change", { query });
  }

  tell(type: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  show(figure: boolean, ...why: (Node | string)[]): void {
    this.content.hidden = figure;
    this.why.replaceChildren(...why);
  }

  private async start(signal: AbortSignal): Promise<void> {
    let why = obstacle();
    try {
      if (!why) {
        const { start } = await fetched();
        this.shown = await start(this, this.root, signal);
        return this.tell("ready");
      }
    } catch (error) {
      why = obstacle(error);
    }
    if (signal.aborted) return;
    // A call tries it once more.
    this.begin = () => void this.start(signal);
    this.show(false, why);
    this.tell("error", { why });
  }

  /** Has the shape that its attribute `ratio` asks for, from the start: nothing below it moves later. */
  private shape(): void {
    const [host] = this.sheet.cssRules as unknown as CSSStyleRule[];
    if (host) host.style.aspectRatio = this.getAttribute("ratio") ?? "";
  }

  private attributed(records: MutationRecord[]): void {
    for (const { attributeName: name } of records) {
      const value = name && this.getAttribute(name);
      if (name === "ratio") this.shape();
      else if (name === "query" && value !== null) this.query = value;
      else if (name) this.shown?.attribute(name, value ?? null);
    }
  }
}

for (const name of CALLS.split(" ")) {
  const value = function (this: DownhillFigure, ...args: unknown[]) {
    return this.call(name as Call, args);
  };
  Object.defineProperty(DownhillFigure.prototype, name, { value });
}

// A page may load this file twice.
if (!customElements.get("downhill-figure"))
  customElements.define("downhill-figure", DownhillFigure);
