// The dialogue to share a figure.
import { html, nothing, type TemplateResult } from "lit-html";
import type { Context, Sharing } from "../context.js";
import { choice } from "../directives.js";
import { shownViews } from "../embedding/image.js";
import { copy, home, isLong, isNowhere, printed, save, share, shared } from "../embedding/share.js";
import { words } from "../texts/words.js";
import { classLink, result } from "./classroom.js";
import { pictureList } from "./controls.js";

/** The most that a picture is wide or high, in CSS pixels. */
const MOST = 4096;

export function shareDialogue(it: Context): unknown {
  const { sharing } = it.ui;
  return html`<dialog class="sheet share" aria-labelledby="share-title" data-overlay @close=${() => it.update({ sharing: undefined })}
    @keydown=${(event: Event) => event.stopPropagation()}>${sharing ? content(it, sharing) : nothing}</dialog>`;
}

function content(it: Context, sharing: Sharing): TemplateResult {
  const { at } = it.state.timeline;
  const { copied, problem, width, height } = sharing;
  const texts = shared(it, sharing);
  const views = shownViews(it);
  const kinds = ["png", "svg", "csv"] as const;
  return html`<div class="top"><h3 id="share-title" ${words({ text: "share_title" })}></h3>
      <form method="dialog"><button ${words({ text: "share_close" })}></button></form></div>
    <div class="row">
      <label><span ${words({ text: "share_view" })}></span><select data-share="view" ${choice(entries(it, views), sharing.view)}
        @change=${({ currentTarget }: Event) => share(it, { view: (currentTarget as HTMLSelectElement).value })}></select></label>
      ${(["width", "height"] as const).map((side) => size(it, sharing, side))}
      <label class="check" ?hidden=${at === 0}><input type="checkbox" data-share="at" .checked=${sharing.at}
        @change=${({ currentTarget }: Event) => share(it, { at: (currentTarget as HTMLInputElement).checked })}>${it.text("share_at", { iteration: at })}</label>
    </div>
    ${result(it)}
    ${isLong(it, sharing) ? html`<p class="note" ${words({ text: "share_long" })}></p>` : nothing}
    ${isNowhere(it) ? html`<p class="note" ${words({ text: "share_nowhere" })}></p>` : nothing}
    ${texts.map(([name, made]) => code(it, name, made, copied === name))}
    ${isNowhere(it) ? nothing : guide(it)}
    <p class="note" role="status" data-share="told">${problem || (copied && it.text("share_copied"))}</p>
    <div class="files" role="group" ${words({ label: "share_files" })}>${kinds.map(
      (kind) =>
        html`<button type="button" data-save=${kind} ${words({ text: `share_${kind}` })} @click=${() => save(it, kind)}></button>`,
    )}</div>
    <div class="files" role="group" ${words({ label: "print" })}>${(
      ["page", "handout"] as const
    ).map(
      (kind) =>
        html`<button type="button" data-print=${kind} ${words({ text: `print_${kind}`, hint: `print_${kind}_hint` })} @click=${() => printed(it, kind)}></button>`,
    )}</div>
    ${classLink(it, sharing)}
    <figure class="preview"><canvas role="img" aria-label=${it.text("share_preview", { width, height })} data-first=${views[0] ?? ""}></canvas>
      <figcaption>${it.text("share_preview", { width, height })}</figcaption></figure>`;
}

/** The ways to the site's page for authors, in a tab of its own, as a run is kept in this one, and to the single file. */
const guide = (it: Context) =>
  html`<p class="note"><a data-share="guide" href=${`${home(it)}guide/embedding.html`} target="_blank" rel="noopener" ${words({ text: "share_guide" })}></a></p>
  <p class="note"><a data-share="single_file" href=${`${home(it)}downhill.html`} download ${words({ text: "share_single_file" })}></a></p>`;

const size = (it: Context, sharing: Sharing, side: "width" | "height") =>
  html`<label><span ${words({ text: `share_${side}` })}></span><input type="number" min="160" max=${MOST} step="10" data-share=${side}
    .value=${String(sharing[side])} @change=${({ currentTarget }: Event) => {
      const given = Math.round((currentTarget as HTMLInputElement).valueAsNumber) || sharing[side];
      share(it, { [side]: Math.min(MOST, Math.max(160, given)) });
    }}></label>`;

export const code = (
  it: Context,
  name: string,
  made: string,
  copied: boolean,
) => html`<div class="code">
    <label><span ${words({ text: `share_${name}` })}></span>${
      name === "link" || name.startsWith("class")
        ? html`<input type="text" readonly data-shared=${name} .value=${made}>`
        : html`<textarea readonly rows="3" spellcheck="false" data-shared=${name} .value=${made}></textarea>`
    }</label>
    <button type="button" data-copy=${name} aria-label=${`${it.text("share_copy")}: ${it.text(`share_${name}`)}`} @click=${() => copy(it, name, made)}>${it.text(copied ? "share_copied" : "share_copy")}</button>
  </div>`;

/** The pictures that can be shared alone. */
const entries = pictureList((pictures, it) => [
  { value: "", text: it.text("share_view_all") },
  ...pictures,
]);
