// All keys, one meaning each: what the handler does, and what the list shows.
import { type Action, act } from "./actions.js";
import { present } from "./classroom/presenter.js";
import { goOn } from "./classroom/story.js";
import { among, type Context } from "./context.js";

export interface Key {
  /** What is written on the keys: signs, or keys of texts. */
  shown: string[];
  /** The key of the text on what it does. */
  does: string;
  /** Whether it is a letter, a digit or a sign, which can be switched off. */
  single?: boolean;
  /** The control that it stands for: where the page around a figure leaves that out, it does nothing. */
  control?: string;
  /** Whether a press is of this key, here. None: the browser, or a picture, does it. */
  is?: (event: KeyboardEvent, it: Context) => boolean;
  /** What is done. False: it was of no use here, and is for whoever is around. */
  press?: (it: Context, event: KeyboardEvent) => unknown;
}

/** The steps that a key makes with Shift. */
const MANY = 10;

const isPresenting = ({ state }: Context) => state.presentation.presenting;
const letter = (wanted: string) => (event: KeyboardEvent) => event.key.toLowerCase() === wanted;
const oneOf =
  (...wanted: string[]) =>
  (event: KeyboardEvent) =>
    wanted.includes(event.key);

/** Whether Space and Enter press what they are at. */
const presses = (event: KeyboardEvent) =>
  (event.composedPath()[0] as Element).matches?.("button, summary");

/** The keys of a remote control for the next beat, beside Page Down. */
const isForward = (event: KeyboardEvent) =>
  ["ArrowRight", "ArrowDown"].includes(event.key) || (event.key === "Enter" && !presses(event));

/** A key with a sign, which Shift makes another one of. */
const sign =
  (wanted: string, code: string) =>
  ({ key, code: pressed, shiftKey }: KeyboardEvent) =>
    key === wanted || (shiftKey && pressed === code);

/** Does an action, with Shift ten times. */
const steps = (action: Action) => (it: Context, event: KeyboardEvent) => {
  for (let left = event.shiftKey ? MANY : 1; left > 0; left--) act(it, action);
};

/** A letter that does an action. */
const does = (key: string, action: Action, text: string, control: string): Key => ({
  shown: [key.toUpperCase()],
  does: text,
  control,
  single: true,
  is: letter(key),
  press: (it) => act(it, action),
});

/** The first key that a press is of is meant. */
export const KEYS: Key[] = [
  {
    shown: ["key_page_down", "→", "↓", "key_enter"],
    does: "key_next",
    is: (event, it) => event.key === "PageDown" || (isPresenting(it) && isForward(event)),
    press: (it) => goOn(it, 1),
  },
  {
    shown: ["key_page_up", "←", "↑"],
    does: "key_back",
    is: ({ key }, it) =>
      key === "PageUp" || (isPresenting(it) && ["ArrowLeft", "ArrowUp"].includes(key)),
    press: (it) => goOn(it, -1),
  },
  {
    shown: ["B", "."],
    does: "key_blank",
    single: true,
    is: ({ key }, it) => isPresenting(it) && [".", "b", "B"].includes(key),
    press: (it) => it.update({ blank: !it.ui.blank }),
  },
  {
    shown: ["key_space"],
    does: "key_play",
    is: (event, it) => event.key === " " && !presses(event) && !it.state.playback.diverged,
    press: (it) => act(it, "toggle"),
  },
  { shown: ["."], does: "key_step", single: true, is: sign(".", "Period"), press: steps("step") },
  {
    shown: [","],
    does: "key_step_back",
    single: true,
    is: sign(",", "Comma"),
    press: steps("stepBack"),
  },
  { shown: ["key_arrow_keys"], does: "key_arrows" },
  { shown: ["key_home_end"], does: "key_ends" },
  {
    shown: ["+"],
    does: "key_larger",
    control: "settings",
    single: true,
    is: oneOf("+", "="),
    press: (it) => it.attempt(() => it.figure.moveSlider("learning_rate", 1)),
  },
  {
    shown: ["−"],
    does: "key_smaller",
    control: "settings",
    single: true,
    is: oneOf("-", "−"),
    press: (it) => it.attempt(() => it.figure.moveSlider("learning_rate", -1)),
  },
  does("r", "reset", "key_reset", "reset"),
  {
    ...does("n", "newStart", "key_new_start", "settings"),
    is: (event, it) => letter("n")(event) && among(it, "network"),
  },
  {
    shown: ["1", "…", "5"],
    does: "key_scenes",
    control: "scenes",
    single: true,
    is: ({ key }, it) => /^[1-9]$/.test(key) && !!it.state.options.scenes[Number(key) - 1],
    press: (it, { key }) =>
      it.attempt(() => it.figure.set("scene", it.state.options.scenes[Number(key) - 1] ?? "")),
  },
  does("f", "fullScreen", "key_full_screen", "present"),
  does("t", "table", "key_table", "settings"),
  does("p", "present", "key_present", "present"),
  does("s", "notes", "key_notes", "present"),
  {
    shown: ["key_undo_keys"],
    does: "key_undo",
    is: ({ key, ctrlKey, metaKey }) => key === "z" && (ctrlKey || metaKey),
    press: (it) => act(it, "undo"),
  },
  {
    shown: ["key_escape"],
    does: "key_close",
    is: oneOf("Escape"),
    press: leave,
  },
  {
    shown: ["?"],
    does: "key_list",
    single: true,
    is: oneOf("?"),
    press: (it) => act(it, "keys"),
  },
];

/** Closes what is open; if nothing is, the focus goes back, and the key is for whoever is around. */
function leave(it: Context): boolean {
  if (isPresenting(it)) {
    it.attempt(() => present(it));
    return true;
  }
  if (it.close()) return true;
  const { activeElement } = it.root;
  if (activeElement instanceof HTMLElement) activeElement.blur();
  return false;
}

/** Does what a key is for. Whether it is for anything. */
export function press(it: Context, event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey } = event;
  const [target] = event.composedPath() as Element[];
  // Where one types, and in a list, keys are the browser's.
  const types = target?.matches?.("input:not([type=range]), select, textarea");
  if ((types && key !== "Escape") || altKey) return false;
  if ((ctrlKey || metaKey) && key !== "z") return false;
  const kept = it.root.querySelector<HTMLElement>(".box")?.dataset.keep?.split(" ");
  const found = KEYS.find(
    ({ single, control, is }) =>
      (!single || it.ui.singleKeys) &&
      (!kept || !control || kept.includes(control)) &&
      is?.(event, it),
  );
  return !!found && found.press?.(it, event) !== false;
}
