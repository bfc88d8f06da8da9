/* What vis-network does not draw: actors absent in the time chosen, contested pairs, places that a reader has changed. */
function drawAbsent(context) {
  if (!state.span) return;
  const colours = feed.paper[state.paper], scale = network.getScale();
  context.save();
  context.strokeStyle = colours.quiet;
  context.globalAlpha = 0.6;
  context.lineWidth = 1 / scale;
  context.setLineDash([2 / scale, 3 / scale]);
  tally.absent.forEach((_, id) => {
    const { x, y } = network.body.nodes[id];
    context.beginPath();
    context.arc(x, y, Math.max(4 / scale, 4), 0, 2 * Math.PI);
    context.stroke();
  });
  context.restore();
}

/* Half friendly, half hostile, between the lines of a contested pair. */
function drawContests(context) {
  const colours = feed.paper[state.paper], radius = 5.5 / Math.max(network.getScale(), 0.35);
  const hue = (polarity) => (feed.lines[polarity] || { [state.paper]: colours.quiet })[state.paper];
  context.save();
  contested.forEach((pair, key) => {
    const [from, to] = key.split("-").map(Number);
    context.globalAlpha = state.node !== null && from !== state.node && to !== state.node ? 0.12 : state.edge !== null && !pair.edges.includes(state.edge) ? 0.12 : 1;
    const { x, y } = middle(pair.edges);
    [["positive", 0.75, 1.75], ["negative", -0.25, 0.75]].forEach(([polarity, start, end]) => {
      context.beginPath();
      context.arc(x, y, radius, start * Math.PI, end * Math.PI);
      context.fillStyle = hue(polarity);
      context.fill();
    });
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.lineWidth = radius / 3.2;
    context.strokeStyle = colours.paper;
    context.stroke();
  });
  context.restore();
}

function middle(ids) {
  const points = ids.map((id) => network.body.edges[id].edgeType.getPoint(0.5));
  return { x: points.reduce((sum, p) => sum + p.x, 0) / points.length, y: points.reduce((sum, p) => sum + p.y, 0) / points.length };
}

/* A pin on what was moved. */
function drawPins(context) {
  if (!moved.size) return;
  const scale = network.getScale();
  context.save();
  context.fillStyle = feed.paper[state.paper].focus;
  moved.forEach((id) => {
    if (!tally.nodes.has(id)) return;
    const { x, y } = network.body.nodes[id], away = sizeOf(id) * 0.75 + 2 / scale;
    context.beginPath();
    context.arc(x + away, y - away, 3.2 / scale, 0, 2 * Math.PI);
    context.fill();
  });
  context.restore();
}
