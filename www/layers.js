// The hidden layers' controls above the diagram: they pass on what is asked for.
import { set, style } from "./write.js";

/** Ties the controls to the figure; returns what writes a state into them. */
export function connectLayers(root, figure, words, attempt) {
  const place = root.querySelector("[data-layers]");
  const each = place.querySelector("[data-each]");
  const [fewer, more] = ["fewer", "more"].map((which) => place.querySelector(`[data-layer=${which}]`));
  fewer.onclick = () => attempt(() => figure.addLayer(false));
  more.onclick = () => attempt(() => figure.addLayer(true));

  const named = (it, key, hint, layer) => {
    it.ariaLabel = words.of(key).replace("{layer}", layer + 1);
    it.title = words.of(hint);
    return it;
  };
  const make = (layer) => {
    const group = document.createElement("span");
    group.className = "layer";
    group.role = "group";
    group.ariaLabel = words.of("layer_of").replace("{layer}", layer + 1);
    const button = (text, key, by) => {
      const it = named(Object.assign(document.createElement("button"), { type: "button", textContent: text }), key, "units_hint", layer);
      it.onclick = () => attempt(() => figure.addUnits(layer, by));
      return it;
    };
    const units = named(Object.assign(document.createElement("input"), { type: "text", inputMode: "numeric", autocomplete: "off" }), "units_of", "units_hint", layer);
    units.onchange = () => attempt(() => figure.setUnits(layer, units.value));
    const activation = named(document.createElement("select"), "activation_of", "activation_of_hint", layer);
    activation.onchange = () => attempt(() => figure.setActivation(layer, activation.value));
    group.append(button("−", "unit_fewer", -1), units, button("+", "unit_more", 1), activation);
    return group;
  };
  /** At a limit, a button says why it does no more. */
  const allow = (it, can, hint, why, most) => {
    set(it, "ariaDisabled", can ? null : "true");
    set(it, "title", can ? words.of(hint) : words.of(why).replace("{most}", most));
  };

  return ({ layers, options }) => {
    if (!layers) return;
    const activations = options.choices.activation;
    while (each.children.length > layers.each.length) each.lastChild.remove();
    while (each.children.length < layers.each.length) each.append(make(each.children.length));
    place.toggleAttribute("data-tight", layers.tight);
    style(place, "--room", `${layers.room}px`);
    layers.each.forEach(({ x, units, activation, more, fewer }, index) => {
      const group = each.children[index];
      const [less, count, another, select] = group.children;
      style(group, "--x", `${x}px`);
      if (count !== document.activeElement) set(count, "value", String(units));
      if (select.options.length !== activations.length) {
        select.replaceChildren(...activations.map((id) => new Option(words.of(`activation_${id}`) ?? id.replaceAll("_", " "), id)));
      }
      set(select, "value", activation);
      allow(less, fewer, "units_hint", "units_fewest");
      allow(another, more, "units_hint", "units_most", layers.most_units);
    });
    allow(fewer, layers.fewer, "layer_fewer_hint", "layers_fewest");
    allow(more, layers.more, "layer_more_hint", "layers_most", layers.most_layers);
  };
}
