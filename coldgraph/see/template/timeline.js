/* The band of time below the picture: how much there is on record, a window on it, and its play. */
const clock = { unit: "year", gather: false, timer: null, grid: null, wait: 1100 };

function timed() { return firstMonth < lastMonth; }

function startTimeline() {
  $("timeline").hidden = !timed();
  if (!timed()) return;
  const range = lastMonth - firstMonth;
  setUnit(clock.set || (range <= 30 ? "month" : range <= 96 ? "quarter" : "year"));
  $("unit").addEventListener("change", () => { setUnit($("unit").value); refresh(); });
  $("gather").addEventListener("change", () => { clock.gather = $("gather").checked; });
  $("play").addEventListener("click", () => clock.timer ? pause() : play());
  $("all-time").addEventListener("click", () => { pause(); setSpan(null); });
  [["since", 0], ["until", 1]].forEach(([id, end]) => $(id).addEventListener("input", () => {
    pause();
    const at = binsOfSpan();
    at[end] = Number($(id).value);
    if (at[0] > at[1]) at[1 - end] = at[end];
    setBins(at);
  }));
  brush();
  addEventListener("resize", showTime);
}

function setUnit(unit) {
  clock.unit = $("unit").value = unit;
  clock.grid = bins(unit);
  const step = 100 / clock.grid.count;
  [$("since"), $("until")].forEach((slider, end) => {
    slider.max = clock.grid.count - 1;
    slider.style.left = `calc(${end * step}% - .4rem)`;
    slider.style.width = `calc(${100 - step}% + .8rem)`;
  });
  if (state.span) { const [from, to] = binsOfSpan(); state.span = [clock.grid.span(from)[0], clock.grid.span(to)[1]]; }
}

function binsOfSpan() {
  const last = clock.grid.count - 1, hold = (bin) => Math.min(Math.max(bin, 0), last);
  return state.span ? state.span.map((month) => hold(clock.grid.of(month))) : [0, last];
}

function setBins([from, to]) {
  setSpan(from === 0 && to === clock.grid.count - 1 ? null : [clock.grid.span(from)[0], clock.grid.span(to)[1]]);
}

function setSpan(span) {
  state.span = span;
  refresh();
}

/* Each step shows the next unit, or adds it to what was shown. */
function play() {
  let [from, to] = binsOfSpan();
  const last = clock.grid.count - 1;
  if (!state.span || to === last) setBins([from, to] = [0, 0]);
  clock.timer = setInterval(() => {
    to++;
    if (to > last) { pause(); return; }
    if (!clock.gather) from++;
    fade();
    setBins([from, to]);
  }, clock.wait);
  $("play").classList.add("playing");
  $("play").setAttribute("aria-label", "Pause");
}

function pause() {
  clearInterval(clock.timer);
  clock.timer = null;
  $("play").classList.remove("playing");
  $("play").setAttribute("aria-label", "Play");
}

/* The last picture fades while the next one stands. */
function fade() {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const canvas = $("picture").querySelector("canvas"), veil = $("veil");
  veil.width = canvas.width;
  veil.height = canvas.height;
  const context = veil.getContext("2d");
  context.fillStyle = feed.paper[state.paper].paper;
  context.fillRect(0, 0, veil.width, veil.height);
  context.drawImage(canvas, 0, 0);
  veil.classList.remove("gone");
  requestAnimationFrame(() => requestAnimationFrame(() => veil.classList.add("gone")));
}

/* A press on the band and a pull choose a span. */
function brush() {
  const band = $("bars"), at = (event) => {
    const box = band.getBoundingClientRect();
    return Math.min(Math.max(Math.floor((event.clientX - box.left) / box.width * clock.grid.count), 0), clock.grid.count - 1);
  };
  let start = null;
  band.addEventListener("pointerdown", (event) => { pause(); start = at(event); band.setPointerCapture(event.pointerId); setBins([start, start]); });
  band.addEventListener("pointermove", (event) => { if (start !== null) setBins([Math.min(start, at(event)), Math.max(start, at(event))]); });
  band.addEventListener("pointerup", () => { start = null; });
  band.addEventListener("pointercancel", () => { start = null; });
}

function showTime() {
  if (!timed()) return;
  const [from, to] = binsOfSpan(), name = spanName([clock.grid.span(from)[0], clock.grid.span(to)[1]]);
  [["since", from], ["until", to]].forEach(([id, bin]) => { $(id).value = bin; $(id).setAttribute("aria-valuetext", spanName(clock.grid.span(bin))); });
  $("when").textContent = state.span ? name : "all years, " + Math.floor(firstMonth / 12) + "–" + Math.floor(lastMonth / 12);
  $("era").textContent = state.span ? name : "";
  $("undated").textContent = state.span && tally.undated ? pieces(tally.undated) + " without a date left out" : "";
  $("all-time").hidden = !state.span;
  drawBand(from, to);
}

function drawBand(from, to) {
  const wide = 1000, high = 44, columns = counts(timeless(feed.edges), clock.grid), step = wide / clock.grid.count, signed = matter === "stances";
  const most = Math.max(...columns.map((bin) => Math.max(bin.up + bin.both, bin.down)), 1), base = signed ? high / 2 : high;
  const made = columns.flatMap((bin, i) => {
    const on = i >= from && i <= to ? "" : " out", x = i * step + step * 0.1, width = step * 0.8, rise = (n) => n / most * (signed ? high / 2 : high);
    return [["positive", bin.up, -1], ["negative", bin.down, 1], ["mixed", bin.both, -1]].filter(([, n]) => n).map(([polarity, n, way]) =>
      shape("rect", { x, width, height: rise(n), y: way < 0 ? base - rise(n) - (polarity === "mixed" ? rise(bin.up) : 0) : base, class: "bar " + (signed ? polarity : "met") + on }));
  });
  $("bars").replaceChildren(shape("rect", { x: from * step, y: 0, width: (to - from + 1) * step, height: high, class: state.span ? "window" : "window all" }), ...made, shape("line", { x1: 0, x2: wide, y1: base, y2: base, class: "base" }));
  drawScale(step);
}

function drawScale(step) {
  const every = Math.max(1, Math.ceil((lastMonth - firstMonth) / 12 / ($("scale").clientWidth / 58))), made = [];
  for (let bin = 0; bin < clock.grid.count; bin++) {
    const month = clock.grid.span(bin)[0];
    const year = Math.floor(month / 12), late = month % 12 && (bin || 100 * (12 - month % 12) / clock.grid.size / clock.grid.count < 8);
    const narrow = 100 - 100 * bin / clock.grid.count < 3600 / ($("scale").clientWidth || 3600);
    if (late || narrow || (year - Math.floor(firstMonth / 12)) % every) continue;
    const mark = make("span", "", String(year));
    mark.style.left = bin * step / 10 + "%";
    made.push(mark);
  }
  $("scale").replaceChildren(...made);
}
