// What a class sees above and below the pictures: a sentence, a question, the numbers that matter.
import { html, nothing, type TemplateResult } from "lit-html";
import type { Mode, State } from "../../contract.js";
import { act } from "../actions.js";
import { type Context, region } from "../context.js";
import { sentence, words } from "../texts/words.js";
import { button } from "./controls.js";

/** The pictures of a mode, where a beat names none. */
const PICTURES: { [mode in Mode]: string[] } = {
  line: ["curve"],
  plane: ["surface", "map"],
  neuron: ["boundary", "surface"],
  network: ["surface", "boundary"],
};

/** Whether a picture is shown to the class. */
export function isPresented({ state }: Context, view: string): boolean {
  const { pictures = [] } = state.presentation.story ?? {};
  return (pictures.length ? pictures : PICTURES[state.scene.mode]).includes(view);
}

/** The sentence, the question, and what cannot be done. */
export function presenterHead(it: Context): unknown {
  const { presentation, sentence: said, playback } = it.state;
  if (!presentation.presenting) return nothing;
  const { story, beat } = presentation;
  const begins = story && !beat;
  return region(
    it,
    [presentation, said, playback.playing],
    () => html`<div class="presenter" tabindex="-1" role="group" ${words({ label: "present_controls" })}>
    <p class="saying" data-saying aria-live=${playback.playing ? "off" : "polite"}>${sentence(
      story?.headline.length ? story.headline : said,
    )}</p>
    <p class="asking" data-ask ?hidden=${!story?.ask.length && !begins}>${
      begins ? it.text("present_begin", { title: story.title }) : sentence(story?.ask)
    }</p>
  </div>`,
  );
}

/** The story on the page itself: the beat's words, and the way through it. */
export function telling(it: Context): unknown {
  const { story, presenting } = it.state.presentation;
  if (!story || presenting) return nothing;
  return region(
    it,
    [it.state.presentation],
    () => html`<section class="telling" ${words({ label: "present_controls" })}>
    ${turns(it)}
    <p aria-live="polite"><b>${story.heading || story.title}</b> ${sentence(story.headline)} <strong>${sentence(story.ask)}</strong></p>
    ${button(it, "notes", { text: "notes", hint: "notes_hint" })}
    ${button(it, "closeStory", { text: "story_close", hint: "story_close_hint" })}
  </section>`,
  );
}

/** To the beat before, and to the next. */
function turns(it: Context): TemplateResult {
  const { story, beat } = it.state.presentation;
  return html`${button(it, "beatBack", { label: "beat_back", sign: "‹", className: "round", disabled: !story || beat < 2 })}
    <span data-beat>${story ? it.text("beat_of", { beat, beats: story.beats }) : nothing}</span>
    ${button(it, "beatNext", { label: "beat_next", sign: "›", className: "round", disabled: !story || beat === story.beats })}`;
}

/** The numbers that matter, and the way through the story. */
export function presenterFoot(it: Context): unknown {
  const { presentation, readings, theme } = it.state;
  if (!presentation.presenting) return nothing;
  return region(
    it,
    [presentation, readings, theme],
    () => html`<div class="readings">
    <dl ${words({ label: "present_numbers" })}>${readings.map((one) => reading(it, one))}</dl>
    ${controls(it)}
  </div>
  <div class="blank" role="status" ?hidden=${!it.ui.blank}><span ${words({ text: "present_blank" })}></span></div>`,
  );
}

const reading = (it: Context, { key, text: said, sign, value }: State["readings"][number]) =>
  html`<div data-number=${key}><dt class=${sign ? `sign ${sign}` : nothing}>${it.text(key)}</dt><dd data-value=${value}>${said}</dd></div>`;

/** Quiet, until a mouse moves: the keys are enough. */
function controls(it: Context): TemplateResult {
  const dark = it.state.theme.id === "projector_dark";
  return html`<div class="conduct" role="toolbar" data-overlay ?data-stirred=${it.ui.stirred} ${words({ label: "present_controls" })}>
    ${turns(it)}
    ${button(it, "notes", { text: "notes", hint: "notes_hint" })}
    <button type="button" data-action="changeRoom" ${words({ text: dark ? "present_light" : "present_dark", hint: "present_room_hint" })}
      @click=${() => act(it, "changeRoom")}></button>
    ${button(it, "present", { text: "present_end", hint: "present_end_hint" })}
  </div>`;
}
