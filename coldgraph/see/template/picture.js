/* The picture: vis-network with given positions, coloured here so that it follows light and dark. */
const sizes = drawing.nodes.map((node) => node.size);
const ranked = [...feed.nodes].sort((a, b) => b.evidence - a.evidence || a.id - b.id);
const dataNodes = new vis.DataSet(), dataEdges = new vis.DataSet();
const solid = new Set(["state", "organization", "movement", "alliance", "unknown"]);
let network = null, visible = [], neighbourhood = null, framed = true;

function nodeLook(node) {
  const colours = feed.paper[state.paper], faint = neighbourhood && !neighbourhood.has(node.id);
  const line = faint ? colours.rule : node.id === state.node ? colours.focus : colours.node;
  const fill = faint ? colours.rule : solid.has(feed.nodes[node.id].kind) ? line : colours.paper;
  const both = { background: fill, border: line };
  return { color: { ...both, highlight: both, hover: both }, borderWidth: solid.has(feed.nodes[node.id].kind) ? 1 : 2 };
}

function edgeLook(line) {
  const edge = feed.edges[line.id], hue = feed.lines[edge.polarity][state.paper];
  const faint = state.edge !== null ? state.edge !== edge.id : state.node !== null && edge.from !== state.node && edge.to !== state.node;
  const casing = edge.told ? { enabled: true, color: hue + (faint ? "08" : "2e"), size: line.width + 7, dashes: false } : { enabled: false };
  return { color: { color: hue, highlight: hue, hover: hue, opacity: faint ? 0.08 : line.opacity }, background: casing };
}

function reckon() {
  const seen = new Set();
  feed.edges.forEach((edge) => { if (shown(edge)) seen.add(edge.from).add(edge.to); });
  visible = ranked.filter((node) => seen.has(node.id));
  neighbourhood = null;
  if (state.edge !== null) neighbourhood = new Set([feed.edges[state.edge].from, feed.edges[state.edge].to]);
  else if (state.node !== null) {
    neighbourhood = new Set([state.node]);
    feed.edges.forEach((edge) => { if (shown(edge) && (edge.from === state.node || edge.to === state.node)) neighbourhood.add(edge.from).add(edge.to); });
  }
  return seen;
}

function paint(paper) {
  state.paper = paper || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  const seen = reckon();
  const nodes = drawing.nodes.map((node) => ({ id: node.id, hidden: !seen.has(node.id), ...nodeLook(node) }));
  const edges = drawing.edges.map((line) => ({ id: line.id, hidden: !shown(feed.edges[line.id]), ...edgeLook(line) }));
  dataNodes.update(nodes);
  dataEdges.update(edges);
}

function startPicture() {
  paint();
  dataNodes.update(drawing.nodes.map(({ label, color, ...node }) => node));
  dataEdges.update(drawing.edges.map(({ opacity, ...line }) => line));
  network = new vis.Network($("picture"), { nodes: dataNodes, edges: dataEdges }, drawing.options);
  network.on("afterDrawing", (context) => drawLabels(context, network, visible, neighbourhood));
  network.on("click", (hit) => hit.nodes.length ? choose(hit.nodes[0], null) : hit.edges.length ? choose(null, hit.edges[0]) : choose(null, null));
  const frame = $("picture").querySelector(".vis-network");
  frame.setAttribute("role", "application");
  frame.setAttribute("aria-label", "Network picture. Arrow keys move it, plus and minus zoom. The table below has the same content.");
  network.on("zoom", () => { framed = false; });
  network.on("dragEnd", () => { framed = false; });
  network.on("resize", () => { if (framed) requestAnimationFrame(whole); });
  whole();
  enlarge();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => paint());
  addEventListener("beforeprint", () => { paint("light"); network.redraw(); });
  addEventListener("afterprint", () => paint());
}

/* The whole network, and again when the window changes, until somebody moves it. */
function whole() {
  if (visible.length) frameNodes(visible.map((node) => node.id), 1.5);
  framed = true;
}

/* Leaves room for labels and bends, which vis-network does not know of. */
function frameNodes(ids, most) {
  const places = Object.values(network.getPositions(ids)), xs = places.map((p) => p.x), ys = places.map((p) => p.y), stage = $("stage");
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min((stage.clientWidth - 150) / (right - left + 60), (stage.clientHeight - 90) / (bottom - top + 60), most);
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.max(scale, 0.02) });
}

/* Keeps dots and lines of a large network, or on a small screen, from vanishing in the first view. */
function enlarge() {
  const by = Math.min(Math.max(0.75 / network.getScale(), 1), 3.2);
  if (by === 1) return;
  dataNodes.update(drawing.nodes.map((node) => ({ id: node.id, size: (sizes[node.id] = node.size * by) })));
  drawing.edges.forEach((line) => { line.width *= 0.4 + 0.6 * by; });
  dataEdges.update(drawing.edges.map((line) => ({ id: line.id, width: line.width })));
}

function zoom(by) { framed = false; network.moveTo({ scale: network.getScale() * by }); }

function choose(node, edge) {
  state.node = node;
  state.edge = edge;
  paint();
  network.setSelection({ nodes: node === null ? [] : [node], edges: edge === null ? [] : [edge] }, { highlightEdges: false });
  if (edge !== null) showEdge(feed.edges[edge]); else if (node !== null) showNode(feed.nodes[node]); else showHint();
  markRow();
}

function focusOn(node) {
  const hidden = !visible.some((each) => each.id === node);
  if (hidden) { state.off.clear(); state.told = true; syncControls(); refresh(); }
  choose(node, null);
  framed = false;
  frameNodes([...neighbourhood], 1.3);
}
