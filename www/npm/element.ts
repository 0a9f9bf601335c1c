// The element of the npm package: its figure is a part of the bundle, fetched when it is wanted.
import "../downhill.js";

const element = customElements.get("downhill-figure") as unknown as { load?: () => unknown };
element.load ??= () => import("../figure/figure.js");
