// The list of all keys.
import { html, nothing, type TemplateResult } from "lit-html";
import type { Context } from "../context.js";
import { KEYS, type Key } from "../keys.js";
import { words } from "../texts/words.js";

export const keysDialogue = (it: Context): TemplateResult =>
  html`<dialog class="sheet keys" aria-labelledby="keys-title" data-overlay @close=${() => it.update({ keys: false })}
    @keydown=${(event: Event) => event.stopPropagation()}>${it.ui.keys ? content(it) : nothing}</dialog>`;

const content = (
  it: Context,
) => html`<div class="top"><h3 id="keys-title" ${words({ text: "keys_title" })}></h3>
    <form method="dialog"><button ${words({ text: "keys_close" })}></button></form></div>
  <p class="note" ${words({ text: "keys_focus" })}></p>
  <table><thead><tr><th scope="col" ${words({ text: "keys_key" })}></th><th scope="col" ${words({ text: "keys_does" })}></th></tr></thead>
    <tbody>${KEYS.map((key) => row(it, key))}</tbody></table>`;

const row = (it: Context, { shown, does }: Key) =>
  html`<tr data-does=${does}><th scope="row">${shown.map(
    (key) => html`<kbd>${it.speech.known(key) ? it.text(key) : key}</kbd> `,
  )}</th><td>${it.text(does)}</td></tr>`;
