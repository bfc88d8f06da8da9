/* How a relation drifts: friendly evidence up, hostile down, a column a quarter or a year. Nothing on record is not nought. */
function bins(unit) {
  const size = { year: 12, quarter: 3, month: 1 }[unit], first = Math.floor(firstMonth / size), last = Math.floor(lastMonth / size);
  return { size, first, count: last - first + 1, of: (month) => Math.floor(month / size) - first, span: (bin) => [(first + bin) * size, (first + bin) * size + size - 1] };
}

function counts(rows, grid) {
  const made = Array.from({ length: grid.count }, () => ({ up: 0, down: 0, both: 0, all: 0 }));
  rows.forEach(({ edge, piece }) => {
    if (piece.month === null) return;
    const bin = made[grid.of(piece.month)];
    bin.all++;
    bin[edge.polarity === "negative" ? "down" : edge.polarity === "mixed" ? "both" : "up"]++;
  });
  return made;
}

/* ``rows``: pieces of evidence with their edge, whatever their time; the time chosen is set off. */
function drift(title, rows) {
  const unit = lastMonth - firstMonth < 180 ? "quarter" : "year", grid = bins(unit), columns = counts(rows, grid);
  const box = make("figure", "drift"), wide = 340, high = matter === "stances" ? 84 : 50, step = wide / grid.count;
  const most = Math.max(...columns.map((bin) => Math.max(bin.up, bin.down, bin.both)), 1), base = matter === "stances" ? high / 2 : high - 2;
  const rise = (count) => count / most * (matter === "stances" ? high / 2 - 3 : high - 6);
  const svg = shape("svg", { viewBox: `0 0 ${wide} ${high + 14}`, class: "chart", role: "img", "aria-label": title + ": " + spoken(columns, grid) });
  svg.append(...gaps(columns, step, high));
  columns.forEach((bin, i) => svg.append(...column(bin, i * step, step, base, rise)));
  if (matter === "stances") svg.append(...balance(columns, step, base, rise));
  if (state.span) svg.append(...outside(grid, step, high));
  svg.append(...years(grid, step, high));
  box.append(make("figcaption", "", title), svg);
  return box;
}

/* What stands below the charts. */
function driftNote() {
  const unit = lastMonth - firstMonth < 180 ? "quarter" : "year";
  return make("p", "note", `A column a ${unit}` + (matter === "stances" ? ", friendly up, hostile down, dots: friendly less hostile" : "") + ". Grey: nothing on record, which is not neutrality.");
}

/* Stretches without any record, as one shade each. */
function gaps(columns, step, high) {
  const made = [];
  for (let i = 0; i < columns.length; i++) {
    const start = i;
    while (i < columns.length && !columns[i].all) i++;
    if (i > start) made.push(shape("rect", { x: start * step, y: 0, width: (i - start) * step, height: high, class: "absent" }));
  }
  return made;
}

function column(bin, x, step, base, rise) {
  const left = x + step * 0.12, wide = step * 0.76;
  if (!bin.all) return [];
  const made = [shape("line", { x1: x, x2: x + step, y1: base, y2: base, class: "base" })];
  if (bin.up) made.push(shape("rect", { x: left, y: base - rise(bin.up), width: wide, height: rise(bin.up), class: "bar " + (matter === "stances" ? "positive" : "met") }));
  if (bin.down) made.push(...striped(left, base, wide, rise(bin.down)));
  if (bin.both) made.push(shape("rect", { x: left, y: base - rise(bin.both) / 2, width: wide, height: rise(bin.both), class: "bar mixed" }));
  return made;
}

/* Hostile columns are striped, so that no colour is needed. */
function striped(x, y, wide, high) {
  const made = [shape("rect", { x, y, width: wide, height: high, class: "bar negative" })];
  for (let at = 3; at < high; at += 4) made.push(shape("line", { x1: x, x2: x + wide, y1: y + at, y2: y + at, class: "stripe" }));
  return made;
}

/* The balance, joined only where neighbouring columns are on record. */
function balance(columns, step, base, rise) {
  const at = (i) => [(i + 0.5) * step, base - rise(columns[i].up) + rise(columns[i].down)], made = [];
  columns.forEach((bin, i) => {
    if (!bin.all) return;
    const [x, y] = at(i);
    if (i && columns[i - 1].all) made.push(shape("line", { x1: at(i - 1)[0], y1: at(i - 1)[1], x2: x, y2: y, class: "net" }));
    made.push(shape("circle", { cx: x, cy: y, r: Math.min(2.2, step / 2.6), class: "net" }));
  });
  return made;
}

function outside(grid, step, high) {
  const [from, to] = [Math.max(grid.of(state.span[0]), 0), Math.min(grid.of(state.span[1]) + 1, grid.count)];
  return [[0, from], [to, grid.count]].filter(([a, b]) => b > a).map(([a, b]) => shape("rect", { x: a * step, y: 0, width: (b - a) * step, height: high, class: "veil" }));
}

function years(grid, step, high) {
  const made = [], size = grid.size, all = Math.ceil(grid.count * size / 12), every = Math.max(1, Math.ceil(all / 7));
  for (let bin = 0; bin < grid.count; bin++) {
    const month = grid.span(bin)[0];
    if (month % 12 || Math.floor(month / 12 - firstMonth / 12) % every) continue;
    made.push(shape("line", { x1: bin * step, x2: bin * step, y1: high, y2: high + 3, class: "tick" }));
    made.push(shape("text", { x: bin * step + 2, y: high + 12, class: "year" }, String(month / 12)));
  }
  return made;
}

function spoken(columns, grid) {
  const told = columns.map((bin, i) => bin.all ? spanName(grid.span(i)) + " " + (matter === "stances" ? [[bin.up, "friendly"], [bin.down, "hostile"], [bin.both, "mixed"]].filter(([n]) => n).map(([n, w]) => n + " " + w).join(" and ") : bin.all) : "").filter(Boolean);
  return told.length ? told.join("; ") + "; nothing on record otherwise." : "no dated evidence.";
}

/* Pieces of evidence with their edges, the filters of time left aside. */
function timeless(edges) {
  return edges.filter(admitted).flatMap((edge) => edge.evidence.filter(passes).map((piece) => ({ edge, piece })));
}
