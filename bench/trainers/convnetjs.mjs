// ConvNetJS. Its regression layer brings a fully connected one along, which is taken out.
import { eachWeight, evaluate, LEARNING_RATE, loss } from "../work.mjs";
import { load } from "../load.mjs";

export const name = "ConvNetJS";

const convnetjs = await load("convnetjs", "convnetjs/build/convnet.js");

export function trainer(work) {
  const { sizes, points, batch, epochs } = work;
  const net = new convnetjs.Net();
  net.makeLayers([
    { type: "input", out_sx: 1, out_sy: 1, out_depth: sizes[0] },
    ...sizes.slice(1).map((size) => ({ type: "fc", num_neurons: size, activation: "tanh" })),
    { type: "regression", num_neurons: 1 },
  ]);
  net.layers.splice(net.layers.length - 2, 1);
  const full = net.layers.filter((layer) => layer.layer_type === "fc");
  const set = (layer, unit, input, value) => {
    const { filters, biases } = full[layer - 1];
    if (input < 0) biases.w[unit] = value;
    else filters[unit].w[input] = value;
  };
  const vol = (x, y) => {
    const it = new convnetjs.Vol(1, 1, 2, 0);
    [it.w[0], it.w[1]] = [x, y];
    return it;
  };
  const vols = Array.from({ length: points.n }, (_, i) => vol(points.inputs[2 * i], points.inputs[2 * i + 1]));
  const targets = Array.from(points.targets, (target) => [target]);
  const answer = (x, y, point) => net.forward(point === undefined ? vol(x, y) : vols[point]).w[0];

  function train() {
    eachWeight(sizes, work.weights, set);
    const options = { method: "sgd", learning_rate: LEARNING_RATE, momentum: 0, batch_size: batch };
    const trainer = new convnetjs.SGDTrainer(net, options);
    for (let epoch = 0; epoch < epochs; epoch++) {
      for (let point = 0; point < points.n; point++) trainer.train(vols[point], targets[point]);
    }
  }

  let result = 0;
  return {
    unit: work.kind === "train" ? train : () => {
      eachWeight(sizes, work.weights, set);
      result = evaluate(work, answer, (weight, value) => set(1, weight >> 1, weight & 1, value));
    },
    result: () => (work.kind === "train" ? loss(work, answer) : result / work.count),
  };
}
