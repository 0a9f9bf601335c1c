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
 * Returns what writes a state into the markup in `root`: called with the state and the groups of
 * it that have changed. `words` has the page's texts, `attempt(action)` does something and says
 * what went wrong, and `others` are more writers, each followed by the groups that it writes.
 */
export function writer(root, figure, words, attempt, others) {
  // Only for what stands in the markup from the beginning to the end.
  const all = remembering((selector) => [...root.querySelectorAll(selector)]);
  const one = remembering((selector) => root.querySelector(selector));

  const writePieces = pieceWriter(words);

  /** The table of one's own: what was read of it, and what its columns are for. */
  const writeTable = ({ table }) => {
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
  const writeFeatures = ({ features }) => {
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

  /** The weights' names, in lists and at the diagram. */
  const writeWeights = ({ weights, controls, scene }) => {
    for (const it of all("[data-weights]")) writeOptions(it, weights.map((name, index) => [index, name]));
    if (scene.mode !== "network") return;
    const diagram = one("[data-view=diagram]");
    label(diagram, "aria-valuemax", String(weights.length - 1));
    label(diagram, "aria-valuenow", controls.weight);
    label(diagram, "aria-valuetext", weights[controls.weight]);
  };

  const writeControls = ({ controls, sliders, options: { choices } }) => {
    for (const it of all("[data-choices]")) {
      const ids = choices[it.dataset.key];
      // An address may ask for what no list offers, such as tanh-relu.
      const chosen = controls[it.dataset.key];
      if (it.ids === ids && it.chosen === chosen) continue;
      Object.assign(it, { ids, chosen });
      const offered = ids.includes(chosen) ? ids : [chosen, ...ids];
      writeOptions(it, offered.map((id) => [id, words.of(`${it.dataset.key}_${id}`) ?? (id.replaceAll("_", " ") || words.of("example_none"))]));
    }
    const exports = one("[data-exports]");
    if (!exports.options.length) {
      exports.append(...figure.exports().map(([id]) => new Option(words.of(`export_${id}`), id)));
    }
    set(one("[data-spaces]"), "hidden", controls.chart !== "hidden_space" || choices.hidden_layer.length < 2);
    for (const it of all("[data-key]")) {
      // What is typed and cannot be done stays, to be put right.
      if (it.ariaInvalid !== "true" && (it !== document.activeElement || it.tagName === "SELECT")) {
        set(it, "value", sliders[it.dataset.key]?.text ?? controls[it.dataset.key]);
      }
    }
    for (const it of all("[data-toggle]")) set(it, "ariaPressed", controls[it.dataset.toggle]);
    set(one("[data-action=hold]"), "ariaPressed", String(controls.plane_at !== ""));
  };

  const writeSliders = ({ sliders, notes, scene }) => {
    for (const it of all("[data-slider]")) {
      const { place, places, text } = sliders[it.dataset.slider] ?? { place: 0, places: 1, text: "" };
      set(it, "max", String(places - 1));
      set(it, "value", String(place));
      // What comes of a step size is said with it.
      const scaled = it.dataset.slider === "learning_rate" && scene.mode !== "network";
      const here = scaled ? [". ", ...(notes.dial_here ?? []).map(({ text }) => text)] : [];
      label(it, "aria-valuetext", [text, ...here].join(""));
    }
  };

  /** The share of the samples that this epoch has visited, and will have after the coming step. */
  const writeEpoch = ({ epoch: { visits: [seen, soon] } }) => {
    style(one("[data-visits]"), "--seen", String(seen));
    style(one("[data-visits]"), "--soon", String(soon));
  };

  /** Where one is in the run, and where one can go. */
  const writeTimeline = ({ timeline: { at, furthest, rose, text } }) => {
    const slider = one("[data-timeline]");
    set(slider, "max", String(furthest));
    set(slider, "value", String(at));
    label(slider, "aria-valuetext", text);
    write(one("[data-time]"), text);
    set(one("[data-action=toRose]"), "hidden", rose === null);
    write(one("[data-action=toRose]"), words.of("rose").replace("{iteration}", rose));
    for (const it of all("[data-action=stepBack], [data-action=toStart]")) set(it, "disabled", at === 0);
    set(one("[data-action=toEnd]"), "disabled", at === furthest);
    set(slider, "disabled", furthest === 0);
  };

  /** What can be done: play, step, undo. */
  const writePlayback = ({ playback: { playing, predicting, diverged, can_undo, can_halve }, scene }) => {
    write(one("[data-action=toggle]"), words.of(playing ? "pause" : scene.play));
    for (const it of all("[data-action=toggle], [data-action=step], [data-action=part]")) set(it, "disabled", diverged);
    set(one("[data-action=undo]"), "disabled", !can_undo);
    set(one("[data-action=halve]"), "hidden", !can_halve);
    root.toggleAttribute("data-asking", predicting);
  };

  const writeSentence = ({ sentence, playback }) => {
    set(one("[data-sentence]"), "ariaLive", playback.playing ? "off" : "polite");
    writePieces(one("[data-sentence]"), sentence);
  };

  const writeNotes = ({ notes }) => {
    for (const it of all("[data-note]")) writePieces(it, notes[it.dataset.note] ?? []);
  };

  const writeTheme = ({ theme: { id, colours } }) => {
    if (root.dataset.theme === id) return;
    root.dataset.theme = id;
    for (const [name, colour] of Object.entries(colours)) root.style.setProperty(`--${name}`, colour);
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
  const writeMode = ({ scene: { mode } }) => {
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
  const writeScene = ({ scene, options: { scenes } }) => {
    if (scene.id === shownScene) return;
    shownScene = root.dataset.scene = scene.id;
    for (const it of controls) one(scene.parts.includes(it.dataset.part) ? "[data-controls]" : "[data-away]").append(it);
    for (const it of parts) it.toggleAttribute("data-left-out", !controls.includes(it) && !scene.parts.includes(it.dataset.part));
    one("[data-scenes]").replaceChildren(...scenes.map((id, index) => {
      const button = document.createElement("button");
      Object.assign(button, { type: "button", ariaPressed: id === scene.id });
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
  const writeSteps = ({ steps }) => {
    const list = one("[data-four]");
    steps.forEach(({ words: said, line, values, lit }, index) => {
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
  const writeChainRule = ({ chain_rule: chain }) => {
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
  const writeNumbers = ({ numbers, epoch }) => {
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
      set(row, "hidden", key === "batch_loss" && epoch.sees_all);
    });
  };

  /** A function's list, its domain and its stationary points. */
  const writeFunction = ({ function: { id, conditioned, domain, spots }, options: { functions } }) => {
    const groups = one("[data-functions]");
    if (!groups.options.length) {
      for (const dim of [1, 2]) {
        const group = document.createElement("optgroup");
        group.label = words.of(`functions_${dim}`);
        const of = functions.filter((it) => it.dim === dim);
        group.append(...of.map(({ id, name }) => new Option(name, id)));
        groups.append(group);
      }
      groups.prepend(Object.assign(new Option(words.of("function_typed"), ""), { hidden: true, disabled: true }));
    }
    set(groups, "value", id);
    set(one("[data-conditioned]"), "hidden", !conditioned);
    all("[data-domain] input").forEach((it, index) => set(it, "value", domain[index] ?? ""));
    const table = one("[data-spots]");
    for (const body of [...table.tBodies]) body.remove();
    let last;
    for (const { sign, name, place, value } of spots) {
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

  /** The races on offer. */
  const writeRaces = ({ options: { races }, controls }) => {
    writeOptions(one("[data-races]"), races);
    set(one("[data-races]"), "value", controls.race);
    set(one("[data-action=dropTen]"), "ariaPressed", String(controls.race === "starts"));
  };

  /** Who races, where they are and how they stand. */
  const writeRacers = ({ racers }) => {
    root.toggleAttribute("data-racing", racers.length > 0);
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

  /** The runs that are kept, beside the present one: what each has come to, and what differs. */
  const writeKept = ({ kept: { runs, share } }) => {
    const table = one("[data-kept]");
    const pictures = one("[data-kept-pictures]");
    table.hidden = pictures.hidden = !runs.length;
    pictures.toggleAttribute("data-many", runs.length > 3);
    write(one("[data-kept-share]"), share);
    // While it plays, only numbers change: who is about to press a button still finds it.
    const told = JSON.stringify(runs.map(({ told }) => told));
    if (table.dataset.shown !== told) {
      table.dataset.shown = told;
      for (const body of [...table.tBodies]) body.remove();
      runs.forEach(({ sign, mark, name, told }, index) => {
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
    runs.forEach(({ numbers, values }, index) => {
      const [, ...cells] = table.tBodies[index].rows[0].cells;
      cells.forEach((cell, column) => write(cell, numbers[column]));
      table.tBodies[index].dataset.values = JSON.stringify(values);
    });
  };

  /** The outcome of each step size, along its slider. */
  const writeStepSizeScale = ({ step_size_scale: scale }) => {
    const strip = one("[data-dial]");
    strip.ariaLabel = scale.label;
    strip.replaceChildren(...scale.places.map(({ end, title }) => {
      const place = Object.assign(document.createElement("i"), { title });
      place.dataset.end = end;
      return place;
    }));
    for (const mark of ["overshoots", "settles"]) {
      if (scale[mark] === null) continue;
      const it = document.createElement("i");
      it.dataset.limit = mark;
      it.style.setProperty("--at", scale[mark]);
      strip.append(it);
    }
  };

  let shownHyperparameters;
  const writeHyperparameters = ({ hyperparameters, controls }) => {
    const shown = [controls.optimizer, ...hyperparameters.map(({ key }) => key)].join();
    if (shown !== shownHyperparameters) {
      shownHyperparameters = shown;
      one("[data-hyperparameters]").replaceChildren(...hyperparameters.map(hyperparameter));
    }
    for (const { key, value } of hyperparameters) {
      const input = root.querySelector(`[data-hyperparameter="${key}"]`);
      if (input !== document.activeElement) set(input, "value", String(value));
    }
  };

  let shownEdits;
  const writeEdits = ({ edits }) => {
    const shown = edits.join("\n");
    if (shown === shownEdits) return;
    shownEdits = shown;
    const items = edits.map((text, index) => {
      const item = document.createElement("span");
      const remove = document.createElement("button");
      remove.type = "button";
      remove.textContent = words.of("edit_remove");
      remove.onclick = () => attempt(() => figure.removeEdit(index));
      item.append(text, " ", remove);
      return item;
    });
    one("[data-edits]").replaceChildren(words.of(shown ? "edits" : "edits_none"), ...items);
  };

  const writers = [
    [writeMode, "scene"],
    [writeScene, "scene"],
    [writePlayback, "playback", "scene"],
    [writeTimeline, "timeline"],
    [writeSteps, "steps"],
    [writeChainRule, "chain_rule"],
    [writeSentence, "sentence", "playback"],
    [writeNumbers, "numbers", "epoch"],
    [writeNotes, "notes"],
    [writeFunction, "function"],
    [writeRaces, "options", "controls"],
    [writeRacers, "racers"],
    [writeWeights, "weights", "controls"],
    [writeControls, "controls", "sliders", "options", "weights"],
    [writeSliders, "sliders", "notes"],
    [writeStepSizeScale, "step_size_scale"],
    [writeHyperparameters, "hyperparameters", "controls"],
    [writeFeatures, "features"],
    [writeTable, "table"],
    [writeEpoch, "epoch"],
    [writeKept, "kept"],
    [writeEdits, "edits"],
    [writeTheme, "theme"],
    ...others,
  ];
  return (state, changes) => {
    // Another scene shows other elements: all of them are written anew.
    const due = (group) => "scene" in changes || group in changes;
    for (const [write, ...groups] of writers) if (groups.some(due)) write(state);
  };
}
