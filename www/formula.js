// The function's field and its formulas: checked while one types, written out below.

/** An equation as MathML. The core makes it, out of its own names, signs and digits. */
function equation(left, right) {
  const math = document.createElementNS("http://www.w3.org/1998/Math/MathML", "math");
  math.innerHTML = `<mrow>${left}<mo>=</mo>${right}</mrow>`;
  return math;
}

function element(name, ...content) {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

/**
 * Ties the field in `root` to a figure; returns what is to be called with each of its
 * states. `settled()` is called when one has done with typing.
 */
export function connectFormula(root, figure, words, attempt, settled) {
  const one = (selector) => root.querySelector(selector);
  const [field, mark, problem] = [one("[data-key=function]"), one("[data-mark]"), one("[data-function-problem]")];
  let shown = "";
  let frame;

  /** Says what is wrong with the field's text, and under which characters; whether nothing is. */
  const say = (wrong) => {
    field.ariaInvalid = !!wrong;
    problem.hidden = !wrong;
    problem.textContent = wrong?.message ?? "";
    const text = [...field.value];
    const part = (from, to) => text.slice(from, to).join("");
    // What is missing at the end gets a mark of its own.
    mark.replaceChildren(...(wrong ? [part(0, wrong.from), element("u", part(wrong.from, wrong.to) || "\u2007")] : []));
    mark.scrollLeft = field.scrollLeft;
    return !wrong;
  };
  const check = () => say(figure.check(field.value));
  const apply = () => {
    cancelAnimationFrame(frame);
    frame = undefined;
    if (check() && field.value.trim() !== shown) attempt(() => figure.set("function", field.value));
  };
  const showAgain = () => {
    field.value = shown;
    // The figure has read it.
    say(null);
  };
  field.oninput = () => {
    root.setAttribute("data-typing", "");
    if (check()) frame ??= requestAnimationFrame(apply);
  };
  // Left as it was found, it has not changed, but may have been typed in.
  field.onchange = field.onblur = () => {
    apply();
    root.removeAttribute("data-typing");
    if (field.ariaInvalid === "false") showAgain();
    settled();
  };
  field.onkeydown = ({ key }) => {
    if (key === "Escape") showAgain();
  };
  field.onscroll = () => (mark.scrollLeft = field.scrollLeft);

  const place = one("[data-equations]");
  /** Long formulas are written smaller, down to three quarters; what is longer still is scrolled. */
  const fit = () => {
    place.style.setProperty("--fit", 1);
    place.style.setProperty("--fit", Math.max(0.75, Math.min(1, (0.99 * place.clientWidth) / place.scrollWidth)));
  };
  new ResizeObserver(fit).observe(place.parentElement);
  const writeEquations = (equations) =>
    place.replaceChildren(...equations.map(([left, right]) =>
      element("span", equation(left, right ?? ""), ...(right ? [] : [element("small", words.of("too_long"))]))));
  const write = ({ equations, steps }) => {
    writeEquations(figure.equations());
    fit();
    one("[data-derivation]").textContent = words.of(steps.length > 1 ? "derivation_of_two" : "derivation");
    one("[data-steps]").replaceChildren(...(steps.length > 1 ? [element("p", words.of("derivation_note"))] : []), ...steps.map((of, index) => {
      const lines = of.map(([rule, before, after]) => element("li", element("span", rule), " ", equation(before, after)));
      const [left, right] = equations[index + 1];
      return element("section", equation(left, right ?? "<mo>…</mo>"), element("ol", ...lines));
    }));
  };
  let [written, numbers] = ["", ""];
  return ({ controls, scene }) => {
    if (controls.function !== shown) {
      shown = controls.function;
      if (!root.hasAttribute("data-typing")) showAgain();
    }
    // What is not in sight is not asked for.
    if (!shown || !scene.parts.includes("written")) return;
    const turned = numbers !== controls.numbers;
    numbers = controls.numbers;
    if (shown !== written) {
      write(figure.written());
      written = shown;
    } else if (numbers === "true" || turned) {
      writeEquations(figure.equations());
      // Not with each step: its numbers are about as long as those before.
      if (turned) fit();
    }
  };
}
