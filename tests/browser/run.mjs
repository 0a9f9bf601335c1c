// Runs the tests of a folder, or one file of tests, on one Chromium:
// `node tests/browser/run.mjs PLACE AT_ONCE`. `cargo xtask test` sets the environment.

import { spawn } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { start } from "./support.mjs";

const [place, atOnce] = process.argv.slice(2);
const names = statSync(place).isDirectory() ? readdirSync(place).map((name) => path.join(place, name)) : [place];
const files = names.filter((name) => name.endsWith(".test.mjs")).sort();

const server = await start();
const options = ["--test", `--test-concurrency=${atOnce}`, "--test-reporter=spec"];
const tests = spawn(process.execPath, [...options, ...files], {
  stdio: "inherit",
  env: { ...process.env, DOWNHILL_BROWSER: server.wsEndpoint() },
});
process.exitCode = await new Promise((done) => tests.on("exit", (code) => done(code ?? 1)));
await server.close();
