// The lesson: its scenes, the four steps, time back and forth, branches, undo.

import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import { after, before, test } from "node:test";
import { canvasProblems, frames, handle, launch, layoutProblems, openPage, place, screenshot, sentence, trace } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const snapshot = (page) => handle(page, "figure.snapshot()");
const WELL = "?function=double_well&start=2&learning_rate=0.01";

for (const [name, path] of [["a ball", WELL], ["a network", "?batch_size=10&dropout=0.1"]]) {
  test(`${name}: scrubbed a hundred times at random, each moment is the same`, async () => {
    const { page, problems } = await openPage(browser, { path, frames: true });
    await page.click("[data-action=toggle]");
    await frames(page, 60);
    await page.click("[data-action=toggle]");
    await handle(page, "figure.seek(0)");
    const straight = [JSON.stringify(await snapshot(page))];
    for (let step = 0; step < 60; step++) {
      await handle(page, "figure.step()");
      straight.push(JSON.stringify(await snapshot(page)));
    }
    const slider = page.locator("[data-timeline]");
    assert.equal(await slider.getAttribute("max"), "60");
    for (let round = 0; round < 100; round++) {
      const to = [17, (round * 37) % 61, 60, (round * 53 + 7) % 61][round % 4];
      await slider.fill(String(to));
      assert.equal(JSON.stringify(await snapshot(page)), straight[to], `step ${to}`);
      assert.match(await page.textContent("[data-time]"), new RegExp(` ${to} of 60$`));
    }
    await slider.focus();
    await page.keyboard.press("Home");
    assert.equal(JSON.stringify(await snapshot(page)), straight[0]);
    await page.keyboard.press("End");
    await page.keyboard.press(",");
    assert.equal(JSON.stringify(await snapshot(page)), straight[59]);
    await page.keyboard.press(".");
    assert.equal(JSON.stringify(await snapshot(page)), straight[60]);
    await page.click("[data-action=toStart]");
    assert.ok(await page.isDisabled("[data-action=stepBack]"));
    await page.click("[data-action=toEnd]");
    assert.equal(JSON.stringify(await snapshot(page)), straight[60]);
    assert.deepEqual(problems, []);
  });
}

test("a branch is another run, the first stays as a ghost, and the address leads to it", async () => {
  const { page, problems } = await openPage(browser, { path: WELL, frames: true });
  await handle(page, "figure.play()");
  await frames(page, 30);
  await handle(page, "figure.pause()");
  const ghosts = async () => (await handle(page, 'figure.drawing("curve")')).marks.filter((it) => it.sign === "ghost");
  assert.equal((await ghosts()).length, 0);
  const first = await handle(page, "(figure.seek(10), figure.snapshot())");
  await page.fill("#learning_rate", "0.25");
  await page.press("#learning_rate", "Enter");
  assert.deepEqual(
    { ...(await snapshot(page)), next: 0 }, { ...first, next: 0 }, "up to here it is the first run",
  );
  assert.match(await page.textContent("[data-time]"), /10 of 10/);
  assert.ok((await ghosts()).length > 0);
  await handle(page, "figure.play()");
  await frames(page, 20);
  await handle(page, "figure.pause()");
  const branch = await snapshot(page);
  assert.ok(await page.isVisible("[data-action=toRose]"), "so large a step climbs");
  await page.click("[data-action=toRose]");
  assert.match(await sentence(page), /higher up than before/);

  const again = await openPage(browser, { path: new URL(page.url()).search, frames: true });
  await handle(again.page, "figure.play()");
  await frames(again.page, 30);
  await handle(again.page, "figure.pause()");
  assert.deepEqual(await snapshot(again.page), branch);
  await page.click("[data-action=reset]");
  assert.equal((await ghosts()).length, 0);
  assert.deepEqual([...problems, ...again.problems], []);
});

test("the last change of any control is taken back, with the moment it was made in", async () => {
  const { page, problems } = await openPage(browser, { path: WELL, frames: true });
  assert.ok(await page.isDisabled("[data-action=undo]"));
  for (let step = 0; step < 5; step++) await handle(page, "figure.step()");
  const before = [await snapshot(page), await handle(page, "figure.experiment()")];
  await page.selectOption("#theme", "dark");
  await page.focus("[data-slider=learning_rate]");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.focus("[data-view=curve]");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  assert.equal((await snapshot(page)).iteration, 0);
  await page.keyboard.press("Control+z");
  assert.equal((await handle(page, "figure.experiment()")).edits.length, 1);
  await page.click("[data-action=undo]");
  assert.deepEqual([await snapshot(page), await handle(page, "figure.experiment()")], before);
  assert.equal(await page.inputValue("#theme"), "dark");
  await page.click("[data-action=undo]");
  assert.equal(await page.inputValue("#theme"), "auto");
  assert.ok(await page.isDisabled("[data-action=undo]"));
  assert.deepEqual(problems, []);
});

test("each address leads to its scene, and each scene has an address", async () => {
  for (const [path, scene, mode] of [
    ["", "derivative", "line"],
    ["?theme=dark", "derivative", "line"],
    ["?scene=derivative&start=1.2", "derivative", "line"],
    ["?scene=gradient", "gradient", "plane"],
    ["?function=wavy", "descent", "line"],
    ["?scene=neuron&learning_rate=0.1", "neuron", "neuron"],
    ["?scene=network", "network", "network"],
    ["?seed=3", "network", "network"],
    ["?weight=3", "network", "network"],
    ["?scene=network&function=wavy", "descent", "line"],
  ]) {
    const { page, problems } = await openPage(browser, { path, frames: true });
    const shown = (page) => handle(page, "[figure.state().scene.id, figure.state().scene.mode, figure.experiment()]");
    const first = await shown(page);
    assert.deepEqual(first.slice(0, 2), [scene, mode], path);
    assert.equal(await page.textContent("[data-problem]"), "", path);
    const again = await openPage(browser, { path: `?${await handle(page, "figure.state().query")}`, frames: true });
    assert.deepEqual(await shown(again.page), first, "the address leads back");
    assert.deepEqual([...problems, ...again.problems], []);
  }
  const { page } = await openPage(browser, { path: "", frames: true });
  for (const scene of ["gradient", "descent", "neuron", "network", "derivative"]) {
    await page.click(`[data-scene=${scene}]`);
    assert.equal(await page.getAttribute(`[data-scene=${scene}][aria-pressed]`, "aria-pressed"), "true");
    assert.equal(await handle(page, "figure.state().scene.id"), scene);
  }
  await page.click("[data-action=more]");
  await page.selectOption("[data-functions]", "wavy");
  assert.equal(await handle(page, "figure.state().scene.id"), "derivative", "a free change keeps the scene");
});

/** Where a snapshot's ball is, on a function or over weight and bias. */
const at = ({ x, parameters }) => x ?? parameters;

const HANDS = {
  async mouse(page, view, y) {
    const [from] = at(await snapshot(page));
    const [a, b] = [await place(page, view, from, y), await place(page, view, 1.2, y)];
    await page.mouse.move(a.x, a.y);
    await page.mouse.down();
    await page.mouse.move(b.x, b.y, { steps: 5 });
    await page.mouse.up();
  },
  async touch(page, view, y) {
    const { x, y: top } = await place(page, view, 1.2, y);
    await page.touchscreen.tap(x, top);
  },
  async keyboard(page, view) {
    await page.focus(`[data-view=${view}]`);
    for (let press = 0; press < 400; press++) {
      const [x] = at(await snapshot(page));
      if (x === 1.2) return;
      const far = Math.abs(x - 1.2) > 0.105;
      await page.keyboard.press(`${far ? "" : "Shift+"}${x < 1.2 ? "ArrowRight" : "ArrowLeft"}`);
    }
  },
};

const cell = (page, key) => page.locator(`[data-figures] [data-number=${key}] dd`).getAttribute("data-value").then(Number);

/** The first states of what the page's address asks for, as the command line computes them. */
async function traced(page, steps = 0) {
  const query = await handle(page, "figure.state().query");
  return trace(`?${query}`, steps);
}

for (const [scene, view] of [["derivative", "curve"], ["descent", "curve"], ["gradient", "map"]]) {
  for (const [hand, bring] of Object.entries(HANDS)) {
    test(`${scene}: by ${hand} the ball comes to x = 1.20, and all numbers agree`, async () => {
      const { page, problems } = await openPage(browser, { path: `?scene=${scene}`, hasTouch: true, frames: true });
      await bring(page, view, 2);
      const { x, gradient, value } = await snapshot(page);
      assert.equal(x[0], 1.2);
      assert.deepEqual([await cell(page, "x"), await cell(page, "height")], [x[0], value]);
      assert.equal(await cell(page, scene === "gradient" ? "slope_x" : "slope"), gradient[0]);
      const [first] = await traced(page);
      assert.deepEqual([first.parameters, first.loss, first.gradient], [x, value, gradient]);
      const said = await sentence(page);
      // With smaller steps there are more digits.
      assert.match(said, scene === "gradient" ? /\(x, y\) = \(1\.20/ : /x = 1\.200? the slope is \+0\.712/);
      const { marks, plot } = await handle(page, `figure.drawing("${view}")`);
      const unit = (axis) => (plot.to[axis] - plot.from[axis]) / (plot["xy"[axis]][1] - plot["xy"[axis]][0]);
      const lines = marks.filter((it) => it.kind === "line" && it.sign === "slope" && it.size > 2);
      const [from, to] = lines.at(view === "map" ? 0 : -1).points;
      const [right, up] = [(to[0] - from[0]) / unit(0), (from[1] - to[1]) / unit(1)];
      const [rise, run] = view === "map" ? [gradient[1], gradient[0]] : [gradient[0], 1];
      assert.ok(Math.abs(up * run - rise * right) <= 0.02 * Math.hypot(up, right) * Math.hypot(rise, run) + 0.005, "the line drawn");
      assert.deepEqual(problems, []);
    });
  }
}

const NEURON_HANDS = {
  ...HANDS,
  async "the slider"(page) {
    await page.getByRole("slider", { name: "weight", exact: true }).focus();
    for (let press = 0; press < 400 && at(await snapshot(page))[0] !== 1.2; press++) await page.keyboard.press("ArrowRight");
  },
};

for (const [hand, bring] of Object.entries(NEURON_HANDS)) {
  test(`neuron: by ${hand} the weight comes to 1.20, and all numbers agree`, async () => {
    const { page, problems } = await openPage(browser, { path: "?scene=neuron", hasTouch: true, frames: true });
    await bring(page, "map", 0.5);
    const { parameters, gradient, next, batch_loss: loss } = await snapshot(page);
    const [weight, bias] = parameters;
    assert.equal(weight, 1.2);
    assert.equal(bias, hand === "mouse" || hand === "touch" ? 0.5 : 1.5);
    const table = ["neuron_weight", "neuron_bias", "cost", "slope_weight", "slope_bias", "step_weight", "step_bias"];
    assert.deepEqual(
      await Promise.all(table.map((key) => cell(page, key))),
      [weight, bias, loss, ...gradient, next[0] - weight, next[1] - bias],
    );
    const [first] = await traced(page);
    assert.deepEqual([first.parameters, first.batch_loss, first.gradient], [parameters, loss, gradient]);
    const sliders = page.locator(".found input");
    for (const [index, [value, low]] of [[weight, -2.7], [bias, -2]].entries()) {
      assert.equal(Number(await sliders.nth(index).inputValue()), Math.round((value - low) * 100));
      assert.equal(Number(await sliders.nth(index).getAttribute("aria-valuetext")), value);
    }
    const number = (value) => `${value < 0 ? "−" : "+"}${Math.abs(value).toPrecision(3)}`;
    const said = await sentence(page);
    assert.ok(said.startsWith(`At weight 1.20, bias ${bias.toPrecision(3)} the neuron is wrong by ${loss.toPrecision(3)} (mean squared error)`), said);
    assert.ok(said.includes(`gradient is (${gradient.map(number).join(", ")})`), said);
    // The line goes through the neuron's answers.
    const { marks, plot } = await handle(page, 'figure.drawing("boundary")');
    const value = (axis, at) => plot["xy"[axis]][0] + (axis ? plot.to[1] - at : at - plot.from[0]) / (plot.to[axis] - plot.from[axis]) * (plot["xy"[axis]][1] - plot["xy"[axis]][0]);
    const line = marks.findLast((it) => it.kind === "line" && it.sign === "ball").points;
    for (const [x, y] of [line[0], line.at(-1)]) assert.ok(Math.abs(value(1, y) - (weight * value(0, x) + bias)) < 0.01, "the line drawn");
    assert.deepEqual(problems, []);
  });
}

test("the second point comes closer until the secant is the tangent", async () => {
  const { page, problems } = await openPage(browser, { path: "?scene=derivative&start=1.2", frames: true });
  await page.focus("[data-slider=secant]");
  await page.keyboard.press("End");
  const f = (x) => x ** 4 - 3 * x ** 2 + x;
  let last = Infinity;
  for (;;) {
    const h = Number(await page.inputValue("#secant"));
    if (!h) break;
    const between = (f(1.2 + h) - f(1.2)) / h;
    const said = Number((await sentence(page)).match(/= ([+−][\d.]+)\.$/)[1].replace("−", "-"));
    assert.ok(Math.abs(said - between) <= 0.006 * Math.abs(between), `${h}: ${said}, ${between}`);
    assert.ok(Math.abs(said - 0.712) < last, "nearer and nearer to the slope");
    last = Math.abs(said - 0.712);
    await page.keyboard.press("ArrowLeft");
  }
  assert.ok(last < 0.01, `${last}`);
  assert.deepEqual(problems, []);
});

for (const [scene, path] of [
  ["descent", "?scene=descent"],
  ["neuron", "?scene=neuron"],
  ["network", "?scene=network&batch_size=25&iterations=50"],
]) {
  test(`${scene}: the four steps light one after the other, with the numbers of downhill trace`, async () => {
    const { page, problems } = await openPage(browser, { path, frames: true });
    const four = () => page.locator("[data-four] li").evaluateAll((all) => all.map((it) => ({
      lit: it.ariaCurrent === "step",
      values: JSON.parse(it.dataset.values),
      line: it.querySelector("code").textContent,
    })));
    assert.ok(await page.isVisible("[data-four]"));
    const states = await traced(page, 50);
    assert.equal(states.length, 51);
    for (let step = 0; step < 50; step++) {
      const { parameters, gradient } = states[step];
      const next = states[step + 1].parameters;
      for (let part = 0; part < 4; part++) {
        // A network's first part has stages of its own: two layers forward, the cost, and back.
        for (let stage = 0; scene === "network" && part === 0 && stage < 5; stage++) await handle(page, "figure.part()");
        const steps = await four();
        const made = part === 3 ? step + 1 : step;
        assert.deepEqual(steps.map((it) => it.lit), [0, 1, 2, 3].map((it) => it === part), `step ${step}, part ${part}`);
        assert.deepEqual(steps.map((it) => it.values), [gradient, gradient.map((slope) => -slope), next, [made]]);
        const { x, parameters: here } = await snapshot(page);
        assert.deepEqual(x ?? here, part === 3 ? next : parameters);
        if (scene === "network") {
          // Ten steps for 240 samples: the last has what is left of them.
          assert.equal(steps[3].line, `epoch ${states[made].epoch + 1}: ${25 * (made % 10)} of 240 samples seen`);
          assert.match(steps[0].line, new RegExp(`mean of ${step % 10 === 9 ? 15 : 25};`));
        }
        if (part === 3) await page.click("[data-action=part]");
        else await handle(page, "figure.part()");
      }
    }
    assert.match(await page.textContent("[data-four]"), /Stop: all 50 steps are made/);
    assert.deepEqual(problems, []);
  });
}

/** Runs in the page: which training samples are drawn small, and around which there are rings. */
function drawnSamples(count) {
  const { marks } = document.querySelector("downhill-figure").figure.drawing("boundary");
  const all = marks.filter(({ kind, sign }) => /^class/.test(sign) && (kind === "circle" || kind === "polygon")).slice(0, count);
  const spread = (axis) => ({ points }) => Math.max(...points.map((at) => at[axis])) - Math.min(...points.map((at) => at[axis]));
  const size = (mark) => (mark.kind === "circle" ? mark.size : spread(0)(mark));
  const numbers = (wanted) => all.flatMap((mark, sample) => (wanted(mark) ? [sample] : []));
  const middle = ({ points }) => [0, 1].map((axis) => (Math.max(...points.map((at) => at[axis])) + Math.min(...points.map((at) => at[axis]))) / 2);
  const rings = marks.filter(({ kind, sign }) => kind === "circle" && sign === "step");
  // A disc's radius, a triangle's and a square's width, beside the radius of a ring.
  const usual = { "class-1": 1 / 2.1, "class-2": 2.3 / 2.1, "class-3": 1.8 / 2.1 };
  return {
    small: numbers((mark) => size(mark) < 0.7 * usual[mark.sign] * (rings[0]?.size ?? 0)),
    rings: rings.length,
    ringed: numbers((mark) => rings.some(({ points: [at] }) => Math.hypot(at[0] - middle(mark)[0], at[1] - middle(mark)[1]) < 2)),
  };
}

for (const [size, steps] of [[1, [0, 1, 100, 239, 240, 245]], [10, [0, 1, 12, 23, 24, 30]], ["full", [0, 1, 2]]]) {
  test(`an epoch with a batch size of ${size}: visited, next and still to come are seen and said`, async () => {
    const { page, problems } = await openPage(browser, { path: `?scene=network&batch_size=${size}`, frames: true });
    assert.equal(await page.inputValue("#batch_size:visible"), String(size));
    let [epoch, visited] = [0, []];
    for (let step = 0; step <= steps.at(-1); step++) {
      const now = await snapshot(page);
      if (now.epoch !== epoch) {
        assert.deepEqual(visited.sort((a, b) => a - b), [...Array(240).keys()], "each was seen once");
        [epoch, visited] = [now.epoch, []];
      }
      if (steps.includes(step)) {
        const { small, rings, ringed } = await page.evaluate(drawnSamples, 240);
        const all = size === "full";
        assert.deepEqual(small, [...Array(240).keys()].filter((it) => !visited.includes(it) && !now.batch.includes(it)), `step ${step}`);
        assert.equal(rings, all ? 0 : now.batch.length);
        assert.ok(all || now.batch.every((sample) => ringed.includes(sample)), `step ${step}`);
        const said = await page.textContent("[data-note=visits]");
        if (all) assert.match(said, /sees all 240 samples: one step is one epoch/);
        else if (epoch && !visited.length) assert.match(said, /^All 240 seen: epoch 1 is complete\..*first \d+ of epoch 2/);
        else assert.match(said, new RegExp(`^Epoch ${epoch + 1}: ${visited.length} of 240 samples seen. Ringed: the ${small.length ? "next" : "last"} ${size}`));
        const { width, dark, soon } = await page.locator("[data-visits]").evaluate((it) => ({
          width: it.clientWidth,
          dark: Number(it.style.getPropertyValue("--seen")),
          soon: Number(it.style.getPropertyValue("--soon")),
        }));
        assert.ok(width > 100);
        assert.deepEqual([dark, soon], [visited.length / 240, (visited.length + now.batch.length) / 240]);
      }
      visited.push(...now.batch);
      await handle(page, "figure.step()");
    }
    assert.deepEqual(problems, []);
  });
}

test("it stops after the number of steps, on level ground and when numbers end, and says which", async () => {
  for (const [path, iteration, said] of [
    ["?scene=descent", 50, /all 50 steps/],
    ["?function=square&start=3&learning_rate=0.4&iterations=500", null, /gradient is as good as 0/],
    ["?function=quartic&start=3&learning_rate=1&iterations=500", null, /cannot be computed/],
  ]) {
    const { page, problems } = await openPage(browser, { path, frames: true });
    await page.click("[data-action=toggle]");
    await frames(page, 120);
    assert.equal(await handle(page, "figure.state().playback.playing"), false, path);
    assert.match(await page.textContent("[data-four]"), said);
    if (iteration) assert.equal((await snapshot(page)).iteration, iteration);
    assert.deepEqual(problems, []);
  }
});

test("with less motion asked for, play is one step, and the page says so", async () => {
  const { page } = await openPage(browser, { path: "", reducedMotion: "reduce", frames: true });
  assert.ok(await page.isVisible(".reduced"));
  await page.click("[data-action=toggle]");
  await frames(page, 20);
  assert.equal((await snapshot(page)).iteration, 1);
});

for (const [name, [width, height]] of Object.entries({ laptop: [1440, 900], projector: [1920, 1080], phone: [390, 844] })) {
  test(`at ${width}×${height} each scene has its place`, async () => {
    for (const [scene, more] of [["derivative", "&secant=0.5"], ["gradient", ""], ["descent", ""], ["neuron", ""], ["network", "&batch_size=10"]]) {
      const { page } = await openPage(browser, { path: `?scene=${scene}${more}`, viewport: { width, height }, frames: true });
      for (const moment of ["at the start", "later"]) {
        assert.deepEqual(await layoutProblems(page), [], `${scene} ${moment}`);
        assert.deepEqual(await page.evaluate(canvasProblems), [], `${scene} ${moment}`);
        await screenshot(page, `scene-${scene}-${name}`);
        for (let step = 0; step < 4; step++) await page.click("[data-action=step]");
      }
      const bar = await page.locator("[data-action=toggle]").boundingBox();
      assert.ok(bar.y + bar.height <= height, `${scene}: play is in sight`);
    }
  });
}

test("on the projector all four steps are in sight, at the start and later", async () => {
  for (const query of ["scene=descent", "function=himmelblau", "function=himmelblau&basins=true", "scene=neuron", "scene=network"]) {
    const { page } = await openPage(browser, { path: `?${query}&theme=projector`, viewport: { width: 1920, height: 1080 }, frames: true });
    for (let step = 0; step < 12; step += 6) {
      const cut = await page.evaluate(() => {
        const last = shadow().querySelector(".four li:last-child");
        return last.getBoundingClientRect().bottom - last.closest(".facts").getBoundingClientRect().bottom;
      });
      assert.ok(cut <= 0, `${query}, after ${step} steps: ${cut} px too low`);
      for (let more = 0; more < 6; more++) await page.click("[data-action=step]");
    }
  }
});

test("every control and every coloured word in sight says in a sentence what it is", async () => {
  for (const scene of ["derivative", "gradient", "descent", "neuron", "network"]) {
    const { page } = await openPage(browser, { path: `?scene=${scene}&batch_size=10`, frames: true });
    await page.click("[data-action=more]");
    const controls = page.locator(".bar :is(button, input, select):visible, .head select:visible, [data-enlarge]:visible, [data-turn]:visible");
    const silent = await controls.evaluateAll((all) => all.filter((it) => !it.closest("[title]")?.title).map((it) => it.outerHTML));
    assert.deepEqual(silent, [], scene);
    const mute = await page.locator("[data-key]:visible").evaluateAll((all) => all.filter((it) => !it.getAttribute("aria-description")).map((it) => it.outerHTML));
    assert.deepEqual(mute, [], scene);
    const words = page.locator(":is([data-sentence], [data-four], [data-figures], [data-note=visits]) .sign:not(.warning):visible");
    assert.ok((await words.count()) > 2, scene);
    assert.deepEqual(await words.evaluateAll((all) => all.filter((it) => !it.title).map((it) => it.outerHTML)), [], scene);
  }
});

test("nobody is kept out of a scene: axe finds no fault", async () => {
  for (const scene of ["derivative", "gradient", "descent", "neuron"]) {
    const { page } = await openPage(browser, { path: `?scene=${scene}` });
    await page.click("[data-action=more]");
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]), [], scene);
  }
});

test("neuron: what one chooses is said rightly, and what does not fit is told", async () => {
  const { page, problems } = await openPage(browser, { path: "?scene=neuron&learning_rate=0.1", frames: true });
  const { parameters, gradient, next } = await snapshot(page);
  assert.deepEqual(parameters, [-0.5, 1.5], "the rest is the scene's");
  assert.deepEqual(next, parameters.map((at, index) => at - 0.1 * gradient[index]));
  assert.match(await page.textContent("[data-four]"), /step size × gradient/);
  for (const text of ["What you choose", "What the machine finds", "The neuron’s line"]) assert.ok(await page.getByText(text, { exact: true }).isVisible(), text);
  const squares = async () => {
    const { marks, plot } = await handle(page, 'figure.drawing("boundary")');
    const unit = (plot.to[1] - plot.from[1]) / (plot.y[1] - plot.y[0]);
    const all = marks.filter((it) => it.kind === "polygon" && it.sign === "slope");
    return all.map(({ points: [a, b, c] }) => Math.abs((c[1] - b[1]) * (b[0] - a[0])) / unit ** 2);
  };
  // While they all fit into the picture, their areas are what the cost is the mean of.
  for (let step = 0; step < 10; step++) await handle(page, "figure.step()");
  const areas = await squares();
  const { batch_loss: mean } = await snapshot(page);
  assert.equal(areas.length, 24);
  assert.ok(Math.abs(areas.reduce((sum, it) => sum + it) / 24 - mean) < 0.02 * mean, `${mean}: ${areas}`);
  for (const [cost, said, many] of [["absolute_error", "mean absolute error", 0], ["huber", "mean Huber error", 0], ["half_squared_error", "half mean squared error", 24]]) {
    await page.selectOption("#cost", cost);
    assert.ok((await sentence(page)).includes(`(${said})`), cost);
    assert.ok((await page.textContent("[data-note=boundary_note]")).includes(said), cost);
    assert.equal((await squares()).length, many, cost);
  }
  await page.selectOption("#data", "petals");
  assert.equal(await handle(page, "figure.state().scene.id"), "neuron");
  await handle(page, "figure.play()");
  await frames(page, 60);
  const { iteration, batch_loss: loss } = await snapshot(page);
  assert.equal(iteration, 50);
  assert.ok(loss < 0.2, `the step size suits the data: ${loss}`);
  assert.deepEqual(await page.locator("#data option").allTextContents(), ["nebulae", "petals", "sunspots", "co2"]);
  const before = await snapshot(page);
  await page.evaluate(() => { try { document.querySelector("downhill-figure").figure.set("data", "iris"); } catch (error) { document.title = error.message; } });
  assert.match(await page.title(), /one input and one value/);
  assert.deepEqual(await snapshot(page), before);
  const other = await openPage(browser, { path: "?scene=neuron&data=penguins", frames: true });
  assert.match(await other.page.textContent("[data-problem]"), /one input and one value/);
  assert.equal(await handle(other.page, "figure.state().scene.id"), "neuron");
  assert.deepEqual([...problems, ...other.problems], []);
});
