// The demo page: one figure, whose experiment stands in the address. A page that begins with a
// scene of its own says so by the attribute.
const figure = document.querySelector("downhill-figure");
if (figure) {
  if (location.search || !figure.hasAttribute("query")) figure.query = location.search;
  figure.addEventListener("change", () => {
    const { query } = figure;
    history.replaceState(null, "", (query ? `?${query}` : location.pathname) + location.hash);
  });
}

// Once visited, the page works without a network. All of it in one file has nothing to keep.
if (document.querySelector("script[src]")) {
  // Where a browser keeps nothing, the page is as it was.
  navigator.serviceWorker?.register("offline.js").catch(() => {});
}
