// What is pointed at, beside the point: on the side where there is room, with a ring or a rule.
import { html, nothing } from "lit-html";
import type { Context } from "../context.js";
import { styles } from "../directives.js";
import { sentence } from "../texts/words.js";

const px = (value: number) => `${value}px`;

export function tooltip(it: Context, view: string): unknown {
  const { asked, probed } = it.ui;
  if (!probed || asked?.view !== view) return nothing;
  const { x, y, mark_x, mark_y, upright, left, above, title, rows } = probed;
  // A screen reader hears what the keyboard asks for, not every frame of a run.
  const heard = asked.by === "keyboard" && !it.state.playback.playing;
  return html`<div class="probed" data-probed data-overlay data-by=${asked.by} ?data-left=${left} ?data-above=${above} ?data-upright=${!!upright}
    ${styles({
      "--x": px(x),
      "--y": px(y),
      "--mark-x": px(mark_x),
      "--mark-y": px(mark_y),
      "--top": px(upright?.[0] ?? 0),
      "--bottom": px(upright?.[1] ?? 0),
    })}><div class="probe" data-probe role=${heard ? "status" : nothing}><b>${title}</b><dl>${rows.map(
      ({ name, text, value }) =>
        html`<div><dt>${sentence(name)}</dt><dd data-value=${value ?? ""}>${text}</dd></div>`,
    )}</dl></div></div>`;
}
