// Puts a figure into an element of a page: places its canvases and passes events
// on. It computes nothing of its own.
import init, { Figure } from "./wasm/downhill.js";
import { connectFormula } from "./formula.js";
import { connectLayers } from "./layers.js";
import { connectPaint } from "./paint.js";
import { connectProbe } from "./probe.js";
import { connectWords } from "./words.js";
import { pieceWriter, writer } from "./write.js";

/** The WebAssembly module and the markup, loaded once for all figures of a page. */
let loaded;
function load() {
  loaded ??= Promise.all([
    init(),
    fetch(new URL("figure.html", import.meta.url)).then((answer) => answer.text()),
  ]);
  return loaded;
}

/**
 * Mounts a figure in `root`.
 * `query`: the experiment, as in an address. `onQuery(query)`: called when it changes.
 * Resolves to the figure, which is also `root.downhill`.
 */
export async function mount(root, { query = "", onQuery = () => {} } = {}) {
  root.classList.add("downhill");
  try {
    const [, markup] = await load();
    const figure = new Figure(query);
    root.innerHTML = markup;
    root.downhill = figure;
    cleanups.set(root, connect(root, figure, onQuery));
    root.dataset.ready = "";
    return figure;
  } catch (error) {
    root.textContent = `Downhill could not start: ${error.message ?? error}`;
    throw error;
  }
}

/** How each mounted figure is taken down. */
const cleanups = new WeakMap();

/** Stops the figure in `root`, frees its memory and empties the element. */
export function unmount(root) {
  cleanups.get(root)?.();
  cleanups.delete(root);
  root.replaceChildren();
  delete root.dataset.ready;
  delete root.downhill;
}

/** Ties a figure to the markup in `root`; returns how to untie it. */
function connect(root, figure, onQuery) {
  const all = (selector) => [...root.querySelectorAll(selector)];
  const one = (selector) => root.querySelector(selector);
  const words = connectWords(root);
  // A key is its control's id; in a second figure on a page the id is taken.
  for (const it of all("[data-key], [data-toggle]")) {
    const key = it.dataset.key ?? it.dataset.toggle;
    if (!document.getElementById(key)) it.id = key;
  }

  /** Does what was asked for; what cannot be done is said and changes nothing. */
  const attempt = (action) => {
    try {
      say("");
      action();
    } catch (error) {
      say(error.message);
      write();
    }
  };
  const say = (problem) => {
    one("[data-problem]").textContent = problem;
    one("[data-problem]").hidden = !problem;
  };

  const state = {};
  let lastQuery;
  let asked;
  let since;
  let telling;
  /** Tells the address. It takes a browser as long as a frame: while the map of starts fills in, it is told when it has not changed for a second. */
  const tellQuery = () => {
    if (state.query === lastQuery) return;
    const now = performance.now();
    if (state.query !== asked) [asked, since] = [state.query, now];
    const early = since + 1000 - now;
    if (state.playback.filling && early > 0) {
      telling ??= setTimeout(() => {
        telling = undefined;
        write();
      }, early);
      return;
    }
    onQuery((lastQuery = state.query));
  };
  /** Writes down the groups of the state that have changed; after what a hand did, all of them. */
  const write = (changes = state) => {
    const before = state.scene;
    Object.assign(state, changes);
    writeState(state, changes);
    renewProbe(state);
    if (before && (state.scene.mode !== before.mode || state.scene.id !== before.id)) look();
    if (before && state.scene.id !== before.id && !one("[data-more]").hidden) actions.more();
    // Not while it runs, something is dragged or typed: browsers allow only so many changes of the address.
    if (!state.playback.playing && !root.matches("[data-dragging], [data-typing]")) tellQuery();
  };

  /** What was dragged is let go: now the address is written. */
  const drop = () => {
    if (!root.hasAttribute("data-dragging")) return;
    root.removeAttribute("data-dragging");
    figure.letGo();
  };

  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const actions = {
    toggle: () => (still.matches ? figure.step() : state.playback.playing ? figure.pause() : figure.play()),
    part: () => figure.part(),
    step: () => figure.step(),
    stepBack: () => figure.stepBack(),
    toStart: () => figure.seek(0),
    toEnd: () => figure.seek(state.timeline.furthest),
    toRose: () => figure.seek(state.timeline.rose),
    undo: () => figure.undo(),
    keep: () => figure.keep(),
    reset: () => figure.reset(),
    halve: () => {
      figure.halve();
      one("[data-action=toggle]").focus();
    },
    newStart: () => figure.newStart(),
    classes: () => figure.chooseClasses(!state.table.classes),
    download: () => {
      const [id, file] = figure.exports().find(([id]) => id === one("[data-exports]").value);
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([figure.export(id)]));
      link.download = file;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href));
    },
    copy: async () => {
      const text = figure.export(one("[data-exports]").value);
      try {
        await navigator.clipboard.writeText(text);
        one("[data-copied]").textContent = words.of("copied");
        setTimeout(() => (one("[data-copied]").textContent = ""), 2000);
      } catch {
        say(words.of("copy_failed"));
      }
    },
    dropTen: () => {
      const on = state.controls.race !== "starts";
      figure.set("race", on ? "starts" : "");
      if (on && !still.matches) figure.play();
    },
    hold: () => figure.set("plane_at", state.controls.plane_at === "" ? String(state.timeline.at) : ""),
    turnBack: () => figure.turnBack(),
    more: () => {
      one("[data-more]").hidden = !one("[data-more]").hidden;
      one("[data-action=more]").ariaExpanded = !one("[data-more]").hidden;
      one("[data-action=more]").textContent = words.of(one("[data-more]").hidden ? "more" : "less");
      write();
    },
  };
  const enlarge = (view) => {
    one(".stage").toggleAttribute("data-enlarged", !!view);
    if (view) show(view);
    for (const it of all("[data-enlarge]")) {
      it.ariaLabel = it.title = words.of(view ? "enlarge_back" : "enlarge");
      it.ariaPressed = !!view;
    }
  };
  for (const it of all("[data-enlarge]")) {
    it.onclick = () => enlarge(one("[data-enlarged]") ? "" : it.dataset.enlarge);
  }
  for (const it of all("[data-action]")) {
    it.onclick = () => attempt(actions[it.dataset.action]);
  }
  for (const it of all("[data-key]")) {
    it.onchange = () => attempt(() => figure.set(it.dataset.key, it.value));
  }
  for (const it of all("[data-toggle]")) {
    it.onclick = () => attempt(() => figure.set(it.dataset.toggle, String(it.ariaPressed !== "true")));
  }
  for (const it of all("[data-slider]")) {
    it.oninput = () => attempt(() => figure.setPlace(it.dataset.slider, it.valueAsNumber));
    it.onpointerdown = () => {
      root.setAttribute("data-dragging", "");
      for (const end of ["pointerup", "pointercancel"]) addEventListener(end, drop, { once: true });
    };
  }
  one("[data-timeline]").oninput = ({ target }) => figure.seek(target.valueAsNumber);
  /** Opens a file or a text of one's own, and shows what was read. */
  const open = async ({ file, text }) => {
    const bytes = file && new Uint8Array(await file.arrayBuffer());
    attempt(() => {
      bytes ? figure.openFile(bytes) : figure.setCsv(text);
      if (state.table && one("[data-more]").hidden) actions.more();
    });
  };
  /** What is pasted or dropped: a file, or a text. */
  const brought = ({ files, text = "" }) => (files[0] ? { file: files[0] } : { text });
  one("[data-csv]").onchange = ({ target }) => {
    if (target.files[0]) open({ file: target.files[0] }).finally(() => (target.value = ""));
  };
  one("[data-paste]").onchange = ({ target }) => {
    if (target.value.trim()) open({ text: target.value });
    target.value = "";
  };
  root.onpaste = (event) => {
    const { clipboardData: data, target } = event;
    if (state.scene.mode !== "network" || target.matches("input")) return;
    event.preventDefault();
    open(brought({ files: data.files, text: data.getData("text") }));
  };
  root.ondragover = (event) => {
    if (state.scene.mode === "network") event.preventDefault();
  };
  root.ondrop = (event) => {
    if (state.scene.mode !== "network") return;
    event.preventDefault();
    open(brought({ files: event.dataTransfer.files, text: event.dataTransfer.getData("text") }));
  };
  for (const it of all("[data-turn]")) {
    it.onclick = () => figure.turn(...it.dataset.turn.split(" ").map(Number));
  }
  one("[data-races]").onchange = ({ target }) => attempt(() => figure.set("race", target.value));
  one("[data-functions]").onchange = ({ target }) => attempt(() => figure.set("function", target.value));
  one("[data-domain]").onchange = () => {
    const numbers = all("[data-domain] input").slice(0, state.function.domain.length);
    attempt(() => figure.set("domain", numbers.map((it) => it.value).join()));
  };
  const writePieces = pieceWriter(words);
  const renewProbe = connectProbe(root, figure, writePieces);
  const writeState = writer(root, figure, words, attempt, [
    [connectFormula(root, figure, words, attempt, () => write()), "controls", "numbers", "racers"],
    [connectLayers(root, figure, words, attempt), "layers", "options"],
    [connectPaint(root, figure, words, attempt, writePieces), "painting"],
  ]);
  // A control shows what was typed or chosen, which may be written otherwise: 0.10 is 0.1.
  root.onchange = () => write();
  connectPictures(one, figure, attempt);
  connectHints(root);
  connectBall(root, figure, attempt, drop);
  root.onkeydown = (event) => {
    if (event.key === "Escape") return enlarge("");
    // Where one types, and on a button, keys are the browser's.
    if (event.target.matches("input:not([type=range]), select, textarea")) return;
    if (event.key === "z" && (event.ctrlKey || event.metaKey)) attempt(actions.undo);
    else if (event.key === " " && !event.target.matches("button, summary") && !state.playback.diverged) actions.toggle();
    else if (event.key === ".") actions.step();
    else if (event.key === ",") actions.stepBack();
    else return;
    event.preventDefault();
  };

  const show = (view) => {
    for (const it of all("[data-panel]")) {
      it.toggleAttribute("data-shown", [it.dataset.panel, it.dataset.with].includes(view));
    }
    for (const it of all("[data-tab]")) {
      const here = it.dataset.tab === view;
      it.ariaSelected = here;
      it.tabIndex = here ? 0 : -1;
    }
  };
  for (const tab of all("[data-tab]")) {
    tab.onclick = () => show(tab.dataset.tab);
    tab.onkeydown = ({ key }) => {
      const tabs = all("[data-tab]:not([hidden])");
      const index = tabs.indexOf(tab);
      const to = tabs.at({ ArrowRight: index + 1, ArrowLeft: index - 1 }[key] % tabs.length);
      if (key === "ArrowRight" || key === "ArrowLeft") to.click(), to.focus();
    };
  }
  /** The first of the pictures that there are now, and all of them at their size. */
  const look = () => {
    enlarge("");
    show(one("[data-tab]:not([hidden])").dataset.tab);
    place();
  };

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const prefer = () => figure.setSystemTheme(dark.matches ? "dark" : "light");
  dark.addEventListener("change", prefer);

  const place = () => {
    for (const canvas of all("[data-view]")) {
      const { width, height } = canvas.parentElement.getBoundingClientRect();
      const text = parseFloat(getComputedStyle(canvas).fontSize);
      figure.place(canvas.dataset.view, canvas, width, height, devicePixelRatio, text);
    }
    figure.draw();
  };
  const sizes = new ResizeObserver(place);
  for (const it of all(".picture")) sizes.observe(it);
  figure.listen(write);
  prefer();
  look();
  say(state.problems.join(" "));
  return () => {
    clearTimeout(telling);
    sizes.disconnect();
    dark.removeEventListener("change", prefer);
    figure.free();
  };
}

/** A control under the keyboard's focus or a long press says what it is for, as by a mouse. */
function connectHints(root) {
  const hint = root.querySelector("[data-hinting]");
  let pressing;
  const tell = (it) => {
    clearTimeout(pressing);
    hint.textContent = it?.closest("[title]")?.title ?? "";
    hint.hidden = !hint.textContent;
  };
  root.addEventListener("focusin", ({ target }) => tell(target.matches(":focus-visible") ? target : null));
  root.addEventListener("focusout", () => tell());
  root.addEventListener("keydown", () => tell());
  root.addEventListener("pointerdown", ({ target, pointerType }) => {
    tell();
    if (pointerType === "touch") pressing = setTimeout(tell, 500, target);
  });
  for (const end of ["pointerup", "pointercancel"]) root.addEventListener(end, () => clearTimeout(pressing));
}

/** A function's ball is dragged, put by a click, or moved by the arrow keys; a weight's is dragged. */
function connectBall(root, figure, attempt, drop) {
  const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
  // The wheel scrolls the page; with Ctrl it shows less of a function, or more.
  const zoom = (event) => {
    if (!event.ctrlKey || !["line", "plane"].includes(root.dataset.mode)) return;
    event.preventDefault();
    attempt(() => figure.zoom(event.target.dataset.view, event.offsetX, event.offsetY, event.deltaY < 0));
  };
  root.querySelector("[data-view=surface]").onwheel = zoom;
  for (const canvas of root.querySelectorAll("[data-view=curve], [data-view=map]")) {
    const put = (event) => attempt(() => figure.placeBall(canvas.dataset.view, event.offsetX, event.offsetY));
    canvas.onpointerdown = (event) => {
      if (event.button || !figure.grab(canvas.dataset.view, event.offsetX, event.offsetY)) return;
      canvas.setPointerCapture(event.pointerId);
      root.setAttribute("data-dragging", "");
      if (root.dataset.mode !== "network") put(event);
    };
    canvas.onpointermove = (event) => {
      if (canvas.hasPointerCapture(event.pointerId)) put(event);
    };
    canvas.onlostpointercapture = drop;
    canvas.onwheel = zoom;
    canvas.onkeydown = (event) => {
      if (root.dataset.mode === "network" || !moves[event.key]) return;
      // Ten round numbers at a time; with Shift, one.
      const by = event.shiftKey ? 1 : 10;
      attempt(() => figure.moveBall(...moves[event.key].map((step) => step * by)));
      event.preventDefault();
    };
  }
}

function connectPictures(one, figure, attempt) {
  const surface = one("[data-view=surface]");
  const turns = { ArrowLeft: [20, 0], ArrowRight: [-20, 0], ArrowUp: [0, 12], ArrowDown: [0, -12] };
  surface.onpointerdown = (event) => surface.setPointerCapture(event.pointerId);
  surface.onpointermove = (event) => {
    if (surface.hasPointerCapture(event.pointerId)) figure.turn(event.movementX, event.movementY);
  };
  surface.ondblclick = () => figure.turnBack();
  surface.onkeydown = (event) => {
    if (!turns[event.key]) return;
    figure.turn(...turns[event.key]);
    event.preventDefault();
  };
  const boundary = one("[data-view=boundary]");
  boundary.onclick = (event) => attempt(() => figure.pickSample(event.offsetX, event.offsetY));
  one("[data-view=kept]").onclick = (event) => attempt(() => figure.pickKept(event.offsetX, event.offsetY));
  const diagram = one("[data-view=diagram]");
  const moves = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 };
  diagram.onclick = (event) => attempt(() => figure.pick(event.offsetX, event.offsetY));
  diagram.onkeydown = (event) => {
    if (!moves[event.key]) return;
    attempt(() => figure.moveWeight(moves[event.key]));
    event.preventDefault();
  };
}
