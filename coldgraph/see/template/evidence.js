/* The evidence of a tie: how it drifts, and each sentence with who says it, where it stands, and how to cite it. */
const AT_ONCE = innerWidth < 900 ? 15 : 40;

function showEdge(edge) {
  const meta = make("p", "meta"), row = tally.edges[edge.id], rows = kept(edge);
  meta.append(sign(edge), make("span", "", " · " + pieces(rows.length) + " · " + dates((row || edge).first, (row || edge).last)));
  const parts = [make("h2", "", ends(edge)), meta];
  if (edge.acts.length && matter === "stances") parts.push(make("p", "meta", edge.acts.map(spaced).join(", ")));
  parts.push(...disputed(edge), ...drifts(edge));
  if (rows.length > 1) parts.push(orderSwitch());
  parts.push(...quotations(edge, rows));
  const others = feed.edges.filter((other) => other.id !== edge.id && shown(other) && between(other, edge));
  if (others.length) parts.push(make("h3", "", "Between the same two"), tieList(others, (other) => ends(other) + ", " + word(other)));
  return parts;
}

function disputed(edge) {
  const pair = contested.get(edge.from + "-" + edge.to);
  if (!pair) return [];
  const line = make("p", "disputed"), counts = ([friendly, hostile]) => number(friendly) + " friendly and " + number(hostile) + " hostile";
  line.append(contestMark(), make("span", "", "Contested: " + (pair.why === "both" ? counts(pair.own) + " statements towards the same side."
    : "their own statements are " + counts(pair.own) + ", what others tell is " + counts(pair.told) + ".")));
  return [line];
}

function contestMark() {
  const svg = shape("svg", { width: 14, height: 14, viewBox: "0 0 14 14", "aria-hidden": "true" });
  svg.append(shape("path", { d: "M3 11A5.6 5.6 0 0 1 11 3Z", fill: "currentColor", class: "positive" }), shape("path", { d: "M11 3A5.6 5.6 0 0 1 3 11Z", fill: "currentColor", class: "negative" }));
  return svg;
}

/* One chart a direction. */
function drifts(edge) {
  if (!(firstMonth < lastMonth)) return [];
  const way = (from, to) => timeless(feed.edges.filter((other) => other.from === from && other.to === to));
  const there = way(edge.from, edge.to), back = way(edge.to, edge.from), name = (a, b) => nodeOf(a).label + (feed.directed ? " → " : " – ") + nodeOf(b).label;
  const charts = [[name(edge.from, edge.to), there], [name(edge.to, edge.from), back]].slice(0, edge.from === edge.to ? 1 : 2).filter(([, rows]) => rows.length > 1).map(([title, rows]) => drift(title, rows));
  return charts.length ? [make("h3", "", "In time"), ...charts, driftNote()] : [];
}

function orderSwitch() {
  const group = make("div", "switch");
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", "Order");
  [["newest", "Newest first"], ["strongest", "Strongest first"]].forEach(([order, text]) => {
    const one = button("", text, () => { state.order = order; showPanel(); document.querySelector(".switch [aria-pressed=true]").focus(); remember(); });
    one.setAttribute("aria-pressed", String(state.order === order));
    group.append(one);
  });
  return group;
}

function quotations(edge, rows) {
  const list = make("ol", "quotes"), worded = rows.filter((piece) => piece.holder !== undefined || piece.quote !== undefined), made = [list];
  if (state.order === "strongest") worded.sort((a, b) => b.confidence - a.confidence);
  worded.slice(0, AT_ONCE).forEach((piece) => list.append(quotation(edge, piece)));
  if (worded.length > AT_ONCE) made.push(moreQuotes(edge, worded, list));
  if (rows.length > worded.length) made.push(make("p", "meta", "The words of the newest " + number(worded.length) + " of " + number(rows.length) + " are on this page; the graph holds them all. A page of fewer years brings them."));
  return made;
}

function moreQuotes(edge, worded, list) {
  const more = button("more", "", () => {
    const at = list.children.length;
    worded.slice(at, at + 100).forEach((piece) => list.append(quotation(edge, piece)));
    name();
  });
  const name = () => { more.textContent = "Show more: " + number(worded.length - list.children.length) + " left"; more.hidden = list.children.length >= worded.length; };
  name();
  return more;
}
