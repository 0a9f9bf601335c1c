// Tables: runs that are kept, the racers, the stationary points.
import { html, nothing, type TemplateResult } from "lit-html";
import type { State } from "../../contract.js";
import { among, type Context } from "../context.js";
import { sentence, words } from "../texts/words.js";

const column = (key: string) => html`<th scope="col" ${words({ text: key })}></th>`;

/** The runs that are kept, beside the present one: what each has come to, and what differs. */
export function kept(it: Context): TemplateResult {
  const { runs, share } = it.state.kept;
  return html`<table class="kept" data-kept ?hidden=${!among(it, "network") || !runs.length}>
    <caption ${words({ text: "kept" })}></caption>
    <thead><tr>${["kept_run", "iteration", "train", "test"].map(column)}<th scope="col" data-kept-share>${share}</th></tr></thead>
    ${runs.map((run, index) => keptRun(it, run, index))}
  </table>`;
}

function keptRun(it: Context, run: State["kept"]["runs"][number], index: number): TemplateResult {
  const { sign, mark, name, numbers, values, told } = run;
  const cells = numbers.map((number) => html`<td>${number}</td>`);
  // The present run has no mark.
  if (!mark) {
    return html`<tbody data-values=${JSON.stringify(values)}><tr><th scope="rowgroup">${name}</th>${cells}</tr></tbody>`;
  }
  const remove = `${it.text("kept_remove")} ${name}`;
  return html`<tbody data-values=${JSON.stringify(values)}><tr><th scope="rowgroup"><button type="button" title=${it.text("kept_open_hint")}
    aria-label=${it.text("kept_open", { number: name })} @click=${() => it.attempt(() => it.figure.openKept(index - 1))}><span
    class="sign ${sign}">${mark}</span> ${name}</button></th>${cells}</tr><tr><td colspan="5">${told} <button type="button"
    aria-label=${remove} @click=${() => it.attempt(() => it.figure.dropKept(index - 1))}>${it.text("kept_remove")}</button></td></tr></tbody>`;
}

/** Who races, where they are and how they stand. */
export const racers = (
  it: Context,
): TemplateResult => html`<table class="racers" data-racers ?hidden=${!among(it, "line", "plane")}>
  <caption ${words({ text: "race_table" })}></caption>
  <thead><tr>${["race_who", "spot_value"].map(column)}</tr></thead>
  ${it.state.racers.map(
    ({
      sign,
      mark,
      name,
      height,
      told,
      x,
      value,
    }) => html`<tbody data-value=${JSON.stringify([x, value])}><tr><th scope="rowgroup"><span
      class="sign ${sign}">${mark}</span> ${name}</th><td>${height}</td></tr><tr><td colspan="2">${told}</td></tr></tbody>`,
  )}
</table>`;

/** A function's stationary points, those of a kind together. */
export function spots(it: Context): TemplateResult {
  const { spots } = it.state.function;
  const hidden = !among(it, "line", "plane");
  const kinds = [...new Set(spots.map(({ name }) => name))];
  return html`<table data-spots ?hidden=${hidden}>
      <caption><span ${words({ text: "spots" })}></span> <small data-note="spots_note">${sentence(it.state.notes.spots_note)}</small></caption>
      <thead><tr>${["spot_at", "spot_value"].map(column)}</tr></thead>
      ${kinds.map((kind) => {
        const of = spots.filter(({ name }) => name === kind);
        return html`<tbody><tr><th colspan="2" scope="rowgroup">${of[0]?.sign} ${kind}</th></tr>${of.map(
          ({ place, value }) => html`<tr><td>${place}</td><td>${value}</td></tr>`,
        )}</tbody>`;
      })}
    </table>
    <p data-note="spots_rest" ?hidden=${hidden}>${sentence(it.state.notes.spots_rest) ?? nothing}</p>`;
}
