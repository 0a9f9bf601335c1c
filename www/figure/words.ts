// The page's texts, and how a template names them.
import { html, nothing, type TemplateResult } from "lit-html";
import { Directive, directive, type ElementPart } from "lit-html/directive.js";
import type { Piece } from "../contract.js";

let texts: Record<string, string> = {};

/** Takes all texts, by key. */
export function learn(all: Record<string, string>): void {
  texts = all;
}

/** The text of a key, with values in the place of `{names}`; empty if there is none. */
export function text(key: string, values: Record<string, string | number> = {}): string {
  const whole = texts[key] ?? "";
  return Object.entries(values).reduce(
    (made, [name, value]) => made.replace(`{${name}}`, String(value)),
    whole,
  );
}

/** Whether there is a text of this key. */
export function known(key: string): boolean {
  return key in texts;
}

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

class Worded extends Directive {
  private shown = "";

  override render(_keys: Keys): unknown {
    return nothing;
  }

  override update({ element }: ElementPart, [keys]: [Keys]): unknown {
    const wanted = Object.values(keys).join();
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

/** A sentence; a piece that stands for a mark carries its sign. */
export function sentence(pieces: Piece[] = []): (TemplateResult | string)[] {
  return pieces.map((piece) => (piece.sign ? signed(piece) : piece.text));
}

/** A legend: a sentence whose signs are seen also where its other words are not. */
export function legend(pieces: Piece[] = []): TemplateResult[] {
  return pieces.map((piece) => (piece.sign ? signed(piece) : html`<span>${piece.text}</span>`));
}

const signed = ({ text: said, sign }: Piece) =>
  html`<span class="sign ${sign}" title=${text(`sign_${sign}`)}>${said}</span>`;
