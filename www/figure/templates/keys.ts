// The list of all keys.
import { html, nothing, type TemplateResult } from "lit-html";
import type { Context } from "../context.js";
import { KEYS, type Key } from "../keys.js";
import { known, text, words } from "../words.js";

export const keysDialogue = (it: Context): TemplateResult =>
  html`<dialog class="keys" aria-labelledby="keys-title" data-overlay @close=${() => it.update({ keys: false })}
    @keydown=${(event: Event) => event.stopPropagation()}>${it.ui.keys ? content() : nothing}</dialog>`;

const content =
  () => html`<div class="top"><h3 id="keys-title" ${words({ text: "keys_title" })}></h3>
    <form method="dialog"><button ${words({ text: "keys_close" })}></button></form></div>
  <p class="note" ${words({ text: "keys_focus" })}></p>
  <table><thead><tr><th scope="col" ${words({ text: "keys_key" })}></th><th scope="col" ${words({ text: "keys_does" })}></th></tr></thead>
    <tbody>${KEYS.filter(({ exists = true }) => exists).map(row)}</tbody></table>`;

const row = ({ shown, does }: Key) =>
  html`<tr data-does=${does}><th scope="row">${shown.map(
    (key) => html`<kbd>${known(key) ? text(key) : key}</kbd> `,
  )}</th><td>${text(does)}</td></tr>`;
