// Data made by hand, in the picture of the network's answers: pointer and keys are passed on.
import { at, type Context, one } from "../context.js";
import type { Listener } from "../directives.js";

const MOVES: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Begins to paint, or ends it. */
export function togglePainting(it: Context): void {
  it.attempt(() => it.figure.paint(!it.state.painting));
  if (it.state.painting) one(it, "[data-view=boundary]").focus({ preventScroll: true });
}

/** What the picture hears while one paints. */
export function paints(it: Context): Listener[] {
  let stroke: number | undefined;
  return [
    [
      "pointerdown",
      (event: PointerEvent) => {
        if (!it.state.painting || event.button || stroke !== undefined) return;
        stroke = event.pointerId;
        (event.currentTarget as HTMLElement).setPointerCapture(stroke);
        it.update({ dragging: true });
        const { x, y } = at(event);
        it.attempt(() => it.figure.beginStroke(x, y));
      },
    ],
    [
      "pointermove",
      (event: PointerEvent) => {
        if (event.pointerId !== stroke) return;
        const { x, y } = at(event);
        it.attempt(() => it.figure.strokeTo(x, y));
      },
    ],
    [
      "lostpointercapture",
      (event: PointerEvent) => {
        if (event.pointerId !== stroke) return;
        stroke = undefined;
        it.update({ dragging: false });
        it.run(() => it.figure.endStroke());
      },
    ],
    [
      "keydown",
      (event: KeyboardEvent) => {
        if (!it.state.painting || event.ctrlKey || event.metaKey || event.altKey) return;
        const { key, shiftKey } = event;
        const move = MOVES[key];
        const by = shiftKey ? 0.1 : 1;
        if (move) it.run(() => it.figure.moveCross(move[0] * by, move[1] * by));
        else if (key === "Enter" || key === " ") it.attempt(() => it.figure.dab());
        else if (key === "Delete" || key === "Backspace")
          it.attempt(() => it.figure.eraseNearest());
        else if ("123".includes(key)) it.run(() => it.figure.paintWith(key));
        else if (key === "Escape") {
          togglePainting(it);
          one(it, "[data-paint=toggle]").focus();
        } else return;
        event.preventDefault();
        event.stopPropagation();
      },
    ],
  ];
}
