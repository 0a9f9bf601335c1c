// The part of the dialogue to share that is for a class.
import { html, nothing, svg, type TemplateResult } from "lit-html";
import { checked, classed, enlarge, group } from "../classroom/classroom.js";
import { among, type Context, type Sharing } from "../context.js";
import { choice, type Entry } from "../directives.js";
import { worded, words } from "../texts/words.js";
import { code } from "./share.js";

/** A pupil's own code, where the link has a goal. */
export function result(it: Context): unknown {
  const { goal } = it.state;
  if (!goal) return nothing;
  const made = it.figure.resultCode();
  return html`<section class="result"><p><b>${goal.text}</b></p>
    ${
      made
        ? html`${code(it, "class_code", made, it.ui.sharing?.copied === "class_code")}<p class="note" ${words({ text: "class_code_about" })}></p>`
        : html`<p class="note" ${words({ text: "class_code_none" })}></p>`
    }</section>`;
}

export function classLink(it: Context, sharing: Sharing): TemplateResult {
  const { group: of, copied } = sharing;
  const made = classed(it, sharing);
  const all = of.lock.includes("all");
  return html`<details class="class" data-class><summary ${words({ text: "class" })}></summary>
    <p class="note" ${words({ text: "class_about" })}></p>
    <fieldset><legend ${words({ text: "class_lock" })}></legend>
      <label class="check"><input type="checkbox" data-lock="all" .checked=${all}
        @change=${() => group(it, { lock: all ? [] : ["all"] })}><span ${words({ text: "class_all" })}></span></label>
      ${all ? nothing : it.figure.lockable().map(([key, name]) => lock(it, of.lock, key, name))}</fieldset>
    <div class="row">
      <label><span ${words({ text: "class_goal" })}></span><select data-class="target" ${choice(goals(it), of.target)}
        @change=${({ currentTarget }: Event) => group(it, { target: (currentTarget as HTMLSelectElement).value })}></select></label>
      ${of.target && of.target !== "lowest" ? typed(it, sharing, "below", "decimal") : nothing}
      ${of.target ? typed(it, sharing, "within", "numeric") : nothing}
      ${typed(it, sharing, "seed", "numeric")}
    </div>
    ${
      "problem" in made
        ? html`<p class="note" role="status" data-class="problem">${made.problem}</p>`
        : html`${code(it, "class_link", made.link, copied === "class_link")}
          ${qrCode(it, made.link, of.large)}
          ${of.target ? lookUp(it, made.query, of.code) : nothing}`
    }</details>`;
}

const lock = (it: Context, locked: string[], key: string, name: string) =>
  html`<label class="check"><input type="checkbox" data-lock=${key} .checked=${locked.includes(key)}
    @change=${() =>
      group(it, {
        lock: locked.includes(key) ? locked.filter((other) => other !== key) : [...locked, key],
      })}>${name}</label>`;

/** The goals that a run can have, of a ball and of a network. */
const [ballGoals, networkGoals] = [
  ["height", "lowest"],
  ["loss", "test_loss"],
].map((targets) =>
  worded((it): Entry[] => [
    { value: "", text: it.text("class_goal_none") },
    ...targets.map((target) => ({
      // Of a ball, the loss is its height.
      value: target === "height" ? "loss" : target,
      text: it.text(`class_goal_${target}`),
    })),
  ]),
) as [(it: Context) => Entry[], (it: Context) => Entry[]];

/** The goals that a run can have here. */
const goals = (it: Context) => (among(it, "line", "plane") ? ballGoals(it) : networkGoals(it));

const typed = (
  it: Context,
  { group: of }: Sharing,
  key: "below" | "within" | "seed",
  inputmode: string,
) => html`<label><span ${words({ text: key === "seed" ? "seed" : `class_${key}` })}></span><input type="text" size="8"
    inputmode=${inputmode} autocomplete="off" data-class=${key} ${words({ empty: key === "within" ? "class_within_empty" : undefined })}
    .value=${of[key]} @change=${({ currentTarget }: Event) => group(it, { [key]: (currentTarget as HTMLInputElement).value })}></label>`;

/** A text as a QR code, dark on white in every theme: readers need that. */
export function qr(it: Context, link: string): unknown {
  const made = it.figure.qr(link);
  return made
    ? html`<svg class="qr" viewBox=${made.view_box} role="img" aria-label=${it.text("class_qr")}>${svg`<path class="ground" d="M-9 -9h999v999h-999z"></path><path d=${made.path}></path>`}</svg>`
    : nothing;
}

function qrCode(it: Context, link: string, large: boolean): TemplateResult {
  const small = qr(it, link);
  if (small === nothing) return html`<p class="note" ${words({ text: "class_qr_long" })}></p>`;
  return html`<div class="row">${small}<button type="button" data-qr ${words({ text: "class_qr_large" })} @click=${() => enlarge(it)}></button></div>
    <dialog class="large" aria-label=${it.text("class_qr")} @close=${() => group(it, { large: false })}>${
      large
        ? html`<div class="whole">${qr(it, link)}<p>${link}</p><form method="dialog"><button ${words({ text: "class_qr_back" })}></button></form></div>`
        : nothing
    }</dialog>`;
}

const lookUp = (it: Context, query: string, code: string) =>
  html`<div class="row"><label ${words({ hint: "class_check_hint" })}><span ${words({ text: "class_check" })}></span><input type="text" size="10"
    autocomplete="off" autocapitalize="characters" spellcheck="false" data-class="code" .value=${code}
    @input=${({ currentTarget }: Event) => group(it, { code: (currentTarget as HTMLInputElement).value })}></label>
    <p role="status" data-class="told">${checked(it, query, code)}</p></div>`;
