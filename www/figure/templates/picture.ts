// A picture: its canvas, and what is pointed at in it.
import { html, nothing, type TemplateResult } from "lit-html";
import type { Mode } from "../../contract.js";
import type { Context } from "../context.js";
import { hears } from "../directives.js";
import { hands } from "../hand/hand.js";
import { plain, words } from "../texts/words.js";
import { tooltip } from "./tooltip.js";

/** What a canvas is to a reader who does not see it. */
export interface Pictured {
  role?: "application" | "img" | "slider";
  /** Whether it has nothing that the keyboard could do. */
  still?: boolean;
  label: (mode: Mode) => string;
  /** What is said of it before its own note, if it is not the one sentence. */
  says?: (it: Context) => string;
}

/** What a picture shows now, for a reader who does not see it; none while it moves, and of one that has no note. */
function described(it: Context, view: string, says?: Pictured["says"]): string | typeof nothing {
  const { notes, playback, sentence } = it.state;
  const note = plain(notes[`${view}_note`]) || it.text(`${view}_note`);
  if (playback.playing || !note) return nothing;
  return [says ? says(it) : plain(sentence), note].filter(Boolean).join(" ");
}

/** A picture: its canvas, and what is pointed at in it. */
export function picture(
  it: Context,
  view: string,
  { role = "img", still, label, says }: Pictured,
): TemplateResult {
  const { mode } = it.state.scene;
  const { weights, controls } = it.state;
  const value = role === "slider";
  const key = view === "boundary" && it.state.painting ? "paint_label" : label(mode);
  return html`<canvas data-view=${view} role=${role} tabindex=${still ? nothing : 0} ${words({ label: key })}
    aria-description=${described(it, view, says)}
    aria-valuemin=${value ? 0 : nothing} aria-valuemax=${value ? weights.length - 1 : nothing}
    aria-valuenow=${value ? (controls.weight ?? "") : nothing} aria-valuetext=${value ? (weights[Number(controls.weight)] ?? "") : nothing}
    ${hears(() => hands(it, view))}></canvas>${tooltip(it, view)}`;
}
