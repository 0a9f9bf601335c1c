// Nobody is kept out: axe finds no fault in any scene, theme, size and state; more contrast is heard.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { canvasProblems, frames, handle, laidOut, launch, layoutProblems, openPage, screenshot, sweep, usually } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SCENES = ["derivative", "gradient", "descent", "neuron", "network"];
const THEMES = ["light", "dark", "projector", "projector_dark"];

/** What axe finds on a page and in its frames: the rule, and the markup that breaks it. */
async function faults(page) {
  for (const frame of page.frames()) {
    if (!(await frame.evaluate(() => "axe" in window))) await frame.evaluate(AXE);
  }
  return page.evaluate(async () => {
    const { violations } = await axe.run(document, { resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}

/** The dialogues that the page's buttons open, one for each scene in turn. */
const DIALOGUES = ["share", "keys", "table"];

/** The states in which a figure is looked at, each made by hand and taken back. */
const STATES = {
  paused: async (_page, look) => look(),
  playing: async (page, look) => {
    await handle(page, "figure.play()");
    await frames(page, 9);
    await look();
    await handle(page, "figure.pause()");
  },
  "with a dialogue": async (page, look, scene) => {
    await page.evaluate((action) => shadow().querySelector(`[data-action=${action}]`).click(), DIALOGUES[SCENES.indexOf(scene) % 3]);
    await page.locator("dialog[open]").waitFor();
    await laidOut(page);
    await look();
    await page.keyboard.press("Escape");
    await page.locator("dialog[open]").waitFor({ state: "detached" });
  },
  "with an error": async (page, look) => {
    await page.evaluate(() => {
      const rate = shadow().querySelector("input[data-key=learning_rate]");
      rate.value = "fast";
      rate.dispatchEvent(new Event("change", { bubbles: true }));
    });
    assert.ok(await page.locator("[data-problem]").textContent(), "an error is shown");
    await look();
    await handle(page, `figure.set("learning_rate", "0.1")`);
  },
};

for (const [width, height] of [[390, 844], [1440, 900]]) {
  for (const scene of SCENES) {
    usually(scene === "network" && width === 390)(`${scene} at ${width}×${height}: axe finds no fault in any theme and state`, async () => {
      const { page, problems } = await openPage(browser, { path: `?scene=${scene}`, viewport: { width, height }, frames: true });
      const found = [];
      for (const theme of THEMES) {
        await handle(page, `figure.set("theme", "${theme}")`);
        for (const [state, show] of Object.entries(STATES)) {
          await show(page, async () => found.push(...(await faults(page)).map((it) => `${theme}, ${state}: ${it}`)), scene);
        }
      }
      assert.deepEqual(found, []);
      assert.deepEqual(problems, []);
    });
  }

  sweep(`presented at ${width}×${height}: axe finds no fault in any scene and room`, async () => {
    const found = [];
    for (const scene of SCENES) {
      const { page } = await openPage(browser, { path: `?scene=${scene}&mode=present`, viewport: { width, height }, frames: true });
      await page.locator("[data-presenting]").first().waitFor();
      for (const theme of ["light", "dark"]) {
        await handle(page, `figure.set("theme", "${theme}")`);
        for (const state of ["paused", "playing"]) {
          await STATES[state](page, async () => found.push(...(await faults(page)).map((it) => `${scene}, ${theme}, ${state}: ${it}`)));
        }
      }
      await page.close();
    }
    assert.deepEqual(found, []);
  });
}

/** Whatever can be opened on a figure, one after the other: in the page itself, or in a frame of it. */
async function openAll(frame, page, look) {
  const press = (action) => frame.evaluate((action) => shadow().querySelector(`[data-action=${action}]`).click(), action);
  const settled = () => laidOut(frame);
  await press("more");
  await settled();
  await look("More");
  await press("more");
  for (const name of DIALOGUES) {
    await press(name);
    await frame.locator("dialog[open]").waitFor();
    await frame.evaluate(() => shadow().querySelectorAll("dialog[open] details").forEach((part) => part.toggleAttribute("open", true)));
    await settled();
    await look(name);
    if (name === "share") {
      await frame.locator("[data-qr]").click();
      await frame.locator("dialog.large[open]").waitFor();
      await settled();
      await look("QR code");
      await frame.locator("dialog.large button").click();
    }
    await page.keyboard.press("Escape");
    await frame.locator("dialog[open]").waitFor({ state: "detached" });
  }
  await frame.evaluate(() => [...shadow().querySelectorAll("button[data-drawer]")].findLast((it) => it.checkVisibility())?.click());
  await settled();
  await look("drawer");
}

/** A page of somebody else's with a figure in a frame, which has all controls. */
async function post(query) {
  const { page } = await openPage(browser, { path: "embed/?scene=derivative&loading=eager" });
  await page.evaluate((query) => {
    document.body.innerHTML = `<main><h1>A post</h1><iframe title="A ball on a curve" src="?${query}&loading=eager&controls=all" width="900" height="700"></iframe></main>`;
  }, query);
  const frame = await (await page.waitForSelector("iframe")).contentFrame();
  await frame.locator("[data-ready]").first().waitFor({ timeout: 60_000 });
  return { page, frame };
}

for (const [width, height] of [[390, 844], [1440, 900]]) {
  for (const scene of SCENES) {
    sweep(`${scene} at ${width}×${height}: axe finds no fault in what can be opened, with a story beside it`, async () => {
      const { page, problems } = await openPage(browser, { path: `?scene=${scene}&story=lesson&beat=3`, viewport: { width, height }, frames: true });
      await page.locator(".telling").waitFor();
      const found = [];
      for (const theme of ["light", "dark"]) {
        await handle(page, `figure.set("theme", "${theme}")`);
        await openAll(page, page, async (what) => found.push(...(await faults(page)).map((it) => `${theme}, ${what}: ${it}`)));
      }
      assert.deepEqual(found, []);
      assert.deepEqual(problems, []);
    });
  }
}

sweep("in an iframe axe finds no fault in what can be opened", async () => {
  const found = [];
  for (const scene of ["gradient", "network"]) {
    const { page, frame } = await post(`scene=${scene}&story=lesson&beat=3`);
    await openAll(frame, page, async (what) => found.push(...(await faults(page)).map((it) => `${scene}, ${what}: ${it}`)));
    await page.close();
  }
  assert.deepEqual(found, []);
});

sweep("the teacher's notes have no fault in any language, and speak it", async () => {
  for (const id of ["ar", "de", "en", "es", "fr"]) {
    const { page } = await openPage(browser, { path: `?story=lesson&beat=2&language=${id}` });
    await page.locator(".telling").waitFor();
    const [notes] = await Promise.all([page.waitForEvent("popup"), page.click(".telling [data-action=notes]")]);
    await notes.locator("h1").waitFor();
    assert.deepEqual(await faults(notes), [], id);
    const { lang, dir } = await notes.evaluate(() => (({ lang, dir }) => ({ lang, dir }))(document.documentElement));
    const figure = await page.evaluate(() => (({ lang, dir }) => ({ lang, dir }))(shadow().querySelector(".downhill")));
    assert.deepEqual({ lang, dir }, figure);
    await screenshot(notes, `notes-${id}`);
    await page.context().close();
  }
});

sweep("in an iframe axe finds no fault in any scene and theme", async () => {
  const found = [];
  for (const scene of SCENES) {
    const { page, frame } = await post(`scene=${scene}`);
    for (const theme of THEMES) {
      await handle(frame, `figure.set("theme", "${theme}")`);
      // From the page around it, whose landmarks and headings are its own.
      found.push(...(await faults(page)).map((it) => `${scene}, ${theme}: ${it}`));
    }
    if (scene === SCENES[0]) {
      await frame.evaluate(() => shadow().append(document.createElement("button")));
      assert.deepEqual(await faults(page), ["button-name: <button></button>"], "it looks into the frame");
    }
    await page.close();
  }
  assert.deepEqual(found, []);
});

/** Opens each dialogue in turn, and whatever is folded in it. */
async function dialogues(page, look) {
  for (const name of DIALOGUES) {
    await page.evaluate((action) => shadow().querySelector(`[data-action=${action}]`).click(), name);
    const dialogue = page.locator("dialog[open]");
    await dialogue.waitFor();
    await dialogue.evaluate((it) => it.querySelectorAll("details").forEach((part) => part.toggleAttribute("open", true)));
    await laidOut(page);
    await look(dialogue, name);
    await page.keyboard.press("Escape");
    await dialogue.waitFor({ state: "detached" });
  }
}

test("zoomed to 200 %, and 320 pixels wide, dialogues lose nothing", async () => {
  for (const [width, height] of [[960, 540], [320, 640]]) {
    const { page } = await openPage(browser, { path: "?scene=network", viewport: { width, height }, frames: true });
    await dialogues(page, async (dialogue, name) => {
      // A long address is scrolled in its field, and copied as a whole.
      const lost = (await layoutProblems(page)).filter((it) => !it.startsWith("the value of <input>"));
      assert.deepEqual(lost, [], `${name}, ${width}`);
      const { scrolls, box } = await dialogue.evaluate((it) => ({ scrolls: it.scrollWidth - it.clientWidth, box: it.getBoundingClientRect().toJSON() }));
      assert.ok(scrolls <= 0, `${name} at ${width} scrolls sideways by ${scrolls}`);
      assert.ok(box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height, `${name} at ${width}: ${JSON.stringify(box)}`);
      await screenshot(page, `dialogue-${name}-${width}`);
    });
  }
});

/** What a pointer is to hit in sight that is smaller than so many pixels; words in a line of text are let be. */
const small = (page, within, least) =>
  page.locator(within).evaluateAll(
    (places, least) =>
      places
        .flatMap((place) => [...place.querySelectorAll("button, summary, select, input")])
        .filter((it) => it.checkVisibility({ opacityProperty: true }) && getComputedStyle(it).display !== "inline" && !it.matches(".link, [type=range]"))
        .map((it) => [it, (it.closest("label") ?? it).getBoundingClientRect(), it.getBoundingClientRect()])
        // A label is hit, too.
        .filter(([, label, { width, height }]) => Math.max(label.height, height) < least || Math.max(label.width, width) < least)
        .map(([it, , { width, height }]) => `${it.dataset.action ?? it.dataset.key ?? it.className} “${it.textContent.trim()}”: ${width.toFixed(0)} × ${height.toFixed(0)}`),
    least,
  );

for (const [hand, options] of Object.entries({ "a mouse": { viewport: { width: 1440, height: 900 } }, "a finger": { viewport: { width: 390, height: 844 }, hasTouch: true } })) {
  test(`${hand} hits the buttons of head, bar, story, dialogues and presenter mode`, async () => {
    const least = options.hasTouch ? 44 : 24;
    const { page } = await openPage(browser, { path: "?scene=descent&story=lesson&beat=2", frames: true, ...options });
    await page.locator("[data-beat]").first().waitFor({ state: "attached" });
    const found = await small(page, ".head, .bar, .telling", least);
    await dialogues(page, async (_dialogue, name) => found.push(...(await small(page, "dialog[open]", least)).map((it) => `${name}: ${it}`)));
    await handle(page, "figure.setPresenting(true)");
    await page.locator("[data-presenting]").first().waitFor();
    await page.mouse.move(200, 300);
    await page.mouse.move(210, 310);
    await laidOut(page);
    found.push(...(await small(page, ".conduct", least)).map((it) => `presented: ${it}`));
    found.push(...(await layoutProblems(page)).map((it) => `presented: ${it}`));
    await screenshot(page, `targets-${least}`);
    assert.deepEqual(found, []);
  });
}

for (const [hand, viewport, hasTouch] of [
  ["a mouse", { width: 1440, height: 900 }, false],
  ["a finger", { width: 390, height: 844 }, true],
  ["a finger on a tablet", { width: 1024, height: 768 }, true],
]) {
  sweep(`${hand} hits every button of every scene, and everything has its place`, async () => {
    const found = [];
    for (const scene of SCENES) {
      const { page } = await openPage(browser, { path: `?scene=${scene}`, viewport, hasTouch });
      const look = async (what) => {
        await laidOut(page);
        const missed = await small(page, ".downhill", hasTouch ? 44 : 24);
        // Above its column of units a layer has as much room as it has.
        const layers = hasTouch && viewport.width > 900 ? await small(page, ".layers", 44) : [];
        assert.deepEqual(await small(page, ".layers", 24), []);
        found.push(...missed.filter((it) => !layers.includes(it)).map((it) => `${scene}, ${what}: ${it}`));
        // A long formula is scrolled in its field; the pieces of a sentence lie line upon line.
        const misplaced = (await layoutProblems(page)).filter((it) => !/^the value of <input|^<span> .* overlaps <span> /.test(it));
        found.push(...[...misplaced, ...(await page.evaluate(canvasProblems))].map((it) => `${scene}, ${what}: ${it}`));
      };
      await look("at the start");
      for (const tab of await page.locator("[data-tab]:visible").all()) {
        await tab.evaluate((it) => it.click());
        await look(await tab.getAttribute("data-tab"));
      }
      for (const drawer of await page.locator("button[data-drawer]:visible").all()) {
        await drawer.click();
        await look("drawer");
      }
      await page.click("[data-action=more]");
      await look("more");
      await screenshot(page, `targets-${scene}-${viewport.width}`);
      await page.close();
    }
    assert.deepEqual(found, []);
  });
}

test("a reader who asks for more contrast gets it, on the page and in its pictures", async () => {
  const { page, problems } = await openPage(browser, { path: "?scene=descent" });
  const seen = () =>
    page.evaluate(() => {
      const root = shadow();
      const { marks } = root.host.figure.drawing("curve");
      const style = getComputedStyle(root.querySelector(".downhill"));
      return {
        muted: style.getPropertyValue("--muted"),
        ink: style.getPropertyValue("--ink"),
        border: getComputedStyle(root.querySelector("[data-action=step]")).borderTopWidth,
        line: Math.max(...marks.filter(({ kind }) => kind === "line").map(({ size }) => size)),
        faint: marks.filter(({ sign }) => sign === "muted").length,
      };
    });
  const usual = await seen();
  assert.notEqual(usual.muted, usual.ink);
  assert.ok(usual.faint > 0);
  await page.emulateMedia({ contrast: "more" });
  await laidOut(page);
  const more = await seen();
  assert.equal(more.muted, more.ink);
  assert.equal(more.ink, usual.ink);
  assert.equal(more.faint, 0);
  assert.equal(more.border, "2px");
  assert.ok(more.line > usual.line, `${more.line} > ${usual.line}`);
  await screenshot(page, "more-contrast");
  await page.emulateMedia({ contrast: "no-preference" });
  await laidOut(page);
  assert.deepEqual(await seen(), usual);
  assert.deepEqual(problems, []);
});
