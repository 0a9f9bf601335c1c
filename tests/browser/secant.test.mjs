// The secant's second point is pulled closer by hand until the secant is the tangent. Its numbers:
// crates/app/tests/all/secant.rs.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { canvasProblems, handle, laidOut, launch, layoutProblems, openPage, place, screenshot, sentence, sweep } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const f = (x) => x ** 4 - 3 * x ** 2 + x;
const at = (page, x) => place(page, "curve", x, f(x));

/** Drags by mouse or by touch, which the browser's own protocol brings. */
const HANDS = {
  async mouse(page, from) {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    return {
      to: ({ x, y }) => page.mouse.move(x, y, { steps: 3 }),
      end: () => page.mouse.up(),
    };
  },
  async touch(page, from) {
    const hand = await page.context().newCDPSession(page);
    const touch = (type, points) => hand.send("Input.dispatchTouchEvent", { type, touchPoints: points });
    await touch("touchStart", [from]);
    return {
      async to(point) {
        await touch("touchMove", [point]);
        // The browser passes moves on once a frame of its own.
        await laidOut(page);
      },
      async end() {
        await touch("touchEnd", []);
        await laidOut(page);
      },
    };
  },
};

sweep("by mouse and by touch the second point comes closer until there is the tangent alone", async () => {
  const { page, problems } = await openPage(browser, { path: "?scene=derivative&start=0.5&secant=1", hasTouch: true, frames: true });
  const secant = async () => Number(await handle(page, "figure.state().controls.secant"));
  const start = await handle(page, "figure.snapshot()");
  for (const [name, take] of Object.entries(HANDS)) {
    const hand = await take(page, await at(page, 0.5 + (await secant())));
    for (const h of [0.8, 0.2]) {
      await hand.to(await at(page, 0.5 + h));
      assert.ok(Math.abs((await secant()) - h) <= 0.011, `${name}: ${await secant()}, ${h}`);
      assert.match(await sentence(page), /between the two points.*= [+−][\d.]+\.$/);
    }
    await screenshot(page, `secant-${name}`);
    await hand.to(await at(page, 0.505));
    assert.equal(await secant(), 0);
    assert.doesNotMatch(await sentence(page), /between the two points/);
    // Not yet let go, it can be pulled out again.
    await hand.to(await at(page, 1.1));
    assert.ok(Math.abs((await secant()) - 0.6) <= 0.011);
    await hand.end();
    // Asked of the page itself: what the browser reports of its address comes a little later.
    assert.match(await page.evaluate(() => location.href), /secant=0\.(6|59|61)$/);
    assert.deepEqual(await handle(page, "figure.snapshot()"), start, "the ball has not moved");
    // Another hold takes the ball, and the second point goes with it.
    const again = await take(page, await at(page, 0.5));
    await again.to(await at(page, 0.2));
    await again.end();
    assert.ok(Math.abs((await handle(page, "figure.snapshot()")).x[0] - 0.2) <= 0.011, name);
    await page.click("[data-action=undo]");
    assert.deepEqual(await handle(page, "figure.snapshot()"), start);
  }
  assert.deepEqual(problems, []);
});

for (const [name, [width, height]] of Object.entries({ laptop: [1440, 900], projector: [1920, 1080], phone: [390, 844] })) {
  sweep(`at ${width}×${height} the secant's numbers have their place`, async () => {
    const { page } = await openPage(browser, { path: `?scene=derivative&secant=1${name === "projector" ? "&theme=projector" : ""}`, viewport: { width, height } });
    if (name === "phone") await page.click("[data-tab=facts]");
    assert.deepEqual(await layoutProblems(page), []);
    assert.deepEqual(await page.evaluate(canvasProblems), []);
    await screenshot(page, `secant-${name}`);
  });
}
