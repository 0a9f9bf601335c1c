// The calls of the element that wait for its figure: www/api.ts says what they do.
import type { Calls, ImageOptions, SavedState } from "../../api.js";
import { act } from "../actions.js";
import type { Context } from "../context.js";
import { plain } from "../texts/words.js";
import { whole } from "../whole.js";
import { image } from "./image.js";

/** The name of a call. */
export type Call = keyof Calls;

/** What the calls reach: the view, and a way to begin with another address. */
export interface Callee {
  readonly view: Context;
  /** Shows what a query asks for; the view is another then. */
  begin(query: string): void;
  /** Resolves when nothing is computed again any more. */
  settled(): Promise<void>;
}

/** The most updates that a state can be asked for. */
const MOST = 2 ** 32 - 1;
/** The longest text that a state may hold, in characters. */
const LONGEST = 4_000_000;

/** The updates that have been made, also while the ball is still seen on its way. */
const iterationOf = ({ figure }: Context) => figure.state().timeline.at;

const calls: { [name in Call]: (it: Callee, given?: unknown) => unknown } = {
  play: ({ view }) => {
    if (!view.state.playback.playing) act(view, "toggle");
  },
  pause: ({ view }) => view.figure.pause(),
  stepForward: ({ view }, count) => {
    for (let left = whole(count, 1, 1000, 1); left > 0; left--) view.figure.step();
  },
  stepBack: ({ view }, count) =>
    view.figure.seek(Math.max(0, iterationOf(view) - whole(count, 1, MOST, 1))),
  seek: async (it, iteration) => {
    it.view.figure.openAt(whole(iteration, 0, MOST, 0));
    await it.settled();
  },
  reset: ({ view }) => view.figure.reset(),
  getState: ({ view }): SavedState => {
    const { query } = view.figure.state();
    const iteration = iterationOf(view);
    if (query !== null) return { version: 1, query, iteration };
    return { version: 1, experiment: view.figure.export("experiment"), iteration };
  },
  setState: async (it, given) => {
    const { query, experiment, iteration } = saved(it.view, given);
    it.begin(query ?? "");
    if (experiment !== undefined) it.view.figure.setCsv(experiment);
    it.view.figure.openAt(whole(iteration, 0, MOST, 0));
    await it.settled();
  },
  describe: ({ view: it }) => {
    const { state } = it;
    const numbers = state.numbers
      .map(({ key, text: value }) => `${it.text(key)} ${value}`)
      .join(", ");
    const parts = [it.text(`scene_${state.scene.id}`), plain(state.sentence)];
    return [...parts, numbers]
      .map((part) => part.trim())
      .filter(Boolean)
      .map((part) => (/[.!?]$/.test(part) ? part : `${part}.`))
      .join(" ");
  },
  table: ({ view }) => view.figure.table(),
  toCSV: ({ view }) => view.figure.csv(),
  toImage: ({ view }, options) => image(view, (options ?? {}) as ImageOptions),
};

/** What a state that comes from outside holds; one that is none throws. */
function saved(it: Context, given: unknown): Partial<SavedState> {
  const state = (typeof given === "object" && given ? given : {}) as Record<string, unknown>;
  const read = (key: string) => {
    const value = Object.hasOwn(state, key) ? state[key] : undefined;
    if (value !== undefined && (typeof value !== "string" || value.length > LONGEST)) {
      throw new TypeError(it.text("state_bad"));
    }
    return value;
  };
  if (state.version !== 1) throw new TypeError(it.text("state_bad"));
  const [query, experiment] = [read("query"), read("experiment")];
  return {
    ...(query === undefined ? {} : { query }),
    ...(experiment === undefined ? {} : { experiment }),
    iteration: Number(state.iteration),
  };
}

/** Whether a text is the name of a call. */
export const isCall = (name: unknown): name is Call =>
  typeof name === "string" && Object.hasOwn(calls, name);

/** Does what a call is for. */
export const call = (it: Callee, name: Call, given: unknown) => calls[name](it, given);
