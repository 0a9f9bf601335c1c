// Pictures as files: PNG from a canvas, SVG from the very calls that draw on one.
import type { ImageOptions } from "../../api.js";
import type { Context } from "../context.js";
import { whole } from "../whole.js";

/** The size of a picture's text in CSS pixels where nothing is known of it. */
const TEXT = 14;

/** The picture of a view as it is now. */
export async function image(it: Context, options: ImageOptions): Promise<Blob> {
  const shown = shownViews(it);
  const view = options.view ?? shown[0];
  const place = it.root.querySelector<HTMLCanvasElement>(
    `[data-view="${CSS.escape(String(view))}"]`,
  );
  if (!view || !place || !shown.includes(view)) {
    throw new Error(it.text("image_none", { view: String(view), views: shown.join(", ") }));
  }
  const { width, height, fontSize } = getComputedStyle(place);
  const wide = whole(options.width, 16, 4096, Math.round(parseFloat(width)));
  const high = whole(options.height, 16, 4096, Math.round(parseFloat(height)));
  const given = Number(options.scale ?? 2);
  const scale = Math.min(4, Math.max(0.5, Number.isNaN(given) ? 2 : given));
  const em = parseFloat(fontSize) || TEXT;
  if (options.format === "svg") {
    return new Blob([vector(it, view, wide, high, em)], { type: "image/svg+xml" });
  }
  const canvas = document.createElement("canvas");
  it.figure.drawOn(view, canvas, wide, high, scale, em);
  const context = canvas.getContext("2d");
  if (context) {
    // Below what is drawn: pictures themselves have no ground.
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalCompositeOperation = "destination-over";
    context.fillStyle = it.state.theme.colours.paper ?? "#ffffff";
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (!blob) throw new Error(it.text("image_failed"));
  return blob;
}

/** A view as SVG. */
function vector(it: Context, view: string, width: number, height: number, em: number): string {
  const canvas = document.createElement("canvas");
  const recorded = new Recorded(it, canvas, it.state.theme.colours.paper ?? "#ffffff");
  it.figure.drawOn(view, canvas, width, height, 1, em);
  return recorded.svg(width, height);
}

/** A view as an element of SVG; none where the page around it forbids to read markup. */
export function vectorNode(
  it: Context,
  view: string,
  width: number,
  height: number,
  em: number,
): SVGElement | undefined {
  try {
    const made = vector(it, view, width, height, em);
    const { documentElement } = new DOMParser().parseFromString(made, "image/svg+xml");
    const node = document.importNode(documentElement, true) as Element as SVGElement;
    node.classList.add("vector");
    return node;
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) throw error;
    return undefined;
  }
}

/** Puts a picture of lines and letters beside each canvas that is seen: on paper it takes its place. */
export function putVectors(it: Context): void {
  takeVectors(it);
  for (const canvas of it.root.querySelectorAll<HTMLCanvasElement>("canvas[data-view]")) {
    const { width, height, fontSize } = getComputedStyle(canvas);
    const [wide, high] = [width, height].map((length) => Math.round(parseFloat(length)));
    if (!wide || !high) continue;
    const node = vectorNode(it, canvas.dataset.view ?? "", wide, high, parseFloat(fontSize));
    if (node) canvas.after(node);
  }
}

/** Takes these pictures away again. */
export function takeVectors({ root }: Context): void {
  for (const node of root.querySelectorAll(".picture > .vector")) node.remove();
}

/** The views that are to be seen now, in their order. */
export function shownViews(it: Context): string[] {
  const all = [...it.root.querySelectorAll<HTMLCanvasElement>("[data-view]")];
  const seen = all.filter((canvas) => canvas.offsetWidth > 0 && canvas.offsetHeight > 0);
  return seen.map(({ dataset: { view = "" } }) => view);
}

const MARKUP: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text within markup. */
export const escaped = (given: string) => given.replace(/[&<>"]/g, (sign) => MARKUP[sign] ?? "");

/** Shortens a number: hundredths of a pixel are enough. */
const short = (value: number) => String(Math.round(100 * value) / 100);

/** A colour, and how much of it is seen: not all programs know colours that say both. */
function inked(of: "fill" | "stroke", style: unknown): string {
  const [red, green, blue, share] = String(style).match(/[\d.]+/g) ?? [];
  if (share === undefined) return ` ${of}="${escaped(String(style))}"`;
  return ` ${of}="rgb(${red},${green},${blue})" ${of}-opacity="${share}"`;
}

/** What is drawn on a canvas, written down as SVG: it stands in the place of its 2D context. */
class Recorded {
  private readonly parts: string[] = [];
  private path = "";
  private scale = 1;

  constructor(
    it: Context,
    canvas: HTMLCanvasElement,
    private readonly paper: string,
  ) {
    const real = document.createElement("canvas").getContext("2d");
    if (!real) throw new Error(it.text("image_failed"));
    // The module asks whether it is a context; what it does not record, it does to a real one.
    const recorded: object = new Proxy(Object.create(CanvasRenderingContext2D.prototype), {
      get: (_, name) => {
        const own = this.calls[name as string];
        if (own) return (...given: never[]) => own(real, ...given);
        const value = Reflect.get(real, name);
        return typeof value === "function" ? value.bind(real) : value;
      },
      set: (_, name, value) => Reflect.set(real, name, value),
    });
    canvas.getContext = (() => recorded) as never;
  }

  private readonly calls: {
    [name: string]: (it: CanvasRenderingContext2D, ...given: never[]) => void;
  } = {
    setTransform: (_, scale: number) => {
      this.scale = scale;
    },
    beginPath: () => {
      this.path = "";
    },
    moveTo: (_, x: number, y: number) => {
      this.path += `M${this.at(x)} ${this.at(y)}`;
    },
    lineTo: (_, x: number, y: number) => {
      this.path += `L${this.at(x)} ${this.at(y)}`;
    },
    closePath: () => {
      this.path += "Z";
    },
    arc: (_, x: number, y: number, radius: number) => {
      // Only whole circles are drawn: as two halves.
      const [r, left] = [this.at(radius), this.at(x - radius)];
      const half = (to: number) => `A${r} ${r} 0 1 0 ${this.at(to)} ${this.at(y)}`;
      this.path += `M${left} ${this.at(y)}${half(x + radius)}${half(x - radius)}Z`;
    },
    stroke: (it) => this.stroked(it, this.path),
    fill: (it) => this.add(`<path d="${this.path}"${inked("fill", it.fillStyle)}/>`),
    clearRect: () => {},
    fillRect: (it, x: number, y: number, width: number, height: number) =>
      this.add(`<path d="${this.box(x, y, width, height)}"${inked("fill", it.fillStyle)}/>`),
    strokeRect: (it, x: number, y: number, width: number, height: number) =>
      this.stroked(it, this.box(x, y, width, height)),
    fillText: (it, words: string, x: number, y: number) => this.words(it, words, x, y),
    drawImage: (_, of: HTMLCanvasElement, x: number, y: number, width: number, height: number) =>
      this.add(
        `<image x="${this.at(x)}" y="${this.at(y)}" width="${this.at(width)}" height="${this.at(height)}" preserveAspectRatio="none" href="${of.toDataURL()}"/>`,
      ),
    save: (it) => {
      it.save();
      this.turns.push("");
    },
    restore: (it) => {
      it.restore();
      this.turns.pop();
    },
    translate: (_, x: number, y: number) => this.turn(`translate(${this.at(x)} ${this.at(y)})`),
    rotate: (_, angle: number) => this.turn(`rotate(${short((180 * angle) / Math.PI)})`),
  };
  private readonly turns: string[] = [""];

  private turn(by: string): void {
    this.turns[this.turns.length - 1] += by;
  }

  /** A length or place in CSS pixels. */
  private at(steps: number): string {
    return short(steps * this.scale);
  }

  private box(x: number, y: number, width: number, height: number): string {
    return `M${this.at(x)} ${this.at(y)}h${this.at(width)}v${this.at(height)}h${this.at(-width)}Z`;
  }

  private stroked(it: CanvasRenderingContext2D, path: string): void {
    const dashes = it.getLineDash().map((length) => this.at(length));
    const dashed = dashes.length ? ` stroke-dasharray="${dashes.join(" ")}"` : "";
    this.add(
      `<path d="${path}" fill="none"${inked("stroke", it.strokeStyle)} stroke-width="${this.at(it.lineWidth)}" stroke-linejoin="round"${dashed}/>`,
    );
  }

  private words(it: CanvasRenderingContext2D, words: string, x: number, y: number): void {
    const size = Number(/([\d.]+)px/.exec(it.font)?.[1] ?? TEXT);
    const [face = "", family = "sans-serif"] = it.font.split(/[\d.]+px\s*/);
    const anchors: Record<string, string> = { center: "middle", right: "end", end: "end" };
    const anchor = anchors[it.textAlign] ?? "start";
    // Upwards from where the letters stand: not all programs know of other lines.
    const ascent = it.measureText(words).actualBoundingBoxAscent;
    const { textBaseline } = it;
    it.textBaseline = "alphabetic";
    const down = it.measureText(words).actualBoundingBoxAscent - ascent;
    it.textBaseline = textBaseline;
    const weight = /bold|[6-9]00/.test(face) ? ' font-weight="bold"' : "";
    this.add(
      `<text x="${this.at(x)}" y="${this.at(y + down)}"${inked("fill", it.fillStyle)} font-size="${this.at(size)}" font-family="${escaped(family)}" text-anchor="${anchor}"${weight}>${escaped(words)}</text>`,
    );
  }

  private add(part: string): void {
    const turned = this.turns.join("");
    this.parts.push(turned ? `<g transform="${turned}">${part}</g>` : part);
  }

  svg(width: number, height: number): string {
    const ground = `<path d="M0 0h${width}v${height}H0Z" fill="${escaped(this.paper)}"/>`;
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${ground}${this.parts.join("")}</svg>\n`;
  }
}
