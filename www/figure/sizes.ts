// When pictures have another size: their box has, or the screen has other pixels.

/** Calls `changed` whenever a picture within `place` has another size, until the signal. */
export function sizes(place: HTMLElement, changed: () => void, signal: AbortSignal): void {
  const observer = new ResizeObserver(changed);
  for (const picture of place.querySelectorAll(".picture")) observer.observe(picture);
  signal.addEventListener("abort", () => observer.disconnect());
  const follow = () => {
    const pixels = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    const moved = () => {
      changed();
      follow();
    };
    pixels.addEventListener("change", moved, { once: true, signal });
  };
  follow();
}

/** Below this height, in CSS pixels, a narrow box shows the picture first. */
const LOW = 520;

/**
 * Tells a figure's box how high it is to be, if the page gives the element a height: then it is
 * filled, and what does not fit is scrolled. Until the signal.
 */
export function bounds(host: HTMLElement, box: HTMLElement, signal: AbortSignal): void {
  // A share of a height that is not given comes to nothing.
  const yardstick = document.createElement("i");
  yardstick.className = "yardstick";
  box.before(yardstick);
  const fit = () => {
    const { offsetHeight: height } = yardstick;
    // Without a document type, a browser takes a share of the window's height.
    const bounded = height > 0 && Math.abs(height - host.clientHeight) < 2;
    box.toggleAttribute("data-bounded", bounded);
    box.toggleAttribute("data-low", bounded && height < LOW);
    if (bounded) box.style.setProperty("--box-height", `${height}px`);
    else box.style.removeProperty("--box-height");
  };
  // At once, too: nothing in it moves after it is seen.
  fit();
  const observer = new ResizeObserver(fit);
  observer.observe(yardstick);
  signal.addEventListener("abort", () => {
    observer.disconnect();
    yardstick.remove();
  });
}

/** Tells whether an element is where anybody can see it, until the signal. */
export function sight(
  host: HTMLElement,
  seen: (visible: boolean) => void,
  signal: AbortSignal,
): void {
  const observer = new IntersectionObserver((entries) =>
    seen(entries.at(-1)?.isIntersecting ?? true),
  );
  observer.observe(host);
  signal.addEventListener("abort", () => observer.disconnect());
}

/** Tells when the page is to be printed, and when that is over, until the signal. */
export function printing(changed: (paper: boolean) => void, signal: AbortSignal): void {
  let now = false;
  const tell = (paper: boolean) => {
    if (paper === now) return;
    now = paper;
    changed(paper);
  };
  const paper = matchMedia("print");
  paper.addEventListener("change", ({ matches }) => tell(matches), { signal });
  addEventListener("beforeprint", () => tell(true), { signal });
  addEventListener("afterprint", () => tell(paper.matches), { signal });
}
