// The figure as an ordinary script, with all that it needs in itself: it hands it to the element.
import { start } from "./figure.js";

const element = customElements.get("downhill-figure") as unknown as { load?: () => unknown };
element.load = async () => ({ start });
