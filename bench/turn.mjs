// One trainer at one work, by turns.
import { WORKS } from "./work.mjs";

export const TRAINERS = ["downhill", "convnetjs", "brain", "tensorflow", "plain"];

/** Warms a trainer up. `turn()` works for so many milliseconds and says how fast it was. */
export async function start(id, workId, warmUp) {
  const work = WORKS.find((work) => work.id === workId);
  const { name, trainer } = await import(`./trainers/${id}.mjs`);
  const it = trainer(work);
  const turn = (milliseconds) => {
    const start = performance.now();
    let units = 0;
    let time;
    do {
      it.unit();
      units++;
      time = performance.now() - start;
    } while (time < milliseconds);
    return { rate: (1000 * units * work.count) / time, result: it.result() };
  };
  turn(warmUp);
  return { name, turn };
}

// In a process of its own: asked for turns by its parent, one at a time.
if (globalThis.process?.send) {
  const [id, workId, warmUp] = process.argv.slice(2);
  const { name, turn } = await start(id, workId, Number(warmUp));
  process.on("message", (milliseconds) => process.send(turn(milliseconds)));
  process.send({ name });
}
