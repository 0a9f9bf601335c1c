// The teacher's second window: what to say, the next beat, the time.
import { render } from "lit-html";
import type { Context } from "../context.js";
import css from "../styles/notes.css";
import { notes } from "../templates/notes.js";

/** A window with notes, since when it is open, and what keeps its time. */
interface Open {
  window: Window;
  since: number;
  timer: number;
}

const windows = new WeakMap<Context, Open>();

/** Opens the window, or shows it again. What the browser does not let open is said. */
export function openNotes(it: Context): void {
  const there = windows.get(it);
  if (there && !there.window.closed) {
    there.window.focus();
    return;
  }
  const opened = window.open("", "", "popup,width=760,height=820");
  if (!opened) {
    it.say(it.text("notes_blocked"));
    return;
  }
  const { document: page } = opened;
  // Styles in the markup are what a strict policy forbids, here too.
  const sheet = new (opened as Window & typeof globalThis).CSSStyleSheet();
  sheet.replaceSync(css);
  page.adoptedStyleSheets = [sheet];
  opened.addEventListener("keydown", (event) => {
    if (it.press(event)) event.preventDefault();
  });
  const timer = window.setInterval(() => showNotes(it), 1000);
  windows.set(it, { window: opened, since: Date.now(), timer });
  it.ended.addEventListener("abort", () => closeNotes(it));
  addEventListener("pagehide", () => closeNotes(it), { signal: it.ended });
  showNotes(it);
}

/** Shows in it what is there now. */
export function showNotes(it: Context): void {
  const open = windows.get(it);
  if (!open) return;
  if (open.window.closed) {
    closeNotes(it);
    return;
  }
  const { document: page } = open.window;
  page.title = it.text("notes_title");
  page.documentElement.lang = it.speech.id;
  page.documentElement.dir = it.speech.direction;
  render(notes(it, new Date(), Date.now() - open.since), page.body, { host: it });
}

/** Closes it. */
export function closeNotes(it: Context): void {
  const open = windows.get(it);
  if (!open) return;
  windows.delete(it);
  clearInterval(open.timer);
  open.window.close();
}
