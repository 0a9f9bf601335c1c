// How long the page's frames take, by part: `cargo xtask bench --frames` calls it.
import os from "node:os";
import { launch, openPage } from "../tests/browser/support.mjs";

const FRAMES = 600;

const SCENES = [
  ["network", "?scene=network"],
  ["network, surface turning", "?scene=network", true],
  ["function of one variable", "?function=wavy&learning_rate=0.0001&start=2.5"],
  ["function of two variables", "?function=rosenbrock&learning_rate=0.0001"],
];

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
  const figure = document.querySelector("[data-ready]").downhill;
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
console.log(`Chromium ${browser.version()}, ${os.cpus()[0].model}, ${os.cpus().length} cores, 1440×900, no graphics card`);
console.log(`${FRAMES} frames a scene; ms inside the frame`);
for (const [name, query, turning = false] of SCENES) {
  const { page, problems } = await openPage(browser, {
    path: query,
    viewport: { width: 1440, height: 900 },
    prepare: time,
  });
  const all = await page.evaluate(measure, [FRAMES, turning]);
  if (problems.length) throw new Error(problems.join("\n"));
  console.log(`\n${name}`);
  const row = (part, numbers) => {
    const figures = [0.5, 0.95, 0.99, 1].map((share) => at(numbers, share).toFixed(1).padStart(7));
    console.log(`  ${part.padEnd(10)}${figures.join("")}`);
  };
  console.log(`  ${"".padEnd(10)}${["median", "p95", "p99", "longest"].map((it) => it.padStart(7)).join("")}`);
  row("frame", all.map(([whole]) => whole));
  ["step", "curve", "surface", "boundary", "draw"].forEach((part, index) => {
    row(part, all.map((times) => times[index + 1]));
  });
  row("page", all.map(([whole, ...parts]) => whole - parts.reduce((sum, part) => sum + part, 0)));
  await page.context().close();
}
await browser.close();
