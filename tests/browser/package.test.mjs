// The npm package, as it is packed: in a React page, in a deck of reveal.js, and in Node.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { host } from "./host.mjs";
import { launch } from "./support.mjs";

const { DOWNHILL_PACKAGE, DOWNHILL_ROOT } = process.env;
const modules = path.join(DOWNHILL_ROOT, "node_modules");
const pages = new Map();
let browser;
let site;
let folder;
before(async () => {
  browser = await launch();
  site = await host({ pages });
  folder = mkdtempSync(path.join(tmpdir(), "downhill-package-"));
  // What an author's `npm install` unpacks.
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const name = execFileSync(npm, ["pack", "--silent", "--pack-destination", folder], { cwd: DOWNHILL_PACKAGE, encoding: "utf8" }).trim();
  execFileSync("npm", ["install", "--silent", "--offline", "--no-audit", "--prefix", folder, path.join(folder, name)]);
});
after(async () => {
  site?.stop();
  if (folder) rmSync(folder, { recursive: true });
  await browser?.close();
});

/** Bundles an author's script as a page would be built, and opens it. */
async function open(name, script, { head = "", body = "" } = {}) {
  writeFileSync(path.join(folder, `${name}.jsx`), script);
  const out = path.join(folder, "out");
  const { outputFiles } = await build({
    entryPoints: [path.join(folder, `${name}.jsx`)],
    outdir: out,
    bundle: true,
    splitting: true,
    format: "esm",
    write: false,
    jsx: "automatic",
    loader: { ".woff": "dataurl", ".woff2": "dataurl", ".ttf": "dataurl", ".eot": "dataurl" },
    // What the packages of the page itself are.
    nodePaths: [modules],
    define: { "process.env.NODE_ENV": '"production"' },
  });
  for (const { path: file, contents } of outputFiles) pages.set(`/${path.relative(out, file)}`, Buffer.from(contents));
  // This bundler leaves `new URL("….wasm", import.meta.url)` to the author; Vite, Rollup, webpack and Parcel do not.
  pages.set("/downhill_bg.wasm", readFileSync(path.join(folder, "node_modules/downhill-figure/downhill_bg.wasm")));
  pages.set(`/${name}.html`, `<!doctype html><html lang="en"><title>${name}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="${name}.css">${head}<body>${body}<script type="module" src="${name}.js"></script>`);
  if (!pages.has(`/${name}.css`)) pages.set(`/${name}.css`, "");
  const page = await (await browser.newContext({ viewport: { width: 1100, height: 800 } })).newPage();
  const problems = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  await page.goto(`${site.address}${name}.html`);
  return { page, problems };
}

test("a React page: attributes, events and calls", async () => {
  const { page, problems } = await open(
    "react",
    `import "downhill-figure";
    import { useRef, useState } from "react";
    import { createRoot } from "react-dom/client";
    function Post() {
      const figure = useRef(null);
      const [at, setAt] = useState(0);
      const [rate, setRate] = useState("0.02");
      return <main>
        <p id="said">Step {at}</p>
        <button id="go" onClick={() => figure.current.stepForward(3)}>Three steps</button>
        <button id="rate" onClick={() => setRate("0.05")}>Larger steps</button>
        <downhill-figure ref={figure} loading="eager" function="double_well" start="1.9" learning_rate={rate} iterations="0" ratio="4/3"
          onstep={({ detail }) => setAt(detail.iteration)}><p>A ball on a curve.</p></downhill-figure>
      </main>;
    }
    createRoot(document.body.appendChild(document.createElement("div"))).render(<Post />);`,
  );
  await page.locator("[data-ready]").waitFor({ timeout: 60_000 });
  await page.locator("#go").click();
  await page.waitForFunction(() => document.querySelector("#said").textContent === "Step 3");
  await page.locator("#rate").click();
  await page.waitForFunction(() => document.querySelector("downhill-figure").get("learning_rate") === "0.05");
  assert.deepEqual(problems, []);
});

test("a deck of reveal.js: a figure plays while its slide is shown", async () => {
  const { page, problems } = await open(
    "deck",
    `import "downhill-figure";
    import Reveal from "reveal.js";
    import "reveal.js/reveal.css";
    window.deck = new Reveal({ embedded: false, transition: "none" });
    window.deck.initialize();`,
    {
      body: `<div class="reveal"><div class="slides">
        <section><h2>Gradient descent</h2></section>
        <section><iframe data-src="/downhill/embed/?scene=descent&function=double_well&start=1.9&learning_rate=0.001&iterations=0&controls=play%20step" width="900" height="600"></iframe></section>
        <section><downhill-figure query="scene=gradient&learning_rate=0.0001" view="surface" style="height: 560px"></downhill-figure></section>
      </div></div>`,
    },
  );
  await page.waitForFunction(() => window.deck?.isReady());
  await page.evaluate(() => deck.next());
  const frame = page.frameLocator("iframe");
  await frame.locator("[data-ready]").waitFor({ timeout: 60_000 });
  const inside = () => page.frames().find((it) => it.url().includes("/embed/"));
  await inside().waitForFunction(() => document.querySelector("downhill-figure").figure.state().timeline.at > 2, undefined, { timeout: 20_000 });
  // The keys that turn pages still do, with the focus on the figure.
  await page.evaluate(() => {
    window.turned = [];
    addEventListener("message", ({ data }) => { if (data?.source === "downhill" && data.type === "key") turned.push(data.key); });
  });
  await frame.locator("[data-action=toggle]").focus();
  await page.keyboard.press("PageDown");
  await page.waitForFunction(() => turned[0] === "PageDown");
  const child = inside();
  await page.evaluate(() => deck.next());
  // It pauses, or it is unloaded altogether.
  await child.waitForFunction(() => !document.querySelector("downhill-figure")?.figure?.state().playback.playing, undefined, { timeout: 20_000 }).catch((error) => {
    if (!/detached|destroyed|closed/i.test(String(error))) throw error;
  });
  const own = page.locator(".slides > section > downhill-figure");
  await own.locator("[data-view=surface]").waitFor({ timeout: 60_000 });
  await own.locator("[data-action=step]").first().click();
  await page.waitForFunction(() => document.querySelector(".slides > section > downhill-figure").figure.state().timeline.at === 1);
  assert.deepEqual(problems, []);
});

test("in Node, the package's element does nothing and its module computes", async () => {
  const require = createRequire(path.join(folder, "author.js"));
  await import(pathToFileURL(require.resolve("downhill-figure")).href);
  const { default: init, trajectoryHash, keys } = await import(pathToFileURL(require.resolve("downhill-figure/module")).href);
  await init({ module_or_path: readFileSync(require.resolve("downhill-figure/downhill_bg.wasm")) });
  assert.ok(keys().includes("learning_rate"));
  assert.match(trajectoryHash("seed=2&data=moons", 20), /^[0-9a-f]{16}$/);
  assert.equal(trajectoryHash("seed=2&data=moons", 20), trajectoryHash("seed=2&data=moons", 20));
});

test("its types are what an author's editor reads", async () => {
  copyFileSync(path.join(DOWNHILL_ROOT, "tests/foreign/author.ts"), path.join(folder, "author.ts"));
  const tsc = path.join(modules, "typescript/bin/tsc");
  const options = ["--noEmit", "--strict", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler", "--lib", "es2022,dom,dom.iterable", "--types", ""];
  execFileSync(process.execPath, [tsc, ...options, path.join(folder, "author.ts")], { stdio: "inherit", cwd: folder });
});
