// How many bytes a reader's browser has to fetch.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { launch, openPage } from "./support.mjs";

/** The most that all files of a scene may weigh, in kB of brotli. More wants a reason in BENCHMARKS.md. */
const MOST = 600;

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

/** The files that the page has fetched: addresses and sizes in kB. */
async function fetched(page) {
  const addresses = await page.evaluate(() => [
    location.origin + location.pathname,
    ...[...document.querySelectorAll("link[rel=icon]")].map((icon) => icon.href),
    ...performance.getEntriesByType("resource").map((entry) => entry.name),
  ]);
  const files = [...new Set(addresses)].filter((address) => address.startsWith("http"));
  const bytes = await Promise.all(files.map(async (address) => (await fetch(address)).arrayBuffer()));
  const sizes = files.map((address, index) => [new URL(address).pathname, brotliCompressSync(bytes[index]).length / 1000]);
  const lines = sizes.map(([file, kB]) => `${kB.toFixed(1).padStart(7)} kB  ${file}`);
  const all = sizes.reduce((sum, [, kB]) => sum + kB, 0);
  return { all, table: [...lines, `${all.toFixed(1).padStart(7)} kB  in all, brotli`].join("\n") };
}

for (const address of ["", "?scene=gradient", "?scene=descent", "?scene=neuron", "?scene=network"]) {
  test(`${address || "the page"} weighs up to ${MOST} kB`, async () => {
    const { page, problems } = await openPage(browser, { path: address });
    const { all, table } = await fetched(page);
    console.log(table);
    assert.ok(all <= MOST, `more than ${MOST} kB:\n${table}`);
    assert.deepEqual(problems, []);
    await page.context().close();
  });
}
