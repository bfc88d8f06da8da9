/* The state in the address: what stands after # opens the page as it was left. */
const HOME = "https://w3id.org/coldgraph/id/";
const short = (node) => node.iri.startsWith(HOME) ? node.iri.slice(HOME.length) : node.iri;
const byKey = new Map(feed.nodes.map((node) => [short(node), node.id]));
const edgeKey = (edge) => [short(nodeOf(edge.from)), short(nodeOf(edge.to)), edge.polarity, ...(edge.told ? ["told"] : [])].join(" ");
const SETS = ["off", "acts", "kinds", "sides", "archives"];
let quiet = false;

function address() {
  const made = new URLSearchParams(), set = (key, value) => { if (value) made.set(key, value); };
  SETS.forEach((key) => [...state[key]].forEach((value) => made.append("no-" + key, value)));
  set("told", state.told !== allTold && (state.told ? "yes" : "no"));
  set("all", reduced && !state.first && "yes");
  set("sure", state.sure && Math.round(state.sure * 100));
  set("time", state.span && state.span.map(isoMonth).join(" "));
  set("unit", state.span && clock.unit);
  set("around", state.ego !== null && short(nodeOf(state.ego)));
  set("steps", state.steps > 1 && state.steps);
  set("path", state.path && state.path.map((id) => short(nodeOf(id))).join(" "));
  set("actor", state.node !== null && short(nodeOf(state.node)));
  set("tie", state.edge !== null && edgeKey(feed.edges[state.edge]));
  set("order", state.order !== "newest" && state.order);
  set("tab", state.tab !== "evidence" && state.tab);
  set("sort", (sorting.column !== 3 || !sorting.down) && sorting.column + (sorting.down ? "d" : "u"));
  set("periods", state.periods && "yes");
  set("paper", state.theme);
  if (network && !framed) { const { x, y, scale } = viewNow(); set("view", [Math.round(x), Math.round(y), scale.toFixed(3)].join(" ")); }
  moved.forEach((id) => { const { x, y } = network.getPositions([id])[id]; made.append("moved", [short(nodeOf(id)), Math.round(x), Math.round(y)].join(" ")); });
  return made.toString().replace(/%2F/g, "/").replace(/%3A/g, ":");
}

let later = null;
function remember() {
  if (quiet) return;
  clearTimeout(later);
  later = setTimeout(() => { const text = address(); if ("#" + text !== location.hash) history.replaceState(null, "", text ? "#" + text : location.pathname + location.search); }, 150);
}

const within = (text, low, high, otherwise) => { const value = Number(text); return text !== null && Number.isFinite(value) ? Math.min(Math.max(Math.round(value), low), high) : otherwise; };

/* What the address asks for; what it names and the page does not have is passed over. */
function recall() {
  const asked = new URLSearchParams(location.hash.slice(1)), id = (key) => byKey.has(asked.get(key)) ? byKey.get(asked.get(key)) : null;
  SETS.forEach((key) => {
    state[key].clear();
    asked.getAll("no-" + key).forEach((value) => state[key].add(value));
  });
  state.told = asked.has("told") ? asked.get("told") === "yes" : allTold;
  state.first = reduced && asked.get("all") !== "yes";
  state.sure = within(asked.get("sure"), 0, 100, 0) / 100;
  const span = (asked.get("time") || "").split(" ").map(monthOf);
  state.span = timed() && span.length === 2 && span.every((month) => month !== null) && span[0] <= span[1] ? span : null;
  clock.set = ["year", "quarter", "month"].includes(asked.get("unit")) ? asked.get("unit") : "";
  Object.assign(state, { ego: id("around"), node: id("actor"), steps: within(asked.get("steps"), 1, 3, 1) });
  const path = (asked.get("path") || "").split(" ").map((key) => byKey.get(key)), tie = feed.edges.find((edge) => edgeKey(edge) === asked.get("tie"));
  state.path = path.length === 2 && path.every((each) => each !== undefined) && path[0] !== path[1] ? path : null;
  state.edge = tie ? tie.id : null;
  state.order = asked.get("order") === "strongest" ? "strongest" : "newest";
  state.theme = ["light", "dark"].includes(asked.get("paper")) ? asked.get("paper") : "";
  const sort = /^(\d)([du])$/.exec(asked.get("sort") || "");
  if (sort && columns[sort[1]]) Object.assign(sorting, { column: Number(sort[1]), down: sort[2] === "d" });
  return asked;
}

/* What can be asked only of a picture that stands. */
function recallPicture(asked) {
  asked.getAll("moved").forEach((text) => {
    const [key, x, y] = text.split(" ");
    if (byKey.has(key) && Number.isFinite(Number(x)) && Number.isFinite(Number(y))) { network.moveNode(byKey.get(key), Number(x), Number(y)); moved.add(byKey.get(key)); }
  });
  const view = (asked.get("view") || "").split(" ").map(Number);
  if (view.length === 3 && view.every(Number.isFinite) && view[2] > 0) { framed = false; network.moveTo({ position: { x: view[0], y: view[1] }, scale: Math.min(Math.max(view[2], 0.02), 20) }); }
}
