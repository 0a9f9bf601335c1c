// A control under the keyboard's focus or a long press says what it is for, as by a mouse.
import type { Context } from "../context.js";
import { ask } from "./probe.js";

/** How long a finger rests before it asks, in milliseconds. */
const REST = 500;

/** What the whole figure hears. */
export function hinting(it: Context) {
  let pressing: number | undefined;
  const tell = (target?: Element) => {
    clearTimeout(pressing);
    const hint = target?.closest<HTMLElement>("[title]")?.title ?? "";
    if (hint !== it.ui.hint) it.update({ hint });
  };
  const lift = () => clearTimeout(pressing);
  return {
    focusin: ({ target }: Event) => {
      const it = target as Element;
      tell(it.matches(":focus-visible") ? it : undefined);
    },
    focusout: () => tell(),
    keydown: () => tell(),
    pointerdown: ({ target, pointerType }: PointerEvent) => {
      tell();
      if (it.ui.asked && it.ui.asked.by !== "mouse") ask(it);
      if (pointerType === "touch") pressing = window.setTimeout(tell, REST, target as Element);
    },
    pointerup: lift,
    pointercancel: lift,
  };
}
