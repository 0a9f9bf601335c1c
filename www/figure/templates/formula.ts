// A function's field, checked while one types, and its formulas written out.
import { html, nothing, type TemplateResult } from "lit-html";
import { ref } from "lit-html/directives/ref.js";
import { unsafeHTML } from "lit-html/directives/unsafe-html.js";
import type { Written } from "../../contract.js";
import { type Context, region } from "../context.js";
import { choice, type Entry } from "../directives.js";
import { FormulaField, fitting, formulas } from "../formula.js";
import { worded, words } from "../texts/words.js";
import { foreign, isLocked, toggle } from "./controls.js";

/** An equation as MathML. The core makes it, out of its own names, signs and digits. */
const equation = (left: string, right: string) =>
  unsafeHTML(`<math><mrow>${left}<mo>=</mo>${right}</mrow></math>`);

const written = ([left, right]: Written["equations"][number]) =>
  html`<span>${equation(left, right ?? "")}${right ? nothing : html`<small ${words({ text: "too_long" })}></small>`}</span>`;

/** The function and its derivatives, and how these come about. */
export function formulaLine(it: Context): unknown {
  const { scene, controls, steps, playback } = it.state;
  const line = scene.mode === "line" || scene.mode === "plane";
  const numbers = controls.numbers === "true" && [steps, it.state.numbers, playback];
  return region(it, [scene, controls.function, controls.numbers, ...(numbers || [])], () => {
    const { equations, derivations, plain } = formulas(it);
    const two = derivations.length > 1;
    return html`<div class="written" ?hidden=${!line} ?data-left-out=${!scene.parts.includes("written")}>
      <div class="equations" data-equations role="group" tabindex="0" ${words({ label: "written" })} ${ref(fitting(it))}>${equations.map(written)}</div>
      ${toggle(it, "numbers", { text: "with_numbers" })}
      <details data-overlay><summary data-derivation>${it.text(two ? "derivation_of_two" : "derivation")}</summary><div class="steps" data-steps
        role="group" tabindex="0" ${words({ label: "derivation" })}>${two ? html`<p>${it.text("derivation_note")}</p>` : nothing}${derivations.map(
          (of, index) => {
            const [left, right] = plain[index + 1] ?? ["", null];
            return html`<section>${equation(left, right ?? "<mo>…</mo>")}<ol>${of.map(
              ([rule, before, after]) =>
                html`<li><span>${rule}</span> ${equation(before, after)}</li>`,
            )}</ol></section>`;
          },
        )}</div></details>
    </div>`;
  });
}

const offered = new WeakMap<object, (it: Context) => Entry[]>();

/** The functions of the list, those of one variable first; a typed one is not among them. */
function functions(it: Context): Entry[] {
  const { functions } = it.state.options;
  const dims = [...new Set(functions.map(({ dim }) => dim))].sort();
  const made =
    offered.get(functions) ??
    worded((it) => [
      { value: "", text: it.text("function_typed"), unseen: true },
      ...dims.flatMap((dim) =>
        functions
          .filter((of) => of.dim === dim)
          .map(({ id, name }) => ({ value: id, text: name, group: it.text(`functions_${dim}`) })),
      ),
    ]);
  offered.set(functions, made);
  return made(it);
}

export function functionField(it: Context): TemplateResult {
  const field = FormulaField.of(it);
  const { wrong } = field;
  return html`<div class="typed" ?hidden=${foreign(it, ["line", "plane"])}>
    <label class="control formula" ${words({ hint: "function_hint" })}><span ${words({ text: "function" })}></span>
      <span class="field">
        <input type="text" inputmode="text" autocomplete="off" autocapitalize="off" autocorrect="off" spellcheck="false" id="function" data-key="function" ?disabled=${isLocked(it, "function")}
          aria-invalid=${String(!!wrong)} ${ref(field.attach)} @input=${field.input} @change=${field.leave} @blur=${field.leave}
          @keydown=${field.key} @scroll=${field.scroll}>
        <span class="mark" data-mark data-overlay aria-hidden="true">${wrong ? html`${field.part(0, wrong.from)}<u>${field.part(wrong.from, wrong.to) || "\u2007"}</u>` : nothing}</span>
      </span>
    </label>
    <label class="control" ${words({ hint: "functions_hint" })}><span ${words({ text: "functions" })}></span><select data-functions ?disabled=${isLocked(it, "function")}
      ${choice(functions(it), it.state.function.id)} @change=${({ currentTarget }: Event) =>
        it.attempt(() =>
          it.figure.set("function", (currentTarget as HTMLSelectElement).value),
        )}></select></label>
    <p class="problem" data-function-problem data-overlay role="status" ?hidden=${!wrong}>${wrong?.message}</p>
  </div>`;
}
