/* The network as SVG: for files, for print, and small, a period each. */
const scratch = document.createElement("canvas").getContext("2d");

/* ``view``: where the middle lies, and the scale. ``most``: how many labels at most. */
function drawn(made, wide, high, view, most, bold = 1) {
  const colours = feed.paper[state.paper], places = network.getPositions(feed.nodes.map((node) => node.id)), svg = shape("svg", { viewBox: `0 0 ${wide} ${high}`, width: wide, height: high });
  const at = ({ x, y }) => ({ x: wide / 2 + (x - view.x) * view.scale, y: high / 2 + (y - view.y) * view.scale });
  const radius = (id) => Math.max(sizeOf(id, made) * view.scale, 1.6);
  const dots = feed.nodes.filter((node) => made.nodes.has(node.id)).sort((a, b) => made.nodes.get(b.id) - made.nodes.get(a.id) || a.id - b.id)
    .map((node) => ({ node, at: at(places[node.id]), radius: radius(node.id) })).filter(({ at }) => at.x > -60 && at.x < wide + 60 && at.y > -60 && at.y < high + 60);
  made.absent.forEach((_, id) => { const spot = at(places[id]); svg.append(shape("circle", { cx: spot.x, cy: spot.y, r: Math.max(2.2, 4 * view.scale), fill: "none", stroke: colours.quiet, "stroke-opacity": 0.5, "stroke-width": 0.8, "stroke-dasharray": "1.5 2.5" })); });
  made.edges.forEach((row, id) => { if (row) svg.append(...tieLines(feed.edges[id], row, at, places, radius, view.scale, bold)); });
  contests(made).forEach((pair) => { if (bold > 1 || !lit || pair.edges.some((id) => lit(feed.edges[id]))) svg.append(...contestDot(at(spot(pair)), bold > 1 ? 3 : markSize(pair) * view.scale)); });
  dots.slice().reverse().forEach(({ node, at, radius }) => svg.append(dot(node, at, radius)));
  place(dots, scratch, most, null, wide, high).forEach((label) => svg.append(lettersOf(label)));
  return svg;
}

function round(value) { return Math.round(value * 10) / 10; }

/* The curve of vis-network, cut off at the rim of the target. */
function tieLines(edge, row, at, places, radius, scale, bold) {
  if (edge.from === edge.to) return [loop(edge, row, at(places[edge.from]), scale, bold)];
  const start = at(places[edge.from]), end = at(places[edge.to]), via = at(network.body.edges[edge.id].edgeType.getViaNode());
  const point = (t) => ({ x: (1 - t) ** 2 * start.x + 2 * t * (1 - t) * via.x + t * t * end.x, y: (1 - t) ** 2 * start.y + 2 * t * (1 - t) * via.y + t * t * end.y });
  let t = 1;
  while (t > 0.5 && Math.hypot(point(t).x - end.x, point(t).y - end.y) < radius(edge.to) + 2) t -= 0.01;
  const mid = { x: start.x + (via.x - start.x) * t, y: start.y + (via.y - start.y) * t }, tip = point(t);
  const path = `M${round(start.x)} ${round(start.y)}Q${round(mid.x)} ${round(mid.y)} ${round(tip.x)} ${round(tip.y)}`;
  const hue = feed.lines[edge.polarity][state.paper], wide = Math.max(widthOf(row) * scale * bold, 0.5), faint = lit && bold === 1 && !lit(edge) ? 0.12 : 1;
  const line = { d: path, fill: "none", stroke: hue }, made = [];
  if (edge.told) made.push(shape("path", { ...line, "stroke-width": round(wide + 6 * scale * grow), "stroke-opacity": 0.18 * faint }));
  const dashes = (dashesOf(edge, widthOf(row)) || []).map((dash) => Math.max(round(dash * scale * Math.sqrt(bold)), 1)).join(" ");
  made.push(shape("path", { ...line, "stroke-width": round(wide), "stroke-opacity": round(opacityOf(row) * faint), ...(dashes ? { "stroke-dasharray": dashes, "stroke-linecap": "round" } : {}) }));
  if (feed.directed) made.push(arrow(point(Math.max(t - 0.03, 0)), tip, Math.max(wide * 1.3 + 2.5 * scale, 1.8), hue, opacityOf(row) * faint));
  return made;
}

/* A tie to itself, as a bloc has. */
function loop(edge, row, { x, y }, scale, bold) {
  const { size, angle } = drawing.edges[edge.id].selfReference || { size: 24, angle: Math.PI / 4 }, r = size * scale * grow;
  return shape("circle", { cx: round(x + r * Math.cos(angle)), cy: round(y - r * Math.sin(angle)), r: round(r), fill: "none", stroke: feed.lines[edge.polarity][state.paper],
    "stroke-width": round(Math.max(widthOf(row) * scale * bold, 0.5)), "stroke-opacity": round(opacityOf(row)), "stroke-dasharray": (dashesOf(edge, widthOf(row)) || []).map((dash) => round(dash * scale)).join(" ") || "none" });
}

function arrow(from, tip, size, hue, opacity) {
  const turn = Math.atan2(tip.y - from.y, tip.x - from.x), corner = (way) => round(tip.x - size * 2 * Math.cos(turn + way)) + " " + round(tip.y - size * 2 * Math.sin(turn + way));
  return shape("path", { d: `M${round(tip.x)} ${round(tip.y)}L${corner(0.4)}L${corner(-0.4)}Z`, fill: hue, "fill-opacity": round(opacity) });
}

function contestDot({ x, y }, r) {
  const hue = (polarity) => (feed.lines[polarity] || { [state.paper]: feed.paper[state.paper].quiet })[state.paper], far = r * Math.SQRT1_2;
  return [shape("circle", { cx: round(x), cy: round(y), r: round(r + 1), fill: feed.paper[state.paper].paper }),
    shape("path", { d: `M${round(x - far)} ${round(y + far)}A${round(r)} ${round(r)} 0 0 1 ${round(x + far)} ${round(y - far)}Z`, fill: hue("positive") }),
    shape("path", { d: `M${round(x + far)} ${round(y - far)}A${round(r)} ${round(r)} 0 0 1 ${round(x - far)} ${round(y + far)}Z`, fill: hue("negative") })];
}

function dot(node, { x, y }, r) {
  const colours = feed.paper[state.paper], full = solid.has(node.kind), faint = neighbourhood && !neighbourhood.has(node.id);
  const paint = { fill: full ? colours.node : colours.paper, stroke: full ? colours.paper : colours.node, "stroke-width": full ? 1 : 1.4, opacity: faint ? 0.25 : 1 };
  const corners = { organization: 4, document: 4, movement: 3, place: 3, alliance: 6, topic: 4 }[node.kind];
  if (!corners) return shape("circle", { cx: round(x), cy: round(y), r: round(r), ...paint });
  const turn = { organization: Math.PI / 4, document: Math.PI / 4, movement: -Math.PI / 2, place: Math.PI / 2, alliance: 0, topic: 0 }[node.kind];
  const points = Array.from({ length: corners }, (_, i) => round(x + r * Math.cos(turn + i * 2 * Math.PI / corners)) + "," + round(y + r * Math.sin(turn + i * 2 * Math.PI / corners)));
  return shape("polygon", { points: points.join(" "), ...paint });
}

function lettersOf(label) {
  const face = faces[label.node.kind] || faces.person, [, slant, weight, size] = /^(italic )?(\d+ )?([\d.]+)px/.exec(face.style);
  const colours = feed.paper[state.paper];
  return shape("text", {
    x: round(label.x), y: round(label.y), "dominant-baseline": "central", "font-family": families[face.family], "font-size": size, "font-weight": (weight || "400").trim(),
    "font-style": slant ? "italic" : "normal", "letter-spacing": face.spacing, fill: colours.ink, stroke: colours.paper, "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke",
  }, label.text);
}

function viewNow() { return { ...network.getViewPosition(), scale: network.getScale() }; }
function viewOfAll(ids, wide, high, margin) {
  const places = Object.values(network.getPositions(ids)), xs = places.map((p) => p.x), ys = places.map((p) => p.y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return { x: (left + right) / 2, y: (top + bottom) / 2, scale: Math.min((wide - margin) / (right - left + 60), (high - margin / 2) / (bottom - top + 60), 1.2) };
}

/* What is seen, with its title, time and legend: one sheet. */
function sheet() {
  const stage = $("stage"), [wide, high] = [stage.clientWidth, stage.clientHeight], colours = feed.paper[state.paper], head = 62, foot = 56;
  const svg = shape("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${wide} ${high + head + foot}`, width: wide, height: high + head + foot });
  svg.append(shape("title", {}, document.title), shape("rect", { width: wide, height: high + head + foot, fill: colours.paper }));
  const text = (x, y, size, family, fill, words) => svg.append(shape("text", { x, y, "font-size": size, "font-family": families[family], fill }, words));
  text(24, 34, 22, "serif", colours.ink, $("heading").textContent);
  text(24, 54, 12.5, "sans", colours.quiet, [state.span ? spanName(state.span) : "", $("summary").textContent].filter(Boolean).join(" · "));
  const picture = drawn(tally, wide, high, viewNow(), neighbourhood ? 80 : Math.max(14, wide * high / 9000));
  picture.setAttribute("y", head);
  picture.setAttribute("overflow", "hidden");
  svg.append(picture);
  let x = 24;
  const y = head + high + 26;
  Object.entries(feed.lines).forEach(([, line]) => {
    svg.append(shape("line", { x1: x, x2: x + 30, y1: y, y2: y, stroke: line[state.paper], "stroke-width": 2.4, "stroke-dasharray": line.dashes.map((d) => d * 0.7).join(" ") || "none" }));
    text(x + 38, y + 4, 12, "sans", colours.quiet, line.word);
    x += 62 + line.word.length * 7;
  });
  if (contested.size) { svg.append(...contestDot({ x: x + 6, y }, 5)); text(x + 18, y + 4, 12, "sans", colours.quiet, "contested"); x += 94; }
  text(x, y + 4, 12, "sans", colours.quiet, "wider: more evidence · paler: less sure" + (state.span ? " · dotted ring: nothing on record in this time" : ""));
  text(24, y + 22, 10.5, "sans", colours.quiet, "Drawn by coldgraph");
  return svg;
}
