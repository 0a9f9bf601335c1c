// The bar below the stage: transport, timeline, the scene's own controls, and More.
import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import type { Mode } from "../../contract.js";
import { act } from "../actions.js";
import { among, type Context, region } from "../context.js";
import { choice, styles } from "../directives.js";
import { sentence, words } from "../texts/words.js";
import {
  button,
  change,
  field,
  foreign,
  hintOf,
  input,
  isLocked,
  list,
  select,
  slider,
  toggle,
} from "./controls.js";
import { functionField } from "./formula.js";
import { icon } from "./icons.js";
import { more } from "./more.js";

const BALL: Mode[] = ["line", "plane"];
const NETS: Mode[] = ["network", "neuron"];
const NETWORK: Mode[] = ["network"];

/** The controls that a scene may have in sight, in their order; the others stand under More. */
const PARTS: [part: string, control: (it: Context) => unknown][] = [
  [
    "pace",
    (
      it,
    ) => html`<label class="control pace" ?hidden=${foreign(it, NETWORK)} ${words({ hint: "iterations_per_frame_hint" })}><span
    ${words({ text: "pace" })}></span>${select(it, "iterations_per_frame")}</label>`,
  ],
  ["predict", (it) => toggle(it, "predict", { modes: BALL })],
  [
    "secant",
    (
      it,
    ) => html`<label class="control wide" data-part="secant" ?hidden=${foreign(it, ["line"])} ${words({ hint: "secant_hint" })}><span
    ${words({ text: "secant" })}></span>
    <span class="pair">${slider(it, "secant", "secant")}${input(it, "secant", "decimal")}</span></label>`,
  ],
  [
    "chosen",
    (it) =>
      html`<b class="chosen" ?hidden=${foreign(it, ["neuron"])} ${words({ text: "neuron_chosen" })}></b>`,
  ],
  ["data", (it) => list(it, "data", { modes: NETS })],
  ["cost", (it) => list(it, "cost", { modes: NETS })],
  ["step_size", stepSize],
  ["step_size", outcomes],
  ["function", functionField],
  [
    "four_steps",
    (it) =>
      button(it, "part", { text: "part", hint: "part_hint", disabled: it.state.playback.diverged }),
  ],
  ["basins", (it) => toggle(it, "basins", { modes: BALL })],
  ["iterations", (it) => field(it, "iterations", { size: 4, inputmode: "numeric" })],
  ["optimizer", (it) => (among(it, "line", "plane") ? list(it, "optimizer") : nothing)],
  ["batch_size", (it) => field(it, "batch_size", { modes: NETS, size: 4, inputmode: "numeric" })],
  ["examples", (it) => list(it, "example", { modes: NETWORK })],
  ["weight", (it) => weights(it, "weight")],
  ["second_weight", (it) => weights(it, "second_weight")],
  ["race", races],
  [
    "race",
    (
      it,
    ) => html`<button type="button" ?hidden=${foreign(it, BALL)} data-action="dropTen" aria-pressed=${String(it.state.controls.race === "starts")}
    ?disabled=${isLocked(it, "race")} ${words({ text: "drop_ten", hint: hintOf(it, "race", "drop_ten_hint") })} @click=${() => act(it, "dropTen")}></button>`,
  ],
];

export const bar = (it: Context): TemplateResult => html`<div class="bar">
  <p class="hint" data-hinting data-overlay role="status" ?hidden=${!it.ui.hint}>${it.ui.hint}</p>
  ${transport(it)}${timeline(it)}${recomputation(it)}
  <p class="reduced" ${words({ text: "reduced_motion" })}></p>
  ${controls(it)}
</div>`;

const transport = (it: Context): unknown => {
  const { playback, scene, timeline } = it.state;
  const { playing, diverged, can_undo } = playback;
  return region(
    it,
    [playback, scene, timeline.at === 0, timeline.furthest === 0],
    () => html`<div class="transport">
    <button type="button" class="round primary" data-action="toggle" ?disabled=${diverged} ${words({ label: playing ? "pause" : scene.play, hint: "play_hint" })}
      @click=${() => act(it, "toggle")}>${icon(playing ? "pause" : "play")}</button>
    ${button(it, "stepBack", { label: "step_back", hint: "step_back_hint", sign: icon("back"), className: "round", disabled: timeline.at === 0 })}
    ${button(it, "step", { label: "step", hint: "step_hint", sign: icon("forward"), className: "round", disabled: diverged })}
    ${button(it, "reset", { text: "reset", hint: "reset_hint", className: "plain", disabled: timeline.furthest === 0 && !diverged })}
    ${button(it, "undo", { text: "undo", hint: "undo_hint", className: "plain", disabled: !can_undo })}
  </div>`,
  );
};

/** Where one is in the run, and where one can go. */
const timeline = (it: Context): unknown => {
  const { at, furthest, rose, text: told } = it.state.timeline;
  return region(
    it,
    [it.state.timeline],
    () => html`<div class="control time" ${words({ hint: "timeline_hint" })}><span><b data-time>${told}</b><button
      type="button" class="link" data-action="toRose" ${words({ hint: "rose_hint" })} ?hidden=${rose === null}
      @click=${() => act(it, "toRose")}>${it.text("rose", { iteration: rose ?? "" })}</button></span>
    <span class="pair">
      ${button(it, "toStart", { label: "to_start", sign: "⇤", disabled: at === 0 })}
      <input type="range" min="0" data-timeline ${words({ label: "timeline" })} .max=${String(furthest)} .value=${live(String(at))}
        aria-valuetext=${told} ?disabled=${furthest === 0} @input=${({ currentTarget }: Event) =>
          it.run(() => it.figure.seek((currentTarget as HTMLInputElement).valueAsNumber))}>
      ${button(it, "toEnd", { label: "to_end", sign: "⇥", disabled: at === furthest })}
    </span>
  </div>`,
  );
};

/** How far it has come with what is computed again, and a way to stop it. */
const recomputation = (it: Context): unknown => {
  const { recomputation } = it.state;
  return region(it, [recomputation], () =>
    recomputation
      ? html`<div class="control" data-recomputation><label>${recomputation.text}
    <progress max="1" .value=${recomputation.share}></progress></label>
    ${button(it, "stopRecomputing", { text: "stop_recomputing", hint: "stop_recomputing_hint" })}</div>`
      : nothing,
  );
};

function controls(it: Context): unknown {
  const { state } = it;
  const {
    scene,
    weights: names,
    options,
    step_size_scale,
    playback,
    function: of,
    hyperparameters,
    features,
    table,
  } = state;
  // While it plays, notes change with each frame: those that are shown here change seldom.
  const shown = ["dial_here", "dial_rule", "watch", "budget", "formulas"].map((key) =>
    (state.notes[key] ?? []).map(({ text }) => text).join(""),
  );
  const groups = [
    scene,
    names,
    options,
    step_size_scale,
    playback.diverged,
    of,
    hyperparameters,
    features,
    table,
    state.locked,
  ];
  return region(
    it,
    [...groups, state.presentation, state.controls, state.sliders, ...shown],
    () => {
      const part = ([name, control]: (typeof PARTS)[number]) =>
        html`<span class="slot" data-part=${name}>${control(it)}</span>`;
      const inSight = ([name]: (typeof PARTS)[number]) => scene.parts.includes(name);
      return html`<div class="slot" data-controls>${PARTS.filter(inSight).map(part)}</div>
      <span class="slot" ?hidden=${!of.conditioned} data-conditioned>${of.conditioned ? field(it, "condition_number", { size: 6, inputmode: "decimal" }) : nothing}</span>
      <p class="watch" ?hidden=${!state.locked} data-locked>${state.locked?.text}</p>
      <p class="watch" ?hidden=${foreign(it, NETWORK)} data-note="watch" aria-live="polite">${sentence(state.notes.watch)}</p>
      <p class="watch" ?hidden=${foreign(it, NETWORK)} data-note="budget" aria-live="polite">${sentence(state.notes.budget)}</p>
      <button type="button" data-action="more" aria-expanded=${String(it.ui.more)} ${words({ text: it.ui.more ? "less" : "more", hint: "more_hint" })}
        @click=${() => act(it, "more")}></button>
      <div class="more" data-more ?hidden=${!it.ui.more}>
        <div class="slot" data-away>${PARTS.filter((of) => !inSight(of)).map(part)}</div>
        ${more(it)}
      </div>`;
    },
  );
}

const named = new WeakMap<string[], { value: string; text: string }[]>();

/** The entries of a list of weights. */
function weightEntries(names: string[]) {
  const made = named.get(names) ?? names.map((text, index) => ({ value: String(index), text }));
  named.set(names, made);
  return made;
}

const weights = (
  it: Context,
  key: string,
) => html`<label class="control" ?hidden=${foreign(it, NETWORK)} ${words({ hint: `${key}_hint` })}><span
  ${words({ text: key })}></span>
  <select id=${key} data-key=${key} data-weights ${choice(weightEntries(it.state.weights), it.state.controls[key] ?? "")} @change=${change(it)}></select></label>`;

const raced = new WeakMap<object, { value: string; text: string }[]>();

function races(it: Context): TemplateResult {
  const { races: offered } = it.state.options;
  const entries = raced.get(offered) ?? offered.map(([value, text]) => ({ value, text }));
  raced.set(offered, entries);
  return html`<label class="control" ?hidden=${foreign(it, BALL)} ${words({ hint: hintOf(it, "race", "race_hint") })}><span ${words({ text: "race" })}></span><select
    data-races ?disabled=${isLocked(it, "race")} ${choice(entries, it.state.controls.race ?? "")} @change=${({
      currentTarget,
    }: Event) =>
      it.attempt(() =>
        it.figure.set("race", (currentTarget as HTMLSelectElement).value),
      )}></select></label>`;
}

/** The step size, with what comes of each along its slider. */
function stepSize(it: Context): TemplateResult {
  const { places, label, overshoots, settles } = it.state.step_size_scale;
  const limit = (mark: string, at: number | null) =>
    at === null ? nothing : html`<i data-limit=${mark} ${styles({ "--at": String(at) })}></i>`;
  return html`<label class="control wide" ${words({ hint: hintOf(it, "learning_rate", "learning_rate_hint") })}><span ${words({ text: among(it, "network") ? "learning_rate" : "step_size" })}></span>
    <span class="pair">
      <span class="sliding">${slider(it, "learning_rate", "learning_rate")}<span class="ends" data-dial ?hidden=${foreign(it, BALL)} role="img" aria-label=${label}>${places.map(
        ({ end, title }) => html`<i data-end=${end} title=${title}></i>`,
      )}${limit("overshoots", overshoots)}${limit("settles", settles)}</span></span>
      ${input(it, "learning_rate", "decimal")}
    </span></label>`;
}

/** What comes of the present step size, the signs along the slider, and the rule behind them. */
function outcomes(it: Context): TemplateResult {
  const ends = ["crawls", "settles", "bounces", "leaves", "stops"];
  return html`<p class="told" ?hidden=${foreign(it, BALL)}><b data-note="dial_here">${sentence(it.state.notes.dial_here)}</b> ${ends.map(
    (end) => html`<span data-end=${end} ${words({ text: `dial_${end}` })}></span>`,
  )} <span data-note="dial_rule">${sentence(it.state.notes.dial_rule)}</span></p>`;
}
