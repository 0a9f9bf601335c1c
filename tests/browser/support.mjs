// What the browser tests share: opening the page, running its frames one by one, and
// looking at its layout. `cargo xtask test --only browser` sets the environment.

import path from "node:path";
import { afterEach, test } from "node:test";
import { chromium } from "playwright-core";

const { CHROMIUM, DOWNHILL_BROWSER, DOWNHILL_URL, DOWNHILL_ARTEFACTS } = process.env;
if (!DOWNHILL_URL) {
  throw new Error("run these tests by `cargo xtask test --only browser`");
}

const SWITCHES =
  "no-sandbox disable-gpu disable-quic no-first-run disable-background-networking " +
  "disable-component-update disable-sync";
const OPTIONS = { executablePath: CHROMIUM, args: SWITCHES.split(" ").map((name) => `--${name}`) };

/** Starts the browser that test files share. */
export function start() {
  return chromium.launchServer(OPTIONS);
}

/** Connects to that browser, or starts one where there is none. Close it in the end. */
export function launch() {
  return DOWNHILL_BROWSER ? chromium.connect(DOWNHILL_BROWSER) : chromium.launch(OPTIONS);
}

/** The contexts that the present test has opened: they close with it, so that no page plays on beside another test. */
const opened = [];
if (DOWNHILL_BROWSER) afterEach(() => Promise.all(opened.splice(0).map((context) => context.close())));

/** A test that looks at many sizes, or measures the machine: it runs with `--long`. */
export function sweep(name, run) {
  test(name, { skip: process.env.DOWNHILL_LONG ? false : "it runs with --long" }, run);
}

/** A test that a newcomer runs where `usual`, and that else is one of a sweep. */
export const usually = (usual) => (usual ? test : sweep);

/**
 * Opens the page with a network, or at `path`, and waits until its figure is ready.
 *
 * `problems` collects whatever the browser complains about from then on: console errors
 * and warnings, uncaught errors, failed requests, and requests to any other host.
 * With `frames`, nothing moves until `frames(page, n)` is called.
 * With `ready: false`, the figure is not waited for.
 * With `motion`, steps slide and a run begins slowly, as they do for a reader; without, a step is there at once.
 * `prepare` is a function that runs in the page before anything else.
 * With `line`, `{ latency, bytes }`, each answer takes so many milliseconds longer, and so many
 * bytes arrive in a second.
 */
export async function openPage(
  browser,
  {
    path = "?scene=network",
    viewport = { width: 1280, height: 800 },
    deviceScaleFactor = 1,
    hasTouch = false,
    reducedMotion = "no-preference",
    frames = false,
    motion = false,
    ready = true,
    prepare,
    line,
  } = {},
) {
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor,
    hasTouch,
    reducedMotion,
  });
  opened.push(context);
  await context.addInitScript(reachInside);
  if (frames) await context.addInitScript(holdFrames);
  if (prepare) await context.addInitScript(prepare);
  const page = await context.newPage();
  if (line) {
    const conditions = { offline: false, latency: line.latency, downloadThroughput: line.bytes, uploadThroughput: line.bytes };
    await (await context.newCDPSession(page)).send("Network.emulateNetworkConditions", conditions);
  }
  const problems = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) {
      problems.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.stack ?? error}`));
  page.on("requestfailed", (request) =>
    problems.push(`request failed: ${request.url()} (${request.failure()?.errorText})`),
  );
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`status ${response.status()}: ${response.url()}`);
  });
  page.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith("http") && host !== new URL(DOWNHILL_URL).host) {
      problems.push(`request to another host: ${request.url()}`);
    }
  });
  // A busy machine may take its time with the browser's first page.
  await page.goto(new URL(path, DOWNHILL_URL).href, { timeout: 120_000 });
  if (ready) await isReady(page);
  if (ready && !motion) await page.evaluate(() => document.querySelector("downhill-figure").figure.setReducedMotion(true));
  return { page, problems };
}

/** Runs in the page before anything else: the figure's shadow tree, and what has the focus. */
function reachInside() {
  window.shadow = () => document.querySelector("downhill-figure").shadowRoot;
  window.focused = () => shadow()?.activeElement ?? document.activeElement;
}

/** Waits until a figure of the page, or of a frame in it, is mounted. */
export async function isReady(page) {
  await page.locator("[data-ready]").first().waitFor({ state: "attached", timeout: 60_000 });
}

/** Runs in the page before anything else: animation frames wait in a queue. */
function holdFrames() {
  let queue = new Map();
  let due = new Map();
  let last = 0;
  let now = 0;
  window.onFrame = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => {
    queue.set(++last, callback);
    return last;
  };
  window.cancelAnimationFrame = (id) => {
    queue.delete(id);
    due.delete(id);
  };
  window.runFrames = (n) => {
    let calls = 0;
    for (let i = 0; i < n; i++) {
      now += 1000 / 60;
      [due, queue] = [queue, new Map()];
      for (const callback of due.values()) {
        callback(now);
        calls++;
      }
    }
    return calls;
  };
}

/**
 * Runs `n` frames, a sixtieth of a second apart on the page's clock of frames, on a page
 * opened with `frames`. Returns how many callbacks were called: 0 if nothing wanted to move.
 *
 * On such a page, give `page.waitForFunction` a `polling` interval: by default it would
 * wait for a frame.
 */
export function frames(page, n = 1) {
  return page.evaluate((n) => window.runFrames(n), n);
}

/** The page's address, asked of the page: `page.url()` may come a moment later. */
export function href(page) {
  return page.evaluate(() => location.href);
}

/** Waits until the pictures have been told their sizes: for two frames of the browser's own. */
export function laidOut(page) {
  return page.evaluate(() => {
    const onFrame = window.onFrame ?? window.requestAnimationFrame;
    return new Promise((done) => onFrame(() => onFrame(done)));
  });
}

/** Evaluates a call of the page's `figure`. */
export function handle(page, action) {
  return page.evaluate(`(() => { const figure = document.querySelector("downhill-figure").figure; return ${action}; })()`);
}

/** The one sentence. */
export function sentence(page) {
  return page.textContent("[data-sentence]");
}

/** Writes what the window shows to NAME.png among the artefacts. */
export function screenshot(page, name, options = {}) {
  return page.screenshot({ path: path.join(DOWNHILL_ARTEFACTS, `${name}.png`), ...options });
}

/**
 * What is wrong with the layout, in words; an empty list if nothing is:
 * - controls, pictures or texts that overlap, unless one contains the other, labels the
 *   other, or lies in an element marked `data-overlay` (which is on top on purpose);
 * - texts that are cut off, by a box around them or by the window's sides;
 * - a page that scrolls sideways.
 */
export function layoutProblems(page) {
  return page.evaluate(inspectLayout);
}

/** Runs in the page. */
function inspectLayout() {
  const CONTROLS =
    "button, input, select, textarea, summary, a[href], [role=button], [role=radio], " +
    "[role=slider], canvas, img, svg, math, video, meter, progress";
  const PILLS = "button, summary, [role=button], [role=radio]";
  const SLACK = 1.5; // CSS pixels: borders that touch, and rounding
  const problems = [];

  const name = (element) => {
    const id = element.id ? `#${element.id}` : "";
    const text = (element.getAttribute("aria-label") ?? element.textContent).trim().slice(0, 30);
    return `<${element.localName}${id}> "${text}"`;
  };
  const where = ({ left, top, right, bottom }) =>
    `[${[left, top, right, bottom].map(Math.round).join(" ")}]`;
  const visible = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const large = (box) => box.right - box.left > 2 && box.bottom - box.top > 2;
  const hides = (style) => /hidden|clip/.test(style);
  const scrolls = (style) => /auto|scroll/.test(style);
  const ancestors = function* (element) {
    const around = (e) => e.parentElement ?? e.getRootNode().host;
    for (let e = around(element); e && e !== document.body; e = around(e)) yield e;
  };

  // The part of a box that the boxes around it let through.
  const shown = (element, box) => {
    let { left, top, right, bottom } = box;
    for (const around of ancestors(element)) {
      const { overflowX, overflowY } = getComputedStyle(around);
      const frame = around.getBoundingClientRect();
      if (overflowX !== "visible") {
        [left, right] = [Math.max(left, frame.left), Math.min(right, frame.right)];
      }
      if (overflowY !== "visible") {
        [top, bottom] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
      }
    }
    return { left, top, right, bottom };
  };

  // What letters fill of a line's box: some typefaces have boxes half as high again.
  const letters = (element, { left, top, right, bottom }) => {
    const { fontSize, writingMode } = getComputedStyle(element);
    const upright = writingMode.startsWith("vertical");
    const [from, to] = upright ? [left, right] : [top, bottom];
    const empty = Math.max(0, to - from - 1.2 * parseFloat(fontSize)) / 2;
    return upright ? { left: left + empty, top, right: right - empty, bottom } : { left, top: top + empty, right, bottom: bottom - empty };
  };

  // Every control and picture as one item, and every text outside of them by its lines.
  const items = [];
  const figures = [...document.querySelectorAll("downhill-figure")].map((it) => it.shadowRoot);
  for (const element of [document.body, ...figures].flatMap((root) => [...root.querySelectorAll("*")])) {
    if (!visible(element) || element.closest("svg *, math *, option, script, style")) continue;
    const texts = [...element.childNodes].filter(
      (node) => node.nodeType === Node.TEXT_NODE && node.data.trim(),
    );
    const lines = texts.flatMap((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()].map((box) => letters(element, box));
    });
    if (element.matches(CONTROLS)) {
      items.push({ element, boxes: [...element.getClientRects()] });
    } else if (lines.length > 0 && !element.closest(CONTROLS)) {
      items.push({ element, boxes: lines });
    }
    const seen = lines.filter((line) => large(shown(element, line)));
    for (const line of seen) checkText(element, line);
    if (element.matches("input") && element.scrollWidth > element.clientWidth + SLACK) {
      problems.push(`the value of ${name(element)} is cut off`);
    }
  }

  function checkText(element, line) {
    const beyond = (frame, x, y) =>
      (x && (line.left < frame.left - SLACK || line.right > frame.right + SLACK)) ||
      (y && (line.top < frame.top - SLACK * 2 || line.bottom > frame.bottom + SLACK * 2));
    for (const around of [element, ...ancestors(element)]) {
      const { overflowX, overflowY } = getComputedStyle(around);
      if (scrolls(overflowX) || scrolls(overflowY)) return; // one can scroll to it
      const frame = around.getBoundingClientRect();
      if (beyond(frame, hides(overflowX), hides(overflowY))) {
        problems.push(`the text of ${name(element)} ${where(line)} is cut off by ${name(around)}`);
        return;
      }
      if (around.matches(PILLS) && beyond(frame, true, true)) {
        problems.push(`the text of ${name(element)} ${where(line)} spills out of ${name(around)}`);
        return;
      }
    }
    if (beyond({ left: 0, right: document.documentElement.clientWidth }, true, false)) {
      problems.push(`the text of ${name(element)} ${where(line)} leaves the window`);
    }
  }

  for (const item of items) {
    item.boxes = item.boxes.map((box) => shown(item.element, box)).filter(large);
  }
  const solid = items.filter((item) => !item.element.closest("[data-overlay]"));
  const labels = (a, b) => a.closest("label")?.control === b;
  const belong = (a, b) => a.contains(b) || b.contains(a) || labels(a, b) || labels(b, a);
  const meet = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > SLACK &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > SLACK;
  solid.forEach((a, i) => {
    for (const b of solid.slice(i + 1)) {
      if (belong(a.element, b.element)) continue;
      for (const one of a.boxes) {
        const other = b.boxes.find((other) => meet(one, other));
        if (!other) continue;
        problems.push(
          `${name(a.element)} ${where(one)} overlaps ${name(b.element)} ${where(other)}`,
        );
        break;
      }
    }
  });

  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) {
    problems.push(`the page scrolls sideways: it is ${scrollWidth} wide in ${clientWidth}`);
  }
  return problems;
}

/** Runs in the page: texts drawn on a canvas that do not fit on it, or lie on each other. */
export function canvasProblems() {
  const root = shadow();
  const problems = [];
  for (const canvas of root.querySelectorAll("canvas")) {
    const { width, height } = canvas.getBoundingClientRect();
    const drawing = width && height && root.host.figure.drawing(canvas.dataset.view);
    if (!drawing) continue;
    const texts = drawing.marks.filter(({ kind, text }) => kind === "text" && text);
    for (const { text, points: [from, to] } of texts) {
      if (from[0] < -1 || from[1] < -1 || to[0] > width + 1 || to[1] > height + 1) {
        problems.push(`${canvas.dataset.view}: “${text}” at ${from} … ${to} leaves ${width} × ${height}`);
      }
    }
    texts.forEach((a, index) => {
      for (const b of texts.slice(index + 1)) {
        const over = (axis) => Math.min(a.points[1][axis], b.points[1][axis]) - Math.max(a.points[0][axis], b.points[0][axis]);
        if (over(0) > 2 && over(1) > 4) problems.push(`${canvas.dataset.view}: “${a.text}” lies on “${b.text}”`);
      }
    });
  }
  return problems;
}

/** Where a place of a view's axes is in the window. */
export async function place(page, view, x, y) {
  await laidOut(page);
  const box = await page.locator(`[data-view=${view}]`).boundingBox();
  const { plot } = await handle(page, `figure.drawing("${view}")`);
  const share = (value, [low, high]) => (value - low) / (high - low);
  return {
    x: box.x + plot.from[0] + share(x, plot.x) * (plot.to[0] - plot.from[0]),
    y: box.y + plot.to[1] - share(y, plot.y) * (plot.to[1] - plot.from[1]),
  };
}
