/* A bar or a line opens its evidence. */
const panel = document.getElementById("panel");
const layer = document.getElementById("told");

function choose(number) {
  const mark = feed.marks[number];
  document.querySelectorAll("[data-mark]").forEach((element) => element.classList.toggle("chosen", element.dataset.mark === String(number)));
  if (mark.told && layer && !layer.checked) { layer.checked = true; show(); }
  const head = make("p", "meta"), list = make("ol", "quotes");
  head.append(make("span", "sign " + mark.polarity, mark.word), make("span", "", " · " + mark.when + " · " + mark.pieces.length.toLocaleString("en")));
  mark.pieces.forEach(([edge, position]) => list.append(quotation(feed.edges[edge][position])));
  panel.replaceChildren(make("h2", "", mark.ends), head, list);
  panel.scrollTop = 0;
  panel.focus({ preventScroll: true });
}

function quotation(piece) {
  const item = make("li"), paper = feed.documents[piece.document], source = make("p", "source");
  if (piece.quote) item.append(make("blockquote", "", "“" + piece.quote.replace(/\s+/g, " ").trim() + "”"));
  item.append(feed.kind === "meetings" ? make("p", "who", [piece.holder + " and " + piece.target, piece.place, piece.met].filter(Boolean).join(", ")) : said(piece));
  source.append(make("cite", "", paper.title), make("span", "", ["", paper.date, paper.archive, paper.record].filter((part, i) => i === 0 || part).join(" · ")));
  item.append(source, copyButton(paper.citation));
  return item;
}

function said(piece) {
  const line = make("p", "who"), surely = Math.round(piece.confidence * 100) + "% sure";
  if (piece.told) line.append(make("em", "", "as told by "));
  line.append(make("strong", "", piece.speaker || "Unsigned text"), make("span", "", piece.addressee ? " to " + piece.addressee : ""));
  if (feed.kind !== "stances") return line;
  const facts = [piece.holder + " → " + piece.target, spaced(piece.act || ""), piece.modality === "actual" ? "" : piece.modality, surely];
  line.append(make("br"), make("span", "number", facts.filter(Boolean).join(" · ")));
  return line;
}

function copyButton(citation) {
  const button = make("button", "copy", "Copy citation");
  button.type = "button";
  button.title = citation;
  button.addEventListener("click", async () => {
    try { await navigator.clipboard.writeText(citation); button.textContent = "Copied"; } catch { button.replaceWith(make("p", "source", citation)); }
  });
  return button;
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
