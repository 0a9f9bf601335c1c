// The page's texts, and what they label. Those of the first scene are here at once; the others
// when all parts of the program are, or something in sight needs one.
import { otherTexts, texts } from "./wasm/downhill.js";

/** How an element in the markup is labelled: by `data-text` and its like, which name keys. */
const LABELS = {
  text: (it, text) => (it.textContent = text),
  label: (it, text) => {
    it.setAttribute("aria-label", text);
    if (it.matches("button")) it.title = text;
  },
  hint: (it, text) => {
    it.title = text;
    for (const control of it.matches("select") ? [it] : it.querySelectorAll("input, select")) control.setAttribute("aria-description", text);
  },
  empty: (it, text) => (it.placeholder = text),
};

/** The texts for the markup in `root`. */
export function connectWords(root) {
  const words = texts();
  let whole = false;
  /** What is not labelled yet. */
  const waiting = new Set(root.querySelectorAll("[data-text], [data-label], [data-hint], [data-empty]"));

  /** Asks for all texts: the page stands still while it fetches them, unless they are here. */
  const learn = () => {
    if (whole) return;
    Object.assign(words, otherTexts());
    whole = true;
  };
  /** The text of a key. */
  const of = (key) => {
    if (!(key in words)) learn();
    return words[key];
  };
  /** The text of a key that may have none; only the first scene's, until others were needed. */
  const known = (key) => words[key];
  /** Whether an element is to have its words now. Entries are in sight with their list. */
  const due = (it) => whole || (it.closest("select") ?? it).checkVisibility();

  /** Labels what is in sight, or everything once all texts are here. */
  const label = () => {
    // Pictures are called otherwise in some modes.
    const { mode } = root.dataset;
    const special = `label${mode[0].toUpperCase()}${mode.slice(1)}`;
    for (const it of waiting) {
      if (!due(it)) continue;
      for (const [name, write] of Object.entries(LABELS)) {
        const key = (name === "label" && it.dataset[special]) || it.dataset[name];
        if (key) write(it, of(key));
      }
      waiting.delete(it);
    }
  };
  /** Has elements labelled once more. */
  const again = (elements) => elements.forEach((it) => waiting.add(it));

  return { again, due, known, label, learn, of, get whole() { return whole; } };
}
