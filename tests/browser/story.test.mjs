// A class: the story beat by beat, presenter mode, the teacher's notes, the keys. What a story says and
// shows, and why one is refused: crates/app/tests/all/story.rs.

import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import { after, before, test } from "node:test";
import { canvasProblems, frames, handle, href, laidOut, launch, layoutProblems, openPage, screenshot, sentence, sweep } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const snapshot = (page) => handle(page, "figure.snapshot()");
const beat = (page) => handle(page, "figure.state().presentation.beat");

/** Waits for the story's first beat. */
const told = (page) => page.waitForFunction(() => document.querySelector("downhill-figure").figure.state().presentation.beat > 0, null, { polling: 50 });

/** Runs frames until none is asked for any more. */
async function settle(page) {
  for (let most = 200; most && (await frames(page, 30)); most--);
}

/** The lesson told by Page Down alone, and back by Page Up, looked at in each beat. */
async function tell(size, look, more = "") {
  const [width, height] = size;
  const { page, problems } = await openPage(browser, { path: `?story=lesson&mode=present${more}`, viewport: { width, height }, frames: true });
  await told(page);
  const beats = await handle(page, "figure.state().presentation.story.beats");
  const onTheWay = [];
  for (let at = 1; at <= beats; at++) {
    if (at > 1) await page.keyboard.press("PageDown");
    assert.equal(await beat(page), at);
    await settle(page);
    await laidOut(page);
    onTheWay.push([await snapshot(page), await page.textContent("[data-saying]")]);
    await look(page, at);
  }
  await page.keyboard.press("PageDown");
  assert.equal(await beat(page), beats, "the last one stays");
  for (let at = beats - 1; at > 0; at--) {
    await page.keyboard.press("PageUp");
    await settle(page);
    assert.deepEqual([await snapshot(page), await page.textContent("[data-saying]")], onTheWay[at - 1], `back at ${at}`);
  }
  assert.deepEqual(problems, []);
  return beats;
}

/** What is wrong with a beat's looks: something overlaps, is cut off, or ends below the window. */
async function looks(page) {
  const outside = await page.evaluate(() =>
    [...shadow().querySelectorAll(".presenter p, .readings dl, .stage canvas")]
      .filter((it) => it.checkVisibility())
      .filter((it) => it.getBoundingClientRect().bottom > innerHeight + 1 || it.scrollWidth > it.clientWidth + 1)
      .map((it) => `${it.className || it.localName} leaves the window`),
  );
  return [...outside, ...(await layoutProblems(page)), ...(await page.evaluate(canvasProblems))];
}

/** The smallest text in sight, on the page and in its pictures, in CSS pixels. */
const smallest = (page) =>
  page.evaluate(() => {
    const root = shadow();
    const texts = [...root.querySelectorAll(".presenter p, .readings :is(dt, dd), figcaption :is(b, .sign)")].filter((it) => it.checkVisibility());
    const sizes = texts.map((it) => parseFloat(getComputedStyle(it).fontSize));
    for (const canvas of [...root.querySelectorAll(".stage canvas")].filter((it) => it.checkVisibility())) {
      const marks = root.host.figure.drawing(canvas.dataset.view).marks;
      sizes.push(...marks.filter(({ kind, text }) => kind === "text" && text).map(({ size }) => size));
    }
    return Math.min(...sizes);
  });

test("the whole lesson is told by Page Down alone, and Page Up leads back to the same numbers", async () => {
  const wrong = [];
  const beats = await tell([1920, 1080], async (page, at) => {
    await screenshot(page, `lesson-${String(at).padStart(2, "0")}`);
    const small = await smallest(page);
    if (small < 28) wrong.push(`${at}: a text of ${small} px`);
    wrong.push(...(await looks(page)).map((it) => `${at}: ${it}`));
  });
  assert.ok(beats >= 25, `${beats} beats`);
  assert.deepEqual(wrong, []);
});

for (const [width, height, more] of [
  [1024, 768, ""],
  [1366, 768, "&theme=dark"],
  [3840, 2160, ""],
  [1920, 1080, "&theme=dark"],
]) {
  sweep(`at ${width}×${height}${more} no text of the lesson is cut off`, async () => {
    const wrong = [];
    await tell(
      [width, height],
      async (page, at) => {
        if (at % 5 === 1 || width === 1024) await screenshot(page, `lesson-${width}${more ? "-dark" : ""}-${String(at).padStart(2, "0")}`);
        const small = await smallest(page);
        // As large in the picture as it is on a wall.
        if (small < (28 * height) / 1080 - 1) wrong.push(`${at}: a text of ${small} px`);
        wrong.push(...(await looks(page)).map((it) => `${at}: ${it}`));
      },
      more,
    );
    assert.deepEqual(wrong, []);
  });
}

for (const [width, height] of [[1920, 1080], [1024, 768]]) {
  for (const id of ["ar", "de", "es", "fr"]) {
    sweep(`at ${width}×${height} no text of the lesson is cut off in ${id}`, async () => {
      const wrong = [];
      await tell(
        [width, height],
        async (page, at) => {
          if (at % 5 === 1) await screenshot(page, `lesson-${id}-${width}-${String(at).padStart(2, "0")}`);
          wrong.push(...(await looks(page)).map((it) => `${at}: ${it}`));
        },
        `&language=${id}`,
      );
      assert.deepEqual(wrong, []);
    });
  }
}

test("P presents, B makes the screen blank, Escape ends it; the page is as it was", async () => {
  const { page, problems } = await openPage(browser, { path: "?scene=gradient", viewport: { width: 1280, height: 720 }, frames: true });
  assert.ok(await page.isVisible(".head [data-action=present]"), "a button that one finds");
  await page.focus("[data-view=map]");
  await page.keyboard.press("p");
  await page.waitForFunction(() => shadow().querySelector(".downhill[data-presenting]"), null, { polling: 50 });
  await page.waitForFunction(() => document.querySelector("downhill-figure").figure.state().presentation.story, null, { polling: 50 });
  assert.equal(await page.getAttribute(".downhill", "data-theme"), "projector");
  assert.match(await href(page), /mode=present/);
  assert.match(await page.textContent("[data-ask]"), /Page Down begins the lesson/);
  assert.equal(await page.isVisible(".bar"), false);
  assert.equal(await handle(page, "figure.state().scene.id"), "gradient", "what was shown is presented");
  await laidOut(page);
  await screenshot(page, "present");
  assert.deepEqual((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0].html]), []);
  for (const key of ["b", "."]) {
    await page.keyboard.press(key);
    assert.ok(await page.isVisible(".blank"), key);
    await page.keyboard.press(key);
    assert.equal(await page.isVisible(".blank"), false, key);
  }
  await page.keyboard.press("ArrowRight");
  assert.equal(await beat(page), 1);
  await page.keyboard.press("Enter");
  assert.equal(await beat(page), 2);
  await page.keyboard.press("ArrowLeft");
  assert.equal(await beat(page), 1);
  await page.mouse.move(400, 400);
  await page.mouse.move(420, 420);
  await page.click("[data-action=changeRoom]");
  assert.equal(await page.getAttribute(".downhill", "data-theme"), "projector_dark");
  await screenshot(page, "present-dark");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !shadow().querySelector(".downhill[data-presenting]"), null, { polling: 50 });
  assert.ok(await page.isVisible(".bar"));
  assert.ok(!(await href(page)).includes("mode=present"));
  assert.deepEqual(problems, []);
});

test("the teacher's notes are in a second window, which goes on, too, and closes with the figure", async () => {
  const { page, problems } = await openPage(browser, { path: "?story=lesson&beat=2&mode=present", frames: true });
  await told(page);
  assert.equal(await beat(page), 2);
  await page.mouse.move(300, 300);
  await page.mouse.move(310, 300);
  const [notes] = await Promise.all([page.waitForEvent("popup"), page.click("[data-action=notes]")]);
  const here = () => notes.textContent("main");
  assert.match(await here(), /2 of \d+\s+The tangent/);
  assert.match(await here(), /looks straight/);
  assert.match(await here(), /Next: The slope/);
  assert.match(await notes.textContent("header"), /Since the beginning\s*0:0\d/);
  await notes.keyboard.press("PageDown");
  assert.equal(await beat(page), 3);
  assert.match(await here(), /3 of \d+\s+The slope/);
  await notes.click("[data-turn=beat_back]");
  assert.match(await here(), /2 of \d+/);
  await screenshot(notes, "notes");
  assert.deepEqual((await new AxeBuilder({ page: notes }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0].html]), []);
  await Promise.all([notes.waitForEvent("close"), page.evaluate(() => document.querySelector("downhill-figure").remove())]);
  assert.deepEqual(problems, []);
  const blocked = await openPage(browser, { path: "?story=lesson", prepare: () => (window.open = () => null) });
  await told(blocked.page);
  await blocked.page.click("[data-action=more]");
  await blocked.page.click(".more [data-action=notes]");
  assert.match(await blocked.page.textContent("[data-problem]"), /blocked the window/);
});

test("an address presents, and the open lesson follows the language to the same beat", async () => {
  const { page, problems } = await openPage(browser, { path: "?scene=gradient&mode=present&language=fr", viewport: { width: 390, height: 844 }, frames: true });
  await page.locator(".presenter").waitFor();
  await laidOut(page);
  const heights = await page.locator("canvas:visible").evaluateAll((all) => all.map((it) => it.getBoundingClientRect().height));
  assert.ok(heights.length > 0 && heights.every((height) => height > 200), `the pictures have the window's room: ${heights}`);
  await page.waitForFunction(() => document.querySelector("downhill-figure").figure.state().presentation.story, null, { polling: 50 });
  for (let press = 1; press <= 3; press++) await page.keyboard.press("PageDown");
  await settle(page);
  assert.equal(await beat(page), 3);
  const heading = () => handle(page, "figure.state().presentation.story.heading");
  const before = [await snapshot(page), await heading()];
  assert.equal(before[1], "La pente");
  await handle(page, 'figure.set("language", "de")');
  await page.waitForFunction(() => document.querySelector("downhill-figure").figure.state().presentation.story.heading === "Die Steigung", null, { polling: 50 });
  assert.equal(await beat(page), 3);
  assert.deepEqual(await snapshot(page), before[0]);
  assert.match(page.url(), /\?language=de&story=lesson&beat=3&mode=present$/);
  assert.deepEqual(problems, []);
});

/** Drops a file on the figure. */
const drop = (page, name, text) =>
  page.evaluate(
    ([name, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name));
      shadow().querySelector(".stage").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true, composed: true }));
    },
    [name, text],
  );

test("a story is dropped as a file; a bad one says its line, and what is shown stays", async () => {
  const { page, problems } = await openPage(browser, { path: "?scene=descent", frames: true });
  await drop(page, "mine.md", "# Mine\n## First\nshow: function=x^2&start=3\nheadline: <b>Mine</b>\n\nHello.\n## Second\ndo: step 2\n");
  await told(page);
  assert.equal(await handle(page, "figure.state().presentation.story.title"), "Mine");
  await page.focus("[data-view=curve]");
  await page.keyboard.press("PageDown");
  assert.equal(await handle(page, "figure.state().timeline.at"), 2);
  const before = [await snapshot(page), await beat(page)];
  await drop(page, "bad.md", "## First\ndo: fly\n");
  await page.waitForFunction(() => shadow().querySelector("[data-problem]").textContent, null, { polling: 50 });
  assert.match(await page.textContent("[data-problem]"), /line 2: There is no “fly” to do\. Write one of: set learning_rate 0\.3/);
  assert.deepEqual([await snapshot(page), await beat(page)], before);
  await page.click("[data-action=more]");
  await page.setInputFiles("[data-story]", { name: "other.md", mimeType: "text/markdown", buffer: Buffer.from("## Only\nshow: scene=gradient\n") });
  await page.waitForFunction(() => document.querySelector("downhill-figure").figure.state().scene.id === "gradient", null, { polling: 50 });
  assert.equal(await beat(page), 1);
  await drop(page, "picture.png", "x");
  await page.waitForFunction(() => /no story/.test(shadow().querySelector("[data-problem]").textContent), null, { polling: 50 });
  assert.deepEqual(problems, []);
  for (const [address, said] of [
    ["stories/none.md", /“stories\/none\.md” could not be read: 404/],
    ["https://example.org/a.md", /same site as this page, and “https:\/\/example\.org\/a\.md” does not/],
  ]) {
    const { page } = await openPage(browser, { path: `?scene=neuron&story=${encodeURIComponent(address)}` });
    await page.waitForFunction(() => shadow().querySelector("[data-problem]").textContent, null, { polling: 50 });
    assert.match(await page.textContent("[data-problem]"), said);
    assert.equal(await handle(page, "figure.state().scene.id"), "neuron");
  }
});

test("every key does what its list says, and single ones can be switched off", async () => {
  const { page, problems } = await openPage(browser, { path: "?scene=descent", frames: true });
  const at = () => handle(page, "figure.state().timeline.at");
  const state = (path) => handle(page, `figure.state().${path}`);
  await page.focus("[data-view=curve]");
  await page.keyboard.press(".");
  assert.equal(await at(), 1);
  await page.keyboard.press("Shift+Period");
  assert.equal(await at(), 11);
  await page.keyboard.press(",");
  assert.equal(await at(), 10);
  await page.keyboard.press("Shift+Comma");
  assert.equal(await at(), 0);
  await page.keyboard.press("+");
  assert.equal(await state("controls.learning_rate"), "0.015");
  await page.keyboard.press("-");
  assert.equal(await state("controls.learning_rate"), "0.01");
  await page.keyboard.press(".");
  await page.keyboard.press("r");
  assert.equal(await state("timeline.furthest"), 0);
  for (const [key, scene] of ["derivative", "gradient", "descent", "neuron", "network"].entries()) {
    await page.keyboard.press(String(key + 1));
    assert.equal(await state("scene.id"), scene);
  }
  await page.locator("[data-view=boundary]").focus();
  await page.keyboard.press("n");
  assert.equal(await state("controls.seed"), "2");
  await page.keyboard.press("Space");
  assert.equal(await state("playback.playing"), true);
  await page.keyboard.press("Space");
  assert.equal(await state("playback.playing"), false);
  await page.keyboard.press("?");
  const list = page.locator("dialog.keys");
  assert.ok(await list.isVisible());
  for (const words of [/Space\s+play, or pause/, /R\s+the same start/, /Page Down → ↓ Enter\s+the next beat/, /Escape\s+close what is open/]) {
    assert.match(await list.innerText(), words);
  }
  await screenshot(page, "keys");
  assert.deepEqual((await new AxeBuilder({ page }).include("downhill-figure").analyze()).violations.map(({ id, nodes }) => [id, nodes[0].html]), []);
  await page.keyboard.press("Escape");
  assert.equal(await list.isVisible(), false);
  // Where one types, a letter is a letter.
  await page.click("[data-action=more]");
  await page.fill("[data-search]", "");
  await page.locator("[data-search]").pressSequentially("p.r1");
  assert.equal(await page.inputValue("[data-search]"), "p.r1");
  await page.fill("[data-search]", "");
  assert.equal(await state("scene.id"), "network");
  await page.click("[data-single-keys]");
  await page.locator("[data-view=boundary]").focus();
  for (const key of ["1", "r", "p", ".", "?", "n"]) await page.keyboard.press(key);
  assert.deepEqual([await state("scene.id"), await state("presentation.presenting"), await at()], ["network", false, 0]);
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true, "the focus goes back");
  assert.deepEqual(problems, []);
});

test("in a frame, the keys at the ends of a story go on to the page around it", async () => {
  const { page } = await openPage(browser, { path: "embed/?story=lesson&mode=present&loading=eager", frames: true, ready: false });
  // The same page, in a frame of its own.
  await page.setContent(`<iframe title="a" src="${await href(page)}" width="900" height="600"></iframe>`);
  await page.evaluate(() => {
    window.heard = [];
    addEventListener("message", ({ data }) => data.type === "key" && heard.push(data.key));
  });
  const frame = page.frameLocator("iframe").locator("[data-saying]");
  await frame.waitFor({ timeout: 30_000 });
  const inside = page.frames()[1];
  await inside.waitForFunction(() => document.querySelector("downhill-figure").figure.state().presentation.beat === 1, null, { polling: 50 });
  await frame.click();
  await page.keyboard.press("PageUp");
  await page.waitForFunction(() => heard.length === 1, null, { polling: 50 });
  await page.keyboard.press("PageDown");
  await inside.waitForFunction(() => document.querySelector("downhill-figure").figure.state().presentation.beat === 2, null, { polling: 50 });
  await inside.evaluate(() => {
    const { figure } = document.querySelector("downhill-figure");
    figure.showBeat(figure.state().presentation.story.beats);
  });
  await page.keyboard.press("PageDown");
  await page.waitForFunction(() => heard.length === 2, null, { polling: 50 });
  assert.deepEqual(await page.evaluate(() => heard), ["PageUp", "PageDown"]);
  assert.ok(await frame.isVisible());
});

test("on the page itself a story has its words and its way, on a phone, too", async () => {
  for (const [width, height] of [[1440, 900], [390, 844]]) {
    const { page, problems } = await openPage(browser, { path: "?story=lesson&beat=6", viewport: { width, height }, frames: true });
    await told(page);
    assert.match(await page.innerText(".telling"), /6 of \d+[\s\S]*Another start[\s\S]*Where will the ball come to rest\?[\s\S]*Hands up/);
    await page.click(".telling [data-action=beatNext]");
    await settle(page);
    assert.equal(await beat(page), 7);
    assert.match(await href(page), /\?story=lesson&beat=7$/);
    await screenshot(page, `telling-${width}`);
    assert.deepEqual(await layoutProblems(page), []);
    await page.click(".telling [data-action=closeStory]");
    assert.equal(await page.isVisible(".telling"), false);
    assert.match(await sentence(page), /rest in a local \(partial\) minimum/, "what is shown stays");
    assert.deepEqual(problems, []);
  }
});

sweep("the file that needs no network tells the lesson, with notes", async () => {
  const { page, problems } = await openPage(browser, { path: `file://${process.env.DOWNHILL_DIST}/downhill.html` });
  await page.locator("[data-view=curve]").focus();
  await page.keyboard.press("p");
  await page.waitForFunction(() => document.querySelector("downhill-figure").figure.state().presentation.story, null, { polling: 50 });
  await page.keyboard.press("PageDown");
  assert.equal(await beat(page), 1);
  const [notes] = await Promise.all([page.waitForEvent("popup"), page.keyboard.press("s")]);
  assert.match(await notes.textContent("main"), /A ball on a hill/);
  await notes.keyboard.press("PageDown");
  assert.equal(await beat(page), 2);
  await Promise.all([notes.waitForEvent("close"), page.goto("about:blank")]);
  assert.deepEqual(problems, []);
});
