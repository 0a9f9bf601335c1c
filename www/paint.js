// Data made by hand, in the picture of the network's answers: the tools, and the events of
// pointer and keys, which are passed on.

/**
 * Ties painting in `root` to a figure. `writePieces(place, pieces)` writes words. Returns what is to be called with each of its states.
 */
export function connectPaint(root, figure, words, attempt, writePieces) {
  const one = (selector) => root.querySelector(selector);
  const canvas = one("[data-view=boundary]");
  const [toggle, tools, other] = [one("[data-paint=toggle]"), one("[data-tools]"), one("[data-paint=other]")];
  const painting = () => root.hasAttribute("data-painting");
  const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

  toggle.onclick = () => {
    attempt(() => figure.paint(!painting()));
    if (painting()) canvas.focus({ preventScroll: true });
  };
  one("[data-paint=clear]").onclick = () => attempt(() => figure.clearPainted());
  other.onclick = () => attempt(() => figure.paintOther());

  let stroke;
  canvas.addEventListener("pointerdown", (event) => {
    if (!painting() || event.button || stroke !== undefined) return;
    stroke = event.pointerId;
    canvas.setPointerCapture(stroke);
    root.setAttribute("data-dragging", "");
    attempt(() => figure.beginStroke(event.offsetX, event.offsetY));
  });
  canvas.addEventListener("pointermove", (event) => {
    if (event.pointerId === stroke) attempt(() => figure.strokeTo(event.offsetX, event.offsetY));
  });
  canvas.addEventListener("lostpointercapture", (event) => {
    if (event.pointerId !== stroke) return;
    stroke = undefined;
    root.removeAttribute("data-dragging");
    figure.endStroke();
  });
  canvas.addEventListener("keydown", (event) => {
    if (!painting() || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key, shiftKey } = event;
    if (moves[key]) figure.moveCross(...moves[key].map((step) => step * (shiftKey ? 0.1 : 1)));
    else if (key === "Enter" || key === " ") attempt(() => figure.dab());
    else if (key === "Delete" || key === "Backspace") attempt(() => figure.eraseNearest());
    else if ("123".includes(key)) figure.paintWith(key);
    else if (key === "Escape") toggle.click(), toggle.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  const button = ([id, pieces]) => {
    const it = document.createElement("button");
    it.type = "button";
    it.dataset.tool = id;
    writePieces(it, pieces);
    it.onclick = () => figure.paintWith(id);
    return it;
  };

  return ({ painting: now, scene }) => {
    if (painting() !== !!now) {
      root.toggleAttribute("data-painting", !!now);
      toggle.ariaPressed = !!now;
      one("[data-note=boundary_note]").ariaLive = now ? "polite" : "off";
      canvas.ariaLabel = words.of(now ? "paint_label" : scene.mode === "neuron" ? canvas.dataset.labelNeuron : canvas.dataset.label);
    }
    if (!now) return;
    const shown = JSON.stringify(now.tools);
    if (tools.dataset.shown !== shown) {
      tools.dataset.shown = shown;
      const at = tools.contains(document.activeElement) && document.activeElement.dataset.tool;
      tools.replaceChildren(...now.tools.map(button));
      if (at) tools.querySelector(`[data-tool="${at}"]`)?.focus();
    }
    for (const it of tools.children) it.ariaPressed = it.dataset.tool === now.tool;
    other.textContent = words.of(now.curve ? "paint_other_points" : "paint_other_curve");
  };
}
