// The head: name, task, scenes, theme; the sentence; the formulas' place is below it.
import { html, type TemplateResult } from "lit-html";
import { act } from "../actions.js";
import { among, type Context, one, region } from "../context.js";
import { sentence, text, words } from "../words.js";
import { button, list } from "./controls.js";

export const head = (it: Context): unknown => {
  const { scene, options, notes, controls } = it.state;
  return region(it, [scene, options, notes, controls], () => {
    return html`<header class="head">
      <h2><span ${words({ text: "name" })}></span> <small data-note="task">${sentence(notes.task)}</small></h2>
      <nav class="scenes" ${words({ label: "scenes" })} data-scenes>${options.scenes.map((id) => scenes(it, id))}</nav>
      <p class="status"><b ?hidden=${!among(it, "network")} data-note="right_share">${sentence(notes.right_share)}</b></p>
      ${list(it, "theme")}
      ${button(it, "share", { text: "share", hint: "share_hint" })}
    </header>`;
  });
};

const scenes = (
  it: Context,
  id: string,
): TemplateResult => html`<button type="button" data-scene=${id}
  aria-pressed=${String(id === it.state.scene.id)} @click=${() => {
    it.attempt(() => it.figure.set("scene", id));
    one(it, `[data-scene=${id}]`).focus();
  }}>${text(`scene_${id}`)}</button>`;

/** The one sentence; what could not be done; and smaller steps, where they might go on. */
export const headline = (it: Context): unknown => {
  const { sentence: said, playback, scene } = it.state;
  return region(
    it,
    [said, playback, scene],
    () => html`<p class="sentence" data-sentence aria-live=${playback.playing ? "off" : "polite"}>${sentence(said)}</p>
    <button type="button" class="halve" data-action="halve" ?hidden=${!playback.can_halve} ${words({ hint: "halve_hint" })}
      @click=${() => act(it, "halve")}><span ${words({ text: among(it, "network") ? "halve_network" : "halve" })}></span></button>
    <p class="problem" data-problem role="alert" ?hidden=${!it.ui.problem}>${it.ui.problem}</p>`,
  );
};
