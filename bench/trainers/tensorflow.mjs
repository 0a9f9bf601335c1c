// TensorFlow.js on its processor backend, by its core interface: many samples at a time.
import { LEARNING_RATE, sum } from "../work.mjs";
import { load } from "../load.mjs";

export const name = "TensorFlow.js";

const tf = await load("tf", "@tensorflow/tfjs/dist/tf.min.js", "@tensorflow/tfjs");
tf.env().set("IS_TEST", true); // no advice on the console
await tf.setBackend("cpu");

export function trainer(work) {
  const { sizes, points, batch, epochs } = work;
  const layers = sizes.slice(1).map((size, index) => ({
    w: tf.variable(tf.zeros([sizes[index], size])),
    b: tf.variable(tf.zeros([size])),
  }));
  /** Sets all weights; its matrices are [in][out]. */
  const setAll = (flat) => {
    let at = 0;
    layers.forEach(({ w, b }, index) => {
      const [inputs, outputs] = [sizes[index], sizes[index + 1]];
      const rows = flat.subarray(at, (at += inputs * outputs));
      const biases = flat.subarray(at, (at += outputs));
      tf.tidy(() => {
        w.assign(tf.tensor(Float32Array.from(rows), [outputs, inputs]).transpose());
        b.assign(tf.tensor1d(Float32Array.from(biases)));
      });
    });
  };
  const forward = (x) => layers.reduce((a, { w, b }) => tf.tanh(tf.add(tf.matMul(a, w), b)), x);
  const half = (out, target) => tf.mul(0.5, tf.mean(tf.square(tf.sub(out, target))));
  const inputs = tf.tensor2d(Float32Array.from(points.inputs), [points.n, 2]);
  const targets = tf.tensor2d(Float32Array.from(points.targets), [points.n, 1]);
  const lossOfAll = () => tf.tidy(() => half(forward(inputs), targets).dataSync()[0]);

  const starts = Array.from({ length: Math.ceil(points.n / batch) }, (_, index) => index * batch);
  const batches = starts.map((start) => {
    const size = Math.min(batch, points.n - start);
    return [inputs.slice([start, 0], [size, 2]), targets.slice([start, 0], [size, 1])];
  });
  function train() {
    setAll(work.weights);
    const optimizer = tf.train.sgd(LEARNING_RATE);
    for (let epoch = 0; epoch < epochs; epoch++) {
      for (const [x, y] of batches) optimizer.minimize(() => half(forward(x), y));
    }
    optimizer.dispose();
  }

  const grid = work.places && tf.tensor2d(work.places.flatMap((y) => work.places.map((x) => [x, y])));
  let result = 0;
  const units = {
    train,
    grid: () => {
      setAll(work.weights);
      result = sum(tf.tidy(() => forward(grid).dataSync()));
    },
    slice: () => {
      const flat = Float64Array.from(work.weights);
      result = 0;
      for (const y of work.values) {
        flat[work.along[1]] = y;
        for (const x of work.values) {
          flat[work.along[0]] = x;
          setAll(flat);
          result += lossOfAll();
        }
      }
    },
  };
  return {
    unit: units[work.kind],
    result: () => (work.kind === "train" ? lossOfAll() : result / work.count),
  };
}
