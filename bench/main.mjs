// All trainers at all works, by turns: `cargo xtask bench` calls it. Turns are short and
// many: what other programs do to the machine meanwhile hits every trainer alike.
import { fork } from "node:child_process";
import os from "node:os";
import { WORKS } from "./work.mjs";
import { TRAINERS } from "./turn.mjs";

const ROUNDS = 41;
const WARM_UP = 700;
const TURN = 40;
/** One unit of TensorFlow.js takes many turns of the others: it has one in so many rounds. */
const RARE = 5;

/** A trainer in a process of its own. */
async function ownProcess(id, workId) {
  const child = fork(new URL("turn.mjs", import.meta.url), [id, workId, WARM_UP]);
  let fail;
  const ended = new Promise((_, reject) => (fail = reject));
  child.once("exit", () => fail(new Error(`${id} ended at ${workId}`)));
  ended.catch(() => {}); // it is told to in the end
  const answer = () => Promise.race([new Promise((resolve) => child.once("message", resolve)), ended]);
  const { name } = await answer();
  return { name, turn: () => (child.send(TURN), answer()), stop: () => child.kill() };
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
console.log(`${ROUNDS} rounds of ${TURN} ms in turn; medians, (slowest … fastest turn); ratios of the same round`);
for (const work of WORKS) {
  const trainers = [];
  for (const id of TRAINERS) {
    trainers.push(await (inBrowser ? page(browser, id, work.id) : ownProcess(id, work.id)));
  }
  const turns = trainers.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, trainer] of trainers.entries()) {
      const sitsOut = TRAINERS[index] === "tensorflow" && round % RARE > 0;
      turns[index].push(sitsOut ? undefined : await trainer.turn());
    }
  }
  for (const trainer of trainers) await trainer.stop();

  console.log(`\n${work.id}: ${work.name}`);
  trainers.forEach(({ name }, index) => {
    const taken = turns[index].flatMap((turn, round) => (turn ? [{ ...turn, ours: turns[0][round].rate }] : []));
    const rates = taken.map(({ rate }) => rate);
    const [slowest, fastest] = [Math.min(...rates), Math.max(...rates)];
    const ratio = median(taken.map(({ rate, ours }) => ours / rate));
    const result = taken.at(-1).result.toPrecision(7);
    console.log(
      `  ${name.padEnd(17)} ${quantity(median(rates)).padStart(7)} ${work.unit} (${quantity(slowest)} … ${quantity(fastest)})` +
        (index ? `, Downhill is ${ratio.toFixed(1)} times as fast` : "") +
        `; ${work.kind === "train" ? "final loss" : "mean"} ${result}`,
    );
  });
}
if (browser) await browser.close();
