// The dialogue that shows a picture, or the run, in numbers.
import { html, nothing, type TemplateResult } from "lit-html";
import type { DataTable } from "../../contract.js";
import { copyTable } from "../classroom/table.js";
import type { Context } from "../context.js";
import { choice } from "../directives.js";
import { shownViews } from "../embedding/image.js";
import { words } from "../texts/words.js";
import { pictureList } from "./controls.js";

export function tableDialogue(it: Context): TemplateResult {
  const { table } = it.ui;
  return html`<dialog class="sheet table" aria-labelledby="table-title" data-overlay @close=${() => it.update({ table: undefined })}
    @keydown=${(event: Event) => event.stopPropagation()}>${table === undefined ? nothing : content(it, table)}</dialog>`;
}

function content(it: Context, shown: string): TemplateResult {
  const table = it.figure.dataTable(shown);
  const choose = ({ currentTarget }: Event) =>
    it.update({ table: (currentTarget as HTMLSelectElement).value, copied: false });
  return html`<div class="top"><h3 id="table-title" ${words({ text: "table_title" })}></h3>
      <form method="dialog"><button ${words({ text: "table_close" })}></button></form></div>
    <div class="row">
      <label><span ${words({ text: "table_of" })}></span><select data-table-of ${choice(entries(it, shownViews(it)), shown)} @change=${choose}></select></label>
      <button type="button" data-table-copy ?disabled=${!table} @click=${() => copyTable(it, table?.csv ?? "")}>${it.text(it.ui.copied ? "share_copied" : "table_copy")}</button>
      <span role="status" class="note">${it.ui.copied ? it.text("share_copied") : ""}</span>
    </div>
    ${table ? rows(table) : html`<p ${words({ text: "table_none" })}></p>`}
    <p class="note" ${words({ text: "table_more" })}></p>`;
}

/** A table: the first cell of each row names it. */
export const rows = ({ caption, columns, rows }: DataTable): TemplateResult =>
  html`<div class="scrolled" tabindex="0" role="group" aria-label=${caption}><table class="data"><caption>${caption}</caption>
    <thead><tr>${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
    <tbody>${rows.map(
      ([name, ...cells]) =>
        html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`,
    )}</tbody></table></div>`;

/** The pictures in sight, and the run. */
const entries = pictureList((pictures, it) => [
  ...pictures,
  { value: "run", text: it.text("table_run") },
]);
