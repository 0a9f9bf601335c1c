// The facts beside the pictures: kept runs, the four steps, the chain rule, tables, numbers.
import { html, nothing, type TemplateResult } from "lit-html";
import { among, type Context, type Drawer, region } from "../context.js";
import { typed } from "../directives.js";
import { sentence, words } from "../texts/words.js";
import { change, shown, slider } from "./controls.js";
import { picture } from "./picture.js";
import { kept, racers, spots } from "./tables.js";

export const facts = (
  it: Context,
): TemplateResult => html`<section class="facts" tabindex="0" data-panel="facts"
  ?data-shown=${it.ui.tab === "facts"} ${words({ label: "facts" })}>
  ${keptPictures(it)}
  ${region(it, [it.state.kept, it.state.scene], () => kept(it))}
  ${region(it, [it.state.steps, it.state.scene], () => steps(it))}
  ${region(it, [it.state.chain_rule, it.state.scene, it.state.controls], () => chainRule(it))}
  ${region(it, [it.state.sliders, it.state.scene, it.state.notes], () => found(it))}
  ${region(it, [it.state.racers, it.state.scene], () => racers(it))}
  ${region(it, [it.state.function, it.state.scene, it.state.notes], () => spots(it))}
  ${region(it, [it.state.numbers, it.state.epoch], () => numbers(it))}
  <p class="source" data-note="source">${region(it, [it.state.notes.source], () => sentence(it.state.notes.source))}</p>
</section>`;

function keptPictures(it: Context): unknown {
  const { runs } = it.state.kept;
  const hidden = !among(it, "network") || !runs.length;
  return region(
    it,
    [it.state.kept, it.state.scene, it.ui.asked?.view === "kept" && it.ui.probed],
    () => html`<div
    class="picture side" data-kept-pictures ?hidden=${hidden} ?data-many=${runs.length > 3} ${words({ hint: "kept_pictures_hint" })}>${picture(
      it,
      "kept",
      { still: true, label: () => "kept_pictures_label" },
    )}</div>`,
  );
}

const DRAWERS: Drawer[] = ["four_steps", "numbers", "kept"];

/** The handles of the drawer that holds the facts, where pictures are beside each other. */
export const drawers = (it: Context): unknown =>
  region(it, [it.state.scene, it.state.kept, it.state.racers], () => {
    const { drawer } = it.ui;
    const { kept, racers } = it.state;
    const full = (name: Drawer) =>
      ({
        four_steps: !leftOut(it, "four_steps") && !racers.length,
        numbers: true,
        kept: among(it, "network") && kept.runs.length > 0,
      })[name];
    return html`<div class="drawers" role="group" ${words({ label: "facts" })}>${DRAWERS.filter(
      full,
    ).map(
      (
        name,
      ) => html`<button type="button" data-drawer=${name} aria-expanded=${String(drawer === name)} ${words({ text: name })}
        @click=${() => it.update({ drawer: drawer === name ? "" : name })}></button>`,
    )}</div>`;
  });

/** A part that is left out in scenes that do not name it. */
const leftOut = (it: Context, part: string) => !it.state.scene.parts.includes(part);

/** The four steps with the numbers of the one at hand. */
const steps = (
  it: Context,
): TemplateResult => html`<div class="four" ?data-left-out=${leftOut(it, "four_steps")}>
  <h3 ${words({ text: "four_steps" })}></h3>
  <ol data-four>${it.state.steps.map(
    ({
      words: said,
      line,
      values,
      lit,
    }) => html`<li aria-current=${lit ? "step" : nothing} data-values=${JSON.stringify(values)}
      ><span>${sentence(said)}</span><code>${line}</code></li>`,
  )}</ol>
</div>`;

/** The four steps in one row above a network's pictures: how it is trained. */
export const cycle = (it: Context): unknown =>
  region(
    it,
    [it.state.steps, it.state.scene],
    () =>
      html`<ol class="cycle" data-cycle ?hidden=${!among(it, "network")} ${words({ label: "four_steps" })}>${it.state.steps.map(
        ({ words: said, lit }) =>
          html`<li aria-current=${lit ? "step" : nothing}><span>${sentence(said)}</span></li>`,
      )}</ol>`,
  );

/** The chain rule: a row for each factor and what comes of it; what is not known yet is empty. */
function chainRule(it: Context): TemplateResult {
  const { chain_rule: chain } = it.state;
  return html`<div class="chain" ?data-left-out=${leftOut(it, "chain")}>
    <h3><span ${words({ text: "chain_rule" })}></span> <label ${words({ hint: "sample_hint" })}><span ${words({ text: "sample" })}></span>
      <input type="number" min="1" id="sample" data-key="sample" ${words({ empty: "sample_all" })} .value=${typed(shown(it, "sample"))} @change=${change(it)}></label></h3>
    <table data-chain ?hidden=${!chain}><caption>${sentence(chain?.title)}</caption><tbody>${chain?.rows.map(
      ({
        key,
        sign,
        name,
        text,
        value,
      }) => html`<tr data-chain=${key}><th scope="row">${sign ? `${sign} ` : ""}${sentence(name)}</th><td
        data-value=${value ?? ""}>${text || "?"}</td></tr>`,
    )}</tbody></table>
  </div>`;
}

/** A neuron's weight and bias, as the ball is moved by sliders. */
const found = (
  it: Context,
): TemplateResult => html`<div class="found" ?hidden=${!among(it, "neuron")}>
  <h3 ${words({ text: "neuron_found" })}></h3>
  <label ${words({ hint: "neuron_found_hint" })}><span ${words({ text: "neuron_weight" })}></span>${slider(it, "ball_x")}</label>
  <label ${words({ hint: "neuron_found_hint" })}><span ${words({ text: "neuron_bias" })}></span>${slider(it, "ball_y")}</label>
</div>`;

/** The numbers: a row for each that there is. */
const numbers = (it: Context): TemplateResult =>
  html`<dl class="numbers" data-figures ${words({ label: "numbers" })}>${it.state.numbers.map(
    ({
      key,
      text: said,
      value,
      sign,
    }) => html`<div data-number=${key} ?hidden=${key === "batch_loss" && it.state.epoch.sees_all}><dt
    class=${sign ? `sign ${sign}` : nothing} title=${sign ? it.text(`sign_${sign}`) : nothing}>${it.text(key)}</dt><dd data-value=${value}>${said}</dd></div>`,
  )}</dl>`;
