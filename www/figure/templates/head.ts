// The head: name, task, scenes, theme; the sentence; the formulas' place is below it.
import { html, nothing, type TemplateResult } from "lit-html";
import { act } from "../actions.js";
import { among, type Context, one, region } from "../context.js";
import { sentence, words } from "../texts/words.js";
import { button, isLocked, select } from "./controls.js";
import { icon } from "./icons.js";

export const head = (it: Context): unknown => {
  const { scene, options, notes, controls, playback, timeline, locked } = it.state;
  // Once one has seen it go, and it stands, the story goes on.
  const seen = timeline.at > 0 && !playback.playing;
  return region(it, [scene, options, notes, controls, seen, locked], () => {
    return html`<header class="head">
      <h2><span ${words({ text: "name" })}></span> <small data-note="task">${sentence(notes.task)}</small></h2>
      <nav class="scenes" ${words({ label: "scenes" })} data-scenes>${options.scenes.map((id) => scenes(it, id))}</nav>
      <p class="status"><b ?hidden=${!among(it, "network")} data-note="right_share">${sentence(notes.right_share)}</b></p>
      ${next(it, seen)}<span class="control" ${words({ hint: "theme_hint" })}>${select(it, "theme", "theme")}</span>
      ${button(it, "present", { label: "present", hint: "present_hint", sign: icon("screen"), className: "round" })}
      ${button(it, "share", { text: "share", hint: "share_hint" })}
    </header>`;
  });
};

const goTo = (it: Context, id: string) => () => {
  it.attempt(() => it.figure.set("scene", id));
  one(it, `[data-scene=${id}]`).focus();
};

const scenes = (
  it: Context,
  id: string,
): TemplateResult => html`<button type="button" data-scene=${id}
  aria-pressed=${String(id === it.state.scene.id)} ?disabled=${isLocked(it, "scene") && id !== it.state.scene.id} @click=${goTo(it, id)}>${it.text(`scene_${id}`)}</button>`;

/** The way to the next scene. */
function next(it: Context, seen: boolean): unknown {
  const { scene, options } = it.state;
  const id = options.scenes[options.scenes.indexOf(scene.id) + 1];
  return id && seen && !isLocked(it, "scene")
    ? html`<button type="button" class="next" data-next @click=${goTo(it, id)}>${it.text("next_scene", { scene: it.text(`scene_${id}`) })}</button>`
    : nothing;
}

/** The one sentence; what could not be done; and smaller steps, where they might go on. */
export const headline = (it: Context): unknown => {
  const { sentence: said, playback, scene, step_size_scale: scale } = it.state;
  // Where one that settles is known, it is offered in the place of smaller ones.
  const halves = playback.can_halve && !scale.settling;
  const settles = !!scale.settling && playback.lost && !isLocked(it, "learning_rate");
  return region(
    it,
    [said, playback, scene, scale],
    () => html`<p class="sentence" data-sentence aria-live=${playback.playing ? "off" : "polite"}>${sentence(said)}</p>
    <button type="button" class="halve" data-action="halve" ?hidden=${!halves} ${words({ hint: "halve_hint" })}
      @click=${() => act(it, "halve")}><span ${words({ text: among(it, "network") ? "halve_network" : "halve" })}></span></button>
    <button type="button" class="halve" data-action="settle" ?hidden=${!settles} ${words({ hint: "settle_hint" })}
      @click=${() => act(it, "settle")}>${it.text("settle", { rate: scale.settling ?? "" })}</button>
    <p class="problem" data-problem role="alert" ?hidden=${!it.ui.problem}>${it.ui.problem}</p>`,
  );
};

/** What is to be reached, and how far the run has come with it. */
export const goal = (it: Context): unknown => {
  const { goal, playback } = it.state;
  return region(it, [goal, playback.playing], () =>
    goal
      ? html`<p class="goal" data-goal=${goal.standing}><span aria-live=${playback.playing ? "off" : "polite"}>${goal.text}</span>
    ${button(it, "result", { text: "class_result", hint: "class_result_hint" })}</p>`
      : nothing,
  );
};
