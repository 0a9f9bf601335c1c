// The lesson in other browsers: the same numbers and words, bit for bit, as in Chromium.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { after, before, test } from "node:test";
import { Builder, Capabilities } from "selenium-webdriver";
import { launch, openPage } from "../support.mjs";

/** Walks through the lesson by the page's own buttons. It is sent to the browser as text. */
async function walk() {
  const until = async (holds) => {
    for (let tries = 0; !holds(); tries++) {
      if (tries === 600) throw new Error(`${holds} does not come`);
      await new Promise((done) => setTimeout(done, 50));
    }
  };
  await until(() => document.querySelector("downhill-figure")?.shadowRoot?.querySelector("[data-ready]"));
  const element = document.querySelector("downhill-figure");
  const press = (button) => element.shadowRoot.querySelector(button).click();
  // A step is told when the ball has arrived: here, at once.
  element.figure.setReducedMotion(true);
  const seen = [];
  const see = () => {
    const { figure } = element;
    const said = element.shadowRoot.querySelector("[data-sentence]").textContent.trim();
    seen.push([said, element.query, JSON.stringify(figure.snapshot())]);
  };
  for (const scene of ["derivative", "gradient", "descent", "neuron", "network"]) {
    press(`[data-scene=${scene}]`);
    see();
    for (let step = 0; step < 3; step++) press("[data-action=step]");
    see();
    // Played in the browser's own frames, then at the same step in each browser.
    press("[data-action=toggle]");
    await until(() => element.figure.state().timeline.at >= 8);
    if (element.figure.state().playback.playing) press("[data-action=toggle]");
    element.figure.seek(8);
    see();
  }
  return seen;
}

/** A port that nobody listens on. */
const port = () =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

const found = (...paths) => paths.find((path) => existsSync(path));
const onPath = (name) => found(...process.env.PATH.split(":").map((folder) => `${folder}/${name}`));
const libraries = (version) => `/usr/lib/${{ x64: "x86_64", arm64: "aarch64" }[process.arch]}-linux-gnu/webkit2gtk-${version}/MiniBrowser`;

const BROWSERS = [
  {
    name: "Firefox",
    needs: [onPath("geckodriver"), found(...["firefox", "firefox-esr"].map(onPath).filter(Boolean))],
    driver: ([driver], port) => [driver, "--port", port],
    capabilities: ([, browser]) => ({
      browserName: "firefox",
      "moz:firefoxOptions": { binary: browser, args: ["-headless"] },
    }),
  },
  {
    name: "WebKitGTK",
    needs: [onPath("WebKitWebDriver"), found(libraries("4.1"), libraries("4.0")), onPath("xvfb-run")],
    driver: ([driver, , screen], port) => [screen, "-a", driver, `--port=${port}`],
    capabilities: ([, browser]) => ({
      browserName: "MiniBrowser",
      "webkitgtk:browserOptions": { binary: browser, args: ["--automation"] },
    }),
  },
];

/** A session of the driver at an address, once it listens. */
async function begin(address, capabilities) {
  for (let tries = 0; ; tries++) {
    try {
      return await new Builder().usingServer(address).withCapabilities(new Capabilities(capabilities)).build();
    } catch (error) {
      if (tries === 100 || !/ECONNREFUSED/.test(error.message)) throw error;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}

let expected;
before(async () => {
  const browser = await launch();
  const { page } = await openPage(browser, { path: "" });
  expected = await page.evaluate(walk);
  await browser.close();
});

for (const { name, needs, driver, capabilities } of BROWSERS) {
  const skip = !needs.every(Boolean) && `${name} or its driver is not installed`;
  test(`${name} walks through the lesson with Chromium's numbers and words`, { skip }, async (context) => {
    const at = await port();
    const [program, ...args] = driver(needs, String(at));
    const driving = spawn(program, args, { stdio: "ignore", detached: true });
    after(() => process.kill(-driving.pid));
    const session = await begin(`http://127.0.0.1:${at}`, capabilities(needs)).catch((error) =>
      context.skip(`SKIPPED: ${name} is installed and does not start here: ${error.message}`),
    );
    if (!session) return;
    try {
      await session.manage().setTimeouts({ script: 120_000 });
      await session.get(process.env.DOWNHILL_URL);
      const seen = await session.executeAsyncScript(
        `const done = arguments[0]; (${walk})().then(done, (error) => done(String(error)));`,
      );
      assert.deepEqual(seen, expected);
    } finally {
      await session.quit();
    }
  });
}
