/* What is shown as files: a picture as PNG or SVG, ties and evidence as CSV. */
const RISKY = /^[=+\-@\t\r]/;

/* A cell that a spreadsheet would run as a formula begins with an apostrophe. */
function cell(value) {
  const text = typeof value === "string" && RISKY.test(value) ? "'" + value : String(value);
  return /[",\n\r]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
}

function csv(head, rows) { return "\ufeff" + [head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n"; }

function tiesCsv() {
  const head = ["source", "target", "source_label", "target_label", "word", "attributed", "weight", "confidence", "acts", "first", "last"];
  return csv(head, sorted().map((edge) => {
    const row = tally.edges[edge.id], from = nodeOf(edge.from), to = nodeOf(edge.to);
    return [from.iri, to.iri, from.label, to.label, feed.lines[edge.polarity].word, edge.told, row.count, row.confidence, edge.acts.join(", "), row.first, row.last];
  }));
}

function evidenceCsv() {
  const words = ["speaker", "addressee", "holder", "target", "act", "modality", "quote"], papers = ["title", "date", "archive", "record", "citation"];
  const rows = sorted().flatMap((edge) => kept(edge).map((piece) => [nodeOf(edge.from).label, nodeOf(edge.to).label, feed.lines[edge.polarity].word, edge.told, piece.confidence, piece.day,
    ...words.map((key) => said(piece, key).replace(/\s+/g, " ")), ...papers.map((key) => paperOf(piece)[key] || "")]));
  return csv(["from", "to", "word", "attributed", "confidence", "earliest", ...words, "document", ...papers.slice(1)], rows);
}

function svgText() { return new XMLSerializer().serializeToString(sheet()); }

async function pngBlob() {
  const text = svgText(), image = new Image(), canvas = document.createElement("canvas");
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text);
  await image.decode();
  canvas.width = image.naturalWidth * 2;
  canvas.height = image.naturalHeight * 2;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => { canvas.toBlob(done, "image/png"); });
}

function keep(blob, ending) {
  const link = make("a"), address = URL.createObjectURL(blob);
  link.href = address;
  link.download = (fold(document.title).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60) || "network") + ending;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 2000);
}

function startFiles() {
  const files = {
    png: async () => keep(await pngBlob(), ".png"),
    svg: () => keep(new Blob([svgText()], { type: "image/svg+xml" }), ".svg"),
    ties: () => keep(new Blob([tiesCsv()], { type: "text/csv;charset=utf-8" }), "-ties.csv"),
    evidence: () => keep(new Blob([evidenceCsv()], { type: "text/csv;charset=utf-8" }), "-evidence.csv"),
    print: () => print(),
  };
  Object.entries(files).forEach(([name, act]) => $("save-" + name).addEventListener("click", () => { $("save").open = false; act(); }));
  $("save-link").addEventListener("click", async () => { $("save-link").textContent = (await copied(location.href)) ? "Link copied" : "Not copied"; });
  document.addEventListener("click", (event) => { if (!$("save").contains(event.target)) $("save").open = false; });
  addEventListener("beforeprint", beforePrint);
  addEventListener("afterprint", afterPrint);
}

/* On paper the picture is an SVG in the light colours, and the table so long as two or three sheets hold. */
const ROWS_ON_PAPER = 120;
function beforePrint() {
  paint("light");
  const wide = 1000, high = 620, ids = framed ? [...tally.nodes.keys()] : [], view = ids.length ? viewOfAll(ids, wide, high, 160) : { ...viewNow(), scale: viewNow().scale * wide / $("stage").clientWidth };
  const picture = drawn(tally, wide, high, view, 80);
  picture.id = "printed";
  $("printed").replaceWith(picture);
  sorting.screen = sorting.rows;
  Object.assign(sorting, { rows: ROWS_ON_PAPER, printed: true });
  tableBody();
  if (state.periods) drawPeriods();
}

function afterPrint() {
  Object.assign(sorting, { rows: sorting.screen, printed: false });
  tableBody();
  refresh();
}
