// The languages: which one a figure speaks, and its texts.

import { languages } from "built:languages";
import { FluentBundle, type FluentResource } from "@fluent/bundle";
import type { Language, Module } from "../module/module.js";
import { type Texts, texts } from "./texts.js";

export { languages };

/** The language that the others fall back to. */
const USUAL = "en";

/** Values of a text, by their names. `n` is the number by which it chooses singular or plural. */
export type Values = Record<string, string | number>;

/** A language that is spoken. */
export class Speech {
  private readonly bundle: FluentBundle;

  constructor(
    readonly id: string,
    texts: Texts,
  ) {
    this.bundle = new FluentBundle(id, { useIsolating: false });
    const body = Object.entries(texts).map(([id, value]) => ({ id, value, attributes: {} }));
    this.bundle.addResource({ body } as FluentResource);
  }

  /** The way in which it is written: `ltr` or `rtl`. */
  get direction(): string {
    return this.text("text_direction");
  }

  /** The text of a key; empty if there is none. */
  text(key: string, values: Values = {}): string {
    // A number is shown as it is: how a language writes it, the module knows.
    const shown = Object.entries(values).map(([name, value]) => [name, String(value)]);
    return this.format(key, shown.flat()) ?? "";
  }

  /** The same for the module: values are names and texts in turn. */
  format(key: string, values: string[]): string | undefined {
    const pattern = this.bundle.getMessage(key)?.value;
    if (!pattern) return;
    const named: Values = {};
    for (let at = 0; at < values.length; at += 2) {
      const [name = "", value = ""] = values.slice(at, at + 2);
      named[name] = name === "n" ? Number(value) : value;
    }
    return this.bundle.formatPattern(pattern, named, []);
  }

  /** Whether there is a text of this key. */
  known(key: string): boolean {
    return this.bundle.hasMessage(key);
  }
}

const spoken = new Map<string, Promise<Speech>>();

/** A language, fetched once. What could not be fetched is tried again the next time. */
export function speech(id: string): Promise<Speech> {
  const there = spoken.get(id);
  if (there) return there;
  const made = texts(id).then((all) => new Speech(id, all));
  spoken.set(id, made);
  made.catch(() => spoken.delete(id));
  return made;
}

const inModules = new WeakMap<Module, Map<Speech, Language>>();

/** The language in an instance of the module, which keeps it. */
export function inModule(module: Module, speech: Speech): Language {
  const there = inModules.get(module) ?? new Map<Speech, Language>();
  inModules.set(module, there);
  const language = there.get(speech) ?? new module.Language(speech);
  there.set(speech, language);
  return language;
}

/** The language of these tags that there is, such as `de` for `de-AT`. */
const among = (tags: readonly string[]) =>
  tags.map((tag) => tag.toLowerCase().split("-")[0] ?? "").find((id) => id in languages);

/** The language of an element's figure: the one that is asked for, or that of the page around it; where that says by `lang=""` that it does not know, the reader's own. */
export function languageOf(element: Element, asked: string | null | undefined): string {
  if (asked && asked in languages) return asked;
  const around = element.closest("[lang]")?.getAttribute("lang");
  const tags = around === "" ? navigator.languages : [around ?? USUAL];
  return among(tags) ?? USUAL;
}
