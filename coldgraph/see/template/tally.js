/* What is shown: each piece of evidence is asked anew with every change of a filter. */
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
let tally = null;

function monthOf(day) {
  const found = /^(\d{4})(?:-(\d\d))?/.exec(day);
  return found ? Number(found[1]) * 12 + (found[2] ? Number(found[2]) - 1 : 0) : null;
}

/* The holding institution: what stands before the first comma or colon, or before a record group. */
function repository(paper) { return (paper.archive || "").split(/[,:;]| RG \d/)[0].trim() || "archive not named"; }

/* One name for an institution that is written in several ways: in other capitals, or going on after a name of two words and more
   that stands alone elsewhere ("National Archives and Records Administration"), unless it goes on to say whose ("of Canada"). */
function institutions(names) {
  const made = new Map(), heads = [...names].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const goesOn = (name, head) => head.includes(" ") && name.startsWith(head + " ") && !/^(of|for|in|at|to|de|du|der|da) /.test(name.slice(head.length + 1));
  heads.forEach((name) => {
    const low = name.toLowerCase(), head = [...made.values()].find((known) => known.toLowerCase() === low || goesOn(low, known.toLowerCase()));
    made.set(name, head || name);
  });
  return made;
}
const institution = institutions(new Set(feed.documents.map(repository)));

feed.edges.forEach((edge) => edge.evidence.forEach((piece) => {
  piece.day = "earliest" in piece ? piece.earliest : paperOf(piece).earliest || "";
  piece.month = monthOf(piece.day);
  piece.acts = said(piece, "act").split(", ").filter(Boolean);
  piece.archive = institution.get(repository(paperOf(piece)));
}));
feed.nodes.forEach((node) => { if (!node.sides.length) node.sides = ["side not known"]; });

const months = feed.edges.flatMap((edge) => edge.evidence.map((piece) => piece.month)).filter((month) => month !== null);
const [firstMonth, lastMonth] = months.reduce(([low, high], month) => [Math.min(low, month), Math.max(high, month)], [Infinity, -Infinity]);

function inTime(piece, span) { return !span || (piece.month !== null && piece.month >= span[0] && piece.month <= span[1]); }
function passes(piece) {
  return piece.confidence >= state.sure && !state.archives.has(piece.archive) && (!piece.acts.length || piece.acts.some((act) => !state.acts.has(act)));
}
function welcome(id) { return !state.kinds.has(nodeOf(id).kind) && nodeOf(id).sides.some((side) => !state.sides.has(side)); }
function admitted(edge) { return !(state.first && edge.later) && !state.off.has(edge.polarity) && (state.told || !edge.told) && welcome(edge.from) && welcome(edge.to); }

/* Counts of a span of time: by edge and by node; ``absent`` are nodes that other times know. */
function tallyOf(span) {
  const made = { span, edges: feed.edges.map(() => null), nodes: new Map(), absent: new Map(), undated: 0 };
  const known = new Map();
  feed.edges.forEach((edge) => { if (admitted(edge)) count(made, known, edge, span); });
  if (state.ego !== null) keepNear(made, known);
  made.edges.forEach((row, id) => { if (row) [feed.edges[id].from, feed.edges[id].to].forEach((node) => made.nodes.set(node, (made.nodes.get(node) || 0) + row.count)); });
  known.forEach((range, node) => { if (!made.nodes.has(node)) made.absent.set(node, range); });
  return made;
}

function count(made, known, edge, span) {
  const row = { count: 0, confidence: 0, first: "", last: "" };
  for (const piece of edge.evidence) {
    if (!passes(piece)) continue;
    if (span) { widen(known, edge.from, piece.month); widen(known, edge.to, piece.month); }
    if (!inTime(piece, span)) { if (piece.month === null) made.undated++; continue; }
    row.count++;
    row.confidence = Math.max(row.confidence, piece.confidence);
    if (piece.day && (!row.first || piece.day < row.first)) row.first = piece.day;
    if (piece.day > row.last) row.last = piece.day;
  }
  if (row.count) made.edges[edge.id] = row;
}

function widen(known, node, month) {
  if (month === null) return;
  const range = known.get(node);
  if (!range) known.set(node, [month, month]);
  else { range[0] = Math.min(range[0], month); range[1] = Math.max(range[1], month); }
}

function keepNear(made, known) {
  const near = around(state.ego, state.steps, (edge) => made.edges[edge.id] !== null);
  made.edges.forEach((row, id) => { if (row && !(near.has(feed.edges[id].from) && near.has(feed.edges[id].to))) made.edges[id] = null; });
  const ever = around(state.ego, state.steps, admitted);
  [...known.keys()].forEach((node) => { if (!ever.has(node)) known.delete(node); });
}

function shown(edge) { return tally.edges[edge.id] !== null; }
function weightOf(edge) { return tally.edges[edge.id] ? tally.edges[edge.id].count : 0; }
function kept(edge) { return edge.evidence.filter((piece) => passes(piece) && inTime(piece, state.span)); }

/* Ordered pairs whose evidence points both ways, or whose own words and others' telling disagree. */
function contests(made) {
  const pairs = new Map();
  if (matter !== "stances") return pairs;
  made.edges.forEach((row, id) => {
    const edge = feed.edges[id];
    if (!row || edge.polarity === "mixed") return;
    const key = edge.from + "-" + edge.to, pair = pairs.get(key) || { own: [0, 0], told: [0, 0], edges: [] };
    pair[edge.told ? "told" : "own"][edge.polarity === "positive" ? 0 : 1] += row.count;
    pair.edges.push(id);
    pairs.set(key, pair);
  });
  pairs.forEach((pair, key) => { pair.why = dispute(pair); if (!pair.why) pairs.delete(key); });
  return pairs;
}

function dispute({ own, told }) {
  const both = ([friendly, hostile]) => Math.min(friendly, hostile) * 4 >= friendly + hostile && Math.min(friendly, hostile) > 0;
  const lean = ([friendly, hostile]) => Math.sign(friendly - hostile);
  if (both(own)) return "both";
  return lean(own) * lean(told) < 0 || both(told) ? "told" : "";
}

/* Words for a span of months. */
function monthName(month) { return MONTHS[month % 12] + " " + Math.floor(month / 12); }
function spanName([first, last]) {
  const [year, end] = [Math.floor(first / 12), Math.floor(last / 12)], whole = first % 12 === 0 && last % 12 === 11;
  if (whole) return year === end ? String(year) : year + "–" + end;
  if (first === last) return monthName(first);
  if (year === end && first % 3 === 0 && last === first + 2) return ["First", "Second", "Third", "Fourth"][(first % 12) / 3] + " quarter of " + year;
  return monthName(first) + " – " + monthName(last);
}
function isoMonth(month) { return Math.floor(month / 12) + "-" + String(month % 12 + 1).padStart(2, "0"); }
