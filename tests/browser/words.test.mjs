// What is in sight has its words, at once; what is not has them before it comes in sight.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";
import { handle, laidOut, launch, openPage, sweep } from "./support.mjs";

const parsed = JSON.parse(readFileSync(path.join(process.env.DOWNHILL_DIST, "texts/en.json"), "utf8"));
/** A text whose parts are written down apart, as a brace is; a number stands for each value. */
const whole = (text) => (Array.isArray(text) ? text.map((part) => part.value ?? (part.name ? "3" : part)).join("") : text);
const TEXTS = Object.fromEntries(Object.entries(parsed).map(([key, text]) => [key, whole(text)]));

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

/** What has not the words that it should have; of what is in sight, or of everything. */
function wrong(page, everything = false) {
  return page.evaluate(([texts, everything]) => {
    const found = [];
    const { mode } = shadow().querySelector("[data-mode]").dataset;
    const special = `label${mode[0].toUpperCase()}${mode.slice(1)}`;
    for (const it of shadow().querySelectorAll("[data-text], [data-label], [data-hint], [data-empty]")) {
      if (!everything && !(it.closest("select") ?? it).checkVisibility()) continue;
      const { text, label, hint, empty } = it.dataset;
      const told = [
        [text, it.textContent],
        [it.dataset[special] ?? label, it.ariaLabel],
        [hint, it.title],
        [empty, it.placeholder],
      ];
      for (const [key, words] of told) {
        if (!key || (texts[key] && words === texts[key])) continue;
        if (it.dataset.action === "more" && words === texts.less) continue;
        found.push(`${key}: ${words}`);
      }
    }
    for (const it of shadow().querySelectorAll("button, select, input, summary, th, caption, optgroup, a")) {
      if (!it.checkVisibility()) continue;
      const name = it.textContent.trim() || it.ariaLabel || it.label || it.title || it.closest("label")?.textContent.trim();
      if (!name) found.push(`no name: ${it.outerHTML}`);
      if (it.dataset.enlarge && it.title !== texts.enlarge) found.push(`enlarge: ${it.title}`);
      if (it.matches("select") && !it.options.length) found.push(`nothing to choose: ${it.outerHTML}`);
    }
    return [...found, ...(/undefined|\{\w+\}/.exec(shadow().querySelector(".downhill").innerText) ?? [])];
  }, [TEXTS, everything]);
}

const SIZES = [{ width: 1440, height: 900 }, { width: 390, height: 844 }];

for (const viewport of SIZES) {
  for (const scene of ["", "?scene=gradient", "?scene=descent", "?scene=neuron", "?scene=network", "?function=himmelblau&race=starts"]) {
    sweep(`at ${viewport.width}, all that ${scene || "the page"} shows has its words from the beginning`, async () => {
      for (const reducedMotion of ["no-preference", "reduce"]) {
        const { page, problems } = await openPage(browser, { path: scene, viewport, reducedMotion });
        assert.deepEqual(await wrong(page), []);
        for (const tab of await page.locator("[data-tab]").all()) {
          // As by a script: no pointer comes near.
          if (!(await tab.isVisible())) continue;
          await tab.evaluate((it) => it.click());
          await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
          assert.deepEqual(await wrong(page), []);
        }
        assert.deepEqual(problems, []);
        await page.context().close();
      }
    });
  }
}

test("what is in sight has its words whatever the window's size and the reader's preferences", async () => {
  const { page, problems } = await openPage(browser, { path: "", viewport: SIZES[1] });
  for (const width of [390, 820, 1280, 1920, 600]) {
    await page.setViewportSize({ width, height: 900 });
    await laidOut(page);
    assert.deepEqual(await wrong(page), []);
  }
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "dark" });
  await laidOut(page);
  assert.deepEqual(await wrong(page), []);
  assert.deepEqual(problems, []);
});

test("everything has its words from the beginning, and all lists have entries", async () => {
  const { page, problems } = await openPage(browser, { path: "" });
  assert.deepEqual(await wrong(page, true), []);
  for (const name of ["choices", "functions", "exports"]) {
    for (const list of await page.locator(`select[data-${name}]`).all()) {
      assert.ok((await list.evaluate((it) => it.options.length)) > 0, name);
    }
  }
  assert.deepEqual(problems, []);
});

test("More is opened while it plays", async () => {
  const { page, problems } = await openPage(browser, { path: "" });
  await handle(page, "figure.play()");
  await page.evaluate(() => shadow().querySelector("[data-action=more]").click());
  assert.deepEqual(await wrong(page), []);
  await page.selectOption("[data-functions]", "himmelblau");
  assert.equal(await handle(page, "figure.state().scene.mode"), "plane");
  assert.deepEqual(await wrong(page, true), []);
  assert.deepEqual(problems, []);
});

/** The school year in which a text is understood, by Flesch and Kincaid's formula (1975). */
function grade(text) {
  const words = text.match(/[\p{L}’'-]+/gu) ?? [];
  const sentence = Math.max(1, text.match(/[.!?:](?=\s|$)/g)?.length ?? 0);
  return fleschKincaid({ sentence, word: words.length, syllable: words.reduce((sum, word) => sum + syllable(word), 0) });
}

test("what the lesson says is understood in the ninth school year", () => {
  const NINTH = 9;
  const plain = (text) => text.replace(/\[\w+:([^\]]*)\]/g, "$1");
  const beats = readFileSync(path.join(process.env.DOWNHILL_DIST, "stories/lesson.en.md"), "utf8").split(/^## /m).slice(1);
  const said = beats.map((beat) => beat.replace(/^.*\n/, "").replace(/^(show|do|light|pictures): .*\n/gm, "").replace(/^(headline|ask): /gm, ""));
  assert.ok(said.length > 20);
  // The formula is made for more than a few words.
  const sentences = Object.entries(TEXTS).filter(([key, text]) => /^(sentence|line|plane|neuron|start|stopped|rests|watch|dial|guess)_/.test(key) && text.split(" ").length > 7);
  assert.ok(sentences.length > 60, `${sentences.length} sentences`);
  const hard = [...said.map((text) => ["lesson", text]), ...sentences].filter(([, text]) => grade(plain(text)) > NINTH);
  assert.deepEqual(hard, []);
  assert.ok(grade("Notwithstanding institutional particularities, the differentiability characterization necessitates interdisciplinary familiarization.") > NINTH);
});
