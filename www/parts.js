// The program comes in parts: a first one that shows the first scene, and others that are
// fetched when they are wanted. What a part is made of stands in crates/web/parts/.
export const PARTS = ["lesson", "network", "rest"];

/** Where a part is fetched from: `part` counts from 1, as in the program. */
const address = (part) => new URL(`wasm/${PARTS[part - 1]}.wasm`, import.meta.url);

/** What another part imports of the first: what that exports, and functions by their number in its table. */
const imports = (first) => ({ first: new Proxy(first, { get: (exports, name) => exports[name] ?? exports.s0.get(+name) }) });

/** Lets the program, whose first part's exports are `first`, call the functions of another part. */
const arrived = (first, part) => (first[`loaded${part}`].value = 1);

/** Puts a part in its place, from its bytes. */
export async function place(part, first, bytes) {
  await WebAssembly.instantiate(bytes, imports(first));
  arrived(first, part);
}

/** The parts that are on their way. */
const coming = new Map();

/** Fetches a part while the page goes on. `first` may itself be on its way. */
function fetchPart(part, first) {
  if (!coming.has(part)) {
    const bytes = fetch(address(part)).then((answer) => answer.arrayBuffer());
    const arrival = Promise.all([first, bytes]).then(([first, bytes]) => place(part, first, bytes));
    // Without a connection it is tried again when it is wanted again.
    arrival.catch(() => coming.delete(part));
    coming.set(part, arrival);
  }
  return coming.get(part);
}

/** Fetches all parts while the page goes on. */
export function fetchAll(first) {
  return Promise.all(PARTS.map((_, index) => fetchPart(index + 1, first)));
}

/** Fetches what an experiment's first picture needs: a scene has its part, and what else stands in an address may need any. */
export async function fetchFor(query, first) {
  const needed = { "": [], "scene=gradient": [1], "scene=descent": [1], "scene=neuron": [1, 2], "scene=network": [1, 2] };
  const parts = needed[new URLSearchParams(query)];
  await (parts ? Promise.all(parts.map((part) => fetchPart(part, first))) : fetchAll(first));
}

/** What is thrown when a part is needed at once and cannot be fetched. */
export class PartMissing extends Error {}

/** The program calls a part that is not here yet: the page stands still until it is. */
export function loadNow(first, part) {
  const request = new XMLHttpRequest();
  request.open("GET", address(part), false);
  // The only way to bytes here: as letters, whose lower eight bits they are.
  request.overrideMimeType("text/plain; charset=x-user-defined");
  try {
    request.send();
  } catch (error) {
    throw new PartMissing(error.message);
  }
  if (request.status !== 200) throw new PartMissing(`${request.status}: ${address(part)}`);
  const bytes = Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0));
  new WebAssembly.Instance(new WebAssembly.Module(bytes), imports(first));
  arrived(first, part);
}
