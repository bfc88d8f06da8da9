/* Labels at a constant size, the weightiest first; one that would cover another is left out. */
const faces = {
  state: { font: "600 11px ", family: "sans", spacing: "1.1px", upper: true },
  movement: { font: "600 11px ", family: "sans", spacing: "0.6px" },
  organization: { font: "italic 13px ", family: "serif", spacing: "0px" },
  topic: { font: "italic 12px ", family: "serif", spacing: "0px" },
  document: { font: "11px ", family: "sans", spacing: "0px" },
  person: { font: "13.5px ", family: "serif", spacing: "0px" },
};
const families = { sans: getComputedStyle(document.documentElement).getPropertyValue("--sans"), serif: getComputedStyle(document.documentElement).getPropertyValue("--serif") };
const written = new Map();

function lettering(node) {
  if (written.has(node.id)) return written.get(node.id);
  const face = faces[node.kind] || faces.person;
  const short = node.label.length > 34 ? node.label.slice(0, 32).trimEnd() + "…" : node.label;
  const made = { text: face.upper ? short.toLocaleUpperCase("en") : short, font: face.font + families[face.family], spacing: face.spacing, width: 0 };
  written.set(node.id, made);
  return made;
}

function overlaps(a, b) { return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]; }

function boxes(at, radius, width) {
  const gap = radius + 4, high = 16;
  return [
    [at.x - width / 2, at.y + gap - 1, at.x + width / 2, at.y + gap + high - 1],
    [at.x + gap, at.y - high / 2, at.x + gap + width, at.y + high / 2],
    [at.x - gap - width, at.y - high / 2, at.x - gap, at.y + high / 2],
    [at.x - width / 2, at.y - gap - high, at.x + width / 2, at.y - gap],
  ];
}

function drawLabels(context, network, visible, near) {
  const canvas = context.canvas, ratio = canvas.width / canvas.clientWidth, scale = network.getScale();
  const places = network.getPositions(visible.map((node) => node.id)), colours = feed.paper[state.paper];
  const dots = visible.map((node) => ({ node, at: network.canvasToDOM(places[node.id]), radius: sizes[node.id] * scale }));
  const inside = dots.filter(({ at }) => at.x > -40 && at.y > -20 && at.x < canvas.clientWidth + 40 && at.y < canvas.clientHeight + 20);
  const taken = inside.length <= 400 ? inside.map(({ at, radius }) => [at.x - radius, at.y - radius, at.x + radius, at.y + radius]) : [];
  const dotCount = taken.length;
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textBaseline = "middle";
  context.textAlign = "left";
  context.lineJoin = "round";
  const most = near ? 80 : Math.max(14, canvas.clientWidth * canvas.clientHeight / 9000);
  for (let i = 0; i < inside.length && taken.length - dotCount < most; i++) {
    const { node, at, radius } = inside[i], letters = lettering(node), chosen = near && near.has(node.id);
    if (near && !chosen) continue;
    context.font = letters.font;
    if ("letterSpacing" in context) context.letterSpacing = letters.spacing;
    letters.width = letters.width || context.measureText(letters.text).width;
    const free = boxes(at, radius, letters.width).find((box) => taken.every((other, j) => (j < dotCount && j === i) || !overlaps(box, other)));
    const box = free || (node.id === state.node ? boxes(at, radius, letters.width)[0] : null);
    if (!box) continue;
    taken.push(box);
    context.lineWidth = 3.5;
    context.strokeStyle = colours.paper;
    context.strokeText(letters.text, box[0], (box[1] + box[3]) / 2);
    context.fillStyle = colours.ink;
    context.fillText(letters.text, box[0], (box[1] + box[3]) / 2);
  }
  context.restore();
}
