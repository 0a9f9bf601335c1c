// Looks: nothing overlaps, nothing is cut off, nothing scrolls sideways.

import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import { after, before, test } from "node:test";
import { canvasProblems, frames, handle, laidOut, launch, layoutProblems, openPage, screenshot, sweep, usually } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const SIZES = { laptop: [1440, 900], projector: [1920, 1080], small: [1024, 768], phone: [390, 844] };

for (const [name, [width, height]] of Object.entries(SIZES)) {
  usually(["laptop", "phone"].includes(name))(`at ${width}×${height} everything has its place`, async () => {
    const viewport = { width, height };
    const { page, problems } = await openPage(browser, { viewport, frames: true });
    const check = async (moment) => {
      assert.deepEqual(await layoutProblems(page), [], moment);
      assert.deepEqual(await page.evaluate(canvasProblems), [], moment);
    };
    await check("at the start");
    await page.click("[data-action=toggle]");
    await frames(page, 120);
    await page.click("[data-action=toggle]");
    await laidOut(page);
    await check("after 120 iterations");
    await screenshot(page, name);

    // A long way on: long numbers, several edits, everything unfolded.
    await page.evaluate(() => {
      const figure = document.querySelector("downhill-figure").figure;
      for (const [key, value] of [["learning_rate", "0.0123456"], ["batch_size", "10"]]) {
        figure.set(key, value);
        figure.set("iterations_per_frame", "100");
        figure.play();
        window.runFrames(5);
        figure.pause();
      }
    });
    await page.click("[data-action=more]");
    await laidOut(page);
    await check("with everything unfolded");
    await screenshot(page, `${name}-more`, { fullPage: true });

    if (await page.locator("[data-tab]").first().isVisible()) {
      for (const tab of await page.locator("[data-tab]:visible").all()) {
        await tab.click();
        await laidOut(page);
        const view = await tab.getAttribute("data-tab");
        await check(view);
        assert.equal(await page.locator("canvas:visible").count(), view === "facts" ? 0 : 1, "one picture at a time");
        await screenshot(page, `${name}-${view}`, { fullPage: true });
      }
    } else {
      assert.equal(await page.locator("canvas:visible").count(), 5);
    }
    assert.deepEqual(problems, []);
  });
}

const SCENES = ["derivative", "gradient", "descent", "neuron", "network"];

for (const [width, height] of [[320, 640], [390, 844], [768, 1024], [1024, 768], [1440, 900], [1920, 1080], [3840, 2160]]) {
  sweep(`at ${width}×${height} every scene has its place, on the page and presented to a class`, async () => {
    const found = [];
    for (const scene of SCENES) {
      for (const mode of ["", "&mode=present"]) {
        const { page } = await openPage(browser, { path: `?scene=${scene}${mode}`, viewport: { width, height } });
        for (const moment of ["at the start", "after ten steps"]) {
          await laidOut(page);
          const overlap = (await layoutProblems(page)).filter((it) => !/^<span> .* overlaps <span> /.test(it));
          const drawn = await page.evaluate(canvasProblems);
          found.push(...[...overlap, ...drawn].map((it) => `${scene}${mode}, ${moment}: ${it}`));
          const { scrolls, below } = await page.evaluate(() => ({
            scrolls: document.documentElement.scrollWidth - innerWidth,
            // What is presented is all there is: nobody scrolls.
            below: document.documentElement.scrollHeight - innerHeight,
          }));
          if (scrolls > 0) found.push(`${scene}${mode}: scrolls sideways by ${scrolls}`);
          if (mode && below > 1) found.push(`${scene}${mode}: ${below} px are below the window`);
          await handle(page, "Array.from({ length: 10 }, () => figure.step()).length");
        }
        await screenshot(page, `place-${width}-${scene}${mode ? "-presented" : ""}`);
        await page.close();
      }
    }
    assert.deepEqual(found, []);
  });
}

test("the stage takes two thirds of a laptop's and a projector's first screen", async () => {
  for (const [width, height] of [SIZES.laptop, SIZES.projector]) {
    const { page } = await openPage(browser, { viewport: { width, height } });
    const stage = await page.locator(".stage").boundingBox();
    const bar = await page.locator(".bar").boundingBox();
    assert.ok(stage.height >= (2 / 3) * height, `${stage.height} of ${height}`);
    assert.ok(bar.y + bar.height <= height, "the controls are in sight");
  }
});

sweep("with the projector's theme everything is in sight, and texts are larger", async () => {
  const [width, height] = SIZES.projector;
  const { page } = await openPage(browser, { path: "?scene=network&theme=projector", viewport: { width, height }, frames: true });
  await page.click("[data-action=toggle]");
  await frames(page, 60);
  assert.deepEqual(await layoutProblems(page), []);
  assert.deepEqual(await page.evaluate(canvasProblems), []);
  const bar = await page.locator(".bar").boundingBox();
  assert.ok(bar.y + bar.height <= height);
  const size = await page.locator(".sentence").evaluate((it) => parseFloat(getComputedStyle(it).fontSize));
  assert.ok(size >= 30, `${size}`);
  await screenshot(page, "projector-theme");
});

for (const viewport of [{ width: 1440, height: 900 }, { width: 1920, height: 1080 }]) {
  usually(viewport.width === 1440)(`at ${viewport.width} a picture can fill the stage and goes back to its place`, async () => {
    const { page } = await openPage(browser, { viewport, frames: true });
    for (const view of ["curve", "map", "boundary", "surface", "diagram", "chart"]) {
      // The landscape is one picture, in space or from above.
      if (view === "map" || view === "surface") await page.click(`button[data-landscape=${view}]:visible`);
      await page.click(`[data-enlarge=${view}]`);
      await laidOut(page);
      assert.deepEqual(await page.locator("canvas:visible").evaluateAll((all) => all.map((it) => it.dataset.view)), [view]);
      assert.deepEqual(await layoutProblems(page), [], view);
      assert.deepEqual(await page.evaluate(canvasProblems), [], view);
      if (viewport.width === 1920) await screenshot(page, `large-${view}`);
      if (view === "map") await page.keyboard.press("Escape");
      else await page.click(`[data-enlarge=${view}]`);
      assert.equal(await page.locator("canvas:visible").count(), 5);
    }
  });
}

test("on a phone, picture and play button are in sight without scrolling", async () => {
  const [width, height] = SIZES.phone;
  const { page } = await openPage(browser, { viewport: { width, height }, hasTouch: true });
  const play = await page.locator("[data-action=toggle]").boundingBox();
  assert.ok(play.y + play.height <= height);
  assert.ok(play.height >= 44, "a finger hits it");
});

test("a longer sentence or number does not move the stage", async () => {
  for (const [width, height] of [SIZES.laptop, SIZES.small]) {
    const { page } = await openPage(browser, { viewport: { width, height }, frames: true });
    const places = new Set();
    for (let step = 0; step < 12; step++) {
      await page.evaluate((weight) => {
        const figure = document.querySelector("downhill-figure").figure;
        figure.set("weight", String(weight));
        figure.step();
      }, step % 5);
      places.add(JSON.stringify(await page.locator(".stage").boundingBox()));
    }
    assert.equal(places.size, 1);
  }
});

for (const theme of ["light", "dark", "projector"]) {
  usually(theme === "light")(`nobody is kept out of the ${theme} theme: axe finds no fault`, async () => {
    const { page } = await openPage(browser, { path: `?scene=network&theme=${theme}` });
    await page.click("[data-action=more]");
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]), [], theme);
    await screenshot(page, `theme-${theme}`);
  });
}
