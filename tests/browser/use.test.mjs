// What people do: change, select, turn, mistype, share.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { frames, handle, launch, openPage } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

test("every text has its words and every control its name", async () => {
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
});

test("the learning rate changes by slider and by typing, in the run and in the address", async () => {
  const { page } = await openPage(browser, { frames: true });
  await page.fill("#learning_rate", "0.05");
  await page.press("#learning_rate", "Enter");
  assert.equal(await handle(page, "figure.experiment().learning_rate"), 0.05);
  assert.match(page.url(), /learning_rate=0.05/);
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
});

test("a bad value is explained, and the run goes on as it was", async () => {
  const { page, problems } = await openPage(browser, { frames: true });
  await page.click("[data-action=step]");
  await page.click("[data-action=more]");
  const before = await handle(page, "figure.experiment()");
  for (const [key, value] of [["learning_rate", "-1"], ["learning_rate", "fast"], ["batch_size", "0"], ["seed", "x"], ["iterations_per_frame", "1e9"]]) {
    await page.fill(`input[data-key=${key}]`, value);
    await page.press(`input[data-key=${key}]`, "Tab");
    const said = await page.textContent("[data-problem]");
    assert.match(said, new RegExp(key), `${key}=${value}: ${said}`);
    assert.ok(said.includes(value), said);
    assert.notEqual(await page.inputValue(`input[data-key=${key}]`), value, "the control shows what holds");
  }
  assert.deepEqual(await handle(page, "figure.experiment()"), before);
  assert.equal(await handle(page, "figure.snapshot().iteration"), 1);
  assert.deepEqual(problems, []);
});

test("an address is understood as far as it goes, and the rest is said", async () => {
  const { page, problems } = await openPage(browser, {
    path: "?seed=3&learning_rate=NaN&colour=red&weight=999999999999&edits=1:nonsense:2&layers=4",
  });
  const said = await page.textContent("[data-problem]");
  for (const key of ["learning_rate", "colour", "weight", "nonsense"]) assert.match(said, new RegExp(key));
  const { seed, learning_rate, layers } = await handle(page, "figure.experiment()");
  assert.deepEqual({ seed, learning_rate, layers }, { seed: 3, learning_rate: 0.3, layers: [4] });
  assert.deepEqual(problems, []);
});

test("a run that diverges stops with a sentence and can be reset", async () => {
  const { page, problems } = await openPage(browser, { path: "?learning_rate=1e6&activation=relu", frames: true });
  await page.click("[data-action=toggle]");
  await frames(page, 100);
  assert.match(await page.textContent("[data-sentence]"), /Stopped at iteration \d+/);
  assert.ok(await page.isDisabled("[data-action=toggle]"));
  await page.click("[data-action=reset]");
  assert.ok(await page.isEnabled("[data-action=toggle]"));
  await page.fill("#learning_rate", "0.1");
  await page.press("#learning_rate", "Enter");
  await page.click("[data-action=toggle]");
  await frames(page, 100);
  assert.equal(await handle(page, "figure.snapshot().iteration"), 100);
  assert.deepEqual(problems, []);
});

test("a weight is selected by click, by the arrow keys on the diagram, and from the list", async () => {
  const { page } = await openPage(browser, { frames: true });
  const selected = () => page.inputValue("#weight");
  // The line from bill length to unit 1, a third of the way.
  const ball = await handle(page, `(figure.set("weight", "0"), figure.drawing("diagram").marks.findLast((mark) => mark.sign === "ball").points[0])`);
  await page.selectOption("#weight", "20");
  assert.equal(await selected(), "20");
  await page.locator("[data-view=diagram]").click({ position: { x: ball[0], y: ball[1] } });
  assert.equal(await selected(), "0");
  await page.focus("[data-view=diagram]");
  await page.keyboard.press("ArrowDown");
  assert.equal(await selected(), "1");
  assert.match(await page.getAttribute("[data-view=diagram]", "aria-valuetext"), /bill depth → unit 1/);
  assert.match(page.url(), /weight=1/);
  // The two directions stay two.
  await page.click("[data-action=more]");
  await page.selectOption("#second_weight", "1");
  assert.notEqual(await selected(), "1");
});

test("tabbing reaches the pictures and the controls in order", async () => {
  const { page } = await openPage(browser);
  const reached = [];
  for (let press = 0; press < 60; press++) {
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

test("space plays and pauses, a point steps, while a picture has the focus", async () => {
  const { page } = await openPage(browser, { frames: true });
  await page.focus("[data-view=diagram]");
  await page.keyboard.press("Space");
  await frames(page, 5);
  await page.keyboard.press("Space");
  await frames(page, 5);
  await page.keyboard.press(".");
  assert.equal(await handle(page, "figure.snapshot().iteration"), 6);
});

test("a new start has another seed and keeps the settings", async () => {
  const { page } = await openPage(browser, { frames: true, path: "?batch_size=20" });
  await page.click("[data-action=step]");
  await page.click("[data-action=more]");
  await page.fill("#learning_rate", "0.2");
  await page.click("[data-action=newStart]");
  const { seed, learning_rate, batch_size, edits } = await handle(page, "figure.experiment()");
  assert.deepEqual({ seed, learning_rate, batch_size, edits }, { seed: 2, learning_rate: 0.2, batch_size: 20, edits: [] });
  assert.equal(await page.inputValue("#seed"), "2");
  assert.match(page.url(), /seed=2/);
});

test("the page says which rows are left out and where the data comes from", async () => {
  const { page } = await openPage(browser);
  const source = await page.textContent(".source");
  for (const part of [/Gorman/, /CC0/, /2 of 344 rows/, /standardized on the training rows/]) {
    assert.match(source, part);
  }
});

test("a dark system has a dark page, and the address can choose", async () => {
  const { page } = await openPage(browser);
  const paper = () => page.evaluate(() => getComputedStyle(shadow().querySelector(".downhill")).backgroundColor);
  assert.equal(await paper(), "rgb(255, 255, 255)");
  await page.emulateMedia({ colorScheme: "dark" });
  await page.waitForFunction(() => shadow().querySelector("[data-theme=dark]"));
  assert.equal(await paper(), "rgb(20, 23, 28)");
  await page.selectOption("#theme", "projector");
  assert.equal(await paper(), "rgb(255, 255, 255)");
  assert.match(page.url(), /theme=projector/);
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

test("data, network and optimizer are chosen under More and start over", async () => {
  const { page, problems } = await openPage(browser, { frames: true });
  await page.click("[data-action=step]");
  await page.click("[data-action=more]");
  for (const [key, value] of [["data", "spirals"], ["activation", "gelu"], ["cost", "hinge"], ["initialization", "he_normal"], ["optimizer", "adam"]]) {
    await page.selectOption(`#${key}`, value);
    assert.equal((await handle(page, "figure.experiment()"))[key], value);
  }
  assert.equal(await handle(page, "figure.snapshot().iteration"), 0);
  assert.equal(await handle(page, "figure.experiment().learning_rate"), 0.001, "PyTorch's");
  assert.equal(await page.inputValue("#beta2"), "0.999");
  assert.match(await page.textContent(".formulas"), /Kingma.*Cortes/, "the optimizer's and the cost's source");
  await page.fill("#beta1", "0.8");
  await page.press("#beta1", "Tab");
  assert.equal((await handle(page, "figure.experiment()")).beta1, 0.8);
  await page.fill("#beta1", "2");
  await page.press("#beta1", "Tab");
  assert.match(await page.textContent("[data-problem]"), /beta1/);
  assert.equal(await page.inputValue("#beta1"), "0.8");
  await page.fill("#layers", "8-8");
  await page.press("#layers", "Tab");
  await page.fill("#l2", "0.01");
  await page.press("#l2", "Tab");
  await page.click("[data-action=toggle]");
  await frames(page, 20);
  assert.equal(await handle(page, "figure.snapshot().iteration"), 20);
  assert.match(page.url(), /optimizer=adam/);
  assert.deepEqual(problems, []);
});

test("the lists name what there is now", async () => {
  const { page } = await openPage(browser, { path: "?data=moons", frames: true });
  const last = () => page.locator("#weight option").last().textContent();
  assert.match(await last(), /bias of lower/);
  await page.click("[data-action=more]");
  await page.selectOption("#data", "circles");
  assert.doesNotMatch(await last(), /lower/, "as many weights, but of other names");
});

test("every data set, optimizer, activation and cost runs on the page", async () => {
  const { page, problems } = await openPage(browser, { frames: true });
  // Other data last: where values are to be found, some costs are not offered.
  const lists = { optimizer: 13, activation: 10, cost: 7, initialization: 8, data: 9 };
  for (const [key, least] of Object.entries(lists)) {
    const ids = await page.locator(`#${key} option`).evaluateAll((all) => all.map((it) => it.value));
    assert.ok(ids.length >= least, `${key}: ${ids}`);
    for (const id of ids) {
      const after = await handle(page, `(figure.set("${key}", "${id}"), figure.step(), figure.step(), figure.snapshot().iteration)`);
      assert.equal(after, 2, `${key}=${id}`);
    }
  }
  assert.deepEqual(problems, []);
});

test("a class of pupils learns from its own file", async () => {
  const { page, problems } = await openPage(browser, { frames: true });
  await page.click("[data-action=more]");
  const give = (text) =>
    page.setInputFiles("[data-csv]", { name: "ours.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  const said = () => page.textContent("[data-problem]");
  const before = await handle(page, "figure.experiment()");
  for (const [text, word] of [["", /./], ["a,b,c\n1,2,3.5\n3,4,5.5\n", /classes/], ["a,b,c\n1,x,cat\n2,3,dog\n", /line 2/], ["x,y,k\n1,2,a\n3,4,b\n1,3,c\n1,3,d\n", /classes/]]) {
    await give(text);
    await page.waitForFunction(() => shadow().querySelector("[data-problem]").textContent, null, { polling: 20 });
    assert.match(await said(), word);
    assert.deepEqual(await handle(page, "figure.experiment()"), before);
    await page.selectOption("#weight", "0");
  }
  const rows = Array.from({ length: 40 }, (_, k) => `${k % 7},${k % 5},${k % 2 ? "cat" : "dog"}`);
  await give(["ears;tail;kind", ...rows.map((row) => row.replaceAll(",", ";")), "NA;1;cat"].join("\n"));
  await page.waitForFunction(() => shadow().querySelector("#data").value === "own", null, { polling: 20 });
  assert.match(await page.textContent("[data-note=task]"), /dog, cat/);
  await page.click("[data-action=toggle]");
  await frames(page, 30);
  assert.equal(await handle(page, "figure.snapshot().iteration"), 30);
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

test("the formulas have the ball's numbers in them when asked", async () => {
  const { page, problems } = await openPage(browser, { path: "?scene=descent&function=x^2-3x&start=1.2&learning_rate=0.1", frames: true });
  const seen = () => page.textContent("[data-equations]");
  assert.doesNotMatch(await seen(), /1\.2/);
  await page.click("[data-toggle=numbers]");
  assert.match(await seen(), /f′\(1\.200\)=?2.?\(1\.200\)−3=−0\.6000/);
  await handle(page, "figure.step()");
  assert.match(await seen(), /2.?\(1\.260\)−3=−0\.4800/);
  assert.match(page.url(), /numbers=true/);
  await page.click("[data-toggle=numbers]");
  assert.doesNotMatch(await seen(), /1\.26/);
  assert.deepEqual(problems, []);
});

test("a slider that is dragged tells the address when it is let go", async () => {
  const { page, problems } = await openPage(browser, { frames: true });
  const slider = page.locator("[data-slider=learning_rate]");
  const box = await slider.boundingBox();
  const at = (share) => [box.x + share * box.width, box.y + box.height / 2];
  const before = page.url();
  const rate = () => handle(page, "figure.state().controls.learning_rate");
  const first = await rate();
  await page.mouse.move(...at(0.3));
  await page.mouse.down();
  for (const share of [0.4, 0.5, 0.6]) await page.mouse.move(...at(share));
  assert.notEqual(await rate(), first, "the run has it at once");
  const address = () => page.evaluate(() => location.href);
  assert.equal(await address(), before);
  await page.mouse.up();
  assert.match(await address(), new RegExp(`learning_rate=${await rate()}(&|$)`));
  assert.deepEqual(problems, []);
});
