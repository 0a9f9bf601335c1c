// The demo page: one figure, whose experiment stands in the address.
const figure = document.querySelector("downhill-figure");
if (figure) {
  figure.query = location.search;
  figure.addEventListener("change", () => {
    const { query } = figure;
    history.replaceState(null, "", (query ? `?${query}` : location.pathname) + location.hash);
  });
}
