// The signs on round buttons: drawn, as fonts differ in how they show such characters.
import { svg, type TemplateResult } from "lit-html";

const PATHS = {
  play: "M8 5.2v13.6L18.8 12z",
  pause: "M7 5.5h3.4v13H7zM13.6 5.5H17v13h-3.4z",
  back: "M14.2 6.2 8.4 12l5.8 5.8 1.5-1.5-4.3-4.3 4.3-4.3z",
  forward: "M9.8 6.2 8.3 7.7l4.3 4.3-4.3 4.3 1.5 1.5 5.8-5.8z",
  screen: "M3 4h18v12H3zM5 6v8h14V6zM10.2 7.4v5.2l4.6-2.6zM8 18h8v2H8z",
};

/** The name of a sign. */
export type Icon = keyof typeof PATHS;

/** A sign for a button that has its name otherwise. */
export const icon = (name: Icon): TemplateResult =>
  svg`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${PATHS[name]}></path></svg>`;
