"use strict";
/* The picture of a large network by WebGL: what the page asks of vis-network's Network, answered by sigma.
   Only where a graphics card draws: an emulated one is slower than vis-network on a plain canvas.
   "?draw=webgl" or "?draw=canvas" after the page's address chooses by hand. Where WebGL is missing, fails
   or is lost, vis-network draws. */
const plain = vis;
const along = "varying float v_along;\n";
const Dashed = class extends Sigma.rendering.EdgeRectangleProgram {
  getDefinition() { return dashed(super.getDefinition()); }
};
const DashedStem = class extends Sigma.rendering.EdgeClampedProgram {
  getDefinition() { return dashed(super.getDefinition()); }
};

/* Dashes of nine pixels and gaps of six, as hostile ties have them everywhere; a click finds the gaps too. */
function dashed(known) {
  const length = "  v_along = a_positionCoef * length(a_positionEnd - a_positionStart) / u_correctionRatio / 2.0;\n";
  const gap = "\n#ifndef PICKING_MODE\n  if (mod(v_along, 15.0) > 9.0) discard;\n#endif\n";
  return {
    ...known,
    VERTEX_SHADER_SOURCE: along + known.VERTEX_SHADER_SOURCE.replace("void main() {\n", "void main() {\n" + length),
    FRAGMENT_SHADER_SOURCE: known.FRAGMENT_SHADER_SOURCE.replace(/void main\((void)?\) \{\n/, (start) => along + start + gap),
  };
}

class WebglNetwork {
  constructor(place, { nodes, edges }) {
    this.calls = new Map();
    this.frame = Object.assign(document.createElement("div"), { className: "vis-network", tabIndex: 0 });
    Object.assign(this.frame.style, { position: "absolute", inset: "0", overflow: "hidden" });
    place.replaceChildren(this.frame);
    this.graph = new graphology.MultiDirectedGraph();
    this.body = { nodes: {}, edges: {}, emitter: { emit: () => this.dress() } };
    nodes.forEach((node) => this.addNode(node));
    edges.forEach((edge) => this.addEdge(edge));
    this.unit = 1;
    this.sigma = new Sigma(this.graph, this.frame, settings((ratio) => ratio / this.unit));
    this.sigma.setCustomBBox(this.sigma.getBBox());
    this.measure();
    this.over = this.frame.appendChild(document.createElement("canvas"));
    Object.assign(this.over.style, { position: "absolute", inset: "0", width: "100%", height: "100%", pointerEvents: "none" });
    this.sigma.on("afterRender", () => this.draw());
    this.sigma.on("resize", () => { this.measure(); this.tell("resize", {}); });
    this.listen();
    this.frame.addEventListener("webglcontextlost", () => { if (vis !== plain) { vis = plain; rebuildPicture(); } }, true);
  }

  destroy() {
    this.sigma.kill();
    this.frame.remove();
  }

  /* Sizes are in the page's units, and grow with the scale. */
  measure() {
    this.unit = this.getScale() * this.sigma.getCamera().ratio;
    this.sigma.scheduleRender();
  }

  addNode({ id, x, y, ...look }) {
    this.body.nodes[id] = { id, x, y, options: look, needsRefresh() {} };
    this.graph.addNode(id, { ...dot(look), x, y: -y });
  }

  addEdge({ id, from, to, ...look }) {
    const middle = () => { const a = this.body.nodes[from], b = this.body.nodes[to]; return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }; };
    this.body.edges[id] = { id, options: { background: {}, ...look }, edgeType: { getPoint: middle, getViaNode: middle } };
    this.graph.addDirectedEdgeWithKey(String(id), from, to, line(look));
  }

  /* Looks from the page to the picture. */
  dress() {
    this.graph.forEachNode((id, known) => Object.assign(known, dot(this.body.nodes[id].options)));
    this.graph.forEachEdge((id, known) => Object.assign(known, line(this.body.edges[id].options)));
    this.redraw();
  }

  _updateVisibleIndices() {}

  setSelection() {}

  redraw() { this.sigma.refresh({ schedule: true }); }

  on(name, call) { this.calls.set(name, [...(this.calls.get(name) || []), call]); }

  tell(name, what) { (this.calls.get(name) || []).forEach((call) => call(what)); }

  /* Labels and marks over the picture, in the page's own units. */
  draw() {
    const { clientWidth: wide, clientHeight: high } = this.frame, ratio = devicePixelRatio || 1, context = this.over.getContext("2d");
    if (this.over.width !== Math.round(wide * ratio) || this.over.height !== Math.round(high * ratio)) Object.assign(this.over, { width: Math.round(wide * ratio), height: Math.round(high * ratio) });
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.over.width, this.over.height);
    const scale = this.getScale() * ratio, origin = this.canvasToDOM({ x: 0, y: 0 });
    context.setTransform(scale, 0, 0, scale, origin.x * ratio, origin.y * ratio);
    this.tell("beforeDrawing", context);
    Object.values(this.body.nodes).filter(({ options }) => outlines[options.shape] && !options.hidden).forEach((node) => outline(context, node));
    this.tell("afterDrawing", context);
  }

  /* Of the view as it was last set, whether it has been drawn yet or not. */
  now() { return { cameraState: this.sigma.getCamera().getState() }; }

  getScale() { return this.canvasToDOM({ x: 1000, y: 0 }).x / 1000 - this.canvasToDOM({ x: 0, y: 0 }).x / 1000; }

  canvasToDOM({ x, y }) { return this.sigma.graphToViewport({ x, y: -y }, this.now()); }

  getPositions(ids = Object.keys(this.body.nodes)) { return Object.fromEntries(ids.map((id) => [id, { x: this.body.nodes[id].x, y: this.body.nodes[id].y }])); }

  getViewPosition() {
    const { x, y } = this.sigma.viewportToGraph({ x: this.frame.clientWidth / 2, y: this.frame.clientHeight / 2 }, this.now());
    return { x, y: -y };
  }

  moveNode(id, x, y) {
    Object.assign(this.body.nodes[id], { x, y });
    this.graph.mergeNodeAttributes(id, { x, y: -y });
  }

  moveTo({ position = this.getViewPosition(), scale = this.getScale() }) {
    const camera = this.sigma.getCamera(), { x, y } = this.sigma.viewportToFramedGraph(this.canvasToDOM(position), this.now());
    camera.setState({ x, y, ratio: camera.ratio * this.getScale() / scale, angle: 0 });
  }

  listen() {
    const pointer = ({ event }) => ({ DOM: { x: event.x, y: event.y } }), told = (nodes, edges, hit) => ({ nodes, edges, pointer: pointer(hit) });
    this.sigma.on("clickNode", (hit) => this.tell("click", told([Number(hit.node)], [], hit)));
    this.sigma.on("clickEdge", (hit) => this.tell("click", told([], [Number(hit.edge)], hit)));
    this.sigma.on("clickStage", (hit) => this.tell("click", told([], [], hit)));
    this.sigma.on("doubleClickNode", (hit) => { hit.preventSigmaDefault(); this.tell("doubleClick", told([Number(hit.node)], [], hit)); });
    this.sigma.on("enterNode", (hit) => this.tell("hoverNode", { node: Number(hit.node), pointer: pointer(hit) }));
    this.sigma.on("enterEdge", (hit) => this.tell("hoverEdge", { edge: Number(hit.edge), pointer: pointer(hit) }));
    this.sigma.on("leaveNode", () => this.tell("blurNode", {}));
    this.sigma.on("leaveEdge", () => this.tell("blurEdge", {}));
    ["wheelStage", "wheelNode", "wheelEdge"].forEach((name) => this.sigma.on(name, () => this.tell("zoom", {})));
    this.drag();
    this.frame.addEventListener("keydown", (event) => this.pan(event));
  }

  /* A node follows the pointer; the empty sheet moves the view. */
  drag() {
    let held = null, moved = false;
    const captor = this.sigma.getMouseCaptor();
    this.sigma.on("downNode", ({ node }) => { held = Number(node); });
    this.sigma.on("downStage", () => { moved = false; });
    captor.on("mousemovebody", (event) => {
      if (held === null) { moved = moved || event.original.buttons === 1; return; }
      const { x, y } = this.sigma.viewportToGraph(event);
      if (!moved) this.tell("dragStart", {});
      moved = true;
      this.moveNode(held, x, -y);
      event.preventSigmaDefault();
      event.original.preventDefault();
    });
    captor.on("mouseup", () => {
      if (moved) this.tell("dragEnd", { nodes: held === null ? [] : [held] });
      held = null;
      moved = false;
    });
  }

  pan(event) {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!step || event.shiftKey) return;
    const { x, y } = this.getViewPosition(), far = 60 / this.getScale();
    this.moveTo({ position: { x: x + step[0] * far, y: y + step[1] * far } });
    this.tell("dragEnd", { nodes: [] });
    event.preventDefault();
  }
}

/* Squares, triangles and the like, which sigma does not draw: it only finds them. Corners in radii. */
const outlines = {
  square: [[-1, -1], [1, -1], [1, 1], [-1, 1]], diamond: [[0, -1.2], [1.2, 0], [0, 1.2], [-1.2, 0]], triangle: [[0, -1.2], [1.1, 0.8], [-1.1, 0.8]],
  triangleDown: [[0, 1.2], [1.1, -0.8], [-1.1, -0.8]], hexagon: [[1, 0], [0.5, 0.87], [-0.5, 0.87], [-1, 0], [-0.5, -0.87], [0.5, -0.87]],
};

function outline(context, { x, y, options }) {
  context.beginPath();
  outlines[options.shape].forEach(([across, down]) => context.lineTo(x + across * options.size, y + down * options.size));
  context.closePath();
  context.fillStyle = options.color.background;
  context.fill();
  context.lineWidth = options.borderWidth;
  context.strokeStyle = options.color.border;
  context.stroke();
}

function dot({ size, color, hidden, shape }) {
  const none = "#00000000", own = !outlines[shape];
  return { size, color: own ? color.background : none, ring: own ? color.border : none, hidden: Boolean(hidden) };
}

function line({ width, color, hidden, dashes, arrows }) {
  if (hidden || !color) return { hidden: true };
  const strength = Math.round(255 * (color.opacity === undefined ? 1 : color.opacity)).toString(16).padStart(2, "0");
  return { hidden: false, size: width, color: color.color + strength, type: (dashes ? "dashed" : "full") + (arrows ? "Arrow" : "") };
}

function settings(zoomToSizeRatioFunction) {
  const { createNodeBorderProgram, createEdgeCompoundProgram, EdgeRectangleProgram, EdgeArrowProgram, EdgeArrowHeadProgram } = Sigma.rendering;
  const ring = createNodeBorderProgram({ borders: [{ size: { value: 1.5, mode: "pixels" }, color: { attribute: "ring" } }, { size: { fill: true }, color: { attribute: "color" } }] });
  return {
    renderLabels: false, enableEdgeEvents: true, enableCameraRotation: false, allowInvalidContainer: true, autoRescale: false, minEdgeThickness: 0.6,
    zoomToSizeRatioFunction, doubleClickZoomingRatio: 1, stagePadding: 0,
    defaultNodeType: "ring", nodeProgramClasses: { ring }, nodeHoverProgramClasses: { ring }, defaultDrawNodeHover: () => {},
    defaultEdgeType: "full", edgeProgramClasses: { full: EdgeRectangleProgram, fullArrow: EdgeArrowProgram, dashed: Dashed, dashedArrow: createEdgeCompoundProgram([DashedStem, EdgeArrowHeadProgram]) },
  };
}

function drawsItself() {
  const asked = new URLSearchParams(location.search).get("draw"), context = document.createElement("canvas").getContext("webgl2");
  if (!context || asked === "canvas") return false;
  const known = context.getExtension("WEBGL_debug_renderer_info");
  const card = String(context.getParameter(known ? known.UNMASKED_RENDERER_WEBGL : context.RENDERER));
  return asked === "webgl" || !/swiftshader|llvmpipe|softpipe|software|basic render/i.test(card);
}

function drawing(place, data, options) {
  try { return new WebglNetwork(place, data); } catch { vis = plain; return new vis.Network(place, data, options); }
}

if (drawsItself()) vis = { ...vis, Network: drawing };
