// The demo page: one figure, whose experiment stands in the address.
import { mount } from "./downhill.js";

mount(document.getElementById("downhill"), {
  query: location.search,
  onQuery(query) {
    history.replaceState(null, "", (query ? "?" + query : location.pathname) + location.hash);
  },
});
