/* A bar or a line opens its evidence. */
const panel = document.getElementById("panel");
const layer = document.getElementById("told");

function choose(number) {
  const mark = feed.marks[number];
  document.querySelectorAll("[data-mark]").forEach((element) => element.classList.toggle("chosen", element.dataset.mark === String(number)));
  if (mark.told && layer && !layer.checked) { layer.checked = true; show(); }
  const head = make("p", "meta"), list = make("ol", "quotes");
  head.append(make("span", "sign " + mark.polarity, mark.word), make("span", "", " · " + mark.when + " · " + mark.pieces.length.toLocaleString("en")));
  mark.pieces.forEach(([edge, position]) => list.append(quotation(feed.edges[edge], feed.edges[edge].evidence[position])));
  panel.replaceChildren(make("h2", "", mark.ends), head, list);
  panel.scrollTop = 0;
  panel.focus({ preventScroll: true });
}

function show() { document.body.classList.toggle("with-told", layer.checked); }

document.addEventListener("click", (event) => {
  const hit = event.target.closest("[data-mark]");
  if (hit) choose(Number(hit.dataset.mark));
});
if (layer) {
  layer.checked = feed.marks.every((mark) => mark.told);
  layer.addEventListener("change", show);
  show();
}
