// The page's texts, and the elements of the markup that they label.
import { texts } from "./wasm/downhill.js";

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

/** Labels the markup in `root`; returns the texts. */
export function connectWords(root) {
  const words = texts();
  /** The text of a key, or undefined. */
  const of = (key) => words[key];
  /** Labels elements. Pictures have other labels in some modes. */
  const label = (elements) => {
    const { mode } = root.dataset;
    const special = mode && `label${mode[0].toUpperCase()}${mode.slice(1)}`;
    for (const it of elements) {
      for (const [name, write] of Object.entries(LABELS)) {
        const key = (name === "label" && it.dataset[special]) || it.dataset[name];
        if (key) write(it, of(key));
      }
    }
  };
  label(root.querySelectorAll("[data-text], [data-label], [data-hint], [data-empty]"));
  return { of, label };
}
