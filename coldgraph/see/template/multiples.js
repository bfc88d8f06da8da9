/* Small multiples: the same network a period at a time, side by side, on screen and in print. */
const SMALL = { wide: 420, high: 270, most: 24 };

function periods() {
  for (const size of { month: [1, 3, 12], quarter: [3, 12], year: [12] }[clock.unit].concat(24, 60, 120)) {
    const from = Math.floor(firstMonth / size), to = Math.floor(lastMonth / size);
    if (to - from < SMALL.most) return Array.from({ length: to - from + 1 }, (_, i) => [(from + i) * size, (from + i) * size + size - 1]);
  }
  return [];
}

function showPeriods(on) {
  state.periods = on && timed();
  $("periods").hidden = !state.periods;
  $("periods-button").setAttribute("aria-pressed", String(state.periods));
  $("stage").classList.toggle("covered", state.periods);
  if (state.periods) drawPeriods();
}

function drawPeriods() {
  const all = tallyOf(null), ids = [...all.nodes.keys()], box = $("periods-grid");
  if (!ids.length) { box.replaceChildren(make("p", "disputed", "The filters leave nothing to show.")); return; }
  const view = viewOfAll(ids, SMALL.wide, SMALL.high, 40);
  box.replaceChildren(...periods().map((span) => small(span, view)));
}

function small(span, view) {
  const made = tallyOf(span), figure = make("figure", "small"), caption = make("figcaption"), n = { positive: 0, negative: 0, all: 0 };
  made.edges.forEach((row, id) => { if (row) { n.all += row.count; n[feed.edges[id].polarity] = (n[feed.edges[id].polarity] || 0) + row.count; } });
  const name = spanName(span), words = !n.all ? "nothing on record" : matter === "stances" ? number(n.positive) + " friendly, " + number(n.negative) + " hostile" : pieces(n.all);
  const open = button("", name, () => { showPeriods(false); setSpan([Math.max(span[0], clock.grid.span(0)[0]), span[1]]); });
  open.setAttribute("aria-label", name + ": " + words + ". Show this period.");
  const picture = drawn(made, SMALL.wide, SMALL.high, view, 7, 2.4);
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", name + ": " + words);
  caption.append(open, make("span", "", words));
  figure.append(caption, picture);
  if (!n.all) figure.classList.add("nothing");
  return figure;
}
