// The work that all trainers do: the same points, the same first weights, the same order.
// Networks have tanh everywhere; the loss is ½ (out − target)², the mean of a batch's
// samples; plain gradient descent with a learning rate of 0.03.

export const LEARNING_RATE = 0.03;
const EPOCHS = 100;

/** What is measured: `count` is how much one unit of it counts in `unit`s. */
export const WORKS = [
  train("W1", [2, 4, 2, 1], 250, 10),
  train("W2", [2, 8, 8, 8, 1], 250, 10),
  train("W3", [2, 32, 32, 1], 256, 32),
  grid("W4", [2, 8, 8, 8, 1], 100),
  slice("W5", [2, 8, 8, 8, 1], 250, 41),
];

function train(id, sizes, n, batch) {
  const name = `train ${sizes.join("-")}, batches of ${batch} of ${n} points`;
  const start = { sizes, batch, epochs: EPOCHS, points: circles(n), weights: weights(sizes) };
  return { id, kind: "train", name, unit: "samples/s", count: EPOCHS * n, ...start };
}

/** The network's answers on a square grid, with its first weights. */
function grid(id, sizes, side) {
  const places = Array.from({ length: side }, (_, index) => -1 + (2 * index) / (side - 1));
  const name = `answers of ${sizes.join("-")} on ${side}×${side} places`;
  const start = { sizes, batch: 10, points: circles(250), weights: weights(sizes), places };
  return { id, kind: "grid", name, unit: "answers/s", count: side * side, ...start };
}

/** The loss over two weights, all others as they are at first. */
function slice(id, sizes, n, side) {
  const values = Array.from({ length: side }, (_, index) => -3 + (6 * index) / (side - 1));
  const name = `loss of ${sizes.join("-")} over two weights, ${side}×${side} values × ${n} points`;
  // Two weights of the first layer, of different units: no layer stays as it is.
  const start = { sizes, batch: n, points: circles(n), weights: weights(sizes), values, along: [0, 3] };
  return { id, kind: "slice", name, unit: "losses/s", count: side * side, ...start };
}

/** SplitMix-like numbers from 0 to below 1, the same everywhere. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** n points of two circles: inside is 1, around it −1. */
function circles(n) {
  const next = random(1);
  const inputs = new Float64Array(2 * n);
  const targets = new Float64Array(n);
  for (let point = 0; point < n; point++) {
    const inside = point % 2 === 0;
    const radius = inside ? 0.5 * next() : 0.7 + 0.3 * next();
    const angle = 2 * Math.PI * next();
    inputs[2 * point] = radius * Math.sin(angle);
    inputs[2 * point + 1] = radius * Math.cos(angle);
    targets[point] = inside ? 1 : -1;
  }
  return { n, inputs, targets };
}

/** Layer by layer W [out][in], uniform in ±0.5, then b, 0.1. */
function weights(sizes) {
  const next = random(2);
  const all = [];
  for (let layer = 1; layer < sizes.length; layer++) {
    for (let weight = 0; weight < sizes[layer - 1] * sizes[layer]; weight++) all.push(next() - 0.5);
    for (let unit = 0; unit < sizes[layer]; unit++) all.push(0.1);
  }
  return Float64Array.from(all);
}

/** Calls `set(layer, unit, input, value)` for each weight, `input` −1 for a bias. */
export function eachWeight(sizes, flat, set) {
  let at = 0;
  for (let layer = 1; layer < sizes.length; layer++) {
    for (let unit = 0; unit < sizes[layer]; unit++) {
      for (let input = 0; input < sizes[layer - 1]; input++) set(layer, unit, input, flat[at++]);
    }
    for (let unit = 0; unit < sizes[layer]; unit++) set(layer, unit, -1, flat[at++]);
  }
}

/** The sum of an array of numbers. */
export function sum(numbers) {
  let total = 0;
  for (let index = 0; index < numbers.length; index++) total += numbers[index];
  return total;
}

/** The mean loss of a trainer that answers one point at a time. */
export function loss({ points }, answer) {
  let sum = 0;
  for (let point = 0; point < points.n; point++) {
    const error = answer(points.inputs[2 * point], points.inputs[2 * point + 1], point) - points.targets[point];
    sum += 0.5 * error * error;
  }
  return sum / points.n;
}

/**
 * What one unit of grid or slice is for such a trainer: `answer(x, y, point)` answers, and
 * `set(weight, value)` sets one of the first layer's two weights. Returns the sum of all
 * answers or losses.
 */
export function evaluate(work, answer, set) {
  let sum = 0;
  if (work.kind === "grid") {
    for (const y of work.places) for (const x of work.places) sum += answer(x, y);
  } else {
    for (const y of work.values) {
      set(work.along[1], y);
      for (const x of work.values) {
        set(work.along[0], x);
        sum += loss(work, answer);
      }
    }
  }
  return sum;
}
