// A function's field while one types, and the size of its formulas.
import type { Written } from "../contract.js";
import { type Context, one } from "./context.js";
import type { Speech } from "./texts/language.js";

/** The formulas of a figure, asked for when the function is another or shows its numbers. */
interface Formulas {
  of: string;
  speech: Speech;
  numbers: string;
  equations: Written["equations"];
  plain: Written["equations"];
  derivations: Written["steps"];
}

const asked = new WeakMap<Context, Formulas>();

/** The function and its derivatives as they are written, and how these come about. */
export function formulas(it: Context): Formulas {
  const { speech } = it;
  const { controls, scene } = it.state;
  const of = controls.function ?? "";
  const { numbers = "" } = controls;
  let known = asked.get(it);
  // What is not in sight is not asked for.
  if (!of || !scene.parts.includes("written")) {
    return known ?? { of, speech, numbers, equations: [], plain: [], derivations: [] };
  }
  if (known?.of !== of || known.speech !== speech) {
    const { equations, steps } = it.figure.written() ?? { equations: [], steps: [] };
    known = { of, speech, numbers: "", equations, plain: equations, derivations: steps };
    asked.set(it, known);
  }
  known.equations = it.figure.equations();
  // Not with each step: its numbers are about as long as those before.
  if (known.numbers !== numbers) queueMicrotask(() => fit(one(it, "[data-equations]")));
  known.numbers = numbers;
  return known;
}

/** Long formulas are written smaller, down to three quarters; what is longer still is scrolled. */
function fit(place: HTMLElement): void {
  place.style.setProperty("--fit", "1");
  const share = Math.min(1, (0.99 * place.clientWidth) / place.scrollWidth) || 1;
  place.style.setProperty("--fit", String(Math.max(0.75, share)));
}

const fitters = new WeakMap<Context, (place?: Element) => void>();

/** Keeps the line of formulas at its size when its room changes. */
export function fitting(it: Context): (place?: Element) => void {
  let sizes: ResizeObserver | undefined;
  const fitter =
    fitters.get(it) ??
    ((place?: Element) => {
      sizes?.disconnect();
      if (!place?.parentElement) return;
      sizes = new ResizeObserver(() => fit(place as HTMLElement));
      sizes.observe(place.parentElement);
    });
  fitters.set(it, fitter);
  return fitter;
}

const fields = new WeakMap<Context, FormulaField>();

/** The field: it is checked with each character, and shown at once. */
export class FormulaField {
  /** What is wrong with its text; null if nothing is. */
  wrong: { message: string; from: number; to: number } | null = null;
  private place: HTMLInputElement | undefined;
  private frame: number | undefined;
  private shown = "";

  private constructor(private readonly it: Context) {}

  static of(it: Context): FormulaField {
    const field = fields.get(it) ?? new FormulaField(it);
    fields.set(it, field);
    field.follow();
    return field;
  }

  readonly attach = (place?: Element): void => {
    this.place = place as HTMLInputElement | undefined;
    if (this.place) this.place.value = this.shown;
  };

  /** The text from one character to another. */
  part(from: number, to: number): string {
    return [...(this.place?.value ?? "")].slice(from, to).join("");
  }

  /** Shows the function that holds, unless somebody types. */
  private follow(): void {
    const { function: holds = "" } = this.it.state.controls;
    if (holds === this.shown) return;
    this.shown = holds;
    if (!this.it.ui.typing) this.showAgain();
  }

  private showAgain(): void {
    if (this.place) this.place.value = this.shown;
    // The figure has read it.
    this.wrong = null;
  }

  private check(): boolean {
    this.wrong = this.it.figure.check(this.place?.value ?? "");
    this.it.update();
    this.scroll();
    return !this.wrong;
  }

  private apply(): void {
    if (this.frame !== undefined) cancelAnimationFrame(this.frame);
    this.frame = undefined;
    const text = this.place?.value ?? "";
    if (this.check() && text.trim() !== this.shown) {
      this.it.attempt(() => this.it.figure.set("function", text));
    }
  }

  readonly input = (): void => {
    this.it.update({ typing: true });
    if (this.check()) this.frame ??= requestAnimationFrame(() => this.apply());
  };

  /** Left as it was found, it has not changed, but may have been typed in. */
  readonly leave = (): void => {
    this.apply();
    if (!this.wrong) this.showAgain();
    this.it.update({ typing: false });
    this.it.settle();
  };

  readonly key = ({ key }: KeyboardEvent): void => {
    if (key !== "Escape") return;
    this.showAgain();
    this.it.update();
  };

  readonly scroll = (): void => {
    const mark = this.place?.parentElement?.querySelector(".mark");
    if (mark && this.place) mark.scrollLeft = this.place.scrollLeft;
  };
}
