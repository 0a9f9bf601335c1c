// What only paper shows: settings, the run in numbers, the link and its code; or the stills of a handout.
import { html, nothing, type TemplateResult } from "lit-html";
import type { Context } from "../context.js";
import { home } from "../embedding/share.js";
import { words } from "../texts/words.js";
import { qr } from "./classroom.js";
import { nameOf } from "./controls.js";
import { rows } from "./table.js";

export function paper(it: Context): TemplateResult {
  const { handout } = it.ui;
  const run = it.figure.dataTable("run");
  const link = linked(it);
  return html`<div class="paper">
    ${handout.length ? html`<div class="handout">${handout.map(({ picture, caption }) => html`<figure>${picture}<figcaption>${caption}</figcaption></figure>`)}</div>` : nothing}
    <section><h3 ${words({ text: "paper_settings" })}></h3><dl class="settings">${settings(it).map(
      ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
    )}</dl></section>
    ${run && !handout.length ? rows(run) : nothing}
    ${link ? html`<section class="linked"><h3 ${words({ text: "paper_link" })}></h3>${qr(it, link)}<p class="address">${link}</p></section>` : nothing}
  </div>`;
}

/** The link to this very step; none if it is too long for one. */
function linked(it: Context): string {
  try {
    const query = it.figure.link();
    return `${home(it)}${query && `?${query}`}`;
  } catch {
    return "";
  }
}

/** The settings that there are here, by the names of their controls. */
function settings(it: Context): [string, string][] {
  const { control_list, controls, weights } = it.state;
  const all = control_list
    .filter(({ section }) => section !== "head")
    .map(({ key, kind, text: name }): [string, string] => {
      const value = controls[key] ?? "";
      const shown = kind === "weight" ? weights[Number(value)] : value && nameOf(it, key, value);
      return [it.text(name) || name.replaceAll("_", " "), shown ?? ""];
    })
    .filter(([, value]) => value && value !== "false")
    .map(([name, value]): [string, string] => [name, value === "true" ? "✓" : value]);
  return all.filter(([name], at) => all.findIndex(([other]) => other === name) === at);
}
