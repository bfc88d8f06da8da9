/* What is shown: signs in the bar, everything else in a drawer, and a chip for each filter that is on. */
const facets = [
  { key: "acts", title: "Acts", of: () => tallied(feed.edges.flatMap((edge) => edge.evidence.flatMap((piece) => piece.acts))), name: spaced },
  { key: "kinds", title: "Kinds of actor", of: () => tallied(feed.nodes.map((node) => node.kind)), name: (kind) => kind === "unknown" ? "kind not known" : kind },
  { key: "sides", title: "Sides", of: () => feed.about.level === "state" ? [] : tallied(feed.nodes.flatMap((node) => node.sides)), name: (side) => side },
  { key: "archives", title: "Archives", of: () => tallied(feed.edges.flatMap((edge) => edge.evidence.map((piece) => piece.archive))), name: (archive) => archive },
];

function tallied(values) {
  const found = new Map();
  values.forEach((value) => found.set(value, (found.get(value) || 0) + 1));
  return [...found].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function box(text, checked, data, change, mark, count) {
  const label = make("label"), input = make("input");
  input.type = "checkbox";
  input.checked = checked;
  Object.assign(input.dataset, data);
  input.addEventListener("change", () => { change(input.checked); refresh(); });
  label.append(input, ...(mark ? [mark] : []), make("span", "name", text), ...(count ? [make("span", "count", number(count))] : []));
  return label;
}

function toggle(set, value) { return (on) => on ? set.delete(value) : set.add(value); }

function startFilters() {
  const signs = $("signs"), polarities = Object.keys(feed.lines);
  if (polarities.length > 1) polarities.forEach((polarity) => signs.append(box(feed.lines[polarity].word, true, { show: polarity }, toggle(state.off, polarity), sample(polarity, false))));
  if (feed.edges.some((edge) => edge.told)) signs.append(box(told, state.told, { show: "told" }, (on) => { state.told = on; }, sample("met", true)));
  if (reduced) signs.append(box("only what stands out", state.first, { show: "first" }, (on) => { state.first = on; if (framed) whole(); }));
  signs.hidden = signs.children.length < 2;
  facets.forEach((facet) => {
    const values = facet.of();
    if (values.length > 1) $("facets").append(facetBox(facet, values));
  });
  $("sure").addEventListener("input", () => { state.sure = Number($("sure").value) / 100; refresh(); });
  $("sure-row").hidden = feed.edges.every((edge) => edge.evidence.every((piece) => piece.confidence === 1));
  $("filter").addEventListener("click", () => openFilters($("filters").hidden));
  $("around-go").addEventListener("click", () => { const node = named($("around").value); if (node) { state.steps = Number($("steps").value); setEgo(node.id); } });
  $("steps").addEventListener("change", () => { state.steps = Number($("steps").value); if (state.ego !== null) { refresh(); whole(); } });
  $("path-go").addEventListener("click", () => { const one = named($("path-from").value), other = named($("path-to").value); if (one && other && one !== other) setPath(one.id, other.id); });
}

function facetBox(facet, values) {
  const set = make("div", "facet"), head = make("div", "all"), list = make("div", "values");
  const each = (on) => { state[facet.key].clear(); if (!on) values.forEach(([value]) => state[facet.key].add(value)); refresh(); };
  const [all, none] = [button("quiet", "all", () => each(true)), button("quiet", "none", () => each(false))];
  all.setAttribute("aria-label", "All " + facet.title.toLowerCase());
  none.setAttribute("aria-label", "No " + facet.title.toLowerCase());
  set.setAttribute("role", "group");
  set.setAttribute("aria-label", facet.title);
  head.append(make("span", "small-caps", facet.title), all, none);
  values.forEach(([value, n]) => list.append(box(facet.name(value), true, { facet: facet.key, value }, toggle(state[facet.key], value), null, n)));
  set.append(head, list);
  return set;
}

function openFilters(on) {
  $("filters").hidden = !on;
  document.querySelector("main").classList.toggle("filtered", on);
  network.redraw();
  showTime();
  $("filter").setAttribute("aria-expanded", String(on));
}

function named(text) {
  const wanted = fold(text.trim());
  if (!wanted) return null;
  for (const test of [(name) => name === wanted, (name) => name.startsWith(wanted), (name) => name.includes(wanted)]) {
    const hit = ranked.find((node) => test(fold(node.label)));
    if (hit) return hit;
  }
  return null;
}

function clearFilters() {
  ["off", "acts", "kinds", "sides", "archives"].forEach((key) => state[key].clear());
  Object.assign(state, { sure: 0, span: null, ego: null, first: false });
  pause();
}

/* The controls show the state, whoever has changed it. */
function syncControls() {
  document.querySelectorAll("[data-show]").forEach((input) => { const { show } = input.dataset; input.checked = show === "told" || show === "first" ? state[show] : !state.off.has(show); });
  document.querySelectorAll("[data-facet]").forEach((input) => { input.checked = !state[input.dataset.facet].has(input.dataset.value); });
  $("sure").value = Math.round(state.sure * 100);
  $("sure-value").textContent = state.sure ? Math.round(state.sure * 100) + "% and more" : "all";
  $("steps").value = String(state.steps);
  if (state.ego !== null) $("around").value = nodeOf(state.ego).label;
  showChips();
}

function showChips() {
  const made = [], chip = (text, undo) => { const one = button("chip", text, () => { undo(); refresh(); whole(); }); one.setAttribute("aria-label", text + ": take this filter away"); made.push(one); };
  facets.forEach(({ key, title }) => { if (state[key].size) chip("without " + number(state[key].size) + " of " + title.toLowerCase(), () => state[key].clear()); });
  if (state.sure) chip("at least " + Math.round(state.sure * 100) + "% sure", () => { state.sure = 0; });
  if (state.ego !== null) chip("around " + nodeOf(state.ego).label + (state.steps > 1 ? ", " + state.steps + " steps" : ""), () => { state.ego = null; });
  if (state.path) chip("path " + nodeOf(state.path[0]).label + " … " + nodeOf(state.path[1]).label, () => { state.path = null; });
  if (moved.size) chip(plural(moved.size, "actor", "actors") + " moved", putBack);
  $("chips").replaceChildren(...made);
}
