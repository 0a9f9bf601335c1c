// How a template names texts.
import { html, noChange, nothing, type TemplateResult } from "lit-html";
import { Directive, directive, type ElementPart } from "lit-html/directive.js";
import type { Piece } from "../../contract.js";
import type { Context } from "../context.js";
import type { Speech } from "./language.js";

/** The keys of an element's texts. */
interface Keys {
  /** Its content. */
  text?: string | undefined;
  /** Its name, where it has no content; on a button also its tooltip. */
  label?: string | undefined;
  /** Its tooltip; a control within it is described by it. */
  hint?: string | undefined;
  /** A field's text while nothing is typed. */
  empty?: string | undefined;
}

class Signed extends Directive {
  override render(_sign: string): unknown {
    return nothing;
  }

  override update({ element, options }: ElementPart, [sign]: [string]): unknown {
    const said = (options as { host: Context }).host.text(`sign_${sign}`);
    if (said !== (element as HTMLElement).title) (element as HTMLElement).title = said;
    return noChange;
  }
}

/** Says in a tooltip what a sign stands for, if there is a text on that. */
const means = directive(Signed);

class Worded extends Directive {
  private shown = "";

  override render(_keys: Keys): unknown {
    return nothing;
  }

  override update({ element, options }: ElementPart, [keys]: [Keys]): unknown {
    const { speech } = (options as { host: Context }).host;
    const text = (key: string) => speech.text(key);
    const wanted = [speech.id, ...Object.values(keys)].join();
    if (wanted === this.shown) return;
    this.shown = wanted;
    const it = element as HTMLElement;
    for (const [name, key] of Object.entries(keys)) if (key) it.dataset[name] = key;
    if (keys.text) it.textContent = text(keys.text);
    if (keys.label) {
      it.ariaLabel = text(keys.label);
      if (it.localName === "button") it.title = it.ariaLabel;
    }
    if (keys.hint) {
      it.title = text(keys.hint);
      // What stands within it is made after it.
      queueMicrotask(() => {
        const controls = it.localName === "select" ? [it] : it.querySelectorAll("input, select");
        for (const control of controls) control.setAttribute("aria-description", it.title);
      });
    }
    if (keys.empty) it.setAttribute("placeholder", text(keys.empty));
  }
}

/** Gives an element its texts, and names their keys in its `data-` attributes. */
export const words = directive(Worded);

/** A sentence without its signs. */
export const plain = (pieces: Piece[] = []): string => pieces.map(({ text }) => text).join("");

/** Makes something of texts once for each language. */
export function worded<T>(make: (it: Context) => T): (it: Context) => T {
  const made = new WeakMap<Speech, T>();
  return (it) => {
    const there = made.get(it.speech) ?? make(it);
    made.set(it.speech, there);
    return there;
  };
}

/** A sentence; a piece that stands for a mark carries its sign. */
export function sentence(pieces: Piece[] = []): (TemplateResult | string)[] {
  return pieces.map((piece) => (piece.sign ? signed(piece) : piece.text));
}

/** A legend: a sentence whose signs are seen also where its other words are not. */
export function legend(pieces: Piece[] = []): TemplateResult[] {
  return pieces.map((piece) => (piece.sign ? signed(piece) : html`<span>${piece.text}</span>`));
}

const signed = ({ text: said, sign }: Piece) =>
  html`<span class="sign ${sign}" ${means(sign)}>${said}</span>`;
