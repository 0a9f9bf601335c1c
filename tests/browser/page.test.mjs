// The page as a whole: it loads and the browser has nothing to complain about.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, openPage } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

test("the page loads from any address without a complaint", async () => {
  const { page, problems } = await openPage(browser, { path: "" });
  assert.match(await page.title(), /Downhill/);
  assert.deepEqual(problems, []);
});
