// Other browsers: the same numbers and words, bit for bit, as in Chromium. The lesson by hand and as a
// story, and the figure where authors put it.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { Builder, Capabilities, Key } from "selenium-webdriver";
import { host } from "../host.mjs";
import { launch, openPage } from "../support.mjs";

const { DOWNHILL_DIST, DOWNHILL_URL } = process.env;

// These run in the page. They are sent to the browser as text, each with `until` and `figureOf`.

async function until(holds) {
  for (let tries = 0; !holds(); tries++) {
    if (tries === 1200) throw new Error(`${holds} does not come`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** The page's figure, once it is ready. A step is told when the ball has arrived: here, at once. */
async function figureOf() {
  await until(() => document.querySelector("downhill-figure")?.shadowRoot?.querySelector("[data-ready]"));
  const element = document.querySelector("downhill-figure");
  element.figure.setReducedMotion(true);
  const press = (button) => element.shadowRoot.querySelector(button).click();
  const see = (sentence = "[data-sentence]") => {
    const said = element.shadowRoot.querySelector(sentence).textContent.trim();
    return [said, element.query, JSON.stringify(element.figure.snapshot())];
  };
  return { element, press, see };
}

/** Walks through the lesson by the page's own buttons. */
async function walk() {
  const { element, press, see } = await figureOf();
  const seen = [];
  for (const scene of ["derivative", "gradient", "descent", "neuron", "network"]) {
    press(`[data-scene=${scene}]`);
    seen.push(see());
    for (let step = 0; step < 3; step++) press("[data-action=step]");
    seen.push(see());
    // Played in the browser's own frames, then at the same step in each browser.
    press("[data-action=toggle]");
    await until(() => element.figure.state().timeline.at >= 8);
    if (element.figure.state().playback.playing) press("[data-action=toggle]");
    element.figure.seek(8);
    seen.push(see());
  }
  return seen;
}

/** How many beats the story has, once it is told. */
async function beats() {
  const { element } = await figureOf();
  const told = () => element.figure.state().presentation;
  await until(() => told().beat > 0);
  return told().story.beats;
}

/** What a beat shows when its steps have been made. */
async function beat(at) {
  const { element, see } = await figureOf();
  await until(() => {
    const { presentation, playback, recomputation } = element.figure.state();
    return presentation.beat === at && !playback.playing && !recomputation;
  });
  return see("[data-saying]");
}

/** One step of a figure, by its button. */
async function step() {
  const { element, press, see } = await figureOf();
  const before = see();
  press("[data-action=step]");
  await until(() => element.figure.state().timeline.at === 1);
  const shown = [...element.shadowRoot.querySelectorAll("canvas")].filter((it) => it.offsetWidth);
  if (!shown.length || shown.some(({ width, height }) => Math.min(width, height) < 100)) throw new Error("a picture has no size");
  return [before, see()];
}

/** The same of the figure in a frame, by messages. */
async function stepInFrame() {
  await until(() => window.heard.some(({ type }) => type === "ready"));
  let asked = 0;
  const call = async (type, more) => {
    const id = ++asked;
    const answer = () => window.heard.find((it) => it.type === "result" && it.id === id);
    document.querySelector("iframe").contentWindow.postMessage({ type, id, ...more }, "*");
    await until(answer);
    return answer();
  };
  const before = await call("describe");
  await call("stepForward", { count: 1 });
  return [before, await call("describe"), await call("getState")];
}

// These run here, with a browser that opens addresses, runs what is above, and has a key to press.

/** The lesson told by Page Down, from the first beat to the last. */
async function tell(it) {
  await it.open(`${DOWNHILL_URL}?story=lesson&mode=present`);
  const count = await it.run(beats);
  const seen = [];
  for (let at = 1; at <= count; at++) {
    if (at > 1) await it.pressPageDown();
    seen.push(await it.run(beat, at));
  }
  return seen;
}

/** The figure at an address. */
const visit = (address, look) => async (it) => {
  await it.open(address());
  return it.run(look);
};

let foreign;
const VISITS = [
  ["walks through the lesson", visit(() => DOWNHILL_URL, walk)],
  ["tells the lesson by Page Down", tell],
  ["has a figure in a page of others", visit(() => `${foreign}plain.html`, step)],
  ["has a figure in a frame of another host", visit(() => `${foreign}frame.html`, stepInFrame)],
  ["opens the single file without a server", visit(() => `${pathToFileURL(path.join(DOWNHILL_DIST, "downhill.html"))}?scene=descent`, step)],
];

/** A call of a function above, as a script. */
const script = (look, given) => `(async () => { ${until} ${figureOf} return (${look})(...${JSON.stringify(given)}); })()`;

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

const hosts = [];
const expected = new Map();
before(async () => {
  const other = await host();
  const frame = `<!doctype html><title>A frame</title><script>
    window.heard = [];
    addEventListener("message", ({ data }) => heard.push(data));
  </script><iframe src="${other.address}downhill/embed/?scene=descent&start=1.9&controls=play%20step%20text" width="700" height="500"></iframe>`;
  hosts.push(other, await host({ pages: new Map([["/frame.html", frame]]) }));
  foreign = hosts[1].address;
  const browser = await launch();
  const { page } = await openPage(browser, { path: "" });
  const chromium = {
    open: (address) => page.goto(address),
    run: (look, ...given) => page.evaluate(script(look, given)),
    pressPageDown: () => page.keyboard.press("PageDown"),
  };
  for (const [what, visit] of VISITS) expected.set(what, await visit(chromium));
  await browser.close();
});
after(() => hosts.forEach(({ stop }) => stop()));

/** A session as a browser that can be visited with. */
const driven = (session) => ({
  open: (address) => session.get(address),
  run: async (look, ...given) => {
    const { result, error } = await session.executeAsyncScript(
      `const done = arguments[0]; ${script(look, given)}.then((result) => done({ result }), (error) => done({ error: String(error) }));`,
    );
    if (error) throw new Error(error);
    return result;
  },
  pressPageDown: () => session.actions().sendKeys(Key.PAGE_DOWN).perform(),
});

for (const { name, needs, driver, capabilities } of BROWSERS) {
  const skip = !needs.every(Boolean) && `${name} or its driver is not installed`;
  test(`${name} has Chromium's numbers and words`, { skip }, async (context) => {
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
      for (const [what, visit] of VISITS) {
        await context.test(`${name} ${what}`, async () => assert.deepEqual(await visit(driven(session)), expected.get(what)));
      }
    } finally {
      await session.quit();
    }
  });
}
