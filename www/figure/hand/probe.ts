// Tells what is pointed at: under the mouse, a long press, or where the keyboard reads.
import { type Asked, at, type Context } from "../context.js";
import type { Listener } from "../directives.js";

/** How long a finger rests before it asks, in milliseconds, and how far it may move. */
const REST = 500;
const STILL = 10;

const MOVES: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Where one paints, the pointer and the keys do that. */
const painted = (it: Context, view: string) => view === "boundary" && !!it.state.painting;

/** Asks again what is pointed at: the state has changed. */
export function renew(it: Context): void {
  const { asked } = it.ui;
  it.ui.probed =
    asked && !painted(it, asked.view) ? it.figure.probe(asked.view, asked.x, asked.y) : null;
  if (asked?.x !== undefined && it.ui.probed) {
    Object.assign(asked, { x: it.ui.probed.x, y: it.ui.probed.y });
  }
}

/** Asks for something else, or for nothing. */
export function ask(it: Context, asked?: Asked): void {
  if (!asked && !it.ui.asked) return;
  it.ui.asked = asked;
  it.run(() => renew(it));
  it.render();
}

/** What a view's canvas hears. */
export function probes(it: Context, view: string): Listener[] {
  /** A finger that rests: where it came down, its timer, and whether it has asked. */
  let pressing: { x: number; y: number; timer: number } | undefined;
  let pressed = false;
  const lift = () => clearTimeout(pressing?.timer);
  return [
    [
      "pointermove",
      (event: PointerEvent) => {
        const { x, y } = at(event);
        if (event.pointerType !== "touch") {
          ask(it, event.buttons ? undefined : { view, x, y, by: "mouse" });
        } else if (!pressed && pressing && Math.hypot(x - pressing.x, y - pressing.y) > STILL) {
          lift();
        }
      },
    ],
    [
      "pointerleave",
      ({ pointerType }: PointerEvent) => {
        if (pointerType !== "touch" && it.ui.asked?.by === "mouse") ask(it);
      },
    ],
    [
      "pointerdown",
      (event: PointerEvent) => {
        lift();
        pressed = false;
        if (event.pointerType !== "touch") return;
        const { x, y } = at(event);
        const timer = window.setTimeout(() => {
          pressed = true;
          ask(it, { view, x, y, by: "touch" });
        }, REST);
        pressing = { x, y, timer };
      },
    ],
    ["pointercancel", lift],
    ["pointerup", lift],
    // Who asks by a long press does not choose at the same time.
    ["click", (event: Event) => pressed && event.stopImmediatePropagation(), { capture: true }],
    ["contextmenu", (event: Event) => pressed && event.preventDefault()],
    [
      "focus",
      (event: Event) => {
        if ((event.currentTarget as Element).matches(":focus-visible")) {
          ask(it, { view, by: "keyboard" });
        }
      },
    ],
    ["blur", () => it.ui.asked?.by === "keyboard" && ask(it)],
    ["keydown", (event: KeyboardEvent) => read(it, view, event)],
  ];
}

/** The views that the arrow keys read; in others they do something else. */
function readable({ state: { scene } }: Context): string[] {
  if (scene.mode === "network") return ["boundary", "chart", "map", "curve"];
  return scene.mode === "neuron" ? ["boundary"] : [];
}

function read(it: Context, view: string, event: KeyboardEvent): void {
  const { mode } = it.state.scene;
  const move = MOVES[event.key];
  if (!move || painted(it, view)) return;
  if (!readable(it).includes(view)) {
    // Of what these keys come to here it is told.
    if (mode === "network" || mode === "neuron") it.ui.asked = { view, by: "keyboard" };
    return;
  }
  event.preventDefault();
  const { asked } = it.ui;
  const from = it.figure.probe(view, asked?.x, asked?.y) ?? it.figure.probe(view);
  // Ten pixels at a time; with Shift, one.
  const by = event.shiftKey ? 1 : 10;
  if (from) ask(it, { view, x: from.x + move[0] * by, y: from.y + move[1] * by, by: "keyboard" });
}
