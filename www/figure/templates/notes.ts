// What stands in the teacher's second window.
import { html, nothing, type TemplateResult } from "lit-html";
import { goOn } from "../classroom/story.js";
import type { Context } from "../context.js";
import { sentence } from "../texts/words.js";

/** Minutes and seconds of so many milliseconds. */
function minutes(passed: number): string {
  const seconds = Math.floor(passed / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** The notes at the beat at hand, at a time, so many milliseconds after the window was opened. */
export function notes(it: Context, now: Date, passed: number): TemplateResult {
  const { story, beat } = it.state.presentation;
  const turn = (key: string, by: 1 | -1) =>
    html`<button type="button" data-turn=${key} @click=${() => goOn(it, by)}>${it.text(key)}</button>`;
  return html`<header><p>${story?.title}</p>
      <dl><div><dt>${it.text("notes_clock")}</dt><dd>${now.toLocaleTimeString(it.speech.id)}</dd></div>
        <div><dt>${it.text("notes_elapsed")}</dt><dd>${minutes(passed)}</dd></div></dl></header>
    ${
      story
        ? html`<main>
      <p class="beat">${it.text("beat_of", { beat, beats: story.beats })}</p>
      <h1>${story.heading}</h1>
      <p class="seen">${sentence(story.headline.length ? story.headline : it.state.sentence)}</p>
      ${story.ask.length ? html`<p class="ask"><b>${it.text("ask")}:</b> ${sentence(story.ask)}</p>` : nothing}
      ${story.say.map((paragraph) => html`<p>${paragraph}</p>`)}
      <section><h2>${story.next ? it.text("notes_next", { heading: story.next }) : it.text("notes_last")}</h2>
        <p>${story.next_say}</p></section></main>
      <nav>${turn("beat_back", -1)}${turn("beat_next", 1)}</nav>`
        : html`<main><p>${it.text("notes_none")}</p></main>`
    }`;
}
