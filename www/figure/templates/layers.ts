// The hidden layers' controls above the diagram, each above its column.
import { html, type TemplateResult } from "lit-html";
import type { State } from "../../contract.js";
import type { Context } from "../context.js";
import { choice, type Entry, styles, typed } from "../directives.js";
import type { Speech } from "../texts/language.js";
import { words } from "../texts/words.js";
import { isLocked, nameOf } from "./controls.js";

type Layers = NonNullable<State["layers"]>;

/** The names of the activations, and what they were made of. */
let activations: { ids?: string[]; speech?: Speech; entries: Entry[] } = { entries: [] };

function entries(it: Context): Entry[] {
  const { ids, speech } = activations;
  const { activation = [] } = it.state.options.choices;
  if (activation !== ids || speech !== it.speech) {
    const named = activation.map((value) => ({ value, text: nameOf(it, "activation", value) }));
    activations = { ids: activation, speech: it.speech, entries: named };
  }
  return activations.entries;
}

/** At a limit, a button says why it does no more. */
const hint = (it: Context, can: boolean, key: string, why: string, most?: number) =>
  can ? it.text(key) : it.text(why, { most: most ?? "" });

export function layers(it: Context): TemplateResult {
  const { layers } = it.state;
  const { fewer = true, more = true, most_layers } = layers ?? {};
  const end = (
    which: "fewer" | "more",
    can: boolean,
    why: string,
  ) => html`<button type="button" data-layer=${which}
    aria-disabled=${can ? "false" : "true"} ${words({ text: `layer_${which}` })} title=${hint(it, can, `layer_${which}_hint`, why, most_layers)}
    @click=${() => it.attempt(() => it.figure.addLayer(which === "more"))}></button>`;
  return html`<div class="layers" role="group" ${words({ label: "layers_edit" })} data-layers ?inert=${isLocked(it, "layers")} ?data-tight=${layers?.tight ?? false}
    ${styles({ "--room": `${layers?.room ?? 0}px` })}>
    ${end("fewer", fewer, "layers_fewest")}
    <span class="slot" data-each>${layers?.each.map((of, index) => layer(it, layers, of, index))}</span>
    ${end("more", more, "layers_most")}
  </div>`;
}

function layer(
  it: Context,
  all: Layers,
  of: Layers["each"][number],
  index: number,
): TemplateResult {
  const named = (key: string) => it.text(key, { layer: index + 1 });
  const add = (
    sign: string,
    key: string,
    by: number,
    can: boolean,
    why: string,
  ) => html`<button type="button"
    aria-label=${named(key)} aria-disabled=${can ? "false" : "true"} title=${hint(it, can, "units_hint", why, all.most_units)}
    @click=${() => it.attempt(() => it.figure.addUnits(index, by))}>${sign}</button>`;
  const set = (event: Event) => (event.currentTarget as HTMLInputElement).value;
  return html`<span class="layer" role="group" aria-label=${named("layer_of")} ${styles({ "--x": `${of.x}px` })}>${add(
    "−",
    "unit_fewer",
    -1,
    of.fewer,
    "units_fewest",
  )}<input type="text" inputmode="numeric" autocomplete="off" aria-label=${named("units_of")} title=${it.text("units_hint")}
    .value=${typed(String(of.units))} @change=${(event: Event) => it.attempt(() => it.figure.setUnits(index, set(event)))}>${add(
      "+",
      "unit_more",
      1,
      of.more,
      "units_most",
    )}<select aria-label=${named("activation_of")} title=${it.text("activation_of_hint")}
    ${choice(entries(it), of.activation)}
    @change=${(event: Event) => it.attempt(() => it.figure.setActivation(index, set(event)))}></select></span>`;
}
