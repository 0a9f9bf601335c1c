// The page of an iframe: one figure and the controls that its query asks for. It tells the page
// around it its height and its events, and takes the calls that are listed here.
import type { Attributes, DownhillFigureElement, Events } from "./api.js";

/** The names of the query that are the element's attributes, not an experiment's keys. */
const ATTRIBUTES: (keyof Attributes)[] = [
  "controls",
  "autoplay",
  "interact",
  "ratio",
  "view",
  "font",
  "loading",
];

/** The calls that a message may ask for, and what each is given of it. */
const CALLS: { [type: string]: (it: DownhillFigureElement, message: Message) => unknown } = {
  play: (it) => it.play(),
  pause: (it) => it.pause(),
  stepForward: (it, { count }) => it.stepForward(number(count)),
  stepBack: (it, { count }) => it.stepBack(number(count)),
  seek: (it, { iteration }) => it.seek(number(iteration) ?? 0),
  reset: (it) => it.reset(),
  get: (it, { key }) => it.get(short(key)),
  set: (it, { key, value }) => it.set(short(key), short(value)),
  getState: (it) => it.getState(),
  setState: (it, { state }) => it.setState(state as Parameters<typeof it.setState>[0]),
  describe: (it) => it.describe(),
  table: (it) => it.table(),
  toCSV: (it) => it.toCSV(),
  toImage: (it, { options }) => it.toImage(options as Parameters<typeof it.toImage>[0]),
};

/** The events that are told to the page around it. */
const EVENTS: (keyof Events)[] = [
  "ready",
  "step",
  "play",
  "pause",
  "converged",
  "diverged",
  "goal",
  "change",
  "error",
];

interface Message {
  type?: unknown;
  id?: unknown;
  [name: string]: unknown;
}

/** The longest key or value that a message may set. */
const LONGEST = 100_000;

const number = (given: unknown) =>
  typeof given === "number" && Number.isFinite(given) ? given : undefined;

/** A text, a number or a truth, as a text; anything else throws. */
function short(given: unknown): string {
  const plain = ["string", "number", "boolean"].includes(typeof given);
  if (!plain || String(given).length > LONGEST) throw new TypeError("This is no key or value.");
  return String(given);
}

const figure = document.querySelector("downhill-figure") as DownhillFigureElement;

/** Tells the page around it something; nothing in it is a secret. */
const tell = (type: string, more: object = {}) => {
  if (parent !== window) parent.postMessage({ source: "downhill", v: 1, type, ...more }, "*");
};

// What the query asks for.
const query = new URLSearchParams(location.search);
for (const name of ATTRIBUTES) {
  const value = query.get(name);
  if (value !== null) figure.setAttribute(name, value);
  query.delete(name);
}
document.body.toggleAttribute("data-grows", query.get("height") === "auto");
query.delete("height");
figure.query = String(query);

for (const type of EVENTS) {
  figure.addEventListener(type, (event: Event) =>
    tell(type, { detail: (event as CustomEvent).detail }),
  );
}

// How high it is: for pages that make the frame as high.
let told = 0;
new ResizeObserver(() => {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  if (height === told || parent === window) return;
  told = height;
  tell("resize", { height });
  parent.postMessage({ type: "setHeight", height }, "*");
}).observe(document.documentElement);

/** What is told of an error. */
const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));

addEventListener("message", async ({ source, data }: MessageEvent) => {
  if (source !== parent || parent === window) return;
  // The slides of reveal.js.
  if (data === "slide:start") return void figure.play().catch(() => {});
  if (data === "slide:stop") return void figure.pause().catch(() => {});
  if (typeof data !== "object" || !data) return;
  const message = data as Message;
  const { type, id } = message;
  if (typeof type !== "string" || !Object.hasOwn(CALLS, type)) return;
  try {
    const result = await CALLS[type]?.(figure, message);
    tell("result", { id, result: result ?? null });
  } catch (error) {
    tell("result", { id, error: reason(error) });
  }
});

// A deck or a lesson turns its pages also while the figure has the focus.
addEventListener("keydown", ({ key, defaultPrevented }) => {
  if (!defaultPrevented && ["PageUp", "PageDown", "Escape"].includes(key)) tell("key", { key });
});
