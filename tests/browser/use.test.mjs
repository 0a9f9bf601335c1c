// What people do: change, select, turn, mistype, share, by the page's own controls. What comes of it:
// crates/app/tests/all/settings.rs.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { frames, handle, href, launch, openPage, sweep } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

test("every text has its words, every control its name, and Tab reaches them", async () => {
  const { page } = await openPage(browser);
  const found = await page.evaluate(() => {
    const keys = ["text", "label", "hint"];
    return [...shadow().querySelectorAll("[data-text], [data-label], [data-hint]")].flatMap((it) =>
      keys.filter((key) => it.dataset[key]).map((key) => ({
        key: it.dataset[key],
        words: key === "text" ? it.textContent : key === "label" ? it.ariaLabel : it.title,
      })));
  });
  assert.ok(found.length > 50);
  for (const { key, words } of found) assert.ok(words && words !== "undefined", key);

  const source = await page.textContent(".source");
  for (const part of [/Gorman/, /CC0/, /2 of 344 rows/, /standardized on the training rows/]) assert.match(source, part);
  // Tabbing reaches the pictures and the controls; those under More once that is open.
  await page.click("[data-action=step]");
  await page.click("[data-action=more]");
  await page.evaluate(() => focused().blur());
  const reached = [];
  for (let press = 0; press < 120; press++) {
    await page.keyboard.press("Tab");
    reached.push(await page.evaluate(() => {
      const { dataset, localName } = focused();
      return dataset.view ?? dataset.action ?? dataset.key ?? localName;
    }));
  }
  for (const place of ["theme", "surface", "diagram", "toggle", "step", "reset", "learning_rate", "weight", "more"]) {
    assert.ok(reached.includes(place), `${place} in ${reached}`);
  }
});

test("values are slid and typed, wrong ones are explained, and the address has them when the hand lets go", async () => {
  const { page, problems } = await openPage(browser, { frames: true });
  // A slider that is dragged tells the address when it is let go.
  const box = await page.locator("[data-slider=learning_rate]").boundingBox();
  const at = (share) => [box.x + share * box.width, box.y + box.height / 2];
  const rate = () => handle(page, "figure.state().controls.learning_rate");
  const [first, then] = [await rate(), await href(page)];
  await page.mouse.move(...at(0.3));
  await page.mouse.down();
  for (const share of [0.4, 0.5, 0.6]) await page.mouse.move(...at(share));
  assert.notEqual(await rate(), first, "the run has it at once");
  assert.equal(await href(page), then);
  await page.mouse.up();
  assert.match(await href(page), new RegExp(`learning_rate=${await rate()}(&|$)`));

  await page.fill("#learning_rate", "0.05");
  await page.press("#learning_rate", "Enter");
  assert.equal(await handle(page, "figure.experiment().learning_rate"), 0.05);
  assert.match(await href(page), /learning_rate=0.05/);
  await page.focus("[data-slider=learning_rate]");
  await page.keyboard.press("ArrowRight");
  assert.equal(await handle(page, "figure.experiment().learning_rate"), 0.07);
  assert.equal(await page.inputValue("#learning_rate"), "0.07");

  await page.click("[data-action=step]");
  await page.fill("#learning_rate", "0.5");
  await page.press("#learning_rate", "Enter");
  const { learning_rate, edits } = await handle(page, "figure.experiment()");
  assert.equal(learning_rate, 0.07);
  assert.deepEqual(edits, [{ iteration: 1, key: "learning_rate", value: 0.5 }]);
  await page.click("[data-action=more]");
  await page.click("[data-edits] button");
  assert.deepEqual(await handle(page, "figure.experiment().edits"), []);

  // What is wrong is explained, and the control shows what holds.
  const before = await handle(page, "figure.experiment()");
  for (const [key, name, value] of [["learning_rate", "learning rate", "-1"], ["batch_size", "batch size", "0"], ["iterations_per_frame", "iterations per frame", "1e9"]]) {
    await page.fill(`input[data-key=${key}]`, value);
    await page.press(`input[data-key=${key}]`, "Tab");
    const said = await page.textContent("[data-problem]");
    assert.ok(said.includes(name) && said.includes(value), said);
    assert.notEqual(await page.inputValue(`input[data-key=${key}]`), value, "the control shows what holds");
  }
  assert.deepEqual(await handle(page, "figure.experiment()"), before);

  // A new start has another seed and keeps the settings.
  const kept = await rate();
  await page.click("[data-action=newStart]");
  assert.equal(await page.inputValue("#seed"), "2");
  assert.match(await href(page), /seed=2/);
  assert.equal(await rate(), kept);
  assert.deepEqual(problems, []);
});

test("a weight is selected by click, by the arrow keys on the diagram, and from the list", async () => {
  const { page } = await openPage(browser, { frames: true });
  const selected = () => page.inputValue("#weight");
  // The line from bill length to unit 1, a third of the way.
  const ball = await handle(page, `(figure.set("weight", "0"), figure.drawing("diagram").marks.findLast((mark) => mark.sign === "ball").points[0])`);
  await page.click("[data-action=more]");
  await page.selectOption("#weight", "20");
  assert.equal(await selected(), "20");
  await page.click("[data-action=more]");
  await page.locator("[data-view=diagram]").click({ position: { x: ball[0], y: ball[1] } });
  assert.equal(await selected(), "0");
  await page.focus("[data-view=diagram]");
  await page.keyboard.press("ArrowDown");
  assert.equal(await selected(), "1");
  assert.match(await page.getAttribute("[data-view=diagram]", "aria-valuetext"), /bill depth → unit 1/);
  assert.match(await href(page), /weight=1/);
  // The two directions stay two.
  await page.click("[data-action=more]");
  await page.selectOption("#second_weight", "1");
  assert.notEqual(await selected(), "1");

  // Space plays and pauses, a point steps, while a picture has the focus.
  await page.focus("[data-view=diagram]");
  await page.keyboard.press("Space");
  await frames(page, 5);
  await page.keyboard.press("Space");
  await frames(page, 5);
  await page.keyboard.press(".");
  assert.equal(await handle(page, "figure.snapshot().iteration"), 6);
});

test("the surface turns by drag, by its buttons and by the arrow keys", async () => {
  const { page } = await openPage(browser, { frames: true });
  const picture = () => page.locator("[data-view=surface]").evaluate((canvas) => canvas.toDataURL());
  const first = await picture();
  const box = await page.locator("[data-view=surface]").boundingBox();
  await page.mouse.move(box.x + 100, box.y + 100);
  await page.mouse.down();
  await page.mouse.move(box.x + 160, box.y + 110, { steps: 4 });
  await page.mouse.up();
  const dragged = await picture();
  assert.notEqual(dragged, first);
  await page.mouse.move(box.x + 30, box.y + 30);
  assert.equal(await picture(), dragged, "a mouse without its button down turns nothing");
  await page.click("[data-action=turnBack]");
  assert.equal(await picture(), first);
  await page.click("[data-turn] >> nth=0");
  const turned = await picture();
  assert.notEqual(turned, first);
  await page.focus("[data-view=surface]");
  await page.keyboard.press("ArrowRight");
  assert.equal(await picture(), first, "left and right are each other's opposite");
});

test("a dark system has a dark page, and the address can choose", async () => {
  const { page } = await openPage(browser);
  const paper = () => page.evaluate(() => getComputedStyle(shadow().querySelector(".downhill")).backgroundColor);
  assert.equal(await paper(), "rgb(252, 251, 248)");
  await page.emulateMedia({ colorScheme: "dark" });
  await page.waitForFunction(() => shadow().querySelector("[data-theme=dark]"));
  assert.equal(await paper(), "rgb(20, 23, 28)");
  await page.selectOption("#theme", "projector");
  assert.equal(await paper(), "rgb(255, 255, 255)");
  assert.match(await href(page), /theme=projector/);
});

test("a script's wrong call gets an answer and harms nothing", async () => {
  const { page, problems } = await openPage(browser, { frames: true });
  const said = await page.evaluate(() => {
    const figure = document.querySelector("downhill-figure").figure;
    const tries = [
      () => figure.set("nonsense", "1"),
      () => figure.set("weight", "-1"),
      () => figure.drawing("nonsense"),
      () => figure.loss(new Float64Array(3)),
      () => figure.setPlace("learning_rate", 99),
    ];
    return tries.map((attempt) => {
      try {
        attempt();
        return "no error";
      } catch (error) {
        return error.message;
      }
    });
  });
  for (const message of said) assert.match(message, /^.{15,}\.$/);
  await handle(page, `(figure.removeEdit(7), figure.pick(-5, NaN), figure.turn(NaN, Infinity), figure.step())`);
  assert.equal(await handle(page, "figure.snapshot().iteration"), 1);
  assert.deepEqual(problems, []);
});

sweep("data, network and optimizer are chosen under More, and a class learns from its own file", async () => {
  const { page, problems } = await openPage(browser, { frames: true });
  await page.click("[data-action=step]");
  await page.click("[data-action=more]");
  for (const [key, value] of [["data", "spirals"], ["cost", "hinge"], ["optimizer", "adam"]]) {
    await page.selectOption(`#${key}`, value);
    assert.equal((await handle(page, "figure.experiment()"))[key], value);
  }
  assert.equal(await handle(page, "figure.snapshot().iteration"), 0);
  assert.equal(await page.inputValue("#beta2"), "0.999");
  assert.match(await page.textContent(".formulas"), /Kingma.*Cortes/, "the optimizer's and the cost's source");
  await page.fill("#beta1", "0.8");
  await page.press("#beta1", "Tab");
  assert.equal((await handle(page, "figure.experiment()")).beta1, 0.8);
  await page.fill("#beta1", "2");
  await page.press("#beta1", "Tab");
  assert.match(await page.textContent("[data-problem]"), /beta1/);
  assert.equal(await page.inputValue("#beta1"), "0.8");

  const give = (text) =>
    page.setInputFiles("[data-csv]", { name: "ours.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  const before = await handle(page, "figure.experiment()");
  await give("a,b,c\n1,x,cat\n2,3,dog\n");
  await page.waitForFunction(() => /line 2/.test(shadow().querySelector("[data-problem]").textContent), null, { polling: 20 });
  assert.deepEqual(await handle(page, "figure.experiment()"), before);
  const rows = Array.from({ length: 40 }, (_, k) => `${k % 7};${k % 5};${k % 2 ? "cat" : "dog"}`);
  await give(["ears;tail;kind", ...rows, "NA;1;cat"].join("\n"));
  await page.waitForFunction(() => shadow().querySelector("#data").value === "own", null, { polling: 20 });
  assert.match(await page.textContent("[data-note=task]"), /dog, cat/);
  await page.click("[data-action=toggle]");
  await frames(page, 5);
  assert.equal(await handle(page, "figure.snapshot().iteration"), 5);
  assert.match(await page.textContent(".source"), /your own;/);
  assert.deepEqual(problems, []);
});

test("a control says what it is for under the keyboard's focus and under a long press", async () => {
  const { page, problems } = await openPage(browser, { path: "?scene=descent", viewport: { width: 390, height: 844 }, hasTouch: true });
  const hint = page.locator("[data-hinting]");
  assert.ok(await hint.isHidden());
  await page.focus("[data-action=step]");
  await page.keyboard.press("Shift+Tab");
  assert.equal(await hint.textContent(), await page.evaluate(() => focused().title));
  await page.evaluate(() => focused().blur());
  assert.ok(await hint.isHidden());
  const button = page.locator("[data-toggle=basins]");
  const press = (type) => button.dispatchEvent(type, { pointerType: "touch", bubbles: true });
  await press("pointerdown");
  await page.waitForTimeout(700);
  await press("pointerup");
  assert.equal(await hint.textContent(), await button.getAttribute("title"));
  await press("pointerdown");
  await press("pointerup");
  await page.waitForTimeout(700);
  assert.ok(await hint.isHidden(), "a tap says nothing");
  assert.deepEqual(problems, []);
});
