// Writes down what a figure says of its state: numbers, sentence, controls.

/** Writes a text, if it is not there already. */
function write(place, text) {
  set(place, "textContent", text);
}

/** Sets a property, if it is not that already: to ask a browser is cheaper than to have it told the same. */
export function set(it, property, value) {
  if (it[property] !== value) it[property] = value;
}

/** The same for a custom property of its style. */
export function style(it, name, value) {
  if (it.style.getPropertyValue(name) !== value) it.style.setProperty(name, value);
}

/** The same for an attribute. */
function label(it, name, text) {
  if (it.getAttribute(name) !== text) it.setAttribute(name, text);
}

/** A search that remembers what it has found. */
function remembering(seek) {
  const found = new Map();
  return (selector) => {
    if (!found.has(selector)) found.set(selector, seek(selector));
    return found.get(selector);
  };
}

/** Gives a list its entries, `[value, text]`, if they are not these already. */
function writeOptions(list, entries) {
  const shown = JSON.stringify(entries);
  if (list.dataset.shown === shown) return;
  list.dataset.shown = shown;
  list.replaceChildren(...entries.map(([value, text]) => new Option(text, value)));
}

/** What writes words, if they are not there already; those that stand for a mark carry its sign. */
export const pieceWriter = (words) => (place, pieces) => {
  const shown = JSON.stringify(pieces);
  if (place.shown === shown) return;
  place.shown = shown;
  place.replaceChildren(...pieces.map(({ text, sign }) => {
    if (!sign) return text;
    const mark = document.createElement("span");
    mark.className = `sign ${sign}`;
    mark.title = words.of(`sign_${sign}`) ?? "";
    mark.textContent = text;
    return mark;
  }));
};

/**
 * What writes states into the markup in `root`. `words` has the page's texts,
 * `attempt(action)` does something and says what went wrong.
 */
export function writer(root, figure, words, attempt) {
  // Only for what stands in the markup from the beginning to the end.
  const all = remembering((selector) => [...root.querySelectorAll(selector)]);
  const one = remembering((selector) => root.querySelector(selector));

  const writePieces = pieceWriter(words);

  /** What lists offer: told while it does not play. */
  let [choices, functions] = [{}, []];

  let shownWeights;
  /** The table of one's own: what was read of it, and what its columns are for. */
  const writeTable = (table) => {
    one("[data-table]").hidden = !table;
    if (!table) return;
    write(one("[data-told]"), table.told);
    const button = one("[data-action=classes]");
    button.hidden = !table.either;
    button.ariaPressed = table.classes;
    const names = table.columns.map(([name]) => name);
    const place = one("[data-columns]");
    if (place.dataset.shown !== JSON.stringify(names)) {
      place.dataset.shown = JSON.stringify(names);
      place.replaceChildren(...names.map((name, column) => {
        const label = document.createElement("label");
        const select = document.createElement("select");
        label.className = "control";
        label.title = words.of("columns_hint");
        for (const role of ["input", "target", "unused"]) select.add(new Option(words.of(`role_${role}`), role));
        select.onchange = () => attempt(() => figure.chooseColumn(column, select.value));
        label.append(name, select);
        return label;
      }));
    }
    place.querySelectorAll("select").forEach((select, column) => (select.value = table.columns[column][1]));
  };

  /** What a network can be given of its data: a button for each. */
  const writeFeatures = (features) => {
    const place = one("[data-features]");
    const labels = JSON.stringify(features.map(({ label }) => label));
    if (place.dataset.shown !== labels) {
      place.dataset.shown = labels;
      place.replaceChildren(...features.map(({ formula, label }) => {
        const button = Object.assign(document.createElement("button"), { type: "button", textContent: label });
        button.dataset.feature = formula;
        button.onclick = () => attempt(() => figure.toggleFeature(formula));
        return button;
      }));
    }
    features.forEach(({ on }, index) => (place.children[index].ariaPressed = on));
  };

  const writeControls = (state) => {
    if (!state.playing) {
      writeTable(state.table);
      writeFeatures(state.features);
    }
    const weights = state.weights.join("\n");
    if (weights !== shownWeights) {
      shownWeights = weights;
      for (const it of all("[data-weights]")) writeOptions(it, state.weights.map((name, index) => [index, name]));
    }
    for (const it of all("[data-choices]")) {
      const ids = choices[it.dataset.key];
      if (!ids) continue;
      // An address may ask for what no list offers, such as tanh-relu.
      const chosen = state.controls[it.dataset.key];
      if (it.ids === ids && it.chosen === chosen) continue;
      Object.assign(it, { ids, chosen });
      const offered = ids.includes(chosen) ? ids : [chosen, ...ids];
      writeOptions(it, offered.map((id) => [id, words.of(`${it.dataset.key}_${id}`) ?? (id.replaceAll("_", " ") || words.of("example_none"))]));
    }
    const exports = one("[data-exports]");
    if (!exports.options.length) {
      exports.append(...figure.exports().map(([id]) => new Option(words.of(`export_${id}`), id)));
    }
    set(one("[data-spaces]"), "hidden", state.controls.chart !== "hidden_space" || !(choices.hidden_layer?.length > 1));
    for (const it of all("[data-key]")) {
      // What is typed and cannot be done stays, to be put right.
      if (it.ariaInvalid !== "true" && (it !== document.activeElement || it.tagName === "SELECT")) {
        set(it, "value", state.controls[it.dataset.key]);
      }
    }
    for (const it of all("[data-toggle]")) set(it, "ariaPressed", state.controls[it.dataset.toggle]);
    for (const it of all("[data-slider]")) {
      const { place, places } = state.sliders[it.dataset.slider] ?? { place: 0, places: 1 };
      set(it, "max", String(places - 1));
      set(it, "value", String(place));
      // What comes of a step size is said with it.
      const dialled = it.dataset.slider === "learning_rate" && state.mode !== "network";
      const here = dialled ? [". ", ...(state.notes.dial_here ?? []).map(({ text }) => text)] : [];
      label(it, "aria-valuetext", [state.controls[it.dataset.slider] ?? "", ...here].join(""));
    }
    writeTime(state);
    set(one("[data-action=hold]"), "ariaPressed", String(state.controls.plane_at !== ""));
    if (state.mode !== "network") return;
    const [seen, soon] = state.visits;
    style(one("[data-visits]"), "--seen", String(seen));
    style(one("[data-visits]"), "--soon", String(soon));
    const diagram = one("[data-view=diagram]");
    label(diagram, "aria-valuemax", String(state.weights.length - 1));
    label(diagram, "aria-valuenow", state.controls.weight);
    label(diagram, "aria-valuetext", state.weights[state.controls.weight]);
  };

  /** Where one is in the run, and where one can go. */
  const writeTime = ({ timeline: { at, furthest, rose, text }, undo }) => {
    const slider = one("[data-timeline]");
    set(slider, "max", String(furthest));
    set(slider, "value", String(at));
    label(slider, "aria-valuetext", text);
    write(one("[data-time]"), text);
    set(one("[data-action=toRose]"), "hidden", rose === undefined || rose === null);
    write(one("[data-action=toRose]"), words.of("rose").replace("{iteration}", rose));
    for (const it of all("[data-action=stepBack], [data-action=toStart]")) set(it, "disabled", at === 0);
    set(one("[data-action=toEnd]"), "disabled", at === furthest);
    set(slider, "disabled", furthest === 0);
    set(one("[data-action=undo]"), "disabled", !undo);
  };

  /** A field for one of the optimizer's own settings. */
  const hyperparameter = ({ key, means }) => {
    const label = document.createElement("label");
    label.className = "control";
    label.title = means;
    const input = document.createElement("input");
    Object.assign(input, { type: "text", inputMode: "decimal", autocomplete: "off", size: 6 });
    input.dataset.hyperparameter = key;
    if (!document.getElementById(key)) input.id = key;
    input.onchange = () => attempt(() => figure.set(key, input.value));
    label.append(key.replaceAll("_", " "), input);
    return label;
  };

  /** Shows what belongs to a network, or to a function of one or two variables. */
  const writeMode = ({ mode }) => {
    if (root.dataset.mode === mode) return;
    root.dataset.mode = mode;
    const kind = mode === "network" || mode === "neuron" ? "network" : "function";
    for (const it of all("[data-for]")) it.hidden = !it.dataset.for.split(" ").includes(mode);
    words.label(all("canvas[data-label]"));
    one(`[data-slot=${kind}]`).append(one("[data-key=optimizer]").parentElement);
  };

  // In their order in the page: whoever is moved away comes back to the same place.
  const parts = all("[data-part]");
  const controls = parts.filter((it) => it.closest(".bar"));
  let shownScene;
  /** Shows what is in sight in a scene; its other controls go under More. */
  const writeScene = (state) => {
    if (state.scene === shownScene) return;
    shownScene = root.dataset.scene = state.scene;
    for (const it of controls) one(state.parts.includes(it.dataset.part) ? "[data-controls]" : "[data-away]").append(it);
    for (const it of parts) it.toggleAttribute("data-left-out", !controls.includes(it) && !state.parts.includes(it.dataset.part));
    one("[data-scenes]").replaceChildren(...state.scenes.map((id, index) => {
      const button = document.createElement("button");
      Object.assign(button, { type: "button", ariaPressed: id === state.scene });
      button.textContent = `${index + 1} ${words.of(`scene_${id}`)}`;
      button.dataset.scene = id;
      button.onclick = () => {
        attempt(() => figure.set("scene", id));
        root.querySelector(`[data-scene=${id}]`).focus();
      };
      return button;
    }));
  };

  /** The four steps with the numbers of the one at hand. */
  const writeFour = ({ four_steps }) => {
    const list = one("[data-four]");
    four_steps.forEach(({ words: said, line, values, lit }, index) => {
      let item = list.children[index];
      if (!item) {
        item = document.createElement("li");
        item.append(document.createElement("span"), document.createElement("code"));
        list.append(item);
      }
      const digits = JSON.stringify(values);
      if ((item.ariaCurrent === "step") !== lit) item.ariaCurrent = lit ? "step" : null;
      if (item.dataset.values !== digits) item.dataset.values = digits;
      writePieces(item.firstChild, said);
      write(item.lastChild, line);
    });
  };

  /** The chain rule: a row for each factor and what comes of it; what is not known yet is empty. */
  const writeChain = ({ chain }) => {
    const table = one("[data-chain]");
    set(table, "hidden", !chain);
    root.toggleAttribute("data-closely", !!chain);
    if (!chain) return;
    const keys = chain.rows.map(({ key }) => key).join();
    if (table.dataset.shown !== keys) {
      table.dataset.shown = keys;
      table.replaceChildren(table.createCaption());
      for (const { key } of chain.rows) {
        const row = table.insertRow();
        row.dataset.chain = key;
        row.append(...["th", "td"].map((name) => document.createElement(name)));
        row.cells[0].scope = "row";
      }
    }
    writePieces(table.caption, chain.title);
    chain.rows.forEach(({ sign, name, text, value }, index) => {
      const [first, last] = table.rows[index].cells;
      writePieces(first, [{ text: sign && `${sign} `, sign: "" }, ...name]);
      write(last, text || "?");
      last.dataset.value = value ?? "";
    });
  };

  /** The numbers: a row for each that there is. */
  const writeNumbers = ({ numbers, sees_all }) => {
    const list = one("[data-figures]");
    const keys = numbers.map(({ key }) => key).join();
    if (list.dataset.shown !== keys) {
      list.dataset.shown = keys;
      list.replaceChildren(...numbers.map(({ key, sign }) => {
        const row = document.createElement("div");
        const name = document.createElement("dt");
        row.dataset.number = key;
        if (sign) {
          name.className = `sign ${sign}`;
          name.title = words.of(`sign_${sign}`);
        }
        name.textContent = words.of(key);
        row.append(name, document.createElement("dd"));
        return row;
      }));
    }
    numbers.forEach(({ key, text, value }, index) => {
      const row = list.children[index];
      write(row.lastChild, text);
      row.lastChild.dataset.value = value;
      set(row, "hidden", key === "batch_loss" && sees_all);
    });
  };

  let shownSpots;
  /** A function's list, its numbers and its marked places. */
  const writeFunction = (state) => {
    const groups = one("[data-functions]");
    if (functions.length && !groups.options.length) {
      for (const dim of [1, 2]) {
        const group = document.createElement("optgroup");
        group.label = words.of(`functions_${dim}`);
        const of = functions.filter((it) => it.dim === dim);
        group.append(...of.map(({ id, name }) => new Option(name, id)));
        groups.append(group);
      }
      groups.prepend(Object.assign(new Option(words.of("function_typed"), ""), { hidden: true, disabled: true }));
    }
    set(groups, "value", state.known);
    all("[data-domain] input").forEach((it, index) => set(it, "value", state.domain[index] ?? ""));

    const spots = JSON.stringify(state.spots);
    if (spots === shownSpots) return;
    shownSpots = spots;
    const table = one("[data-spots]");
    for (const body of [...table.tBodies]) body.remove();
    let last;
    for (const { sign, name, place, value } of state.spots) {
      if (name !== last) {
        const head = document.createElement("th");
        Object.assign(head, { colSpan: 2, scope: "rowgroup", textContent: `${sign} ${name}` });
        table.createTBody().insertRow().append(head);
      }
      last = name;
      const row = table.tBodies[table.tBodies.length - 1].insertRow();
      for (const text of [place, value]) row.insertCell().textContent = text;
    }
  };

  let shownRace;
  /** Who races, where they are and how they stand. */
  const writeRace = ({ racers, races, asking, controls }) => {
    root.toggleAttribute("data-racing", racers.length > 0);
    root.toggleAttribute("data-asking", asking);
    writeOptions(one("[data-races]"), races);
    set(one("[data-races]"), "value", controls.race);
    set(one("[data-action=dropTen]"), "ariaPressed", String(controls.race === "starts"));
    const shown = JSON.stringify(racers);
    if (shown === shownRace) return;
    shownRace = shown;
    const table = one("[data-racers]");
    for (const body of [...table.tBodies]) body.remove();
    for (const { sign, mark, name, height, told, x, value } of racers) {
      const body = table.createTBody();
      const [head, shape] = [document.createElement("th"), document.createElement("span")];
      head.scope = "rowgroup";
      shape.className = `sign ${sign}`;
      shape.textContent = mark;
      head.append(shape, ` ${name}`);
      const row = body.insertRow();
      row.append(head);
      row.insertCell().textContent = height;
      const cell = body.insertRow().insertCell();
      Object.assign(cell, { colSpan: 2, textContent: told });
      body.dataset.value = JSON.stringify([x, value]);
    }
  };

  let shownKept;
  /** The runs that are kept, beside the present one: what each has come to, and what differs. */
  const writeKept = ({ kept, kept_share, mode }) => {
    const shown = JSON.stringify([kept, mode]);
    if (shown === shownKept) return;
    shownKept = shown;
    const table = one("[data-kept]");
    const pictures = one("[data-kept-pictures]");
    table.hidden = pictures.hidden = !kept.length;
    pictures.toggleAttribute("data-many", kept.length > 3);
    write(one("[data-kept-share]"), kept_share);
    // While it plays, only numbers change: who is about to press a button still finds it.
    const told = JSON.stringify(kept.map(({ told }) => told));
    if (table.dataset.shown !== told) {
      table.dataset.shown = told;
      for (const body of [...table.tBodies]) body.remove();
      kept.forEach(({ sign, mark, name, told }, index) => {
        const body = table.createTBody();
        const row = body.insertRow();
        const head = document.createElement("th");
        head.scope = "rowgroup";
        row.append(head);
        for (let column = 0; column < 4; column++) row.insertCell();
        if (!mark) return head.append(name);
        const [open, shape, remove] = ["button", "span", "button"].map((tag) => document.createElement(tag));
        shape.className = `sign ${sign}`;
        shape.textContent = mark;
        Object.assign(open, { type: "button", title: words.of("kept_open_hint"), ariaLabel: words.of("kept_open").replace("{number}", name) });
        open.append(shape, ` ${name}`);
        open.onclick = () => attempt(() => figure.openKept(index - 1));
        Object.assign(remove, { type: "button", textContent: words.of("kept_remove"), ariaLabel: `${words.of("kept_remove")} ${name}` });
        remove.onclick = () => attempt(() => figure.dropKept(index - 1));
        head.append(open);
        const cell = body.insertRow().insertCell();
        cell.colSpan = 5;
        cell.append(`${told} `, remove);
      });
    }
    kept.forEach(({ numbers, values }, index) => {
      const [, ...cells] = table.tBodies[index].rows[0].cells;
      cells.forEach((cell, column) => write(cell, numbers[column]));
      table.tBodies[index].dataset.values = JSON.stringify(values);
    });
  };

  let shownDial;
  /** What comes of each step size, along its slider. */
  const writeDial = ({ dial }) => {
    const shown = JSON.stringify(dial);
    if (shown === shownDial) return;
    shownDial = shown;
    const strip = one("[data-dial]");
    strip.ariaLabel = dial.label;
    strip.replaceChildren(...dial.places.map(({ end, title }) => {
      const place = Object.assign(document.createElement("i"), { title });
      place.dataset.end = end;
      return place;
    }));
    for (const mark of ["overshoots", "settles"]) {
      if (dial[mark] === null || dial[mark] === undefined) continue;
      const it = document.createElement("i");
      it.dataset.limit = mark;
      it.style.setProperty("--at", dial[mark]);
      strip.append(it);
    }
  };

  let shownHyperparameters;
  const writeHyperparameters = (state) => {
    const shown = [state.controls.optimizer, ...state.hyperparameters.map(({ key }) => key)].join();
    if (shown !== shownHyperparameters) {
      shownHyperparameters = shown;
      one("[data-hyperparameters]").replaceChildren(...state.hyperparameters.map(hyperparameter));
    }
    for (const { key, value } of state.hyperparameters) {
      const input = root.querySelector(`[data-hyperparameter="${key}"]`);
      if (input !== document.activeElement) set(input, "value", String(value));
    }
  };

  let shownEdits;
  const writeEdits = (state) => {
    const edits = state.edits.join("\n");
    if (edits === shownEdits) return;
    shownEdits = edits;
    const items = state.edits.map((text, index) => {
      const item = document.createElement("span");
      const remove = document.createElement("button");
      remove.type = "button";
      remove.textContent = words.of("edit_remove");
      remove.onclick = () => attempt(() => figure.removeEdit(index));
      item.append(text, " ", remove);
      return item;
    });
    one("[data-edits]").replaceChildren(words.of(edits ? "edits" : "edits_none"), ...items);
  };

  return (state) => {
    if (!state.playing) ({ choices, functions } = state);
    writeMode(state);
    writeScene(state);
    writeFour(state);
    writeChain(state);
    set(one("[data-conditioned]"), "hidden", !state.conditioned);
    if (state.mode !== "network") writeFunction(state);
    writeNumbers(state);
    set(one("[data-sentence]"), "ariaLive", state.playing ? "off" : "polite");
    writePieces(one("[data-sentence]"), state.sentence);
    set(one("[data-action=halve]"), "hidden", !state.halve);
    write(one("[data-action=toggle]"), words.of(state.playing ? "pause" : state.play));
    for (const it of all("[data-action=toggle], [data-action=step], [data-action=part]")) set(it, "disabled", state.diverged);
    if (root.dataset.theme !== state.theme) {
      root.dataset.theme = state.theme;
      for (const [name, colour] of Object.entries(state.colours)) root.style.setProperty(`--${name}`, colour);
    }
    writeHyperparameters(state);
    writeControls(state);
    if (state.mode !== "network") writeDial(state);
    writeRace(state);
    writeKept(state);
    for (const it of all("[data-note]")) writePieces(it, state.notes[it.dataset.note] ?? []);
    writeEdits(state);
  };
}
