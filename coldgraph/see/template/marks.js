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

/* Half friendly, half hostile, on a line of each contested pair. */
function drawContests(context) {
  const colours = feed.paper[state.paper];
  const hue = (polarity) => (feed.lines[polarity] || { [state.paper]: colours.quiet })[state.paper];
  context.save();
  contested.forEach((pair) => {
    if (lit && !pair.edges.some((id) => lit(feed.edges[id]))) return;
    const { x, y } = spot(pair), radius = markSize(pair);
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

/* The line that bears the mark: the chosen one, else the heavier. */
function bearer(pair) { return pair.edges.includes(state.edge) ? state.edge : pair.edges.reduce((a, b) => (weightOf(feed.edges[b]) > weightOf(feed.edges[a]) ? b : a)); }
function spot(pair) {
  const edge = feed.edges[bearer(pair)];
  if (edge.from !== edge.to) return network.body.edges[edge.id].edgeType.getPoint(0.5);
  const { x, y } = network.getPositions([edge.from])[edge.from], { size, angle } = drawing.edges[edge.id].selfReference;
  return { x: x + 2 * size * Math.cos(angle), y: y - 2 * size * Math.sin(angle) };
}
function markSize(pair) { return Math.max(Math.min(4 / network.getScale(), 9), widthOf(tally.edges[bearer(pair)]) * 0.85); }

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
