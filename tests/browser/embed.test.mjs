// The figure as a guest: on pages of others, with the built files as their authors would use them.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { host } from "./host.mjs";
import { launch, sweep, usually } from "./support.mjs";

const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";

let browser;
let plain;
const hosts = [];
const start = async (options) => {
  hosts.push(await host(options));
  return hosts.at(-1).address;
};
before(async () => {
  browser = await launch();
  plain = await start();
});
after(async () => {
  for (const { stop } of hosts) stop();
  await browser?.close();
});

/** Opens a foreign page; `problems` collects what the browser complains about. */
async function visit(address, { viewport = { width: 1440, height: 900 }, ...options } = {}) {
  const context = await browser.newContext({ viewport, ...options });
  const page = await context.newPage();
  const problems = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  await page.goto(address);
  return { page, problems };
}

const ready = (page) => page.locator("[data-ready]").first().waitFor({ timeout: 60_000 });

/** That a figure moves when its button is pressed, and each picture that is shown has a size. */
async function lives(page, index = 0) {
  await page.locator("[data-ready]").nth(index).waitFor({ timeout: 60_000 });
  const figure = page.locator("downhill-figure").nth(index);
  assert.ok(await figure.locator("slot").isHidden(), "what stands inside it has made room");
  const sizes = await figure.locator("canvas:visible").evaluateAll((all) => all.map(({ offsetWidth, offsetHeight, width, height }) => [offsetWidth, offsetHeight, width, height]));
  assert.ok(sizes.length > 0);
  for (const size of sizes) assert.ok(Math.min(...size) >= 100, `a picture of ${size}`);
  const at = () => figure.evaluate((it) => it.figure.state().timeline.at);
  const before = await at();
  await figure.locator("[data-action=step]").click();
  // It is told when the ball has arrived.
  await page.waitForFunction(([index, at]) => document.querySelectorAll("downhill-figure")[index].figure.state().timeline.at === at, [index, before + 1]);
  await figure.locator("[data-action=toggle]").click();
  await page.waitForFunction(([index, before]) => document.querySelectorAll("downhill-figure")[index].figure.state().timeline.at > before + 3, [index, before], { polling: 50 });
  await figure.locator("[data-action=toggle]").click();
}

/** That a page shows what stands inside its figure, and why. */
async function says(page, why) {
  const text = page.getByText("A ball on a curve.");
  await text.waitFor();
  const status = page.locator("downhill-figure [role=status], downhill-figure p[role=status]").first();
  await status.waitFor({ timeout: 30_000 });
  assert.match(await status.textContent(), why);
  assert.ok(await text.isVisible());
  assert.ok(await page.getByRole("link", { name: "See it in motion" }).isVisible());
}

/** The styles and the places of all that is the page's own: places after the figure from its end. */
function look() {
  scrollTo(0, 0);
  const figure = document.querySelector("downhill-figure");
  const { bottom } = figure.getBoundingClientRect();
  const own = [...document.querySelectorAll("*")].filter((it) => !figure.contains(it) && !it.matches("script"));
  return own.map((it) => {
    const { x, y, width, height } = it.getBoundingClientRect();
    const after = figure.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_FOLLOWING;
    const style = getComputedStyle(it);
    // What holds the figure grows with it; of margins that center it, Chromium says 0 after a while.
    const around = it.contains(figure);
    const depends = /^(height|block-size|perspective-origin|transform-origin|margin-(left|right|inline-start|inline-end))$/;
    const styles = [...style].filter((name) => !around || !depends.test(name)).map((name) => `${name}: ${style.getPropertyValue(name)}`);
    return [it.localName, x, after ? y - bottom : y, width, around ? "" : height, ...styles];
  });
}

for (const name of ["post", "hostile", "reset"]) {
  usually(name !== "reset")(`${name}: the figure lives, and the page is as it was`, async () => {
    const { page, problems } = await visit(`${plain}${name}.html`, { viewport: { width: 1900, height: 1000 } });
    // As wide as it will be: what stands inside it is the page's own to style.
    await page.evaluate(() => document.querySelector("downhill-figure").style.setProperty("display", "block"));
    const before = await page.evaluate(look);
    await page.addScriptTag({ url: "/downhill/downhill.js" });
    await lives(page);
    const after = await page.evaluate(look);
    assert.ok(before.length > 4);
    assert.deepEqual(after, before);
    assert.deepEqual(problems, []);
  });
}

test("in a slide that is shown larger, a click goes where it is seen", async () => {
  const { page, problems } = await visit(`${plain}slide.html`);
  await page.addScriptTag({ url: "/downhill/downhill.js" });
  await ready(page);
  const canvas = page.locator("[data-view=curve]");
  const box = await canvas.boundingBox();
  const { plot } = await page.evaluate(() => document.querySelector("downhill-figure").figure.drawing("curve"));
  const [from, to] = [plot.from[0], plot.to[0]].map((x) => box.x + 1.5 * x);
  for (const share of [0.2, 0.5, 0.8]) {
    await page.mouse.click(from + share * (to - from), box.y + box.height / 2);
    const { x } = await page.evaluate(() => document.querySelector("downhill-figure").figure.snapshot());
    const wanted = plot.x[0] + share * (plot.x[1] - plot.x[0]);
    assert.ok(Math.abs(x - wanted) < 0.03 * (plot.x[1] - plot.x[0]), `${x}, and ${wanted} was clicked`);
  }
  const sharp = await canvas.evaluate((it) => it.width / it.offsetWidth);
  assert.ok(Math.abs(sharp - 1.5) < 0.02, `${sharp} pixels a CSS pixel`);
  assert.deepEqual(problems, []);
});

test("under a strict policy it lives", async () => {
  const address = await start({ headers: { "Content-Security-Policy": POLICY } });
  const { page, problems } = await visit(`${address}policy.html`);
  await lives(page);
  assert.deepEqual(problems, []);
});

test("without 'wasm-unsafe-eval' it says what the policy lacks", async () => {
  const policy = POLICY.replace(" 'wasm-unsafe-eval'", "");
  const address = await start({ headers: { "Content-Security-Policy": policy } });
  const { page } = await visit(`${address}policy.html`);
  await says(page, /Missing in it: script-src 'wasm-unsafe-eval'/);
});

/** A page with a frame of another host. */
async function framed(address, attributes = "") {
  const { page, problems } = await visit(`${plain}policy.css`);
  await page.setContent(`<!doctype html><iframe src="${address}policy.html" width="700" height="600" ${attributes}></iframe>`);
  return { frame: page.frameLocator("iframe"), page: page.frames()[1], problems };
}

test("in a frame from another host it lives", async () => {
  const { page, problems } = await framed(await start());
  await lives(page);
  assert.deepEqual(problems, []);
});

test("in a sandboxed frame it lives, whatever its host's headers are", async () => {
  for (const files of [{}, { "Access-Control-Allow-Origin": "*" }]) {
    const { page, problems } = await framed(await start({ files }), 'sandbox="allow-scripts"');
    await lives(page);
    assert.deepEqual(problems, []);
  }
});

test("from a file it lives; without scripts, what stands inside it is shown", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "downhill-"));
  try {
    cpSync(path.join(process.env.DOWNHILL_ROOT, "tests/foreign/plain.html"), path.join(folder, "plain.html"));
    cpSync(process.env.DOWNHILL_DIST, path.join(folder, "downhill"), { recursive: true });
    const { page, problems } = await visit(pathToFileURL(path.join(folder, "plain.html")).href);
    await lives(page);
    assert.deepEqual(problems, []);
  } finally {
    rmSync(folder, { recursive: true });
  }
  const { page } = await visit(`${plain}plain.html`, { javaScriptEnabled: false });
  assert.ok(await page.getByText("A ball on a curve.").isVisible());
});

test("a file that is missing is said", async () => {
  const { page } = await visit("about:blank");
  await page.route("**/figure/figure.js", (route) => route.abort());
  await page.goto(`${plain}plain.html`);
  await says(page, /could not be loaded/);
});

test("attributes and calls carry the address's keys", async () => {
  const { page, problems } = await visit(`${plain}plain.html`);
  await ready(page);
  const ask = (call) => page.evaluate(`(() => { const it = document.querySelector("downhill-figure"); return ${call}; })()`);
  assert.deepEqual(await ask('[it.get("function"), it.get("start"), it.get("seed")]'), ["x^4 - 3x^2 + x", "1.5", "4"]);
  await ask('it.set("learning_rate", "0.02")');
  assert.equal(await ask('it.get("learning_rate")'), "0.02");
  assert.match(await ask("it.query"), /learning_rate=0.02/);
  await ask('it.setAttribute("seed", "7")');
  await page.waitForFunction(() => document.querySelector("downhill-figure").get("seed") === "7");
  assert.equal(await ask('(() => { try { it.set("seed", "x"); } catch (error) { return error.message; } })()').then((it) => /seed/.test(it)), true);
  await ask('it.query = "scene=neuron"');
  assert.equal(await ask("it.figure.state().scene.id"), "neuron");
  assert.deepEqual(problems, []);
});

test("two figures live on one page, with one module", async () => {
  const { page, problems } = await visit(`${plain}two.html`, { viewport: { width: 1200, height: 1000 } });
  await lives(page, 0);
  await lives(page, 1);
  const modules = await page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".wasm")).length);
  assert.equal(modules, 1);
  assert.deepEqual(problems, []);
});

test("far below, nothing is fetched before one comes near; out of sight, nothing moves", async () => {
  const { page, problems } = await visit(`${plain}far.html`);
  const fetched = () => page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name.split("/").pop()));
  await page.waitForTimeout(500);
  assert.deepEqual(await fetched(), ["downhill.js"]);
  await page.locator("downhill-figure").scrollIntoViewIfNeeded();
  await ready(page);
  await page.locator("[data-action=toggle]").click();
  const at = () => page.evaluate(() => document.querySelector("downhill-figure").figure.state().timeline.at);
  await page.waitForFunction(() => document.querySelector("downhill-figure").figure.state().timeline.at > 3);
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(300);
  const left = await at();
  await page.waitForTimeout(500);
  assert.equal(await at(), left, "out of sight it rests");
  await page.locator("downhill-figure").scrollIntoViewIfNeeded();
  await page.waitForFunction((left) => document.querySelector("downhill-figure").figure.state().timeline.at > left, left);
  assert.deepEqual(problems, []);
});

test("it is moved, removed before it is ready, and connected again", async () => {
  const { page, problems } = await visit(`${plain}plain.html`);
  await ready(page);
  const again = await page.evaluate(async () => {
    const it = document.querySelector("downhill-figure");
    it.figure.step();
    const { figure } = it;
    document.body.prepend(it);
    await new Promise((done) => setTimeout(done, 50));
    const moved = it.figure === figure && figure.state().timeline.at;
    it.remove();
    await new Promise((done) => setTimeout(done, 50));
    const gone = it.figure === undefined && it.shadowRoot.querySelectorAll("canvas").length;
    document.body.append(it);
    it.remove();
    await new Promise((done) => setTimeout(done, 300));
    const ghost = it.shadowRoot.querySelectorAll("canvas").length;
    document.body.append(it);
    return { moved, gone, ghost };
  });
  assert.deepEqual(again, { moved: 1, gone: 0, ghost: 0 });
  await page.evaluate(() => document.querySelector("downhill-figure").scrollIntoView());
  await lives(page);
  assert.equal(await page.evaluate(() => document.querySelector("downhill-figure").get("start")), "1.5");
  assert.deepEqual(problems, []);
});

sweep("a hundred times connected and removed, it leaves no memory behind", async () => {
  const { page, problems } = await visit(`${plain}plain.html`);
  await ready(page);
  const client = await page.context().newCDPSession(page);
  const times = (count) =>
    page.evaluate(async (count) => {
      for (let time = 0; time < count; time++) {
        const it = document.createElement("downhill-figure");
        it.setAttribute("loading", "eager");
        it.query = time % 2 ? "scene=network" : "scene=gradient";
        document.body.append(it);
        await new Promise((done) => it.addEventListener("ready", done));
        it.figure.step();
        it.remove();
        await new Promise((done) => setTimeout(done));
      }
    }, count);
  const memory = async () => {
    for (let time = 0; time < 3; time++) await client.send("HeapProfiler.collectGarbage");
    const wasm = await page.evaluate(async () => {
      const module = await import("/downhill/wasm/downhill.js");
      return (await module.default()).memory.buffer.byteLength;
    });
    const { usedSize: script } = await client.send("Runtime.getHeapUsage");
    return { script, wasm };
  };
  // Until the browser has compiled what it will: after 200 figures the heap hardly grows.
  await times(300);
  const before = await memory();
  await times(100);
  const after = await memory();
  for (const of of ["script", "wasm"]) assert.ok(after[of] <= 1.02 * before[of], `${of}: ${before[of]} bytes, then ${after[of]}`);
  assert.deepEqual(problems, []);
});
