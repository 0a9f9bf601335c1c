// What is pointed at: by mouse, by a long press and by the keyboard, beside the point and live.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { frames, handle, laidOut, launch, layoutProblems, openPage, sweep } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const SIZES = { laptop: [1440, 900], projector: [1920, 1080], phone: [390, 844] };

/** What the panel tells: its title, its rows' values by name, and its role; null if it is hidden. */
const told = (page) =>
  page.evaluate(() => {
    const panel = shadow().querySelector("[data-probe]");
    if (!panel?.checkVisibility()) return null;
    const rows = [...panel.querySelectorAll("dl > div")].map((row) => [row.firstChild.textContent, Number(row.lastChild.dataset.value)]);
    const { view } = panel.closest(".picture").querySelector("canvas").dataset;
    return { title: panel.querySelector("b").textContent, rows: Object.fromEntries(rows), role: panel.role, view };
  });

/** A point of a view in the window, by shares of its width and height. */
async function point(page, view, x, y) {
  await laidOut(page);
  const box = await page.locator(`[data-view=${view}]`).boundingBox();
  return { x: box.x + x * box.width, y: box.y + y * box.height };
}

/** Where the selected weight's ball is in the diagram. */
async function ball(page) {
  await laidOut(page);
  const box = await page.locator("[data-view=diagram]").boundingBox();
  const [x, y] = await handle(page, 'figure.drawing("diagram").marks.findLast((mark) => mark.sign === "ball").points[0]');
  return { x: box.x + x, y: box.y + y };
}

/** A finger that comes down, rests so long, and goes up. */
async function press(page, { x, y }, milliseconds) {
  const client = await page.context().newCDPSession(page);
  await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
  await page.waitForTimeout(milliseconds);
  const shown = await told(page);
  await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  return shown;
}

/** That the panel is in the figure and does not lie on the point. */
async function inSight(page, { x, y }, where) {
  const { left, top, right, bottom, root } = await page.evaluate(() => {
    const box = (it) => (({ left, top, right, bottom }) => ({ left, top, right, bottom }))(it.getBoundingClientRect());
    return { ...box(shadow().querySelector("[data-probe]")), root: box(shadow().host) };
  });
  assert.ok(left >= root.left && top >= root.top && right <= root.right && bottom <= root.bottom, `${where}: in the figure, ${[left, top, right, bottom]}`);
  assert.ok(x < left || x > right || y < top || y > bottom, `${where}: beside the point ${[x, y]}, ${[left, top, right, bottom]}`);
}

sweep("by mouse: a weight's numbers are the run's, and go on with it", async () => {
  const { page, problems } = await openPage(browser, { viewport: { width: 1440, height: 900 }, frames: true });
  await handle(page, 'figure.set("weight", "0")');
  assert.equal(await told(page), null);
  const at = await ball(page);
  await page.mouse.move(at.x, at.y);
  const check = async () => {
    const { title, rows, role } = await told(page);
    const { parameters, gradient, next } = await handle(page, "figure.snapshot()");
    assert.equal(title, "bill length → unit 1");
    assert.equal(role, null, "only what the keyboard asks for is read out");
    assert.equal(rows.value, parameters[0]);
    assert.equal(rows.gradient, gradient[0]);
    assert.equal(rows["next move"], next[0] - parameters[0]);
    return { value: parameters[0], last: rows["last move"] };
  };
  const start = await check();
  assert.equal(start.last, undefined, "before the first step there was no move");
  await page.click("[data-action=step]");
  await page.mouse.move(at.x, at.y);
  const first = await check();
  assert.equal(first.last, first.value - start.value);
  await page.keyboard.press("Escape");
  assert.equal(await told(page), null, "Escape takes it out of the way");
  await page.mouse.move(at.x + 1, at.y);
  await page.evaluate(() => document.querySelector("downhill-figure").figure.play());
  let before = first.value;
  for (let frame = 0; frame < 5; frame++) {
    await frames(page, 1);
    const now = await check();
    assert.notEqual(now.value, before, "it is renewed with every frame");
    assert.equal(now.last, now.value - before);
    before = now.value;
  }
  await page.mouse.move(5, 5);
  assert.equal(await told(page), null);
  await frames(page, 3);
  assert.equal(await told(page), null);
  assert.deepEqual(problems, []);
});

sweep("every picture of a network tells of its places, beside them and inside the figure", async () => {
  for (const [name, [width, height]] of Object.entries(SIZES)) {
    const { page, problems } = await openPage(browser, { path: "?scene=network&l2=0.001", viewport: { width, height }, frames: true });
    await page.evaluate(() => {
      const figure = document.querySelector("downhill-figure").figure;
      for (let step = 0; step < 30; step++) figure.step();
    });
    for (const view of ["curve", "map", "boundary", "diagram", "chart"]) {
      if (name === "phone") await page.click(`[data-tab=${view}]`);
      else if (view === "map") await page.click("button[data-landscape=map]:visible");
      await frames(page, 2);
      await laidOut(page);
      for (const [x, y] of [[0.2, 0.15], [0.7, 0.7], [0.49, 0.49]]) {
        const at = await point(page, view, x, y);
        await page.mouse.move(at.x, at.y);
        const shown = await told(page);
        if (!shown) {
          assert.equal(view, "diagram", `${name}: ${view} is told of everywhere, also at ${x} ${y}`);
          continue;
        }
        assert.equal(shown.view, view);
        assert.ok(shown.title && Object.values(shown.rows).length > 1);
        await inSight(page, at, `${name} ${view} ${x} ${y}`);
      }
    }
    assert.deepEqual(await layoutProblems(page), [], name);
    assert.deepEqual(problems, []);
  }
});

test("by touch: a long press tells and chooses nothing, a tap chooses, a tap elsewhere hides", async () => {
  const { page, problems } = await openPage(browser, { viewport: { width: 390, height: 844 }, hasTouch: true, frames: true });
  await page.tap("[data-tab=diagram]");
  await laidOut(page);
  await handle(page, 'figure.set("weight", "0")');
  const at = await ball(page);
  await handle(page, 'figure.set("weight", "20")');
  assert.equal(await press(page, at, 150), null, "a short one does not tell");
  await page.waitForFunction(() => shadow().querySelector("#weight").value === "0", null, { polling: 50 });
  await handle(page, 'figure.set("weight", "20")');
  const shown = await press(page, at, 800);
  assert.equal(shown.title, "bill length → unit 1");
  assert.equal(shown.rows.gradient, (await handle(page, "figure.snapshot()")).gradient[0]);
  await laidOut(page);
  assert.equal(await page.inputValue("#weight"), "20", "a long press chooses nothing");
  assert.equal((await told(page)).title, shown.title, "it stays when the finger is gone");
  await inSight(page, at, "phone");
  await page.tap(".sentence");
  assert.equal(await told(page), null);

  await page.tap("[data-tab=boundary]");
  await laidOut(page);
  const corner = await point(page, "boundary", 0.9, 0.1);
  const share = await press(page, corner, 800);
  assert.equal(share.title, "Probability of each class here");
  const shares = ["● Adelie", "▲ Chinstrap", "■ Gentoo"].map((name) => share.rows[name]);
  assert.ok(Math.abs(shares.reduce((sum, share) => sum + share) - 1) < 1e-9, `${shares}`);
  assert.deepEqual(problems, []);
});

test("by keyboard: each picture is read by the arrow keys, and said aloud", async () => {
  const { page, problems } = await openPage(browser, { viewport: { width: 1440, height: 900 }, frames: true });
  await page.evaluate(() => {
    const figure = document.querySelector("downhill-figure").figure;
    for (let step = 0; step < 40; step++) figure.step();
  });
  /** Comes to a view by the Tab key, from the one before it. */
  const reach = async (view) => {
    for (let tab = 0; tab < 60; tab++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate((view) => focused().dataset.view === view, view)) return;
    }
    assert.fail(`${view} is not reached`);
  };
  await reach("curve");
  const curve = await told(page);
  const { parameters, batch_loss } = await handle(page, "figure.snapshot()");
  assert.equal(curve.role, "status");
  assert.ok(Math.abs(curve.rows.value - parameters[6]) < 1e-9 && Math.abs(curve.rows.loss - batch_loss) < 1e-9, "it begins at the ball");
  await page.keyboard.press("ArrowRight");
  assert.ok((await told(page)).rows.value > curve.rows.value);
  await page.keyboard.press("Escape");
  assert.equal(await told(page), null);

  await page.click("button[data-landscape=map]:visible");
  await reach("map");
  const map = await told(page);
  await page.keyboard.press("ArrowUp");
  const [, up] = Object.values((await told(page)).rows);
  assert.ok(up > Object.values(map.rows)[1]);

  await reach("boundary");
  const lengths = [];
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press(step % 3 ? "ArrowLeft" : "ArrowDown");
    const { title, rows } = await told(page);
    lengths.push(title.startsWith("Row") ? "sample" : rows["bill length (mm)"]);
  }
  const places = lengths.filter((it) => it !== "sample");
  assert.ok(places.length > 5 && places.length < 40, "places and samples are passed");
  assert.equal(places.at(-1), places.at(-2), "and it stays in the picture");

  await reach("diagram");
  const before = await told(page);
  await page.keyboard.press("ArrowRight");
  const next = await told(page);
  assert.notEqual(next.title, before.title);
  assert.equal(next.rows.value, (await handle(page, "figure.snapshot()")).parameters[7]);
  assert.equal(next.role, "status");

  await reach("chart");
  assert.equal((await told(page)).title, "Iteration 40");
  await page.keyboard.press("ArrowLeft");
  const earlier = Number((await told(page)).title.split(" ")[1]);
  assert.ok(earlier < 40 && earlier > 30, `${earlier}`);
  const drawn = await handle(page, `(figure.seek(${earlier}), figure.snapshot())`);
  await page.keyboard.press("Shift+ArrowLeft");
  const { rows } = await told(page);
  assert.ok(rows["loss, training"] >= drawn.train_loss, "earlier it was higher");
  // While it plays, it is renewed and not said at every frame.
  await page.evaluate(() => document.querySelector("downhill-figure").figure.play());
  await frames(page, 2);
  assert.equal((await told(page)).role, null);
  await page.keyboard.press("Tab");
  assert.equal(await told(page), null);
  assert.deepEqual(problems, []);
});

sweep("nothing is told of where a ball is dragged, nor in the scenes of a function", async () => {
  const { page, problems } = await openPage(browser, { path: "?scene=neuron", viewport: { width: 1440, height: 900 }, frames: true });
  await page.click("button[data-landscape=map]:visible");
  const at = await point(page, "map", 0.6, 0.4);
  await page.mouse.move(at.x, at.y);
  const { rows } = await told(page);
  assert.deepEqual(Object.keys(rows), ["weight", "bias", "cost"]);
  await page.mouse.down();
  await page.mouse.move(at.x + 20, at.y);
  assert.equal(await told(page), null);
  await page.mouse.up();
  await page.mouse.move(at.x + 25, at.y);
  assert.notEqual(await told(page), null);
  const line = await point(page, "boundary", 0.5, 0.1);
  await page.mouse.move(line.x, line.y);
  assert.equal((await told(page)).title, "Here");
  await handle(page, 'figure.set("scene", "descent")');
  await page.mouse.move(line.x + 3, line.y + 3);
  assert.equal(await told(page), null);
  assert.deepEqual(problems, []);
});

sweep("the samples that hurt most are the largest, when asked", async () => {
  const { page, problems } = await openPage(browser, { viewport: { width: 1440, height: 900 }, frames: true });
  const widths = async () => {
    const { marks } = await handle(page, 'figure.drawing("boundary")');
    const round = marks.filter(({ kind, sign }) => kind === "circle" && /class/.test(sign));
    return new Set(round.map(({ size }) => Math.round(10 * size))).size;
  };
  const before = await widths();
  const toggle = page.locator("[data-toggle=errors]");
  await toggle.focus();
  await page.keyboard.press("Enter");
  assert.equal(await toggle.getAttribute("aria-pressed"), "true");
  assert.ok((await widths()) > before + 5, `${before} sizes, then ${await widths()}`);
  assert.match(await page.textContent("[data-note=boundary_note]"), /Size: what a sample alone costs, [\d.]+ at most/);
  assert.match(await page.evaluate(() => location.search), /errors=true/);
  assert.deepEqual(problems, []);
});
