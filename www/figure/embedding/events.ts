// The element's events: what of the state's changes a page around it may want to know.
import type { State } from "../../contract.js";

/** The milliseconds between two events `step`. */
const PACE = 100;

/** Tells events by the changes of a state; those of steps at most ten times a second, the last one always. */
export class Teller {
  private last:
    | { at: number; playing: boolean; ended: string | null; reached: number | null }
    | undefined;
  private told = Number.NEGATIVE_INFINITY;
  private timer: number | undefined;

  constructor(private readonly tell: (type: string, detail?: unknown) => void) {}

  /** Takes in the state as it is now. The first one is no news. */
  hear({ timeline: { at }, playback: { playing, ended }, numbers, goal }: State): void {
    const before = this.last;
    const reached = goal?.reached ?? null;
    this.last = { at, playing, ended, reached };
    if (!before) return;
    if (playing !== before.playing && playing) this.tell("play");
    if (at !== before.at) {
      clearTimeout(this.timer);
      const step = () => {
        this.tell("step", { iteration: at, numbers });
        // Whoever listens may take a while.
        this.told = performance.now();
      };
      const early = this.told + PACE - performance.now();
      if (early > 0) this.timer = window.setTimeout(step, early);
      else step();
    }
    if (playing !== before.playing && !playing) this.tell("pause");
    if (ended !== before.ended && (ended === "converged" || ended === "diverged")) {
      this.tell(ended, { iteration: at });
    }
    if (reached !== null && before.reached === null) this.tell("goal", { iteration: reached });
  }

  end(): void {
    clearTimeout(this.timer);
  }
}
