/* The picture: vis-network with given positions, coloured here so that it follows light and dark. */
const ranked = [...feed.nodes].sort((a, b) => b.evidence - a.evidence || a.id - b.id);
const solid = new Set(["state", "organization", "movement", "alliance", "unknown"]);
const measures = feed.measures, moved = new Set();
let network = null, visible = [], neighbourhood = null, lit = null, contested = new Map(), framed = true, grow = 1;

function sizeOf(id, made = tally) { return Math.min(measures.size[0] + measures.size[1] * Math.sqrt(made.nodes.get(id) || 1), measures.size[2]) * grow; }
function widthOf(row) { return Math.min(measures.width[0] * Math.sqrt(row.count), measures.width[1]) * (0.4 + 0.6 * grow); }
/* vis-network rounds the ends of dashes: the gap has to be wider by the width of the line. */
function dashesOf(edge, wide) {
  const [dash, gap] = feed.lines[edge.polarity].dashes, by = 0.4 + 0.6 * grow;
  return dash ? [dash * by, gap * by + wide * 0.8] : false;
}
/* Where nothing is unsure, paleness keeps many lines from becoming one blot. */
let thinned = 1;
function opacityOf(row) { return (measures.opacity[0] + (measures.opacity[1] - measures.opacity[0]) * row.confidence) * thinned; }

function nodeLook(id) {
  const colours = feed.paper[state.paper], full = solid.has(nodeOf(id).kind), faint = neighbourhood && !neighbourhood.has(id);
  const line = faint ? colours.rule : id === state.node ? colours.focus : colours.node;
  const both = { background: full ? line : colours.paper, border: full ? colours.paper : line };
  return { id, hidden: !tally.nodes.has(id), size: sizeOf(id), color: { ...both, highlight: both, hover: both }, borderWidth: full ? 1.5 : 2 };
}

function edgeLook(id) {
  const edge = feed.edges[id], row = tally.edges[id];
  if (!row) return { id, hidden: true };
  const hue = feed.lines[edge.polarity][state.paper], faint = lit && !lit(edge), wide = widthOf(row);
  const casing = edge.told ? { enabled: true, color: hue + (faint ? "08" : "2e"), size: wide + 6 * grow, dashes: false } : { enabled: false };
  return { id, hidden: false, width: wide, dashes: dashesOf(edge, wide), color: { inherit: false, color: hue, highlight: hue, hover: hue, opacity: faint ? 0.08 : lit ? opacityOf(row) / thinned : opacityOf(row) }, background: casing };
}

function reckon() {
  tally = tallyOf(state.span);
  contested = contests(tally);
  thinned = matter !== "stances" && tally.edges.filter(Boolean).length > 400 ? 0.4 : 1;
  visible = ranked.filter((node) => tally.nodes.has(node.id)).sort((a, b) => tally.nodes.get(b.id) - tally.nodes.get(a.id) || a.id - b.id);
}

/* What stands out when something is chosen. */
function highlight() {
  neighbourhood = lit = null;
  if (state.path) {
    const way = pathBetween(...state.path), steps = way ? way.edges : [];
    neighbourhood = new Set(way ? way.nodes : state.path);
    lit = (edge) => steps.some((step) => between(step, edge));
  } else if (state.edge !== null) {
    neighbourhood = new Set([feed.edges[state.edge].from, feed.edges[state.edge].to]);
    lit = (edge) => edge.id === state.edge;
  } else if (state.node !== null) {
    lit = (edge) => edge.from === state.node || edge.to === state.node;
    neighbourhood = new Set([state.node, ...feed.edges.filter((edge) => shown(edge) && lit(edge)).flatMap((edge) => [edge.from, edge.to])]);
  }
}

function paint(paper) {
  state.paper = paper || state.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  highlight();
  if (!network) return;
  feed.nodes.forEach((node) => dress(network.body.nodes[node.id], nodeLook(node.id)));
  feed.edges.forEach((edge) => dress(network.body.edges[edge.id], edgeLook(edge.id)));
  network._updateVisibleIndices();
  network.body.emitter.emit("_requestRedraw");
}

/* Straight into what vis-network draws from: its data sets take fifty times as long for the same. */
function dress(drawn, { id, color, background, ...look }) {
  if (look.size !== undefined && look.size !== drawn.options.size) drawn.needsRefresh();
  Object.assign(drawn.options, look);
  if (color) drawn.options.color = Object.assign(drawn.options.color || {}, color);
  if (background) Object.assign(drawn.options.background, background);
}

function startPicture() {
  reckon();
  paint();
  buildPicture();
  $("stage").addEventListener("keydown", pictureKey, true);
  whole();
  enlarge();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => paint());
}

function buildPicture() {
  const nodes = drawing.nodes.map(({ label, color, ...node }) => ({ ...node, ...nodeLook(node.id) }));
  const edges = drawing.edges.map((line) => ({ ...line, ...edgeLook(line.id) }));
  drawing.options.interaction.hover = feed.edges.length <= 1500;
  network = new vis.Network($("picture"), { nodes, edges }, drawing.options);
  network.on("beforeDrawing", drawAbsent);
  network.on("afterDrawing", (context) => { drawContests(context); drawPins(context); drawLabels(context); });
  network.on("click", pick);
  network.on("doubleClick", (hit) => { if (hit.nodes.length) setEgo(hit.nodes[0]); });
  network.on("zoom", () => { framed = false; remember(); });
  network.on("dragEnd", (hit) => { framed = false; hit.nodes.forEach((id) => moved.add(id)); remember(); });
  network.on("hoverNode", (hit) => tip(nodeOf(hit.node).label + " · " + pieces(tally.nodes.get(hit.node)), hit.pointer.DOM));
  network.on("hoverEdge", (hit) => tip(ends(feed.edges[hit.edge]) + " · " + word(feed.edges[hit.edge]) + " · " + pieces(weightOf(feed.edges[hit.edge])), hit.pointer.DOM));
  ["blurNode", "blurEdge", "dragStart", "zoom"].forEach((event) => network.on(event, () => tip("")));
  network.on("resize", () => { if (framed) requestAnimationFrame(whole); });
  const frame = $("picture").querySelector(".vis-network");
  frame.setAttribute("role", "application");
  frame.setAttribute("aria-label", "Network picture. Arrow keys move it, plus and minus zoom, shift and arrow keys move the actor chosen. The table has the same content.");
}

/* The same picture anew, where what drew it is lost: every actor at its place, the view as it was. */
function rebuildPicture() {
  const view = viewNow(), places = network.getPositions();
  network.destroy();
  buildPicture();
  Object.entries(places).forEach(([id, { x, y }]) => network.moveNode(Number(id), x, y));
  network.moveTo({ position: { x: view.x, y: view.y }, scale: view.scale });
  paint();
}

function pick({ nodes, edges }) {
  choose(nodes.length ? nodes[0] : null, nodes.length || !edges.length ? null : edges[0]);
  if (!nodes.length && !edges.length) return;
  if (state.tab === "table") openTab("evidence");
  bringUp();
}

/* What is under the pointer. */
function tip(text, at) {
  $("tip").hidden = !text;
  $("tip").textContent = text;
  $("picture").classList.toggle("pointed", Boolean(text));
  if (text) $("tip").style.transform = `translate(${Math.min(at.x + 12, $("stage").clientWidth - $("tip").offsetWidth - 8)}px, ${Math.max(at.y - 34, 6)}px)`;
}

/* Plus, minus, nought; with shift the arrows move the chosen actor. */
function pictureKey(event) {
  const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  if (!event.target.closest("#picture")) return;
  if (event.key === "+" || event.key === "=") zoom(1.2);
  else if (event.key === "-") zoom(1 / 1.2);
  else if (event.key === "0") whole();
  else if (step && event.shiftKey && state.node !== null) shift(state.node, step.map((way) => way * 16 / network.getScale()));
  else return;
  event.stopPropagation();
  event.preventDefault();
}

function shift(id, [across, down]) {
  const { x, y } = network.getPositions([id])[id];
  network.moveNode(id, x + across, y + down);
  moved.add(id);
  remember();
}

/* Every moved node goes back to the place it was given. */
function putBack() {
  moved.forEach((id) => network.moveNode(id, drawing.nodes[id].x, drawing.nodes[id].y));
  moved.clear();
}

/* The whole network, and again when the window changes, until somebody moves it. */
function whole() {
  const ids = [...tally.nodes.keys(), ...tally.absent.keys()];
  if (ids.length) frameNodes(ids, 1.5 / grow);
  framed = true;
}

/* Leaves room for labels and bends, which vis-network does not know of. */
function frameNodes(ids, most) {
  const places = Object.values(network.getPositions(ids)), xs = places.map((p) => p.x), ys = places.map((p) => p.y), stage = $("stage");
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)], margin = Math.min(150, stage.clientWidth / 6);
  const scale = Math.min((stage.clientWidth - margin) / (right - left + 60), (stage.clientHeight - 90) / (bottom - top + 60), most);
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.max(scale, 0.02) });
}

/* Keeps dots and lines of a large network, or on a small screen, from vanishing in the first view. */
function enlarge() {
  grow = Math.min(Math.max(0.75 / network.getScale(), 1), 3.2);
  if (grow > 1) paint();
}

function zoom(by) { framed = false; network.moveTo({ scale: network.getScale() * by }); remember(); }

function choose(node, edge) {
  Object.assign(state, { node, edge, path: null });
  settle();
}

/* What follows from a new choice: the picture, the panel, the marked row, the address. */
function settle() {
  paint();
  network.setSelection({ nodes: state.node === null ? [] : [state.node], edges: state.edge === null ? [] : [state.edge] }, { highlightEdges: false });
  showPanel();
  markRow();
  remember();
}

function focusOn(node) {
  if (!tally.nodes.has(node)) { clearFilters(); refresh(); }
  if (!tally.nodes.has(node)) { state.told = true; refresh(); }
  choose(node, null);
  framed = false;
  frameNodes([...neighbourhood], 1.3 / grow);
}

function setEgo(node) {
  Object.assign(state, { ego: node, node, edge: null, path: null, first: false });
  refresh();
  whole();
}

function setPath(start, goal) {
  Object.assign(state, { path: [start, goal], node: null, edge: null });
  if (state.first) { state.first = false; refresh(); } else settle();
  framed = false;
  frameNodes([...neighbourhood], 1.3 / grow);
}
