/* Search, filters, legend, and the start of it all. */
function box(text, checked, polarity, layer, change) {
  const label = make("label"), input = make("input");
  input.type = "checkbox";
  input.checked = checked;
  input.dataset.show = layer ? "told" : polarity;
  input.addEventListener("change", () => { change(input.checked); refresh(); });
  label.append(input, sample(polarity, layer), make("span", "", text));
  return label;
}

function startControls() {
  const signs = $("signs"), polarities = Object.keys(feed.lines);
  if (polarities.length > 1) polarities.forEach((polarity) => signs.append(box(feed.lines[polarity].word, true, polarity, false, (on) => on ? state.off.delete(polarity) : state.off.add(polarity))));
  if (feed.edges.some((edge) => edge.told)) signs.append(box(told, state.told, "met", true, (on) => { state.told = on; }));
  signs.hidden = signs.children.length < 2;
  $("controls").addEventListener("submit", (event) => { event.preventDefault(); search(true); });
  $("search").addEventListener("input", (event) => { if (!(event.inputType || "").startsWith("insertT") && !(event.inputType || "").startsWith("delete")) search(false); });
  $("names").append(...feed.nodes.map((node) => { const option = make("option"); option.value = node.label; return option; }));
  $("nearer").addEventListener("click", () => zoom(1.35));
  $("farther").addEventListener("click", () => zoom(1 / 1.35));
  $("whole").addEventListener("click", () => { choose(null, null); whole(); });
  $("more").addEventListener("click", () => { sorting.rows += 400; tableBody(); });
  addEventListener("keydown", (event) => { if (event.key === "Escape" && (state.node !== null || state.edge !== null)) choose(null, null); });
}

function syncControls() {
  document.querySelectorAll("[data-show]").forEach((input) => { input.checked = input.dataset.show === "told" ? state.told : !state.off.has(input.dataset.show); });
}

function search(partly) {
  const wanted = fold($("search").value.trim()), tests = [(name) => name === wanted, (name) => name.startsWith(wanted), (name) => name.includes(wanted)];
  $("found").textContent = "";
  if (!wanted) return;
  for (const test of partly ? tests : tests.slice(0, 1)) {
    const hit = ranked.find((node) => test(fold(node.label)));
    if (hit) { focusOn(hit.id); $("found").textContent = hit.label; return; }
  }
  if (partly) $("found").textContent = "Nobody of that name here";
}

function refresh() {
  if (state.edge !== null && !shown(feed.edges[state.edge])) state.edge = null;
  choose(state.node, state.edge);
  summary();
  tableBody();
}

function summary() {
  const ties = feed.edges.filter(shown), hidden = feed.edges.length - ties.length, about = feed.about;
  const when = about.since || about.until ? [about.since ? "from " + about.since : "", about.until ? "until " + about.until : ""].filter(Boolean).join(" ") : "";
  const parts = [plural(visible.length, about.level === "state" ? "side" : "actor", about.level === "state" ? "sides" : "actors"), plural(ties.length, "tie", "ties"),
    pieces(about.kind === "meetings" ? new Set(ties.flatMap((e) => e.evidence.map((p) => p.document + p.met))).size : ties.reduce((sum, edge) => sum + edge.weight, 0)), when, hidden ? hidden.toLocaleString("en") + " hidden" : ""];
  $("summary").textContent = parts.filter(Boolean).join(" · ");
}

function legend() {
  const entries = Object.entries(feed.lines).map(([polarity, line]) => [sample(polarity, false), line.word]);
  if (feed.edges.some((edge) => edge.told)) entries.push([sample("met", true), told]);
  entries.forEach(([mark, text]) => { const item = make("span"); item.append(mark, make("span", "", text)); $("legend").append(item); });
  const size = feed.about.kind === "meetings" ? "Wider: more meetings" : "Wider: more evidence; paler: less sure";
  $("legend").append(make("span", "", size), make("span", "", feed.directed ? "Arrows run from holder to target".replace("holder to target", feed.about.kind === "mentions" ? "speaker to named" : "holder to target") : ""));
  if (feed.nodes.some((node) => node.kind === "person")) $("legend").append(make("span", "", "○ person  ● state  ■ organization  ▲ movement  ◆ topic"));
}

function emptyPage() {
  const about = feed.about, what = { stances: "stances", meetings: "meetings", mentions: "mentions" }[about.kind], box = make("div", "empty");
  box.append(make("p", "", "There is nothing to draw."));
  box.append(make("p", "", about.read ? "The graph holds " + about.read.toLocaleString("en") + " " + what + ", and every one was left out:" : "The graph holds no " + what + ". Build it from documents that record some, or choose another kind of view."));
  const list = make("ul");
  Object.entries(about.left_out).forEach(([why, count]) => list.append(make("li", "", count.toLocaleString("en") + " " + why)));
  box.append(list);
  document.querySelector("main").replaceChildren(box);
}

if (feed.edges.length) {
  if (feed.edges.every((edge) => edge.told)) state.told = true;
  startPicture();
  startControls();
  syncControls();
  legend();
  showHint();
  summary();
  tableHead();
  requestAnimationFrame(() => setTimeout(tableBody, 0));
} else emptyPage();
