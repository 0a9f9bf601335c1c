// A link for a class: what it locks, its goal, its seed; and what a pupil's code says.
import type { ClassLink, Context, Sharing } from "../context.js";
import { home, share } from "../embedding/share.js";

/** What the present address has for a class. */
export function groupOf({ state: { controls, goal } }: Context): ClassLink {
  return {
    lock: controls.lock?.split(" ").filter(Boolean) ?? [],
    target: goal?.target ?? "",
    below: goal?.below ?? "",
    within: goal?.within ?? "",
    seed: controls.seed ?? "",
    code: "",
    large: false,
  };
}

/** Changes what the link for a class is to have. */
export function group(it: Context, change: Partial<ClassLink>): void {
  const { sharing } = it.ui;
  if (sharing) share(it, { group: { ...sharing.group, ...change } });
}

/** The goal as it stands in an address. */
function goal({ target, below, within }: ClassLink): string {
  const asked = target === "lowest" || !target ? target : `${target}<${below}`;
  return asked && within.trim() ? `${asked} in ${within.trim()}` : asked;
}

/** The query for a class and its link, or why there is none. */
export function classed(
  it: Context,
  { group }: Sharing,
): { query: string; link: string } | { problem: string } {
  // A number is still to be typed.
  if (["loss", "test_loss"].includes(group.target) && !group.below.trim()) {
    return { problem: it.text("class_below_missing") };
  }
  try {
    const query = it.figure.classQuery(group.lock.join(" "), goal(group), group.seed);
    return { query, link: `${home(it)}${query && `?${query}`}` };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

/** What the code that was typed says, or why it says nothing. */
export function checked(it: Context, query: string, code: string): string {
  if (!code.trim()) return "";
  try {
    return it.figure.checkCode(query, code);
  } catch (error) {
    return (error as Error).message;
  }
}

/** Shows the QR code on the whole screen, or where that cannot be, in the whole window. */
export function enlarge(it: Context): void {
  group(it, { large: true });
  const dialogue = it.root.querySelector<HTMLDialogElement>("dialog.large");
  dialogue?.showModal();
  const whole = dialogue?.querySelector<HTMLElement>(".whole");
  void whole?.requestFullscreen?.().catch(() => {});
}
