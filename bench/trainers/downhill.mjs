// Downhill: the module that the page loads, with a class `Trainer` beside it.
import { LEARNING_RATE, sum } from "../work.mjs";
import { downhill } from "../load.mjs";

export const name = "Downhill";

const { Trainer } = await downhill();

export function trainer(work) {
  const { sizes, points, batch, epochs, weights } = work;
  const query = new URLSearchParams({
    layers: sizes.slice(1, -1).join("-"),
    activation: "tanh",
    output_activation: "tanh",
    cost: "half_squared_error",
    optimizer: "sgd",
    learning_rate: LEARNING_RATE,
    batch_size: batch,
    standardize: false,
    test_fraction: 0,
  });
  const it = new Trainer(`${query}`, points.inputs, points.targets, weights);
  const grid = work.places && Float32Array.from([
    ...work.places.flatMap(() => work.places),
    ...work.places.flatMap((y) => work.places.map(() => y)),
  ]);
  const values = work.values && Float64Array.from(work.values);
  let result = 0;
  const units = {
    train: () => {
      it.reset();
      it.train((epochs * points.n) / batch);
    },
    grid: () => (result = sum(it.answers(grid))),
    slice: () => (result = sum(it.slice(...work.along, values, values))),
  };
  return {
    unit: units[work.kind],
    result: () => (work.kind === "train" ? it.loss() : result / work.count),
  };
}
