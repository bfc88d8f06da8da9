/* A quotation: the sentence, who says it, where it stands, and how to cite it. */
const matter = feed.about.kind;
const told = matter === "meetings" ? "only told of" : "as told by others";

function said(piece, key) { return piece[key] === undefined ? "" : feed.words[piece[key]]; }
function paperOf(piece) { return feed.documents[piece.document]; }

function quotation(edge, piece) {
  const item = make("li"), paper = paperOf(piece), quote = said(piece, "quote");
  if (quote) item.append(make("blockquote", "", "“" + quote.replace(/\s+/g, " ").trim() + "”"));
  item.append(matter === "meetings" ? meetingLine(edge, piece) : speechLine(edge, piece), source(paper));
  const cite = make("p", "cite");
  cite.append(make("span", "", paper.citation), copyButton(paper.citation));
  item.append(cite);
  return item;
}

function source(paper) {
  const line = make("p", "source"), title = make("cite", "", paper.title);
  if (paper.link) {
    const link = make("a");
    link.href = paper.link;
    link.rel = "noreferrer noopener";
    link.target = "_blank";
    link.append(title);
    line.append(link);
  } else line.append(title);
  const rest = [paper.date, paper.archive, paper.record].filter(Boolean).join(" · ");
  if (rest) line.append(make("span", "", " · " + rest));
  return line;
}

function meetingLine(edge, piece) {
  const line = make("p", "who", said(piece, "holder") + " and " + said(piece, "target"));
  const where = [said(piece, "place"), said(piece, "met")].filter(Boolean).join(", ");
  if (where) line.append(make("br"), make("span", "number", where));
  if (edge.told) line.append(make("span", "told", " (" + told + ")"));
  return line;
}

function speechLine(edge, piece) {
  const line = make("p", "who");
  if (edge.told) line.append(make("span", "told", "as told by "));
  line.append(make("strong", "", said(piece, "speaker") || "Unsigned text"));
  if (said(piece, "addressee")) line.append(make("span", "", " to " + said(piece, "addressee")));
  if (matter !== "stances") return line;
  const modality = said(piece, "modality");
  const facts = [said(piece, "holder") + " → " + said(piece, "target"), spaced(said(piece, "act")), modality === "actual" ? "" : modality, Math.round(piece.confidence * 100) + "% sure"];
  line.append(make("br"), make("span", "number", facts.filter(Boolean).join(" · ")));
  return line;
}

function copyButton(citation) {
  const made = button("copy", "Copy citation", async () => { made.textContent = (await copied(citation)) ? "Copied" : "Not copied"; });
  return made;
}

async function copied(text) {
  try { await navigator.clipboard.writeText(text); return true; } catch { return copiedByHand(text); }
}

function copiedByHand(text) {
  const field = make("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}
