// Tells what is pointed at: under the mouse, a long press, or where the keyboard reads.

/** How long a finger rests before it asks, in milliseconds, and how far it may move. */
const REST = 500;
const STILL = 10;

/**
 * Ties a network's pictures to the panel that tells of them. `writePieces(place, pieces)`
 * writes words. Returns what renews the panel when the figure's state has changed.
 */
export function connectProbe(root, figure, writePieces) {
  const overlay = root.querySelector("[data-probed]");
  const panel = root.querySelector("[data-probe]");
  const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  /** The view, the point (none: where the keyboard begins), and by what it is asked. */
  let asked;
  let playing = false;
  /** A finger that rests: its timer and where it came down; then whether it has asked. */
  let pressing;
  let pressed = false;

  /** Where one paints, the pointer and the keys do that. */
  const painted = (view) => view === "boundary" && root.hasAttribute("data-painting");

  const renew = () => {
    const told = asked && !painted(asked.view) && figure.probe(asked.view, asked.x, asked.y);
    overlay.hidden = !told;
    if (!told) return;
    if (asked.x !== undefined) Object.assign(asked, { x: told.x, y: told.y });
    // A screen reader hears what the keyboard asks for, not every frame of a run.
    panel.role = asked.by === "keyboard" && !playing ? "status" : null;
    const place = root.querySelector(`[data-view=${asked.view}]`).parentElement;
    if (overlay.parentElement !== place) place.append(overlay);
    for (const [name, value] of Object.entries({ x: told.x, y: told.y, "mark-x": told.mark_x, "mark-y": told.mark_y, top: told.upright?.[0] ?? 0, bottom: told.upright?.[1] ?? 0 })) {
      overlay.style.setProperty(`--${name}`, `${value}px`);
    }
    overlay.dataset.by = asked.by;
    for (const side of ["left", "above", "upright"]) overlay.toggleAttribute(`data-${side}`, !!told[side]);
    const [title, list] = panel.children;
    if (title.textContent !== told.title) title.textContent = told.title;
    while (list.children.length > told.rows.length) list.lastChild.remove();
    told.rows.forEach(({ name, text, value }, index) => {
      let row = list.children[index];
      if (!row) {
        row = document.createElement("div");
        row.append(document.createElement("dt"), document.createElement("dd"));
        list.append(row);
      }
      writePieces(row.firstChild, name);
      if (row.lastChild.textContent !== text) row.lastChild.textContent = text;
      row.lastChild.dataset.value = value ?? "";
    });
  };
  const ask = (next) => {
    asked = next;
    renew();
  };
  const lift = () => clearTimeout(pressing?.timer);

  for (const canvas of root.querySelectorAll("[data-view]")) {
    const { view } = canvas.dataset;
    const at = ({ offsetX: x, offsetY: y }) => ({ view, x, y });
    canvas.addEventListener("pointermove", (event) => {
      if (event.pointerType !== "touch") return ask(event.buttons ? undefined : { ...at(event), by: "mouse" });
      if (!pressed && pressing && Math.hypot(event.offsetX - pressing.x, event.offsetY - pressing.y) > STILL) lift();
    });
    canvas.addEventListener("pointerleave", ({ pointerType }) => pointerType !== "touch" && asked?.by === "mouse" && ask());
    canvas.addEventListener("pointerdown", (event) => {
      lift();
      pressed = false;
      if (event.pointerType !== "touch") return;
      pressing = at(event);
      pressing.timer = setTimeout(({ x, y }) => {
        pressed = true;
        ask({ view, x, y, by: "touch" });
      }, REST, pressing);
    });
    canvas.addEventListener("pointercancel", lift);
    canvas.addEventListener("pointerup", lift);
    // Who asks by a long press does not choose at the same time.
    canvas.addEventListener("click", (event) => pressed && event.stopImmediatePropagation(), { capture: true });
    canvas.addEventListener("contextmenu", (event) => pressed && event.preventDefault());
    canvas.addEventListener("focus", () => canvas.matches(":focus-visible") && ask({ view, by: "keyboard" }));
    canvas.addEventListener("blur", () => asked?.by === "keyboard" && ask());
    canvas.addEventListener("keydown", (event) => {
      const { mode } = root.dataset;
      const reads = mode === "network" ? ["boundary", "chart", "map", "curve"] : mode === "neuron" ? ["boundary"] : [];
      if (!moves[event.key] || painted(view)) return;
      if (!reads.includes(view)) {
        // These keys do something else here; of what they come to it is told.
        if (mode === "network" || mode === "neuron") asked = { view, by: "keyboard" };
        return;
      }
      event.preventDefault();
      const from = figure.probe(view, asked?.x, asked?.y) ?? figure.probe(view);
      // Ten pixels at a time; with Shift, one.
      const by = event.shiftKey ? 1 : 10;
      const [right, down] = moves[event.key];
      if (from) ask({ view, x: from.x + right * by, y: from.y + down * by, by: "keyboard" });
    });
  }
  root.addEventListener("keydown", ({ key }) => key === "Escape" && asked && ask());
  root.addEventListener("pointerdown", () => asked && asked.by !== "mouse" && ask());
  return (state) => {
    playing = state.playback.playing;
    if (asked) renew();
  };
}
