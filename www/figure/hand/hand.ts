// A hand in the pictures: it drags, turns, picks, and moves by the arrow keys.
import { at, type Context, scaleOf } from "../context.js";
import type { Listener } from "../directives.js";
import { paints } from "./painting.js";
import { probes } from "./probe.js";

type Moves = Record<string, [number, number]>;

const MOVES: Moves = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
const TURNS: Moves = {
  ArrowLeft: [20, 0],
  ArrowRight: [-20, 0],
  ArrowUp: [0, 12],
  ArrowDown: [0, -12],
};
const NEXT: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 };

/** Which views a hand does something in, and what. */
const HANDS: Record<string, (it: Context, view: string) => Listener[]> = {
  curve: ball,
  map: ball,
  surface: (it, view) => [...surface(it), zooms(it, view)],
  boundary: (it) => [picks(it, (x, y) => it.figure.pickSample(x, y)), ...paints(it)],
  kept: (it) => [picks(it, (x, y) => it.figure.pickKept(x, y))],
  diagram: (it) => [
    picks(it, (x, y) => it.figure.pick(x, y)),
    [
      "keydown",
      (event: KeyboardEvent) => {
        const by = NEXT[event.key];
        if (!by) return;
        it.attempt(() => it.figure.moveWeight(by));
        event.preventDefault();
      },
    ],
  ],
};

/** What a view's canvas hears. */
export function hands(it: Context, view: string): Listener[] {
  return [...probes(it, view), ...(HANDS[view]?.(it, view) ?? [])];
}

function picks(it: Context, pick: (x: number, y: number) => void): Listener {
  return [
    "click",
    (event: MouseEvent) => {
      const { x, y } = at(event);
      it.attempt(() => pick(x, y));
    },
  ];
}

/** The wheel scrolls the page; with Ctrl it shows less of a function, or more. */
function zooms(it: Context, view: string): Listener {
  return [
    "wheel",
    (event: WheelEvent) => {
      if (!event.ctrlKey || !["line", "plane"].includes(it.state.scene.mode)) return;
      event.preventDefault();
      const { x, y } = at(event);
      it.attempt(() => it.figure.zoom(view, x, y, event.deltaY < 0));
    },
  ];
}

/** A function's ball is dragged, put by a click, or moved by the arrow keys; a weight's is dragged. */
function ball(it: Context, view: string): Listener[] {
  const put = (event: PointerEvent) => {
    const { x, y } = at(event);
    it.attempt(() => it.figure.placeBall(view, x, y));
  };
  return [
    [
      "pointerdown",
      (event: PointerEvent) => {
        const { x, y } = at(event);
        let held = false;
        if (!event.button) it.attempt(() => (held = it.figure.grab(view, x, y)));
        if (!held) return;
        (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
        it.update({ dragging: true });
        if (it.state.scene.mode !== "network") put(event);
      },
    ],
    [
      "pointermove",
      (event: PointerEvent) => {
        if (captured(event)) put(event);
      },
    ],
    ["lostpointercapture", () => it.drop()],
    zooms(it, view),
    [
      "keydown",
      (event: KeyboardEvent) => {
        const move = MOVES[event.key];
        if (it.state.scene.mode === "network" || !move) return;
        // Ten round numbers at a time; with Shift, one.
        const by = event.shiftKey ? 1 : 10;
        it.attempt(() => it.figure.moveBall(move[0] * by, move[1] * by));
        event.preventDefault();
      },
    ],
  ];
}

function surface(it: Context): Listener[] {
  return [
    [
      "pointerdown",
      (event: PointerEvent) =>
        (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId),
    ],
    [
      "pointermove",
      (event: PointerEvent) => {
        if (!captured(event)) return;
        const scale = scaleOf(event.currentTarget as HTMLElement);
        it.run(() => it.figure.turn(event.movementX / scale, event.movementY / scale));
      },
    ],
    ["dblclick", () => it.run(() => it.figure.turnBack())],
    [
      "keydown",
      (event: KeyboardEvent) => {
        const turn = TURNS[event.key];
        if (!turn) return;
        it.run(() => it.figure.turn(...turn));
        event.preventDefault();
      },
    ],
  ];
}

function captured(event: PointerEvent): boolean {
  return (event.currentTarget as HTMLElement).hasPointerCapture(event.pointerId);
}
