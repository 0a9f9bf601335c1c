// A school's laptop: drags and runs with the processor slowed four times, 1366×768; `cargo xtask
// bench --laptop` calls it.
import os from "node:os";
import { handle, launch, openPage } from "../tests/browser/support.mjs";

const SLOWED = +(process.env.SLOWED ?? 4);
const SECONDS = 3;

/** Name, address, picture in which is dragged, the button that shows it if that is needed. What is dragged is the last circle, ball or handle, or a surface's middle. */
const DRAGS = [
  ["derivative, curve", "?scene=derivative", "curve"],
  ["gradient, map", "?scene=gradient", "map"],
  ["gradient, surface", "?scene=gradient", "surface"],
  ["descent, curve", "?scene=descent", "curve"],
  ["neuron, line", "?scene=neuron", "boundary"],
  ["neuron, surface", "?scene=neuron", "surface"],
  ["network, curve", "?scene=network", "curve"],
  ["network, map", "?scene=network", "map", "[data-landscape=map]:visible"],
  ["network, surface", "?scene=network", "surface"],
];
const RUNS = ["derivative", "gradient", "descent", "neuron", "network"];

/** Runs in the page before anything else: notes when which canvas was drawn on. */
function watch() {
  window.drawn = new Map();
  const { prototype } = CanvasRenderingContext2D;
  for (const name of ["fillRect", "drawImage"]) {
    const draw = prototype[name];
    prototype[name] = function (...values) {
      if (this.canvas.dataset.view) window.drawn.set(this.canvas.dataset.view, performance.now());
      return draw.apply(this, values);
    };
  }
}

/** Runs in the page: for some seconds, when frames end, when the hand moves and how late its picture comes. */
function measure([view, seconds]) {
  const ends = [];
  const delays = [];
  let waiting = 0;
  let seen = 0;
  const hear = (event) => (waiting ||= event.timeStamp);
  addEventListener("pointermove", hear, { capture: true });
  const end = performance.now() + 1000 * seconds;
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    // A task after the frame: all its callbacks are done.
    channel.port1.onmessage = () => {
      const now = performance.now();
      const last = view ? (window.drawn.get(view) ?? 0) : now;
      if (last > seen) ends.push(now);
      if (waiting && last > waiting) {
        delays.push(now - waiting);
        waiting = 0;
      }
      seen = last;
      if (now < end) requestAnimationFrame(next);
      else {
        removeEventListener("pointermove", hear, { capture: true });
        resolve({ rate: ends.length / seconds, delays });
      }
    };
    const next = () => channel.port2.postMessage(0);
    requestAnimationFrame(next);
  });
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const browser = await launch();
/** A page on the slow machine, and the line to its browser. */
async function slow(path) {
  const { page } = await openPage(browser, { path, viewport: { width: 1366, height: 768 }, motion: true, prepare: watch });
  const line = await page.context().newCDPSession(page);
  await page.waitForTimeout(1000);
  await line.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
  return { page, line };
}

console.log(`Chromium ${browser.version()}, ${os.cpus()[0].model}, ${os.cpus().length} cores, slowed ${SLOWED} times, 1366×768`);
for (const [name, path, view, button] of DRAGS) {
  const { page, line } = await slow(path);
  if (button) await page.click(button);
  const box = await page.locator(`[data-view=${view}]`).boundingBox();
  const { marks } = await handle(page, `figure.drawing("${view}")`);
  const grip = view === "surface" ? undefined : marks.findLast((mark) => mark.kind === "circle").points[0];
  const [x, y] = grip ? [box.x + grip[0], box.y + grip[1]] : [box.x + box.width / 2, box.y + box.height / 2];
  const mouse = (type, x, y) => line.send("Input.dispatchMouseEvent", { type, x, y, button: "left", buttons: 1, clickCount: 1 });
  await mouse("mousePressed", x, y);
  const measured = page.evaluate(measure, [view, SECONDS]);
  // A hand moves whether or not the page keeps up.
  const sent = [];
  for (let at = 0; at < 60 * SECONDS; at++) {
    const turn = (2 * Math.PI * at) / 90;
    sent.push(mouse("mouseMoved", x + 0.12 * box.width * Math.sin(turn), y + 0.1 * box.height * Math.sin(2 * turn)));
    await new Promise((done) => setTimeout(done, 1000 / 60));
  }
  const { rate, delays } = await measured;
  await Promise.all(sent);
  await mouse("mouseReleased", x, y);
  console.log(`drag ${name.padEnd(20)} ${rate.toFixed(0).padStart(3)} pictures a second, ${median(delays)?.toFixed(0)} ms after the hand`);
  await page.context().close();
}
for (const scene of RUNS) {
  // Steps are small where a ball would soon rest.
  const { page } = await slow(`?scene=${scene}${scene === "network" ? "" : "&learning_rate=0.0001"}`);
  await page.click("[data-action=toggle]");
  await page.waitForTimeout(1500);
  const { rate } = await page.evaluate(measure, [null, SECONDS]);
  console.log(`play ${scene.padEnd(20)} ${rate.toFixed(0).padStart(3)} frames a second`);
  await page.context().close();
}
await browser.close();
