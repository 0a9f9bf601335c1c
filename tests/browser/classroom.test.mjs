// A class: its link with lock, goal and QR code, results; tables, sound, a handout, and the page without a network.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { host } from "./host.mjs";
import { handle, isReady, launch, layoutProblems, openPage, screenshot, sweep, usually } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const faults = async (page) => {
  const { violations } = await new AxeBuilder({ page }).include("downhill-figure").analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
};

test("a teacher makes a link for a class, a pupil follows it, and the teacher's page knows the code", async () => {
  const { page, problems } = await openPage(browser, { path: "?scene=network", viewport: { width: 1440, height: 900 } });
  await page.click("[data-action=share]");
  const dialogue = page.locator("dialog.share");
  await dialogue.locator("[data-class] > summary").click();
  await dialogue.locator("[data-lock=learning_rate]").check();
  await dialogue.locator("[data-lock=layers]").check();
  await dialogue.locator("[data-class=target]").selectOption("loss");
  assert.match(await dialogue.locator("[data-class=problem]").textContent(), /such as 0\.1/);
  await dialogue.locator("[data-class=below]").fill("0.4");
  await dialogue.locator("[data-class=within]").fill("200");
  await dialogue.locator("[data-class=seed]").fill("7");
  await dialogue.locator("[data-class=seed]").press("Tab");
  const link = await dialogue.locator("[data-shared=class_link]").inputValue();
  const asked = new URL(link).searchParams;
  assert.deepEqual([asked.get("lock"), asked.get("goal"), asked.get("seed")], ["learning_rate layers", "loss<0.4 in 200", "7"]);
  assert.ok(await dialogue.locator(".qr").first().isVisible());
  assert.deepEqual(await faults(page), []);
  await dialogue.locator("details.class").scrollIntoViewIfNeeded();
  await screenshot(page, "class-link");

  const pupil = await openPage(browser, { path: new URL(link).search, viewport: { width: 390, height: 844 } });
  assert.ok(await pupil.page.locator("#learning_rate").isDisabled());
  assert.ok(await pupil.page.locator("[data-slider=learning_rate]").isDisabled());
  assert.ok(await pupil.page.locator("[data-scenes] [data-scene=neuron]").isDisabled());
  assert.ok(await pupil.page.locator("#layers").isDisabled());
  assert.match(await pupil.page.locator("[data-locked]").textContent(), /^The link keeps these as they are: .*learning rate.*hidden layers/);
  const goal = pupil.page.locator("[data-goal]");
  assert.match(await goal.textContent(), /Goal: loss under 0\.4 within 200 steps\. Now [\d.]+ at step 0\./);
  await screenshot(pupil.page, "class-pupil");
  await pupil.page.evaluate(() => {
    window.told = [];
    document.querySelector("downhill-figure").addEventListener("goal", ({ detail }) => window.told.push(detail));
  });
  await pupil.page.click("[data-action=toggle]");
  await pupil.page.locator("[data-goal=reached]").waitFor();
  const { at } = (await handle(pupil.page, "figure.state()")).timeline;
  assert.ok(at > 0 && at < 200, `${at}`);
  assert.deepEqual(await pupil.page.evaluate(() => window.told), [{ iteration: at }]);
  assert.ok(!(await handle(pupil.page, "figure.state()")).playback.playing);
  await pupil.page.click("[data-action=result]");
  const code = await pupil.page.locator("[data-shared=class_code]").inputValue();
  assert.match(code, /^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  assert.ok((await pupil.page.locator("[data-shared=link]").inputValue()).includes(`at=${at}`));
  await screenshot(pupil.page, "class-result");
  assert.deepEqual(await faults(pupil.page), []);

  const told = dialogue.locator("[data-class=told]");
  await dialogue.locator("[data-class=code]").fill(code.toLowerCase());
  assert.equal(await told.textContent(), `The goal was reached at step ${at}.`);
  await dialogue.locator("[data-class=code]").fill(code.replace(/.$/, code.endsWith("2") ? "3" : "2"));
  assert.match(await told.textContent(), /does not belong to this link/);
  await dialogue.locator("[data-class=code]").fill("12");
  assert.match(await told.textContent(), /eight letters and digits/);

  await dialogue.locator("[data-qr]").click();
  const large = page.locator("dialog.large .qr");
  const { width, height } = await large.boundingBox();
  assert.ok(Math.min(width, height) > 600, `${width} × ${height}`);
  await screenshot(page, "class-qr");
  await page.locator("dialog.large button").click();
  assert.ok(await dialogue.isVisible());
  assert.deepEqual([...problems, ...pupil.problems], []);
});

test("a locked start is not dragged away, and the page says why", async () => {
  const { page } = await openPage(browser, { path: "?scene=derivative&lock=start" });
  const before = await handle(page, "figure.snapshot().x[0]");
  const box = await page.locator("[data-view=curve]").boundingBox();
  await page.mouse.click(box.x + box.width / 3, box.y + box.height / 2);
  assert.equal(await handle(page, "figure.snapshot().x[0]"), before);
  assert.match(await page.locator("[data-problem]").textContent(), /The link keeps “start” as it is/);
});

const SCENES = ["derivative", "gradient", "descent", "neuron", "network"];

for (const scene of SCENES) {
  usually(scene === "network")(`each picture of the scene ${scene} has its table`, async () => {
    const { page, problems } = await openPage(browser, { path: `?scene=${scene}`, viewport: { width: 1440, height: 900 } });
    await page.click("[data-action=step]");
    await page.click("[data-action=more]");
    await page.click("[data-action=table]");
    const dialogue = page.locator("dialog.table");
    const views = await dialogue.locator("[data-table-of] option").evaluateAll((all) => all.map(({ value }) => value));
    const shown = await page.locator("canvas[data-view]:visible").evaluateAll((all) => all.map(({ dataset }) => dataset.view));
    assert.deepEqual(views.toSorted(), [...shown, "run"].toSorted());
    for (const view of views) {
      await dialogue.locator("[data-table-of]").selectOption(view);
      assert.match(await dialogue.locator("caption").textContent(), /step 1/, view);
      const [columns, cells] = await dialogue.locator("table").evaluate((it) => [it.tHead.rows[0].cells.length, [...it.tBodies[0].rows].map(({ cells }) => cells.length)]);
      assert.ok(columns > 1 && cells.length > 0 && cells.every((many) => many === columns), `${view}: ${columns}, ${cells}`);
      assert.equal(await dialogue.locator("tbody th:not([scope=row]), thead th:not([scope=col])").count(), 0);
    }
    await screenshot(page, `table-${scene}`);
    assert.deepEqual(await faults(page), []);
    await page.keyboard.press("Escape");
    assert.ok(!(await dialogue.isVisible()));
    assert.deepEqual(problems, []);
  });
}

test("steps are heard when they are wanted, as high as the loss, and never behind another page", async () => {
  const { page, problems } = await openPage(browser, {
    path: "?scene=derivative",
    prepare: () => {
      window.heard = [];
      let now = 0;
      const node = (more = {}) => ({ connect: (to) => to, ...more });
      window.AudioContext = class {
        destination = {};
        get currentTime() {
          return (now += 1);
        }
        resume() {}
        createOscillator() {
          const tone = node({ frequency: { value: 0 }, stop() {} });
          tone.start = () => window.heard.push({ hertz: tone.frequency.value, pan: this.side.pan.value });
          return tone;
        }
        createStereoPanner() {
          this.side = node({ pan: { value: 0 } });
          return this.side;
        }
        createGain() {
          return node({ gain: { setValueAtTime() {}, exponentialRampToValueAtTime() {} } });
        }
      };
    },
  });
  const heard = () => page.evaluate(() => window.heard);
  await page.click("[data-action=step]");
  assert.deepEqual(await heard(), []);
  await page.click("[data-action=more]");
  await page.click("[data-action=sound]");
  assert.equal(await page.getAttribute("[data-action=sound]", "aria-pressed"), "true");
  for (let step = 0; step < 5; step++) await page.click("[data-action=step]");
  const tones = await heard();
  assert.equal(tones.length, 5);
  assert.ok(tones.every(({ hertz }, at) => at === 0 || hertz <= tones[at - 1].hertz), JSON.stringify(tones));
  assert.ok(tones.every(({ hertz, pan }) => hertz >= 110 && hertz <= 1760 && pan >= -1 && pan < 0), JSON.stringify(tones));
  await page.evaluate(() => Object.defineProperty(document, "hidden", { value: true }));
  await page.click("[data-action=step]");
  assert.equal((await heard()).length, 5);
  assert.deepEqual(problems, []);
});

test("a handout has stills of the run as lines, and the page is as it was afterwards", async () => {
  const { page, problems } = await openPage(browser, {
    path: "?scene=descent",
    prepare: () => {
      window.print = () => {
        window.dispatchEvent(new Event("beforeprint"));
        const root = window.shadow();
        window.printed = [...root.querySelectorAll(".handout figure")].map((it) => ({
          picture: it.querySelector("svg path") !== null,
          caption: it.querySelector("figcaption").textContent,
        }));
        window.hidden = getComputedStyle(root.querySelector(".stage")).display;
      };
    },
  });
  await page.click("[data-action=share]");
  await page.click("[data-print=handout]");
  assert.match(await page.locator("[data-share=told]").textContent(), /make at least three steps/);
  await page.keyboard.press("Escape");
  for (let step = 0; step < 12; step++) await page.click("[data-action=step]");
  await page.click("[data-action=share]");
  await page.click("[data-print=handout]");
  await page.waitForFunction(() => window.printed);
  const printed = await page.evaluate(() => window.printed);
  assert.equal(printed.length, 6);
  assert.ok(printed.every(({ picture, caption }) => picture && caption.length > 20), JSON.stringify(printed));
  assert.equal(new Set(printed.map(({ caption }) => caption)).size, 6);
  assert.equal(await page.evaluate(() => window.hidden), "none");
  await screenshot(page, "handout", { fullPage: true });
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  assert.equal(await page.locator(".handout").count(), 0);
  assert.equal((await handle(page, "figure.state()")).timeline.at, 12);
  assert.ok(await page.locator("[data-view=curve]").isVisible());
  assert.deepEqual(problems, []);
});

/** A build of its own on a host of its own: without a network, the host is gone, also for a service worker. */
async function visited(run) {
  const folder = mkdtempSync(path.join(tmpdir(), "downhill-"));
  const dist = path.join(folder, "dist");
  cpSync(process.env.DOWNHILL_DIST, dist, { recursive: true });
  const { address, stop } = await host({ dist });
  const context = await browser.newContext({ locale: "de-DE" });
  try {
    const page = await context.newPage();
    const open = async (query) => {
      await page.goto(`${address}downhill/${query}`);
      await isReady(page);
    };
    await open("?scene=descent");
    await page.evaluate(() => navigator.serviceWorker.ready);
    await run({ page, open, stop, folder, dist });
  } finally {
    await context.close();
    stop();
    rmSync(folder, { recursive: true });
  }
}

test("once visited, the page works without a network, in each language, and so do its frame and its lesson", async () => {
  await visited(async ({ page, open, stop }) => {
    assert.equal((await page.evaluate(() => caches.keys())).length, 1);
    stop();
    for (const query of ["?scene=network", "?scene=descent&language=ar", "embed/?scene=gradient"]) {
      await open(query);
      await page.locator("[data-action=step]").click();
      await page.waitForFunction(() => document.querySelector("downhill-figure").figure.state().timeline.at === 1);
    }
    await open("?story=lesson");
    await page.waitForFunction(() => document.querySelector("downhill-figure").figure.state().presentation.beat === 1);
  });
});

test("a new build takes the place of the one that was kept", async () => {
  await visited(async ({ page, open, stop, folder, dist }) => {
    const kept = () => page.evaluate(() => caches.keys());
    const [old] = await kept();
    build(folder, dist, (html) => html.replace(/<title>.*<\/title>/, "<title>A new build</title>"));
    await open("?scene=descent");
    assert.equal(await page.title(), "A new build", "with a network, at once");
    for (let tries = 0; (await kept()).length !== 1 || (await kept())[0] === old; tries++) {
      assert.ok(tries < 200, `${await kept()}`);
      await page.waitForTimeout(50);
    }
    stop();
    await open("?scene=network");
    assert.equal(await page.title(), "A new build", "without one, too");
    await page.locator("[data-action=step]").click();
    await page.waitForFunction(() => document.querySelector("downhill-figure").figure.state().timeline.at === 1);
  });
});

/** Builds the page into a folder from a copy of the sources, in which its HTML is changed. The module lies beside the package. */
function build(folder, dist, change) {
  const { DOWNHILL_ROOT: root, DOWNHILL_PACKAGE } = process.env;
  for (const name of ["www", "xtask", "docs", "crates/view/texts", "tsconfig.json"]) cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
  const html = path.join(folder, "www/index.html");
  writeFileSync(html, change(readFileSync(html, "utf8")));
  const module = path.join(DOWNHILL_PACKAGE, "../downhill-wasm");
  execFileSync(process.execPath, [path.join(folder, "xtask/page.mjs"), dist, module, path.join(dist, "licences.txt")]);
}

for (const [scene, width, height] of [["network", 390, 844], ["network", 1440, 900], ["descent", 390, 844], ["descent", 1920, 1080]]) {
  sweep(`${scene} at ${width} × ${height}: the goal, the locks and the dialogues have their place`, async () => {
    const path = `?scene=${scene}&lock=all&goal=loss%3C0.1+in+50`;
    const { page } = await openPage(browser, { path, viewport: { width, height } });
    assert.deepEqual(await layoutProblems(page), []);
    await screenshot(page, `class-${scene}-${width}`);
    await page.click("[data-action=share]");
    await page.locator("[data-class] > summary").click();
    await screenshot(page, `class-share-${scene}-${width}`, { fullPage: true });
    assert.deepEqual(await faults(page), []);
  });
}
