// The element's calls and events, its own attributes, the page of an iframe and its messages, the
// dialogue to share it: with foreign pages, as their authors would use them.

import { AxeBuilder } from "@axe-core/playwright";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { marked } from "marked";
import { host } from "./host.mjs";
import { launch } from "./support.mjs";

let browser;
const hosts = [];
const start = async (options) => {
  hosts.push(await host(options));
  return hosts.at(-1).address;
};
const pages = new Map();
let plain;
before(async () => {
  browser = await launch();
  plain = await start({ pages });
});
after(async () => {
  for (const { stop } of hosts) stop();
  await browser?.close();
});

/** Opens a page of a foreign host that holds this markup; `problems` collects what the browser complains about. */
async function write(body, { viewport = { width: 1000, height: 800 }, head = "", ...options } = {}) {
  const context = await browser.newContext({ viewport, ...options });
  const page = await context.newPage();
  const problems = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  const name = `written-${pages.size}.html`;
  pages.set(`/${name}`, `<!doctype html><html lang="en"><title>A post</title><link rel="icon" href="data:,">${head}<body>${body}`);
  await page.goto(plain + name);
  return { page, problems, context };
}

const ELEMENT = '<script src="/downhill/downhill.js" async></script>';
const DESCENT = 'query="scene=descent&amp;function=double_well&amp;start=1.9&amp;learning_rate=0.02&amp;iterations=0"';

/** Evaluates a call of the page's figure. */
const ask = (page, call) => page.evaluate(`(async () => { const it = document.querySelector("downhill-figure"); return ${call}; })()`);
const ready = (page) => page.locator("[data-ready]").first().waitFor({ timeout: 60_000 });

test("a call fetches the figure, and waits for it", async () => {
  const { page, problems } = await write(`<div style="height: 5000px"></div><downhill-figure ${DESCENT}></downhill-figure>`, { head: ELEMENT });
  await page.waitForFunction(() => customElements.get("downhill-figure"));
  assert.equal(await ask(page, "it.figure === undefined"), true);
  assert.match(await ask(page, "await it.describe()"), /^Descent\. At x = 1\.90 the slope .* step 0, x 1\.9000/s);
  await ask(page, "await it.stepForward()");
  assert.equal(await ask(page, "it.figure.state().timeline.at"), 1);
  await ask(page, "await it.stepForward(5)");
  await ask(page, "await it.stepBack(2)");
  assert.equal(await ask(page, "(await it.getState()).iteration"), 4);
  await ask(page, "await it.seek(40)");
  assert.equal(await ask(page, "it.figure.state().timeline.at"), 40);
  const { columns, rows } = await ask(page, "await it.table()");
  assert.deepEqual(columns, ["iteration", "x", "value", "learning_rate"]);
  assert.equal(rows.length, 41);
  assert.deepEqual(rows.at(-1).slice(0, 2), [40, (await ask(page, "it.figure.snapshot()")).x[0]]);
  const lines = (await ask(page, "await it.toCSV()")).trim().split("\n");
  assert.equal(lines.length, 42);
  await ask(page, "await it.reset()");
  assert.equal(await ask(page, "it.figure.state().timeline.at"), 0);
  for (const wild of ["Infinity", "-5", "'x'", "{}", "1e300"]) await ask(page, `it.stepBack(${wild})`);
  assert.match(await ask(page, "await it.seek(4e9).catch((error) => error.message)"), /would take minutes/);
  assert.deepEqual(problems, []);
});

test("a state leads back to the very numbers, and one that is none changes nothing", async () => {
  for (const query of ["scene=network&amp;data=moons&amp;seed=3&amp;batch_size=10", "scene=gradient"]) {
    const { page, problems } = await write(`<downhill-figure query="${query}" loading="eager"></downhill-figure>`, { head: ELEMENT });
    await ready(page);
    await ask(page, "await it.stepForward(7)");
    await ask(page, 'it.set("learning_rate", "0.03")');
    await ask(page, "await it.stepForward(7)");
    const before = await ask(page, "it.figure.snapshot()");
    const text = await ask(page, "JSON.stringify(await it.getState())");
    await ask(page, 'it.query = "scene=derivative"');
    await ask(page, `await it.setState(JSON.parse(${JSON.stringify(text)}))`);
    assert.deepEqual(await ask(page, "it.figure.snapshot()"), before);
    for (const bad of ["null", "7", "{}", '{version: 2, query: "", iteration: 0}', "{version: 1, query: 5}", 'JSON.parse(\'{"version": 1, "__proto__": {"query": "x"}, "query": {}}\')']) {
      assert.match(await ask(page, `await it.setState(${bad}).then(() => "done", (error) => error.message)`), /no state of a figure/);
    }
    assert.deepEqual(await ask(page, "it.figure.snapshot()"), before);
    assert.equal(await page.evaluate(() => ({}).query), undefined);
    assert.deepEqual(problems, []);
  }
});

test("the events tell what happens, those of steps at most ten a second", async () => {
  const { page, problems } = await write(`<downhill-figure ${DESCENT}></downhill-figure>`, {
    head: `<script>addEventListener("DOMContentLoaded", () => {
      window.heard = [];
      for (const type of ["ready", "step", "play", "pause", "converged", "diverged", "change", "error"])
        document.querySelector("downhill-figure").addEventListener(type, ({ detail }) => heard.push([type, performance.now(), detail]));
    });</script>${ELEMENT}`,
  });
  await ready(page);
  await ask(page, "await it.play()");
  await page.waitForFunction(() => heard.some(([type]) => type === "converged"), undefined, { timeout: 60_000 });
  await page.waitForTimeout(300);
  const heard = await page.evaluate(() => heard);
  const types = heard.map(([type]) => type);
  assert.equal(types.find((type) => type !== "change"), "ready");
  assert.equal(types.filter((type) => type === "play").length, 1);
  assert.equal(types.filter((type) => type === "pause").length, 1);
  assert.ok(types.includes("change") && !types.includes("error") && !types.includes("diverged"));
  const steps = heard.filter(([type]) => type === "step");
  assert.ok(steps.length > 3);
  steps.slice(1).forEach(([, at], index) => assert.ok(at - steps[index][1] >= 95, `${at - steps[index][1]} ms between two steps`));
  const at = await ask(page, "it.figure.state().timeline.at");
  assert.equal(steps.at(-1)[2].iteration, at, "the last step is told");
  assert.ok(steps.at(-1)[2].numbers.every(({ key, value }) => key && typeof value === "number"));
  await ask(page, 'it.query = "scene=descent&function=x^4&start=1.9&learning_rate=2&iterations=0"');
  await ask(page, "await it.play()");
  await page.waitForFunction(() => heard.some(([type]) => type === "diverged"), undefined, { timeout: 30_000 });
  assert.deepEqual(problems, []);
});

test("pictures as files: a PNG of the size asked for, and an SVG with what was drawn", async () => {
  for (const query of ["scene=network", "scene=descent"]) {
    const { page, problems } = await write(`<downhill-figure query="${query}" loading="eager"></downhill-figure>`, { head: ELEMENT, viewport: { width: 1400, height: 900 } });
    await ready(page);
    await page.waitForTimeout(300);
    const size = await ask(page, `await (async () => {
      const bitmap = await createImageBitmap(await it.toImage({ view: "curve", width: 300, height: 200, scale: 2 }));
      return [bitmap.width, bitmap.height];
    })()`);
    assert.deepEqual(size, [600, 400]);
    // What the page drew, and what the file holds: the same texts, and as many lines and circles.
    const { marks } = await ask(page, 'it.figure.drawing("curve")');
    const svg = await ask(page, `await (async () => {
      const file = await it.toImage({ view: "curve", format: "svg" });
      const root = new DOMParser().parseFromString(await file.text(), "image/svg+xml").documentElement;
      const all = (selector) => [...root.querySelectorAll(selector)];
      return { type: file.type, name: root.localName, texts: all("text").map((it) => it.textContent), paths: all("path").length, width: root.getAttribute("width") };
    })()`);
    assert.deepEqual([svg.type, svg.name], ["image/svg+xml", "svg"]);
    assert.deepEqual(svg.texts.filter(Boolean), marks.filter(({ kind, text }) => kind === "text" && text).map(({ text }) => text));
    assert.ok(svg.paths > marks.filter(({ kind }) => kind === "line").length / 2, `${svg.paths} paths`);
    // A browser shows the file as the page shows the picture.
    const difference = await ask(page, `await (async () => {
      const { width, height } = it.shadowRoot.querySelector("[data-view=curve]");
      const pixels = async (blob) => {
        const image = new Image();
        image.src = URL.createObjectURL(blob);
        await image.decode();
        const canvas = new OffscreenCanvas(width, height);
        const context = canvas.getContext("2d");
        context.drawImage(image, 0, 0, width, height);
        return context.getImageData(0, 0, width, height).data;
      };
      const [png, svg] = [await pixels(await it.toImage({ view: "curve", scale: 1 })), await pixels(await it.toImage({ view: "curve", format: "svg" }))];
      let far = 0;
      for (let at = 0; at < png.length; at += 4) if (Math.abs(png[at] - svg[at]) + Math.abs(png[at + 1] - svg[at + 1]) + Math.abs(png[at + 2] - svg[at + 2]) > 200) far++;
      return far / (png.length / 4);
    })()`);
    assert.ok(difference < 0.01, `${100 * difference} % of the pixels are others`);
    assert.match(await ask(page, 'await it.toImage({ view: "nothing" }).catch((error) => error.message)'), /There is no picture “nothing”/);
    assert.deepEqual(problems, []);
  }
});

test("only the controls that are named, one picture alone, and none to touch", async () => {
  const { page, problems } = await write(
    `<downhill-figure id="some" ${DESCENT} controls="play step" loading="eager"></downhill-figure>
     <downhill-figure id="alone" query="scene=gradient" view="surface" ratio="4/3" loading="eager"></downhill-figure>
     <downhill-figure id="none" query="scene=derivative" controls="none" interact="none" ratio="2/1" loading="eager"></downhill-figure>
     <downhill-figure id="steps" query="scene=descent" interact="steps" loading="eager"></downhill-figure>`,
    { head: ELEMENT },
  );
  for (const id of ["some", "alone", "none", "steps"]) await page.locator(`#${id} [data-ready]`).waitFor({ timeout: 60_000 });
  const visible = (id, selector = "button:visible, input:visible, select:visible") => page.locator(`#${id}`).locator(selector).evaluateAll((all) => all.map(({ dataset, id }) => dataset.action ?? id));
  assert.deepEqual(await visible("some"), ["toggle", "step"]);
  assert.deepEqual(await visible("alone"), ["toggle", "step"], "there is nothing to reset");
  await page.locator("#alone [data-action=step]").click();
  await page.locator("#alone [data-action=reset]").waitFor();
  assert.deepEqual(await visible("alone"), ["toggle", "step", "reset"]);
  assert.deepEqual(await page.locator("#alone canvas:visible").evaluateAll((all) => all.map(({ dataset }) => dataset.view)), ["surface"]);
  const box = await page.locator("#alone").boundingBox();
  assert.ok(Math.abs(box.width / box.height - 4 / 3) < 0.01, `${box.width} × ${box.height}`);
  const { height } = await page.locator("#alone canvas:visible").boundingBox();
  assert.ok(height > 0.7 * box.height, `the picture takes ${height} of ${box.height}`);
  assert.deepEqual(await visible("none"), []);
  assert.equal(await page.locator("#none .box").evaluate(({ inert }) => inert), true);
  const { nodes } = await (await page.context().newCDPSession(page)).send("Accessibility.getFullAXTree");
  const images = nodes.filter(({ role, name }) => role?.value === "image" && name?.value.startsWith("Derivative."));
  assert.equal(images.length, 1, "it is a picture to whom does not see it");
  await page.locator("#steps [data-action=step]").click();
  await page.locator("#steps [data-action=reset]").waitFor();
  assert.deepEqual(await visible("steps", ".bar button:visible"), ["toggle", "stepBack", "step", "reset"]);
  await page.evaluate(() => document.querySelector("#alone").setAttribute("view", "map"));
  await page.locator("#alone [data-view=map]").waitFor();
  assert.deepEqual(await page.locator("#alone canvas:visible").evaluateAll((all) => all.map(({ dataset }) => dataset.view)), ["map"]);
  await page.screenshot({ path: path.join(process.env.DOWNHILL_ARTEFACTS, "attributes.png"), fullPage: true });
  assert.deepEqual(problems, []);
});

test("it plays by itself when it is seen, and not where less motion is preferred", async () => {
  const body = `<div style="height: 3000px"></div><downhill-figure ${DESCENT} autoplay="visible" loading="eager"></downhill-figure>`;
  const { page } = await write(body, { head: ELEMENT });
  await page.locator("[data-ready]").waitFor({ state: "attached", timeout: 60_000 });
  await page.waitForTimeout(300);
  assert.equal(await ask(page, "it.figure.state().timeline.at"), 0);
  await page.locator("downhill-figure").scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelector("downhill-figure").figure.state().timeline.at > 2);
  const calm = await write(body, { head: ELEMENT, reducedMotion: "reduce" });
  await calm.page.locator("[data-ready]").waitFor({ state: "attached", timeout: 60_000 });
  await calm.page.locator("downhill-figure").scrollIntoViewIfNeeded();
  await calm.page.waitForTimeout(700);
  assert.equal(await ask(calm.page, "it.figure.state().timeline.at"), 0);
});

test("it takes the font and the colours of the page around it, if that gives them", async () => {
  const { page, problems } = await write(`<downhill-figure query="scene=descent" font="host" loading="eager"></downhill-figure>`, {
    head: `${ELEMENT}<style>body { font: 19px Georgia, serif; } downhill-figure { --downhill-paper: rgb(250 240 220); --downhill-ink: #402010; } downhill-figure::part(bar) { outline: 3px solid red; }</style>`,
  });
  await ready(page);
  const style = await page.locator(".downhill").evaluate((it) => {
    const { fontFamily, fontSize, backgroundColor, color } = getComputedStyle(it);
    return { fontFamily, fontSize, backgroundColor, color };
  });
  assert.deepEqual(style, { fontFamily: "Georgia, serif", fontSize: "19px", backgroundColor: "rgb(250, 240, 220)", color: "rgb(64, 32, 16)" });
  const signs = await ask(page, 'it.figure.drawing("curve").marks.filter(({ sign }) => sign === "ink").length');
  assert.ok(signs > 0, "the pictures are drawn in its ink");
  assert.equal(await page.locator(".bar").evaluate((it) => getComputedStyle(it).outlineColor), "rgb(255, 0, 0)");
  assert.deepEqual(problems, []);
});

test("what stands inside it makes room without a shift, however late the script comes", async () => {
  const { page, problems } = await write(
    `<p>Before.</p>
     <downhill-figure query="scene=descent" ratio="16/9" style="display:block;aspect-ratio:16/9;max-width:720px"><p>A ball on a curve. <a href="https://example.org/">See it in motion</a></p></downhill-figure>
     <p id="after">After.</p>
     <script>
       window.shifts = [];
       new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: "layout-shift", buffered: true });
       setTimeout(() => document.head.append(Object.assign(document.createElement("script"), { src: "/downhill/downhill.js" })), 500);
     </script>`,
  );
  const place = () => page.locator("#after").boundingBox();
  const before = await place();
  await ready(page);
  await page.waitForTimeout(500);
  assert.deepEqual(await place(), before);
  const total = await page.evaluate(() => shifts.reduce((sum, value) => sum + value, 0));
  console.log(`layout shift: ${total}`);
  assert.equal(total, 0);
  assert.deepEqual(problems, []);
});

/** A page with the page of an iframe, from another host. */
async function framed(query, attributes = "") {
  const address = await start();
  const it = await write(`<iframe src="${address}downhill/embed/?${query}" width="700" height="420" style="border:0" ${attributes}></iframe>
    <script>
      window.heard = [];
      const frame = document.querySelector("iframe");
      let ids = 0;
      addEventListener("message", ({ source, data }) => { if (source === frame.contentWindow) heard.push(data); });
      window.call = (type, more = {}) => new Promise((done) => {
        const id = ++ids;
        addEventListener("message", ({ source, data }) => { if (source === frame.contentWindow && data.id === id) done(data); });
        frame.contentWindow.postMessage({ type, id, ...more }, "*");
      });
    </script>`);
  await it.page.waitForFunction(() => heard.some(({ type }) => type === "ready"), undefined, { timeout: 60_000 });
  return it;
}

for (const sandbox of ["", 'sandbox="allow-scripts"']) {
  test(`in an iframe ${sandbox}: its height, its calls, its events, and nothing that is not listed`, async () => {
    const { page, problems } = await framed("scene=descent&function=double_well&start=1.9&controls=play%20step%20text&height=auto", sandbox);
    const call = (type, more) => page.evaluate(([type, more]) => call(type, more), [type, more]);
    const heights = await page.evaluate(() => heard.filter(({ type }) => type === "resize" || type === "setHeight"));
    assert.ok(heights.length >= 2 && heights.every(({ height }) => height > 50 && height < 2000), JSON.stringify(heights));
    assert.equal((await call("stepForward", { count: 3 })).result, null);
    assert.equal((await call("getState")).result.iteration, 3);
    assert.match((await call("describe")).result, /^Descent\./);
    assert.equal((await call("set", { key: "learning_rate", value: 0.05 })).error, undefined);
    assert.equal((await call("get", { key: "learning_rate" })).result, "0.05");
    assert.match((await call("set", { key: "learning_rate", value: "x" })).error, /step size = “x” does not fit/);
    assert.match((await call("set", { key: "learning_rate", value: { toString: "1" } })).error, /no key or value/);
    assert.match((await call("set", { key: "function", value: "7".repeat(1_000_000) })).error, /no key or value/);
    assert.match((await call("seek", { iteration: 1e12 })).error, /would take minutes/);
    const image = await page.evaluate(async () => (await call("toImage", { options: { width: 200, height: 100, scale: 1 } })).result.type);
    assert.equal(image, "image/png");
    // What is not listed is not even answered.
    const silent = await page.evaluate(async () => {
      const count = heard.length;
      for (const data of ["eval", null, 5, { type: "constructor" }, { type: "__proto__" }, { type: "remove" }, { type: { toString: () => "play" } }, { type: "eval", code: "top.x = 1" }]) {
        try { frame.contentWindow.postMessage(data, "*"); } catch {}
      }
      await new Promise((done) => setTimeout(done, 300));
      return heard.slice(count).filter(({ type }) => type !== "step");
    });
    assert.deepEqual(silent, []);
    // A deck's slide comes and goes.
    await page.evaluate(() => frame.contentWindow.postMessage("slide:start", "*"));
    await page.waitForFunction(() => heard.some(({ type }) => type === "play"));
    await page.evaluate(() => frame.contentWindow.postMessage("slide:stop", "*"));
    await page.waitForFunction(() => heard.some(({ type }) => type === "pause"));
    // And its keys go to the deck.
    await page.frameLocator("iframe").locator("[data-action=step]").focus();
    await page.keyboard.press("PageDown");
    await page.waitForFunction(() => heard.some(({ type, key }) => type === "key" && key === "PageDown"));
    assert.deepEqual(problems, []);
  });
}

test("a message from elsewhere than the page around it does nothing", async () => {
  const { page } = await framed("scene=descent");
  const frame = page.frames()[1];
  await frame.evaluate(() => {
    // A frame within it, as an advertisement might be.
    const inner = document.createElement("iframe");
    document.body.append(inner);
    inner.contentWindow.eval('parent.postMessage({ type: "stepForward", count: 5 }, "*")');
    postMessage({ type: "stepForward", count: 5 }, "*");
  });
  await page.waitForTimeout(300);
  assert.equal(await frame.evaluate(() => document.querySelector("downhill-figure").figure.state().timeline.at), 0);
});

test("the single file lives from a memory stick, without a network", async () => {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, offline: true });
  const page = await context.newPage();
  const problems = [];
  const asked = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(message.text());
  });
  page.on("request", (request) => asked.push(request.url()));
  const file = pathToFileURL(path.join(process.env.DOWNHILL_DIST, "downhill.html")).href;
  await page.goto(`${file}?scene=network&seed=3&at=12`);
  await ready(page);
  await page.waitForFunction(() => document.querySelector("downhill-figure").figure.state().timeline.at === 12);
  await page.locator("[data-action=step]").first().click();
  await page.waitForFunction(() => document.querySelector("downhill-figure").figure.state().timeline.at === 13);
  // No site of its own: there is no guide to lead to.
  await page.locator("[data-action=share]").click();
  await page.locator("dialog.share [data-shared=link]").waitFor();
  assert.equal(await page.locator("[data-share=guide]").count(), 0);
  assert.deepEqual(asked.filter((it) => !/^(file|data|blob):/.test(it)), []);
  assert.deepEqual(problems, []);
});

test("an address opens at the step it was shared at, and what is wrong in it is said", async () => {
  const { page, problems } = await write(`<downhill-figure query="scene=network&amp;layers=32-32&amp;at=60&amp;colour=red" loading="eager"></downhill-figure>`, { head: ELEMENT });
  await ready(page);
  await page.waitForFunction(() => document.querySelector("downhill-figure").figure.state().timeline.at === 60, undefined, { timeout: 60_000 });
  assert.match(await page.locator("[data-problem]").textContent(), /colour/);
  assert.doesNotMatch(await ask(page, "it.figure.state().query"), /at=/);
  assert.match(await ask(page, "it.figure.link()"), /[&?]at=60$/);
  assert.deepEqual(problems, []);
});

test("the dialogue to share it: texts that work, at this step, by the keyboard", async () => {
  const { page, problems, context } = await write(`<downhill-figure query="scene=descent" loading="eager"></downhill-figure>`, { head: ELEMENT });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await ready(page);
  await ask(page, "await it.stepForward(4)");
  const open = page.locator("[data-action=share]");
  await open.focus();
  await page.keyboard.press("Enter");
  const dialogue = page.locator("dialog.share");
  await dialogue.waitFor();
  assert.deepEqual((await new AxeBuilder({ page }).include("downhill-figure").analyze()).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), []);
  await page.screenshot({ path: path.join(process.env.DOWNHILL_ARTEFACTS, "share.png") });
  await dialogue.locator("[data-share=at]").check();
  await dialogue.locator("[data-share=width]").fill("600");
  await dialogue.locator("[data-share=height]").fill("400");
  await dialogue.locator("[data-share=height]").press("Tab");
  await dialogue.locator("[data-copy=link]").click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(link, /\/downhill\/\?.*at=4$/);
  assert.equal(await dialogue.locator("[data-share=told]").textContent(), "Copied");
  await dialogue.locator("[data-share=view]").selectOption("curve");
  const texts = {};
  for (const name of ["iframe", "element"]) {
    await dialogue.locator(`[data-copy=${name}]`).click();
    texts[name] = await page.evaluate(() => navigator.clipboard.readText());
  }
  const guide = dialogue.getByRole("link", { name: "How to embed a figure" });
  const [opened] = await Promise.all([context.waitForEvent("page"), guide.click()]);
  assert.equal(await opened.locator("h1").textContent(), "A live figure in your page");
  assert.equal(opened.url(), `${plain}downhill/guide/embedding.html`);
  const file = await dialogue.getByRole("link", { name: "in one file" }).getAttribute("href");
  assert.equal((await page.request.get(file)).status(), 200, file);
  await opened.close();
  for (const kind of ["png", "svg", "csv"]) {
    const [download] = await Promise.all([page.waitForEvent("download"), dialogue.locator(`[data-save=${kind}]`).click()]);
    assert.equal(download.suggestedFilename(), `downhill.${kind}`);
  }
  await page.keyboard.press("Escape");
  await dialogue.waitFor({ state: "hidden" });
  assert.equal(await page.evaluate(() => document.querySelector("downhill-figure").shadowRoot.activeElement?.dataset.action), "share", "the focus is back");
  assert.deepEqual(problems, []);
  // Each text on a page of its own shows the very state.
  for (const [name, text] of Object.entries(texts)) {
    const other = await write(text);
    const place = name === "iframe" ? other.page.frameLocator("iframe") : other.page;
    await place.locator("[data-ready]").waitFor({ timeout: 60_000 });
    const frame = other.page.frames().at(name === "iframe" ? 1 : 0);
    assert.equal(await frame.evaluate(() => document.querySelector("downhill-figure").figure.state().timeline.at), 4, name);
    assert.deepEqual(await place.locator("canvas:visible").evaluateAll((all) => all.map(({ dataset }) => dataset.view)), ["curve"], name);
    assert.deepEqual(other.problems, []);
  }
});

test("what the page for authors says is copied, pasted, and works", async () => {
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const guide = await context.newPage();
  const problems = [];
  guide.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  guide.on("pageerror", (error) => problems.push(String(error)));
  await guide.goto(`${plain}downhill/guide/embedding.html`);
  const examples = guide.locator(".block:has(.language-html)");
  const count = await examples.count();
  assert.ok(count >= 4, `${count} examples`);
  for (let index = 0; index < count; index++) {
    // What stands below an example is what it makes.
    const live = guide.locator(".live").nth(index);
    await live.scrollIntoViewIfNeeded();
    const frame = (await live.locator("iframe").count()) > 0;
    const within = frame ? live.frameLocator("iframe") : live;
    await within.locator("[data-ready]").waitFor({ timeout: 60_000 });
    const views = (place) => place.locator("canvas:visible").evaluateAll((all) => all.map(({ dataset }) => dataset.view));
    await examples.nth(index).locator("button").click();
    const copied = await guide.evaluate(() => navigator.clipboard.readText());
    assert.ok(!copied.includes("HOST"), copied);
    const other = await write(copied);
    const place = frame ? other.page.frameLocator("iframe") : other.page;
    await place.locator("[data-ready]").waitFor({ timeout: 60_000 });
    assert.ok((await views(place)).length > 0, copied);
    assert.deepEqual(other.problems, []);
  }
  for (const link of await guide.locator("main a, nav a").evaluateAll((all) => all.map(({ href }) => href))) {
    if (link.startsWith(plain)) assert.equal((await guide.request.get(link)).status(), 200, link);
  }
  assert.deepEqual(problems, []);
  await context.close();
});

test("in a post that a site generator makes of Markdown, the elements of the page for authors live", async () => {
  const guide = readFileSync(path.join(process.env.DOWNHILL_ROOT, "docs/embedding.md"), "utf8");
  const examples = [...guide.matchAll(/^```html\n(.*?)^```$/gms)].map(([, example]) => example).filter((it) => it.includes("<downhill-figure"));
  assert.ok(examples.length >= 3);
  for (const example of examples) {
    const post = marked.parse(`# A post\n\nBefore.\n\n${example.replaceAll("https://HOST/", "/")}\nAfter.\n`);
    const { page, problems } = await write(post);
    await ready(page);
    const around = await page.evaluate(() => [...document.body.children].map(({ localName }) => localName));
    assert.deepEqual(around, ["h1", "p", "script", "downhill-figure", "p"], example);
    assert.match(await page.locator("downhill-figure > p:not([role])").textContent(), /^A /, example);
    const before = await ask(page, "it.figure.state().timeline.at");
    await page.locator("[data-action=toggle]").click();
    await page.waitForFunction((before) => document.querySelector("downhill-figure").figure.state().timeline.at > before + 3, before);
    assert.deepEqual(problems, []);
  }
});

test("nothing in a link, a table or a formula runs as code", async () => {
  const evil = "<img src=x onerror=window.hacked=1>";
  for (const query of [`function=${evil}`, `function=javascript:alert(1)`, `at=${evil}`, `data=${evil}`, `kept=${evil}`, `__proto__=${evil}`, `race=${evil}`, `theme="><script>window.hacked=1</script>`]) {
    const { page } = await write(`<downhill-figure loading="eager"></downhill-figure><script>document.querySelector("downhill-figure").query = ${JSON.stringify(encodeURI(query)).replaceAll("<", "\\u003c")}</script>`, { head: ELEMENT });
    await ready(page);
    await page.locator("[data-action=share]").click();
    await page.waitForTimeout(50);
    assert.equal(await page.evaluate(() => window.hacked), undefined, query);
    assert.equal(await page.locator("downhill-figure img, downhill-figure script").count(), 0, query);
    await page.context().close();
  }
  const { page } = await write(`<downhill-figure query="scene=network" loading="eager"></downhill-figure>`, { head: ELEMENT });
  await ready(page);
  const rows = Array.from({ length: 30 }, (_, row) => `${row},${row % 7},${row % 2 ? "a" : evil}`).join("\n");
  await ask(page, `it.figure.setCsv(${JSON.stringify(`${evil},=cmd|x,kind\n${rows}`)})`);
  await page.locator("[data-action=more]").click();
  await page.waitForTimeout(200);
  assert.match(await page.locator("[data-columns]").textContent(), /<img src=x onerror=window\.hacked=1>/);
  assert.equal(await page.evaluate(() => window.hacked), undefined);
  assert.equal(await page.locator("downhill-figure img").count(), 0);
  const file = await ask(page, `await (await it.toImage({ view: "boundary", format: "svg" })).text()`);
  assert.ok(!file.includes("<img") && file.includes("<svg"));
});
