// More: the controls that no scene needs in sight.
import { html, nothing, type TemplateResult } from "lit-html";
import type { Mode } from "../../contract.js";
import { act } from "../actions.js";
import { tellFile } from "../classroom/story.js";
import { among, type Context } from "../context.js";
import { choice, typed } from "../directives.js";
import { bring } from "../hand/own.js";
import { sentence, worded, words } from "../texts/words.js";
import {
  button,
  change,
  field,
  foreign,
  hintOf,
  isLocked,
  list,
  shown,
  toggle,
} from "./controls.js";

const BALL: Mode[] = ["line", "plane"];
const NETS: Mode[] = ["network", "neuron"];
const NETWORK: Mode[] = ["network"];

export const more = (it: Context): TemplateResult => html`
  <label class="control search" ${words({ hint: "search_hint" })}><span ${words({ text: "search" })}></span>
    <input type="search" autocomplete="off" size="12" data-search @input=${({
      currentTarget,
    }: Event) => find(it, (currentTarget as HTMLInputElement).value)}></label>
  ${list(it, "language")}
  ${group(
    "beginning",
    false,
    html`${field(it, "start", { modes: BALL, size: 9 })}
      ${domain(it)}
      ${field(it, "race", { modes: BALL, size: 12, hint: "race_lanes_hint" })}
      ${field(it, "seed", { size: 7, inputmode: "numeric" })}
      ${button(it, "newStart", { modes: NETWORK, text: "new_start", hint: hintOf(it, "seed", "new_start_hint"), disabled: isLocked(it, "seed") })}
      ${field(it, "plane_at", { modes: NETWORK, inputmode: "numeric" })}`,
  )}
  ${group(
    "samples_group",
    foreign(it, NETWORK),
    html`${own(it)}
      ${field(it, "target", { modes: NETWORK, size: 14 })}
      ${among(it, "network") ? field(it, "domain", { size: 8, text: "sampled", hint: "sampled_hint" }) : nothing}
      ${field(it, "samples", { modes: NETWORK, size: 4, inputmode: "numeric" })}
      ${field(it, "test_fraction", { modes: NETWORK, size: 4, inputmode: "decimal" })}
      ${list(it, "test_rows", { modes: NETWORK })}
      ${toggle(it, "standardize_targets", { modes: NETWORK })}
      ${field(it, "noise", { modes: NETWORK, size: 4, inputmode: "decimal" })}`,
  )}
  ${group(
    "network_group",
    foreign(it, NETWORK),
    html`${features(it)}
      ${field(it, "layers", { modes: NETWORK, size: 7 })}
      ${["activation", "initialization"].map((key) => list(it, key, { modes: NETWORK }))}
      ${["l1", "l2", "dropout"].map((key) => field(it, key, { modes: NETWORK, inputmode: "decimal" }))}`,
  )}
  ${group(
    "descent_group",
    false,
    html`${among(it, ...NETS) ? list(it, "optimizer") : nothing}
      ${hyperparameters(it)}
      ${field(it, "schedule", { size: 10 })}
      ${field(it, "gradient_noise", { inputmode: "decimal" })}
      ${field(it, "iterations_per_frame", { inputmode: "numeric", id: nothing })}`,
  )}
  ${group(
    "ending",
    foreign(it, NETS),
    html`${field(it, "epochs", { modes: NETS, inputmode: "numeric" })}
      ${field(it, "target_loss", { modes: NETS, inputmode: "decimal" })}
      ${field(it, "validation_fraction", { modes: NETWORK, size: 4, inputmode: "decimal" })}
      ${field(it, "patience", { modes: NETS, inputmode: "numeric" })}`,
  )}
  ${group("story", false, lessons(it))}
  ${group("keys", false, keys(it))}
  ${saving(it)}
  <div class="save">${button(it, "table", { text: "table", hint: "table_hint" })}<button type="button" data-action="sound"
    aria-pressed=${String(it.ui.sound)} ${words({ text: "sound", hint: "sound_hint" })} @click=${() => act(it, "sound")}></button></div>
  <p class="formulas" data-note="formulas">${sentence(it.state.notes.formulas)}</p>`;

/** What a teacher tells: the lesson, or a story of her own. */
function lessons(it: Context): TemplateResult {
  const file = async ({ currentTarget }: Event) => {
    const field = currentTarget as HTMLInputElement;
    const [file] = field.files ?? [];
    if (file) await tellFile(it, file);
    field.value = "";
  };
  const { story } = it.state.presentation;
  return html`${button(it, "tellLesson", { text: "story_lesson", hint: "story_lesson_hint" })}
    ${button(it, "present", { text: "present", hint: "present_hint" })}
    ${button(it, "notes", { text: "notes", hint: "notes_hint" })}
    <label class="control" ${words({ hint: "story_file_hint" })}><span ${words({ text: "story_file" })}></span>
      <input type="file" accept=".md,.markdown,text/markdown" data-story @change=${file}></label>
    ${story ? button(it, "closeStory", { text: "story_close", hint: "story_close_hint" }) : nothing}`;
}

/** The list of keys, and the switch for single ones. */
const keys = (it: Context) =>
  html`${button(it, "keys", { text: "keys", hint: "keys_hint" })}
    <button type="button" data-single-keys aria-pressed=${String(it.ui.singleKeys)} ${words({ text: "keys_single", hint: "keys_single_hint" })}
      @click=${() => it.update({ singleKeys: !it.ui.singleKeys })}></button>`;

/** Leaves those controls in sight whose words, or what is said of them, have the words looked for. */
function find(it: Context, asked: string): void {
  const looked = asked.toLocaleLowerCase().split(/\s+/);
  for (const control of it.root.querySelectorAll<HTMLElement>(
    ".more :is(.control, button):not(.search)",
  )) {
    const said = `${control.textContent} ${control.title} ${control.querySelector("input, select")?.id}`;
    const found = looked.every((word) => said.toLocaleLowerCase().includes(word));
    control.toggleAttribute("data-unfound", !found);
  }
}

/** Controls that belong together, under their name. */
const group = (
  name: string,
  hidden: boolean,
  controls: unknown,
): TemplateResult => html`<section class="group" ?hidden=${hidden} ${words({ label: name })}>
  <h3 ${words({ text: name })}></h3>${controls}</section>`;

/** The settings of the optimizer's own. */
const hyperparameters = (it: Context) =>
  html`<span class="hyperparameters" data-hyperparameters>${it.state.hyperparameters.map(
    ({
      key,
      value,
      means,
    }) => html`<label class="control" title=${means}>${key.replaceAll("_", " ")}<input type="text" inputmode="decimal"
      autocomplete="off" size="6" id=${key} data-hyperparameter=${key} ?disabled=${isLocked(it, key)} .value=${typed(String(value))}
      @change=${({ currentTarget }: Event) => it.attempt(() => it.figure.set(key, (currentTarget as HTMLInputElement).value))}></label>`,
  )}</span>`;

/** What a network can be given of its data: a button for each, and a field. */
const features = (
  it: Context,
) => html`<div class="features" role="group" ?hidden=${foreign(it, NETWORK)} ${words({ label: "features" })}>
  <div class="control"><span ${words({ text: "features" })}></span><span class="offered" ${words({ hint: "features_hint" })} data-features>${it.state.features.map(
    ({
      formula,
      label,
      on,
    }) => html`<button type="button" data-feature=${formula} ?disabled=${isLocked(it, "features")} aria-pressed=${String(on)}
      @click=${() => it.attempt(() => it.figure.toggleFeature(formula))}>${label}</button>`,
  )}</span></div>
  <label class="control" ${words({ hint: "features_typed_hint" })}><span ${words({ text: "features_typed" })}></span>
    <input type="text" autocomplete="off" autocapitalize="off" autocorrect="off" spellcheck="false" size="20" id="features" data-key="features" ?disabled=${isLocked(it, "features")}
      ${words({ empty: "features_none" })} .value=${typed(shown(it, "features"))} @change=${change(it)}></label>
</div>`;

/** What is in sight of a function: from where to where. */
function domain(it: Context): TemplateResult {
  const { domain } = it.state.function;
  const set = ({ currentTarget }: Event) => {
    const fields = [...(currentTarget as HTMLElement).querySelectorAll("input")];
    const numbers = fields.slice(0, domain.length).map((it) => it.value);
    it.attempt(() => it.figure.set("domain", numbers.join()));
    // What is in sight now, also if that could not be.
    for (const [index, field] of fields.entries()) {
      field.value = it.state.function.domain[index] ?? "";
    }
  };
  const ends = ["x_from", "x_to", "y_from", "y_to"];
  return html`<div class="domain" role="group" ?hidden=${foreign(it, BALL)} ${words({ label: "domain", hint: "domain_hint" })} data-domain @change=${set}>${ends.map(
    (
      end,
      index,
    ) => html`<label class="control" ?hidden=${index > 1 && !among(it, "plane")}><span ${words({ text: `domain_${end}` })}></span><input
      type="text" autocomplete="off" size="5" ?disabled=${isLocked(it, "domain")} .value=${typed(domain[index] ?? "")}></label>`,
  )}</div>`;
}

/** A file or a text of one's own, and what its columns are for. */
function own(it: Context): TemplateResult {
  const { table } = it.state;
  const hidden = foreign(it, NETWORK);
  const file = async ({ currentTarget }: Event) => {
    const field = currentTarget as HTMLInputElement;
    const [file] = field.files ?? [];
    if (file) await bring(it, { file });
    field.value = "";
  };
  const paste = async ({ currentTarget }: Event) => {
    const field = currentTarget as HTMLTextAreaElement;
    if (field.value.trim()) await bring(it, { text: field.value });
    // What could not be read stays, to be mended.
    if (!it.ui.problem) field.value = "";
  };
  return html`<label class="control" ?hidden=${hidden} ${words({ hint: "csv_hint" })}><span ${words({ text: "csv" })}></span>
      <input type="file" accept=".csv,.tsv,.txt,.json,text/csv,application/json" data-csv ?disabled=${isLocked(it, "data")} @change=${file}></label>
    <label class="control" ?hidden=${hidden} ${words({ hint: "paste_hint" })}><span ${words({ text: "paste" })}></span>
      <textarea rows="1" cols="14" autocomplete="off" spellcheck="false" data-paste ?disabled=${isLocked(it, "data")} @change=${paste}></textarea></label>
    <div class="columns" role="group" ?hidden=${!table} ${words({ label: "columns" })} data-table>
      <p data-told>${table?.told}</p>
      <span class="slot" data-columns>${table?.columns.map(
        (
          [name, role],
          column,
        ) => html`<label class="control" title=${it.text("columns_hint")}>${name}<select
        ${choice(roles(it), role)} @change=${({ currentTarget }: Event) =>
          it.attempt(() =>
            it.figure.chooseColumn(column, (currentTarget as HTMLSelectElement).value),
          )}></select></label>`,
      )}</span>
      <button type="button" data-action="classes" ?hidden=${!table?.either} aria-pressed=${String(table?.classes ?? false)}
        ${words({ text: "classes", hint: "classes_hint" })} @click=${() => act(it, "classes")}></button>
    </div>`;
}

const roles = worded((it) =>
  ["input", "target", "unused"].map((value) => ({ value, text: it.text(`role_${value}`) })),
);

const files = worded((it) =>
  it.figure.exports().map(([value]) => ({ value, text: it.text(`export_${value}`) })),
);

/** What can be saved of a run. */
function saving(it: Context): TemplateResult {
  return html`<div class="save" role="group" ?hidden=${foreign(it, NETS)} ${words({ label: "save" })}>
    <label class="control" ${words({ hint: "save_hint" })}><span ${words({ text: "save" })}></span><select data-exports ${choice(files(it))}></select></label>
    ${button(it, "download", { text: "download", hint: "download_hint" })}
    ${button(it, "copy", { text: "copy", hint: "copy_hint" })}
    <span class="copied" role="status" data-copied>${it.ui.copied ? it.text("copied") : ""}</span>
  </div>`;
}
