// How an element behaves and looks by its own attributes: www/api.ts says what they mean.
import { still } from "../actions.js";
import type { View } from "../view.js";
import { call } from "./calls.js";

/** The controls that one may keep, where only some are wanted. */
const STEPS = "play back step reset timeline";

/** The parts of a figure that a page may style. */
const PARTS = ["head", "sentence", "stage", "bar"];

/** The names of the custom properties `--downhill-NAME` that give a figure colours of the page around it. */
const COLOURS = ["paper", "raised", "ink", "muted", "grid"];

/** The share of an element that is to be seen before it plays by itself. */
const SEEN = 0.5;

export class Guise {
  private internals: ElementInternals | undefined;
  private plays = false;

  constructor(
    private readonly owner: HTMLElement,
    private readonly place: HTMLElement,
    private readonly signal: AbortSignal,
  ) {}

  /** The one picture that is to be shown, if only one is. */
  get alone(): string | undefined {
    return this.owner.getAttribute("view") || undefined;
  }

  /** Gives a view the looks that the attributes ask for now. */
  apply(view: View): void {
    const { owner, place, alone } = this;
    const asked = (name: string) => owner.getAttribute(name)?.trim() ?? "";
    const interact = asked("interact");
    const controls =
      asked("controls") || (interact === "steps" ? STEPS : alone ? "play step reset" : "all");
    toggle(place, "keep", controls !== "all" && controls);
    const other = (place.dataset.alone ?? "") !== (alone ?? "");
    toggle(place, "alone", alone);
    toggle(place, "font", asked("font") === "host" && "host");
    const { fontFamily, fontSize } = getComputedStyle(owner);
    place.style.setProperty("--host-font", fontFamily);
    place.style.setProperty("--host-size", fontSize);
    place.inert = interact === "none";
    for (const part of PARTS) place.querySelector(`.${part}`)?.setAttribute("part", part);
    place.querySelector(".stage")?.toggleAttribute("inert", interact === "steps");
    if (interact === "none") this.describe(view);
    this.colour(view);
    if (other) view.look();
  }

  /** A picture that nobody can touch is one to whom does not see it, too. */
  private describe(view: View): void {
    this.internals ??= this.owner.attachInternals?.();
    if (!this.internals) return;
    this.internals.role = "img";
    const callee = { view, begin: () => {}, settled: () => Promise.resolve() };
    this.internals.ariaLabel = String(call(callee, "describe", undefined));
  }

  /** Gives it the page's colours, as far as the page has set them. */
  private colour(view: View): void {
    const style = getComputedStyle(this.owner);
    const probe = document.createElement("i");
    this.place.append(probe);
    const pairs = COLOURS.flatMap((name) => {
      probe.style.color = style.getPropertyValue(`--downhill-${name}`).trim();
      if (!probe.style.color) return [];
      const channels = getComputedStyle(probe).color.match(/^rgba?\((\d+), (\d+), (\d+)/);
      const hex = channels?.slice(1).map((it) => Number(it).toString(16).padStart(2, "0"));
      return hex ? [[name, `#${hex.join("")}`] as const] : [];
    });
    probe.remove();
    const given = pairs.flat().join();
    if (given === (this.place.dataset.colours ?? "")) return;
    toggle(this.place, "colours", given);
    view.run(() =>
      view.figure.setColours(
        pairs.map(([name]) => name),
        pairs.map(([, it]) => it),
      ),
    );
  }

  /** Plays the view by itself when it is seen, once, if that is asked for. */
  autoplay(view: () => Promise<View | undefined>): void {
    if (this.plays || this.owner.getAttribute("autoplay") !== "visible") return;
    this.plays = true;
    const seen = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        seen.disconnect();
        void view().then((it) => {
          if (!still.matches && !this.signal.aborted) it?.run(() => it.figure.play());
        });
      },
      { threshold: SEEN },
    );
    seen.observe(this.owner);
    this.signal.addEventListener("abort", () => seen.disconnect());
  }
}

/** Sets an element's datum, or takes it away. */
function toggle({ dataset }: HTMLElement, name: string, value: string | false | undefined): void {
  if (value) dataset[name] = value;
  else delete dataset[name];
}
