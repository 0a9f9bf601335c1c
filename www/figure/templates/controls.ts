// The kinds of controls: a text field, a list, a slider, a switch, a button.
import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import type { Mode } from "../../contract.js";
import { type Action, act } from "../actions.js";
import { among, type Context } from "../context.js";
import { choice, type Entry, typed } from "../directives.js";
import { languages, type Speech } from "../texts/language.js";
import { plain, words } from "../texts/words.js";

interface Options {
  /** The modes that it is for; all if none is named. */
  modes?: Mode[];
  size?: number;
  inputmode?: "decimal" | "numeric";
  /** The keys of its texts, where they are not made of its own. */
  text?: string;
  hint?: string;
  empty?: string;
  /** Its id, where another control of the same key has it. */
  id?: string | typeof nothing;
}

/** Whether a control is not for the present mode. */
export const foreign = (it: Context, modes?: Mode[]) => !!modes && !among(it, ...modes);

/** Whether a link keeps a setting as it is. */
export const isLocked = ({ state: { locked } }: Context, key: string) =>
  locked?.keys.includes(key) ?? false;

/** The key of a control's hint: of a locked one, why it is. */
export const hintOf = (it: Context, key: string, hint: string) =>
  isLocked(it, key) ? "locked_hint" : hint;

/** Sets a control's key from what it shows. */
export const change = (it: Context) => (event: Event) => {
  const { dataset, value } = event.currentTarget as HTMLInputElement;
  it.attempt(() => it.figure.set(dataset.key ?? "", value));
};

/** What a key's text field shows. */
export function shown({ state: { sliders, controls } }: Context, key: string): string {
  return sliders[key]?.text ?? controls[key] ?? "";
}

/** A key's text field alone, beside its slider. */
export const input = (it: Context, key: string, inputmode?: string): TemplateResult => html`<input
  type="text" inputmode=${inputmode ?? nothing} autocomplete="off" size="6" id=${key} data-key=${key} ?disabled=${isLocked(it, key)}
  ${words({ label: key })} .value=${typed(shown(it, key))} @change=${change(it)}>`;

/** A key's text field with its name. */
export function field(it: Context, key: string, options: Options = {}): TemplateResult {
  const { modes, size = 5, inputmode, empty } = options;
  return html`<label class="control" ?hidden=${foreign(it, modes)} ${words({ hint: hintOf(it, key, options.hint ?? `${key}_hint`) })}><span ${words({ text: options.text ?? key })}></span>
    <input type="text" inputmode=${inputmode ?? nothing} autocomplete="off" autocapitalize="off" autocorrect="off"
      spellcheck="false" size=${size} id=${options.id ?? key} data-key=${key} ?disabled=${isLocked(it, key)} ${words({ empty })}
      .value=${typed(shown(it, key))} @change=${change(it)}></label>`;
}

/** The entries of each list, and what they were made of: ids, another one that is asked for, the language. */
type Lists = Map<string, [string[], string, Speech, Entry[]]>;

const lists = new WeakMap<Context, Lists>();

/** The entries of a key's list. An address may ask for what no list offers, such as tanh-relu. */
function entries(it: Context, key: string): Entry[] {
  const ids = it.state.options.choices[key] ?? [];
  const chosen = it.state.controls[key] ?? "";
  const made: Lists = lists.get(it) ?? new Map();
  lists.set(it, made);
  const [before, extra, speech, there] = made.get(key) ?? [];
  const other = ids.includes(chosen) ? "" : chosen;
  if (there && before === ids && extra === other && speech === it.speech) return there;
  const all = ids.includes(chosen) ? ids : [chosen, ...ids];
  const named = all.map((value) => ({ value, text: nameOf(it, key, value) }));
  made.set(key, [ids, other, it.speech, named]);
  return named;
}

/** The name of a key's value. A language calls itself by its own name. */
export function nameOf(it: Context, key: string, value: string): string {
  if (key === "language" && languages[value]) return languages[value];
  const named = `${key}_${value.replace(".", "-")}`;
  return it.text(named) || value.replaceAll("_", " ") || it.text("example_none");
}

/** A key's list alone. */
export const select = (it: Context, key: string, label?: string): TemplateResult => html`<select
  id=${key} data-key=${key} data-choices ?disabled=${isLocked(it, key)} ${words({ label })} ${choice(entries(it, key), it.state.controls[key] ?? "")}
  @change=${change(it)}></select>`;

/** A key's list with its name. */
export function list(it: Context, key: string, options: Options = {}): TemplateResult {
  return html`<label class="control" ?hidden=${foreign(it, options.modes)} ${words({ hint: hintOf(it, key, options.hint ?? `${key}_hint`) })}><span
    ${words({ text: options.text ?? key })}></span>${select(it, key)}</label>`;
}

/** A slider of a key. */
export function slider(it: Context, key: string, label?: string): TemplateResult {
  const { sliders, notes, scene } = it.state;
  const { place, places, text } = sliders[key] ?? { place: 0, places: 1, text: "" };
  // What comes of a step size is said with it.
  const scaled = key === "learning_rate" && scene.mode !== "network";
  const here = scaled ? plain(notes.dial_here) : "";
  const slide = (event: Event) => {
    const { valueAsNumber } = event.currentTarget as HTMLInputElement;
    it.attempt(() => it.figure.setPlace(key, valueAsNumber));
  };
  return html`<input type="range" min="0" data-slider=${key} ?disabled=${isLocked(it, key)} ${words({ label })} .max=${String(places - 1)}
    .value=${live(String(place))} aria-valuetext=${here ? `${text}. ${here}` : text} @input=${slide} @pointerdown=${() => it.drag()}>`;
}

/** A button for a key that is true or false. */
export function toggle(
  it: Context,
  key: string,
  {
    modes,
    text,
    hint,
    className,
  }: { modes?: Mode[]; text?: string; hint?: string; className?: string } = {},
): TemplateResult {
  const on = it.state.controls[key] === "true";
  return html`<button type="button" class=${className ?? nothing} id=${key} ?hidden=${foreign(it, modes)} data-toggle=${key} ?disabled=${isLocked(it, key)}
    aria-pressed=${String(on)} ${words({ text: text ?? key, hint: hintOf(it, key, hint ?? `${text ?? key}_hint`) })}
    @click=${() => it.attempt(() => it.figure.set(key, String(!on)))}></button>`;
}

/** A button for an action. */
export function button(
  it: Context,
  action: Action,
  {
    modes,
    text,
    hint,
    label,
    sign,
    disabled,
    className,
  }: {
    modes?: Mode[];
    text?: string;
    hint?: string;
    label?: string;
    sign?: string | TemplateResult;
    disabled?: boolean;
    className?: string;
  },
): TemplateResult {
  return html`<button type="button" class=${className ?? nothing} ?hidden=${foreign(it, modes)} data-action=${action}
    ?disabled=${disabled ?? false} ${words({ text, hint, label })} @click=${() => act(it, action)}>${sign ?? nothing}</button>`;
}

/** A list of pictures by their names, made once for the same pictures in the same language; `list` adds what else can be chosen. */
export function pictureList(list: (pictures: Entry[], it: Context) => Entry[]) {
  let made: { of: string; speech: Speech; entries: Entry[] } | undefined;
  return (it: Context, views: string[]): Entry[] => {
    const of = views.join();
    if (made?.of !== of || made.speech !== it.speech) {
      const name = (value: string) => it.text(`${value}_title`) || it.text(value);
      const pictures = views.map((value) => ({ value, text: name(value) }));
      made = { of, speech: it.speech, entries: list(pictures, it) };
    }
    return made.entries;
  };
}
