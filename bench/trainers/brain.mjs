// brain.js 2. It has no mini-batches: it updates after every sample.
import { eachWeight, evaluate, LEARNING_RATE, loss } from "../work.mjs";
import { load } from "../load.mjs";

export const name = "brain.js 2";

const brain = await load("brain", "brain.js/dist/browser.js", "brain.js");

export function trainer(work) {
  const { sizes, points, epochs } = work;
  const net = new brain.NeuralNetwork({
    inputSize: sizes[0],
    hiddenLayers: sizes.slice(1, -1),
    outputSize: 1,
    activation: "tanh",
  });
  net.initialize();
  const set = (layer, unit, input, value) => {
    if (input < 0) net.biases[layer][unit] = value;
    else net.weights[layer][unit][input] = value;
  };
  const inputs = Array.from({ length: points.n }, (_, i) => [points.inputs[2 * i], points.inputs[2 * i + 1]]);
  const data = inputs.map((input, i) => ({ input, output: [points.targets[i]] }));
  const answer = (x, y, point) => net.run(point === undefined ? [x, y] : inputs[point])[0];
  const options = {
    iterations: epochs,
    learningRate: LEARNING_RATE,
    momentum: 1e-12, // it takes no 0
    errorThresh: 1e-12,
    errorCheckInterval: 1e9,
    activation: "tanh",
  };

  let result = 0;
  return {
    unit: work.kind === "train" ? () => {
      eachWeight(sizes, work.weights, set);
      net.train(data, options);
    } : () => {
      eachWeight(sizes, work.weights, set);
      result = evaluate(work, answer, (weight, value) => set(1, weight >> 1, weight & 1, value));
    },
    result: () => (work.kind === "train" ? loss(work, answer) : result / work.count),
  };
}
