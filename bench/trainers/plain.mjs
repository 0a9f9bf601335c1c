// A baseline in plain JavaScript: flat typed arrays, one sample at a time.
import { evaluate, LEARNING_RATE, loss } from "../work.mjs";

export const name = "plain JavaScript";

export function trainer(work) {
  const { sizes, points, batch, epochs } = work;
  const theta = Float64Array.from(work.weights);
  const gradient = new Float64Array(theta.length);
  const a = sizes.map((size) => new Float64Array(size));
  const delta = sizes.map((size) => new Float64Array(size));
  const starts = [0];
  for (let layer = 1; layer < sizes.length; layer++) {
    starts.push(starts[layer - 1] + (layer > 1 ? sizes[layer - 1] * (sizes[layer - 2] + 1) : 0));
  }

  function answer(x, y) {
    a[0][0] = x;
    a[0][1] = y;
    for (let layer = 1; layer < sizes.length; layer++) {
      const [from, to, inputs, outputs] = [a[layer - 1], a[layer], sizes[layer - 1], sizes[layer]];
      let at = starts[layer];
      const biases = at + inputs * outputs;
      for (let unit = 0; unit < outputs; unit++) {
        let z = theta[biases + unit];
        for (let input = 0; input < inputs; input++) z += theta[at++] * from[input];
        to[unit] = Math.tanh(z);
      }
    }
    return a[sizes.length - 1][0];
  }

  function back(target) {
    const last = sizes.length - 1;
    const out = a[last][0];
    delta[last][0] = (out - target) * (1 - out * out);
    for (let layer = last; layer > 0; layer--) {
      const [from, to, inputs, outputs] = [a[layer - 1], delta[layer], sizes[layer - 1], sizes[layer]];
      const before = delta[layer - 1];
      let at = starts[layer];
      const biases = at + inputs * outputs;
      if (layer > 1) before.fill(0);
      for (let unit = 0; unit < outputs; unit++) {
        const slope = to[unit];
        gradient[biases + unit] += slope;
        for (let input = 0; input < inputs; input++, at++) {
          gradient[at] += slope * from[input];
          if (layer > 1) before[input] += slope * theta[at];
        }
      }
      if (layer > 1) {
        for (let input = 0; input < inputs; input++) before[input] *= 1 - from[input] * from[input];
      }
    }
  }

  function train() {
    theta.set(work.weights);
    for (let epoch = 0; epoch < epochs; epoch++) {
      for (let start = 0; start < points.n; start += batch) {
        const end = Math.min(start + batch, points.n);
        gradient.fill(0);
        for (let point = start; point < end; point++) {
          answer(points.inputs[2 * point], points.inputs[2 * point + 1]);
          back(points.targets[point]);
        }
        const rate = LEARNING_RATE / (end - start);
        for (let weight = 0; weight < theta.length; weight++) theta[weight] -= rate * gradient[weight];
      }
    }
  }

  let result = 0;
  return {
    unit: work.kind === "train" ? train : () => {
      theta.set(work.weights);
      result = evaluate(work, answer, (weight, value) => (theta[weight] = value));
    },
    result: () => (work.kind === "train" ? loss(work, answer) : result / work.count),
  };
}
