/* Search, legend, paper, and the start of it all. */
const allTold = feed.edges.length > 0 && feed.edges.every((edge) => edge.told);

function startControls() {
  $("controls").addEventListener("submit", (event) => { event.preventDefault(); search(true); });
  $("search").addEventListener("input", (event) => { if (!(event.inputType || "").startsWith("insertT") && !(event.inputType || "").startsWith("delete")) search(false); });
  $("names").append(...feed.nodes.map((node) => { const option = make("option"); option.value = node.label; return option; }));
  $("nearer").addEventListener("click", () => zoom(1.35));
  $("farther").addEventListener("click", () => zoom(1 / 1.35));
  $("whole").addEventListener("click", () => { choose(null, null); whole(); remember(); });
  $("more").addEventListener("click", () => { sorting.rows += 400; tableBody(); });
  $("periods-button").hidden = !timed();
  $("periods-button").addEventListener("click", () => { showPeriods(!state.periods); remember(); });
  $("paper").addEventListener("click", () => { setPaper(state.paper === "dark" ? "light" : "dark"); remember(); });
  addEventListener("keydown", escape);
  addEventListener("hashchange", () => { quiet = true; pause(); putBack(); framed = true; start(recall()); quiet = false; });
}

function escape(event) {
  if (event.key !== "Escape") return;
  if ($("save").open) $("save").open = false;
  else if (!$("filters").hidden) { openFilters(false); $("filter").focus(); }
  else if (state.node !== null || state.edge !== null || state.path) choose(null, null);
}

function setPaper(theme) {
  state.theme = theme;
  if (theme) document.documentElement.dataset.paper = theme; else delete document.documentElement.dataset.paper;
  paint();
  if (state.periods) drawPeriods();
}

function search(partly) {
  const wanted = fold($("search").value.trim());
  $("found").textContent = "";
  if (!wanted) return;
  const hit = partly ? named($("search").value) : ranked.find((node) => fold(node.label) === wanted);
  if (hit) { focusOn(hit.id); $("found").textContent = hit.label; } else if (partly) $("found").textContent = "Nobody of that name here";
}

/* Everything anew after a change of the filters or of the time. */
function refresh() {
  reckon();
  if (state.edge !== null && !shown(feed.edges[state.edge])) { if (!state.span) state.edge = null; }
  settle();
  summary();
  showTime();
  syncControls();
  tableLater();
  if (state.periods) drawPeriods();
}

function summary() {
  const ties = feed.edges.filter(shown), hidden = feed.edges.length - ties.length, about = feed.about;
  const when = [about.since ? "from " + about.since : "", about.until ? "until " + about.until : ""].filter(Boolean).join(" ");
  const told = matter === "meetings" ? new Set(ties.flatMap((edge) => kept(edge).map((piece) => piece.document + said(piece, "met")))).size : ties.reduce((sum, edge) => sum + weightOf(edge), 0);
  $("summary").textContent = [actors(visible.length), plural(ties.length, "tie", "ties"), pieces(told), when, hidden ? plural(hidden, "tie", "ties") + " hidden" : ""].filter(Boolean).join(" · ");
}

function legend() {
  const add = (text, ...marks) => { const item = make("span"); item.append(...marks, make("span", "", text)); $("legend").append(item); };
  Object.entries(feed.lines).forEach(([polarity, line]) => add(line.word, sample(polarity, false)));
  if (feed.lines.positive && feed.lines.negative) add("contested", contestMark());
  if (feed.edges.some((edge) => edge.told)) add(told, sample("met", true));
  add("wider: more " + (matter === "meetings" ? "meetings" : "evidence"), sample("met", false, 1.2), sample("met", false, 4.5));
  if (matter === "stances") add("paler: less sure", sample("met", false, 2.4, 0.3), sample("met", false, 2.4, 0.95));
  if (timed()) add("nothing on record in the time chosen", ring());
  if (feed.directed) add("arrows run from " + (matter === "mentions" ? "speaker to named" : "holder to target"));
  const kinds = [...new Set(feed.nodes.map((node) => node.kind))].filter((kind) => kind !== "unknown");
  if (kinds.length > 1) kinds.sort().forEach((kind) => add(kind, kindMark(kind)));
}

function ring() {
  const svg = shape("svg", { width: 12, height: 12, viewBox: "0 0 12 12", "aria-hidden": "true" });
  svg.append(shape("circle", { cx: 6, cy: 6, r: 4.5, fill: "none", stroke: "currentColor", "stroke-dasharray": "2 2" }));
  return svg;
}

function kindMark(kind) {
  const svg = shape("svg", { width: 12, height: 12, viewBox: "0 0 12 12", "aria-hidden": "true", class: "kind" }), mark = dot({ id: -1, kind }, { x: 6, y: 6 }, 4.6);
  mark.setAttribute("fill", solid.has(kind) ? "currentColor" : "none");
  mark.setAttribute("stroke", solid.has(kind) ? "none" : "currentColor");
  mark.setAttribute("opacity", 1);
  svg.append(mark);
  return svg;
}

function emptyPage() {
  const about = feed.about, box = make("div", "empty");
  box.append(make("p", "", "There is nothing to draw."));
  box.append(make("p", "", about.read ? "The graph holds " + number(about.read) + " " + matter + ", and every one was left out:" : "The graph holds no " + matter + ". Build it from documents that record some, or choose another kind of view."));
  const list = make("ul");
  Object.entries(about.left_out).forEach(([why, count]) => list.append(make("li", "", number(count) + " " + why)));
  box.append(list);
  document.querySelector("main").replaceChildren(box);
  ["controls", "tools"].forEach((id) => $(id).remove());
}

/* Brings the page into the state that the address asks for. */
function start(asked) {
  if (clock.set && timed()) setUnit(clock.set);
  setPaper(state.theme);
  refresh();
  if (state.ego !== null || state.span) whole();
  openTab(asked.get("tab") === "table" ? "table" : "evidence");
  showPeriods(asked.get("periods") === "yes");
  recallPicture(asked);
}

if (feed.edges.length) {
  quiet = true;
  const asked = recall();
  if (state.theme) document.documentElement.dataset.paper = state.theme;
  startPicture();
  startFilters();
  startControls();
  startTabs();
  startFiles();
  startTimeline();
  legend();
  tableHead();
  if (location.hash.length > 1) start(asked);
  else { syncControls(); showPanel(); openTab("evidence"); summary(); showTime(); }
  quiet = false;
} else emptyPage();
