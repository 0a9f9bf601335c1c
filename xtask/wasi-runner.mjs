// Runs a test program that was compiled to WebAssembly (wasm32-wasip1) as if it were a
// native one: same arguments, environment, files and exit code.
import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { WASI } from "node:wasi";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const wasi = new WASI({
  version: "preview1",
  args: process.argv.slice(2),
  env: process.env,
  // The folder that holds the project, under its own name, so that a test may also look
  // beside the project; and the package's folder, where cargo starts tests.
  preopens: { [dirname(root)]: dirname(root), ".": process.cwd() },
  returnOnExit: true,
});
const module = await WebAssembly.compile(await readFile(process.argv[2]));
process.exitCode = wasi.start(await WebAssembly.instantiate(module, wasi.getImportObject()));
