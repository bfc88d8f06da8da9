/* The panel beside the picture: the evidence of a tie, or the dossier of an actor. */
function open(...parts) {
  const panel = $("panel");
  panel.replaceChildren(...parts);
  panel.scrollTop = 0;
}

function showHint() {
  open(make("h2", "", "Evidence"), make("p", "hint", "Choose a line to read the sentences behind it, or a point to see an actor’s ties and meetings."), strongest());
}

function strongest() {
  const box = make("div"), rows = feed.edges.filter(shown).sort((a, b) => b.weight - a.weight || a.id - b.id).slice(0, 8);
  box.append(make("h3", "", "Most evidence"), tieList(rows, (edge) => ends(edge)));
  return box;
}

function ends(edge) { return nodeOf(edge.from).label + (feed.directed ? " → " : " – ") + nodeOf(edge.to).label; }

function tieList(edges, name) {
  const list = make("ul", "list");
  edges.forEach((edge) => {
    const item = make("li"), button = make("button");
    button.type = "button";
    button.append(sample(edge.polarity, edge.told), make("span", "name", name(edge)), make("span", "count", edge.weight.toLocaleString("en")));
    button.setAttribute("aria-label", name(edge) + ": " + word(edge) + ", " + pieces(edge.weight));
    button.addEventListener("click", () => { choose(null, edge.id); $("panel").focus(); });
    item.append(button);
    list.append(item);
  });
  return list;
}

function showEdge(edge) {
  const meta = make("p", "meta"), others = feed.edges.filter((other) => other.id !== edge.id && between(other, edge));
  meta.append(sign(edge), make("span", "", " · " + pieces(edge.weight) + " · " + span(edge)));
  const parts = [make("h2", "", ends(edge)), meta];
  if (edge.acts.length && feed.about.kind === "stances") parts.push(make("p", "meta", edge.acts.map(spaced).join(", ").toLowerCase()));
  if (edge.evidence.length > 1) parts.push(orderButton(edge));
  parts.push(quotes(edge));
  if (edge.weight > edge.evidence.length) parts.push(make("p", "meta", "Shown are the newest " + edge.evidence.length + " of " + edge.weight.toLocaleString("en") + "; the graph holds them all."));
  if (others.length) parts.push(make("h3", "", "Between the same two"), tieList(others, (other) => ends(other) + ", " + word(other)));
  open(...parts);
}

function between(a, b) { return (a.from === b.from && a.to === b.to) || (a.from === b.to && a.to === b.from); }
function spaced(text) { return text.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"); }

function orderButton(edge) {
  const button = make("button", "copy", state.order === "newest" ? "Surest first" : "Newest first");
  button.type = "button";
  button.addEventListener("click", () => { state.order = state.order === "newest" ? "surest" : "newest"; showEdge(edge); });
  return button;
}

function quotes(edge) {
  const list = make("ol", "quotes"), rows = [...edge.evidence];
  if (state.order === "surest") rows.sort((a, b) => b.confidence - a.confidence);
  rows.forEach((piece) => list.append(quotation(piece)));
  return list;
}

function quotation(piece) {
  const item = make("li"), paper = feed.documents[piece.document];
  if (piece.quote) item.append(make("blockquote", "", "“" + piece.quote.replace(/\s+/g, " ").trim() + "”"));
  item.append(feed.about.kind === "meetings" ? met(piece) : said(piece));
  const source = make("p", "source");
  source.append(make("cite", "", paper.title));
  const rest = [paper.date, paper.archive, paper.record].filter(Boolean).join(" · ");
  if (rest) source.append(make("span", "", " · " + rest));
  item.append(source, copyButton(paper.citation));
  return item;
}

function met(piece) {
  const line = make("p", "who", piece.holder + " and " + piece.target);
  const where = [piece.place, piece.met].filter(Boolean).join(", ");
  if (where) line.append(make("br"), make("span", "number", where));
  if (piece.told) line.append(make("span", "told", " (" + told + ")"));
  return line;
}

function said(piece) {
  const line = make("p", "who"), speaker = piece.speaker || "Unsigned text";
  if (piece.told) line.append(make("span", "told", "as told by "));
  line.append(make("strong", "", speaker));
  if (piece.addressee) line.append(make("span", "", " to " + piece.addressee));
  if (feed.about.kind !== "stances") return line;
  const facts = [piece.holder + " → " + piece.target, spaced(piece.act || "").toLowerCase(), piece.modality === "actual" ? "" : piece.modality, Math.round(piece.confidence * 100) + "% sure"];
  line.append(make("br"), make("span", "number", facts.filter(Boolean).join(" · ")));
  return line;
}

function copyButton(citation) {
  const button = make("button", "copy", "Copy citation");
  button.type = "button";
  button.title = citation;
  button.addEventListener("click", async () => { button.textContent = (await copied(citation)) ? "Copied" : "Not copied"; });
  return button;
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

function showNode(node) {
  const ties = feed.edges.filter((edge) => shown(edge) && (edge.from === node.id || edge.to === node.id)).sort((a, b) => b.weight - a.weight || a.id - b.id);
  const parts = [make("h2", "", node.label), make("p", "meta", [node.kind === "unknown" ? "" : node.kind, plural(node.met, "meeting", "meetings"), plural(ties.length, "tie", "ties")].filter(Boolean).join(" · "))];
  const group = (title, rows, name) => { if (rows.length) parts.push(make("h3", "", title), tieList(rows.slice(0, 15), name)); };
  const far = (edge) => nodeOf(edge.from === node.id ? edge.to : edge.from).label;
  if (feed.directed) {
    group("Towards others", ties.filter((edge) => edge.from === node.id), (edge) => word(edge) + ": " + far(edge));
    group("From others", ties.filter((edge) => edge.to === node.id), (edge) => far(edge) + ": " + word(edge));
  } else group("Met", ties, far);
  if (node.meetings.length) parts.push(make("h3", "", "Meetings, newest first"), meetingList(node));
  open(...parts);
}

function meetingList(node) {
  const list = make("ul", "list");
  node.meetings.forEach(([date, title]) => {
    const item = make("li"), line = make("p");
    line.append(make("time", "", date || "undated"), make("span", "", title));
    item.append(line);
    list.append(item);
  });
  if (node.met > node.meetings.length) list.append(make("li", "meta", "and " + (node.met - node.meetings.length) + " more"));
  return list;
}
