// How long the page's frames take, by part: `cargo xtask bench --frames` calls it.
import os from "node:os";
import { launch, openPage } from "../tests/browser/support.mjs";

const FRAMES = 600;

/** Name, address, whether the surface turns. Steps are small where a ball would soon rest. */
const SCENES = [
  ["network", "?scene=network"],
  ["network, turning", "?scene=network", true],
  ["derivative", "?scene=derivative&learning_rate=0.0001"],
  ["gradient", "?scene=gradient&learning_rate=0.0001"],
  ["gradient, turning", "?scene=gradient&learning_rate=0.0001", true],
  ["descent", "?scene=descent&learning_rate=0.0001&iterations=0"],
  ["descent on a surface, turning", "?scene=descent&function=rosenbrock&learning_rate=0.00001&iterations=0", true],
  ["neuron", "?scene=neuron&learning_rate=0.001&iterations=0"],
  ["neuron, turning", "?scene=neuron&learning_rate=0.001&iterations=0", true],
];
const SIZES = [[1440, 900], [1920, 1080]];

/** Runs in the page before anything else: notes how long each of its own frames takes. */
function time() {
  const request = window.requestAnimationFrame.bind(window);
  window.beforeFrame = () => {};
  window.afterFrame = () => {};
  window.requestAnimationFrame = (callback) =>
    request((now) => {
      const start = performance.now();
      window.beforeFrame();
      callback(now);
      window.afterFrame(performance.now() - start);
    });
}

/** Runs in the page: the times of each frame in ms, the whole first. */
async function measure([frames, turning]) {
  const figure = document.querySelector("downhill-figure").figure;
  const all = [];
  const done = new Promise((resolve) => {
    window.afterFrame = (whole) => {
      all.push([whole, ...figure.laps()]);
      // The first frames compile what the others run.
      if (all.length === frames + 60) resolve();
    };
  });
  if (turning) window.beforeFrame = () => figure.turn(3, 0);
  figure.play();
  await done;
  figure.pause();
  return all.slice(-frames);
}

const at = (numbers, share) =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(share * numbers.length))];

const browser = await launch();
console.log(`Chromium ${browser.version()}, ${os.cpus()[0].model}, ${os.cpus().length} cores, no graphics card`);
console.log(`${FRAMES} frames a scene; ms inside the frame: median, p95, p99, longest; medians by part`);
const PARTS = ["step", "curve", "surface", "boundary", "draw"];
for (const [width, height] of SIZES) {
  console.log(`\n${width}×${height}`);
  for (const [name, query, turning = false] of SCENES) {
    const { page, problems } = await openPage(browser, { path: query, viewport: { width, height }, prepare: time });
    const all = await page.evaluate(measure, [FRAMES, turning]);
    if (problems.length) throw new Error(problems.join("\n"));
    const whole = all.map(([whole]) => whole);
    const figures = [0.5, 0.95, 0.99, 1].map((share) => at(whole, share).toFixed(1).padStart(6));
    const written = all.map(([whole, ...parts]) => whole - parts.reduce((sum, part) => sum + part, 0));
    const parts = PARTS.map((part, index) => `${part} ${at(all.map((times) => times[index + 1]), 0.5).toFixed(1)}`);
    console.log(`${name.padEnd(30)}${figures.join("")}   ${parts.join(", ")}, page ${at(written, 0.5).toFixed(1)}`);
    await page.context().close();
  }
}
await browser.close();
