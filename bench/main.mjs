// All trainers at all works, by turns: `cargo xtask bench` calls it. What other
// programs do to the machine meanwhile hits every trainer alike.
import { fork } from "node:child_process";
import os from "node:os";
import { WORKS } from "./work.mjs";
import { TRAINERS } from "./turn.mjs";

const ROUNDS = 9;
const WARM_UP = 700;
const TURN = 200;

/** A trainer in a process of its own. */
async function process_(id, workId) {
  const child = fork(new URL("turn.mjs", import.meta.url), [id, workId, WARM_UP]);
  const answer = () =>
    new Promise((resolve, reject) => {
      child.once("message", resolve);
      child.once("exit", () => reject(new Error(`${id} ended at ${workId}`)));
    });
  const { name } = await answer();
  return {
    name,
    turn: () => (child.send(TURN), answer()),
    stop: () => child.removeAllListeners("exit").kill(),
  };
}

/** A trainer on a page of its own. */
async function page(browser, id, workId) {
  const page = await browser.newPage();
  await page.goto(new URL("bench/page.html", process.env.DOWNHILL_URL).href);
  const name = await page.evaluate(
    async ([id, workId, warmUp]) => {
      const { start } = await import("./turn.mjs");
      window.it = await start(id, workId, warmUp);
      return window.it.name;
    },
    [id, workId, WARM_UP],
  );
  return {
    name,
    turn: () => page.evaluate((turn) => window.it.turn(turn), TURN),
    stop: () => page.close(),
  };
}

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
const median = (numbers) => sorted(numbers)[numbers.length >> 1];
const short = (number) => number.toPrecision(3).replace(/e\+?/, "e");
const quantity = (number) =>
  number >= 1e6 ? `${short(number / 1e6)} M` : number >= 1e3 ? `${short(number / 1e3)} k` : short(number);

const inBrowser = process.argv.includes("--browser");
const browser = inBrowser && (await (await import("../tests/browser/support.mjs")).launch());
const [{ model }] = os.cpus();
console.log(`${inBrowser ? `Chromium ${browser.version()}` : `Node ${process.version}`}, ${model}, ${os.cpus().length} cores, ${process.platform}`);
console.log(`${ROUNDS} rounds of ${TURN} ms in turn; medians, (slowest … fastest round)`);
for (const work of WORKS) {
  const trainers = [];
  for (const id of TRAINERS) {
    trainers.push(await (inBrowser ? page(browser, id, work.id) : process_(id, work.id)));
  }
  const turns = trainers.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, trainer] of trainers.entries()) turns[index].push(await trainer.turn());
  }
  for (const trainer of trainers) await trainer.stop();

  console.log(`\n${work.id}: ${work.name}`);
  const ours = turns[0].map(({ rate }) => rate);
  trainers.forEach(({ name }, index) => {
    const rates = turns[index].map(({ rate }) => rate);
    const [slowest, fastest] = [Math.min(...rates), Math.max(...rates)];
    const ratio = median(ours.map((rate, round) => rate / rates[round]));
    const result = turns[index].at(-1).result.toPrecision(7);
    console.log(
      `  ${name.padEnd(17)} ${quantity(median(rates)).padStart(7)} ${work.unit} (${quantity(slowest)} … ${quantity(fastest)})` +
        (index ? `, Downhill is ${ratio.toFixed(1)} times as fast` : "") +
        `; ${work.kind === "train" ? "final loss" : "mean"} ${result}`,
    );
  });
}
await browser?.close();
