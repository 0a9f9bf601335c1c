// The stage: a figure for each picture, and the facts beside them.
import { html, nothing, type TemplateResult } from "lit-html";
import type { Mode } from "../../contract.js";
import { act } from "../actions.js";
import { among, type Context, one, region } from "../context.js";
import { styles } from "../directives.js";
import { togglePainting } from "../hand/painting.js";
import { legend, sentence, plain as spoken, words } from "../texts/words.js";
import { button, hintOf, input, isLocked, select, slider, toggle } from "./controls.js";
import { drawers, facts } from "./facts.js";
import { layers } from "./layers.js";
import { type Pictured, picture } from "./picture.js";
import { isPresented } from "./presenter.js";

/** The tabs, where one picture is shown at a time: the modes that have them, and their text. */
const TABS: [tab: string, modes: Mode[], text: (mode: Mode) => string][] = [
  ["curve", ["network", "line"], () => "curve"],
  ["map", ["network", "plane", "neuron"], () => "map"],
  ["surface", ["network", "plane", "neuron"], () => "surface"],
  ["boundary", ["network", "neuron"], (mode) => (mode === "neuron" ? "neuron_tab" : "boundary")],
  ["diagram", ["network"], () => "diagram"],
  ["chart", ["network"], () => "chart"],
  ["facts", ["network", "line", "plane", "neuron"], () => "facts"],
];

/** The first tab of a mode. */
export const firstTab = (mode: Mode) => TABS.find(([, modes]) => modes.includes(mode))?.[0] ?? "";

export const tabs = (it: Context): unknown =>
  region(it, [it.state.scene], () => {
    const { mode } = it.state.scene;
    const here = TABS.filter(([, modes]) => modes.includes(mode));
    const walk = ({ key, currentTarget }: KeyboardEvent) => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[key];
      if (!by) return;
      const all = [...it.root.querySelectorAll<HTMLElement>("[data-tab]")];
      const to = all.at((all.indexOf(currentTarget as HTMLElement) + by) % all.length);
      to?.click();
      to?.focus();
    };
    return html`<div class="tabs" role="tablist" ${words({ label: "views" })}>${here.map(
      ([
        tab,
        ,
        text,
      ]) => html`<button type="button" role="tab" data-tab=${tab} aria-selected=${String(tab === it.ui.tab)}
        tabindex=${tab === it.ui.tab ? 0 : -1} @click=${() => it.open(tab)} @keydown=${walk}
        ><span ${words({ text: text(mode) })}></span></button>`,
    )}</div>`;
  });

interface Panel extends Pictured {
  view: string;
  modes: Mode[];
  /** The tab that shows it, if not one of its own. */
  tab?: string;
  /** What stands in the caption and above the picture. */
  caption: (it: Context) => unknown;
  above?: (it: Context) => unknown;
  /** The groups of the state that these show. */
  groups: (it: Context) => unknown[];
}

const notes = ({ state }: Context) => [state.notes];

const note = (it: Context, key: string, live?: "polite" | "off") =>
  html`<span data-note=${key} aria-live=${live ?? nothing}>${legend(it.state.notes[key])}</span>`;

/** Which minimum a start comes to. */
const starts = (it: Context) =>
  html`<span class="starts" data-note="starts">${sentence(it.state.notes.starts)}</span>`;

const title = (key: string, hint?: string) => html`<b ${words({ text: key, hint })}></b> `;
const plain = (key: string) => html`<span ${words({ text: key })}></span>`;

const TURNS: [turn: [number, number], label: string, sign: string][] = [
  [[20, 0], "turn_left", "←"],
  [[-20, 0], "turn_right", "→"],
  [[0, 12], "turn_up", "↑"],
  [[0, -12], "turn_down", "↓"],
];

const PANELS: Panel[] = [
  {
    view: "curve",
    modes: ["network", "line"],
    role: "application",
    label: (mode) => (mode === "line" ? "line_label" : "curve_label"),
    groups: notes,
    caption: (it) =>
      html`${title(among(it, "line") ? "line_title" : "curve_title")}${note(it, "curve_note")} ${among(it, "line") ? starts(it) : nothing}`,
  },
  {
    view: "derivative",
    tab: "curve",
    modes: ["line"],
    role: "img",
    still: true,
    label: () => "derivative_label",
    groups: () => [],
    caption: () => html`${title("derivative_title")}${plain("derivative_note")}`,
  },
  {
    view: "map",
    modes: ["network", "plane", "neuron"],
    role: "application",
    label: (mode) =>
      ({ plane: "plane_map_label", neuron: "neuron_map_label" })[mode as "plane"] ?? "map_label",
    groups: ({ state }) => [state.notes, state.controls, state.options],
    caption: (it) => html`<span class="turns" ?hidden=${!among(it, "network")}>
        <span ${words({ hint: "plane_hint" })}>${select(it, "plane", "plane")}</span>
        ${hold(it)}
      </span>
      ${landscapes(it)}${title(among(it, "network") ? "plane_title" : "map_title")}${note(it, "map_note")} ${among(it, "plane") ? starts(it) : nothing}`,
  },
  {
    view: "boundary",
    modes: ["network", "neuron"],
    role: "application",
    label: (mode) => (mode === "neuron" ? "neuron_label" : "boundary_label"),
    says: (it) =>
      among(it, "neuron") ? spoken(it.state.sentence) : `${spoken(it.state.notes.right_share)}.`,
    groups: ({ state }) => [state.notes, state.controls, state.painting, state.epoch],
    caption: (
      it,
    ) => html`<button type="button" class="keep" ?hidden=${!among(it, "network")} data-paint="toggle" aria-pressed=${String(!!it.state.painting)}
        ?disabled=${isLocked(it, "data")} ${words({ text: "paint", hint: hintOf(it, "data", "paint_hint") })} @click=${() => togglePainting(it)}></button>${toggle(it, "errors", { modes: ["network"], className: "keep" })}${title(
          among(it, "neuron") ? "neuron_title" : "boundary_title",
        )}${note(it, "boundary_note", it.state.painting ? "polite" : "off")}`,
    above: (it) => html`${brushes(it)}${visits(it)}`,
  },
  {
    view: "surface",
    modes: ["network", "plane", "neuron"],
    role: "application",
    label: (mode) =>
      ({ plane: "plane_surface_label", neuron: "neuron_surface_label" })[mode as "plane"] ??
      "surface_label",
    groups: notes,
    caption: (it) => html`
      <span class="turns" data-overlay>${TURNS.map(
        ([
          turn,
          label,
          sign,
        ]) => html`<button type="button" data-turn=${turn.join(" ")} ${words({ label })}
          @click=${() => it.run(() => it.figure.turn(...turn))}>${sign}</button>`,
      )}${button(it, "turnBack", { label: "turn_back", sign: "↺" })}</span>
      ${landscapes(it)}${title(among(it, "network") ? "plane_title" : "surface_title")}${note(it, "surface_note")}`,
  },
  {
    view: "heights",
    tab: "facts",
    modes: ["line", "plane"],
    role: "img",
    still: true,
    label: () => "heights_label",
    groups: () => [],
    caption: () => html`${title("heights_title")}${plain("heights_note")}`,
  },
  {
    view: "diagram",
    modes: ["network"],
    role: "slider",
    label: () => "diagram_label",
    groups: ({ state }) => [
      state.controls,
      state.sliders,
      state.layers,
      state.options,
      state.weights,
      state.notes,
    ],
    caption: (it) => html`<span class="hand" ${words({ hint: "weight_value_hint" })}>
        ${slider(it, "weight_value", "weight_value")}
        ${input(it, "weight_value")}
        ${toggle(it, "freeze")}
      </span>
      ${title("diagram_title", "diagram_hint")}${note(it, "diagram_note")}`,
    above: layers,
  },
  {
    view: "chart",
    modes: ["network"],
    role: "application",
    label: () => "chart_label",
    says: () => "",
    groups: ({ state }) => [state.notes, state.controls, state.options],
    caption: (
      it,
    ) => html`${button(it, "keep", { text: "keep", hint: "keep_hint", className: "keep" })}<span class="charts"
      ${words({ hint: "chart_hint" })}>${select(it, "chart", "chart")}</span><span class="charts" ?hidden=${!spaces(it)}
      ${words({ hint: "hidden_layer_hint" })} data-spaces> ${select(it, "hidden_layer", "hidden_layer")}</span> ${note(it, "chart_note")}`,
  },
];

/** Whether a mode has a picture. */
export const hasView = (view: string, mode: Mode) =>
  PANELS.some((of) => of.view === view && of.modes.includes(mode));

/** The landscape of a network or a neuron is one picture: in space, or from above. */
const landscapes = (it: Context) =>
  html`<span class="landscapes" role="group" ${words({ label: "landscape" })} ?hidden=${!among(it, "network", "neuron")}>${(
    ["surface", "map"] as const
  ).map(
    (
      view,
    ) => html`<button type="button" data-landscape=${view} aria-pressed=${String(it.ui.landscape === view)}
      ${words({ text: `landscape_${view}` })} @click=${() => {
        it.update({ landscape: view });
        // The other picture's button takes its place.
        one(it, `[data-panel=${view}] [data-landscape=${view}]`).focus();
      }}></button>`,
  )}</span>`;

/** Whether it is shown what a hidden layer makes of the inputs, and there is a choice of layers. */
function spaces({ state: { controls, options } }: Context): boolean {
  return controls.chart === "hidden_space" && (options.choices.hidden_layer?.length ?? 0) > 1;
}

const hold = (
  it: Context,
) => html`<button type="button" data-action="hold" aria-pressed=${String(it.state.controls.plane_at !== "")}
  ${words({ text: "hold", hint: "hold_hint" })} @click=${() => act(it, "hold")}></button>`;

/** The tools to paint with. */
function brushes(it: Context): TemplateResult {
  const { painting } = it.state;
  return html`<div class="brushes" role="group" ${words({ label: "brushes" })}>
    <span class="slot" data-tools>${painting?.tools.map(
      ([
        id,
        name,
      ]) => html`<button type="button" data-tool=${id} aria-pressed=${String(id === painting.tool)}
        @click=${() => it.run(() => it.figure.paintWith(id))}>${sentence(name)}</button>`,
    )}</span>
    <button type="button" data-paint="clear" ${words({ text: "paint_clear", hint: "paint_clear_hint" })}
      @click=${() => it.attempt(() => it.figure.clearPainted())}></button>
    <button type="button" data-paint="other" ${words({ hint: "paint_other_hint" })}
      @click=${() => it.attempt(() => it.figure.paintOther())}>${it.text(painting?.curve ? "paint_other_points" : "paint_other_curve")}</button>
  </div>`;
}

/** The share of the samples that this epoch has visited, and will have after the coming step. */
function visits(it: Context): TemplateResult {
  const {
    visits: [seen, soon],
    sees_all,
  } = it.state.epoch;
  return html`<div class="visits" ?hidden=${!among(it, "network")} ?data-all=${sees_all}><i data-visits ?hidden=${sees_all}
    ${styles({ "--seen": String(seen), "--soon": String(soon) })}></i>${note(it, "visits")}</div>`;
}

function panel(it: Context, of: Panel): unknown {
  const { view, modes, tab = view } = of;
  const { asked, probed } = it.ui;
  const told = asked?.view === view && [probed, it.state.playback];
  return region(
    it,
    [
      it.state.scene,
      it.state.presentation,
      ...of.groups(it),
      ...(told || []),
      it.state.playback.playing || it.state.sentence,
    ],
    () => html`<figure data-panel=${view} ?data-presented=${isPresented(it, view)}
    ?hidden=${!among(it, ...modes)} ?data-shown=${it.ui.enlarged ? it.ui.tab === view : it.ui.tab === tab || it.ui.tab === view}>
    <figcaption>${enlarge(it, view)}${of.caption(it)}</figcaption>
    ${of.above?.(it) ?? nothing}
    <div class="picture">${picture(it, view, of)}</div>
  </figure>`,
  );
}

function enlarge(it: Context, view: string): TemplateResult {
  const { enlarged } = it.ui;
  const name = it.text(enlarged ? "enlarge_back" : "enlarge");
  const picture = it.text(`${view}_title`) || it.text(view);
  const click = () => {
    if (enlarged) return it.update({ enlarged: false });
    it.open(view);
    it.update({ enlarged: true });
  };
  return html`<button type="button" class="enlarge" data-enlarge=${view} aria-label=${`${name}: ${picture}`} title=${name}
    aria-pressed=${String(enlarged)} @click=${click}>⤢</button>`;
}

export const stage = (
  it: Context,
): TemplateResult => html`<div class="stage" ?data-enlarged=${it.ui.enlarged} data-landscape=${it.ui.landscape}
  data-drawer=${it.ui.drawer || nothing}>
  ${PANELS.slice(0, 6).map((of) => panel(it, of))}
  ${facts(it)}
  ${PANELS.slice(6).map((of) => panel(it, of))}
  ${drawers(it)}
</div>`;
