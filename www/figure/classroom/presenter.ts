// Presenter mode: the figure fills the screen, and a teacher goes through a story.
import type { Context } from "../context.js";
import { closeNotes } from "./notes.js";
import { prepare } from "./story.js";

/** How long the controls stay in sight after the mouse has moved, in milliseconds. */
const STAYS = 3000;

/** Shows the figure to a class, or ends that. */
export function present(it: Context): void {
  const on = !it.state.presentation.presenting;
  it.figure.setPresenting(on);
  it.update({ blank: false, stirred: on });
  if (on) {
    void fill(it);
    void prepare(it);
    focus(it);
  } else {
    closeNotes(it);
    if (fills(it)) void document.exitFullscreen();
  }
}

/** Has the focus where keys are heard. */
const focus = ({ root }: Context) => root.querySelector<HTMLElement>(".presenter")?.focus();

/** Whether the figure fills the screen. */
const fills = ({ root }: Context) => document.fullscreenElement === root.host;

/** Fills the screen; where that is not allowed, presenter mode fills the window. */
async function fill({ root }: Context): Promise<void> {
  try {
    await root.host.requestFullscreen?.();
  } catch {
    // Not by a press of the reader's own, or in a frame that may not.
  }
}

/** Full screen, or back. */
export function fullScreen(it: Context): void {
  if (fills(it)) void document.exitFullscreen();
  else void fill(it);
}

/** What the whole page hears while it is presented, until the figure ends. */
export function presenting(it: Context): void {
  const { ended: signal } = it;
  let timer: number | undefined;
  let filled = false;
  document.addEventListener(
    "fullscreenchange",
    () => {
      // A browser takes Escape for itself there.
      if (filled && !fills(it) && it.state.presentation.presenting) it.attempt(() => present(it));
      filled = fills(it);
    },
    { signal },
  );
  addEventListener(
    "pointermove",
    () => {
      if (!it.state.presentation.presenting) return;
      clearTimeout(timer);
      timer = window.setTimeout(() => it.update({ stirred: false }), STAYS);
      if (!it.ui.stirred) it.update({ stirred: true });
    },
    { signal },
  );
  signal.addEventListener("abort", () => clearTimeout(timer));
}

/** Light colours, or dark ones. */
export function changeRoom({ figure, state }: Context): void {
  figure.set("theme", state.theme.id === "projector_dark" ? "projector" : "projector_dark");
}
