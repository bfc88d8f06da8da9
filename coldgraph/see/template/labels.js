/* Labels at a constant size, the weightiest first; one that would cover another is left out. */
const faces = {
  state: { style: "600 11px ", family: "sans", spacing: 1.2, upper: true },
  movement: { style: "600 11.5px ", family: "sans", spacing: 0.4 },
  organization: { style: "italic 13px ", family: "serif", spacing: 0 },
  topic: { style: "italic 12px ", family: "serif", spacing: 0 },
  document: { style: "11px ", family: "sans", spacing: 0 },
  person: { style: "13.5px ", family: "serif", spacing: 0 },
};
/* On a small screen letters are smaller too. */
const LETTERS = innerWidth < 600 ? 0.86 : 1;
const families = { sans: getComputedStyle(document.documentElement).getPropertyValue("--sans"), serif: getComputedStyle(document.documentElement).getPropertyValue("--serif") };
const written = new Map();

function lettering(node) {
  if (written.has(node.id)) return written.get(node.id);
  const face = faces[node.kind] || faces.person;
  const short = node.label.length > 34 ? node.label.slice(0, 32).trimEnd() + "…" : node.label;
  const made = { text: face.upper ? short.toLocaleUpperCase("en") : short, font: face.style.replace(/[\d.]+px/, (size) => parseFloat(size) * LETTERS + "px") + families[face.family], spacing: face.spacing, width: 0 };
  written.set(node.id, made);
  return made;
}

function width(letters, context) {
  if (!letters.width) {
    context.font = letters.font;
    letters.width = context.measureText(letters.text).width + letters.spacing * letters.text.length;
  }
  return letters.width;
}

function overlaps(a, b) { return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]; }

function boxes(at, radius, width) {
  const gap = radius + 4, high = 16;
  return [
    [at.x - width / 2, at.y + gap - 1, at.x + width / 2, at.y + gap + high - 1],
    [at.x + gap, at.y - high / 2, at.x + gap + width, at.y + high / 2],
    [at.x - gap - width, at.y - high / 2, at.x - gap, at.y + high / 2],
    [at.x - width / 2, at.y - gap - high, at.x + width / 2, at.y - gap],
    ...[[1, 1], [1, -1], [-1, 1], [-1, -1]].map(([across, down]) => corner(at, radius * 0.75 + 3, width, high, across, down)),
  ];
}

function corner(at, gap, width, high, across, down) {
  const left = across > 0 ? at.x + gap : at.x - gap - width, top = down > 0 ? at.y + gap - 4 : at.y - gap - high + 4;
  return [left, top, left + width, top + high];
}

/* Where labels go. ``dots``: node, place and radius on the sheet, weightiest first. The first dozen may cover dots, ``must`` anything. */
function place(dots, context, most, must, wide, high) {
  const crowd = dots.length > 400, placed = [], others = crowd ? [] : dots.map(({ at, radius }) => [at.x - radius, at.y - radius, at.x + radius, at.y + radius]);
  const dotsBefore = others.length;
  for (let i = 0; i < dots.length && placed.length < most; i++) {
    const { node, at, radius } = dots[i], letters = lettering(node), own = crowd ? -1 : i;
    const all = boxes(at, radius, width(letters, context)), choice = all.filter((each) => each[0] > 4 && each[2] < wide - 4 && each[1] > 2 && each[3] < high - 2);
    const free = (from) => choice.find((each) => others.every((other, j) => j < from || j === own || !overlaps(each, other)));
    const box = free(0) || (i < 12 && free(dotsBefore)) || (node.id === must ? choice[0] || all[0] : null);
    if (!box) continue;
    others.push(box);
    placed.push({ ...letters, x: box[0], y: (box[1] + box[3]) / 2, node });
  }
  return placed;
}

function drawLabels(context) {
  const canvas = context.canvas, ratio = canvas.width / canvas.clientWidth, colours = feed.paper[state.paper];
  const seen = dotsInSight(canvas.clientWidth, canvas.clientHeight), chosen = neighbourhood ? seen.filter(({ node }) => neighbourhood.has(node.id)) : seen;
  const most = neighbourhood ? 80 : Math.max(14, canvas.clientWidth * canvas.clientHeight / 9000);
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textBaseline = "middle";
  context.textAlign = "left";
  context.lineJoin = "round";
  context.lineWidth = 3.5;
  place(chosen, context, most, state.node, canvas.clientWidth, canvas.clientHeight).forEach((label) => {
    context.font = label.font;
    if ("letterSpacing" in context) context.letterSpacing = label.spacing + "px";
    context.strokeStyle = colours.paper;
    context.strokeText(label.text, label.x, label.y);
    context.fillStyle = colours.ink;
    context.fillText(label.text, label.x, label.y);
  });
  context.restore();
}

function dotsInSight(wide, high) {
  const places = network.getPositions(visible.map((node) => node.id)), scale = network.getScale();
  const dots = visible.map((node) => ({ node, at: network.canvasToDOM(places[node.id]), radius: sizeOf(node.id) * scale }));
  return dots.filter(({ at }) => at.x > -40 && at.y > -20 && at.x < wide + 40 && at.y < high + 20);
}
