// What a link leads to, as numbers: the digest of the run that it opens.

/**
 * Runs in the page: makes `updates` steps with the opened figure and digests where it comes by.
 *
 * `run`: the parameters θ (of a function, the ball's place) of states 0 … `updates`; `beside`: the
 * runs of a race after the last of them, and the numbers of kept runs; each FNV-1a, 64 bits, over
 * 64-bit floats, least significant byte first. `address`: the query that leads back here.
 */
export function follow(updates) {
  const root = shadow();
  const figure = root.host.figure;
  const digest = () => {
    let hash = 0xcbf29ce484222325n;
    const bytes = new DataView(new ArrayBuffer(8));
    return {
      add(numbers) {
        for (const number of numbers) {
          bytes.setFloat64(0, number, true);
          for (let at = 0; at < 8; at++) {
            hash = BigInt.asUintN(64, (hash ^ BigInt(bytes.getUint8(at))) * 0x100000001b3n);
          }
        }
      },
      text: () => hash.toString(16).padStart(16, "0"),
    };
  };
  const { scene: { id: scene }, query: address } = figure.state();
  const [run, beside] = [digest(), digest()];
  const place = ({ parameters, x }) => parameters ?? x;
  run.add(place(figure.snapshot()));
  for (let update = 0; update < updates; update++) {
    figure.step();
    run.add(place(figure.snapshot()));
  }
  const { racers, kept } = figure.state();
  for (const { x, value } of racers) beside.add([...x, value]);
  for (const { values } of kept.runs) beside.add(values.map((value) => value ?? NaN));
  return { scene, run: run.text(), beside: beside.text(), address };
}
