/* The panel beside the picture: evidence and dossiers in one tab, the table in the other. */
function showPanel() {
  const panel = $("panel");
  panel.replaceChildren(...(state.path ? showPath() : state.edge !== null ? showEdge(feed.edges[state.edge]) : state.node !== null ? showNode(feed.nodes[state.node]) : hint()));
  panel.scrollTop = 0;
}

function openTab(name, focus) {
  state.tab = name;
  document.querySelector("main").classList.toggle("tabled", name === "table");
  document.querySelectorAll("[role=tab]").forEach((tab) => {
    const on = tab.id === name + "-tab";
    tab.setAttribute("aria-selected", String(on));
    tab.tabIndex = on ? 0 : -1;
    $(tab.getAttribute("aria-controls")).classList.toggle("away", !on);
  });
  if (name === "table" && sorting.stale) tableBody();
  network.redraw();
  showTime();
  if (focus) $(name === "table" ? "ties" : "panel").focus();
}

function startTabs() {
  const tabs = [...document.querySelectorAll("[role=tab]")];
  tabs.forEach((tab, i) => {
    tab.addEventListener("click", () => { openTab(tab.id.replace("-tab", "")); remember(); });
    tab.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      const other = tabs[(i + 1) % tabs.length];
      other.click();
      other.focus();
    });
  });
  document.querySelector(".skip").addEventListener("click", (event) => { event.preventDefault(); openTab("table", true); });
}

/* A tie chosen in a list or in the table. */
function readEdge(id) {
  choose(null, id);
  openTab("evidence", true);
  bringUp();
}

/* On a narrow screen the panel is below the picture: it is brought up so far that both are seen. */
function bringUp() {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (matchMedia("(max-width: 56rem)").matches) scrollTo({ top: $("side").getBoundingClientRect().top + scrollY - innerHeight * 0.45, behavior: calm ? "auto" : "smooth" });
}

function hint() {
  const rows = feed.edges.filter(shown).sort((a, b) => weightOf(b) - weightOf(a) || a.id - b.id).slice(0, 8);
  const parts = [make("h2", "", "Evidence"), make("p", "hint", "Choose a line to read the sentences behind it, or a point to see an actor’s offices, ties and meetings."), ...setAside()];
  if (rows.length) parts.push(make("h3", "", "Most evidence"), tieList(rows, ends));
  else parts.push(make("p", "disputed", "Nothing is shown: the filters or the time chosen leave no tie."), button("", "Clear all filters", () => { clearFilters(); refresh(); }));
  const both = [...contested].map(([, pair]) => pair).sort((a, b) => Math.min(...b.own) - Math.min(...a.own)).slice(0, 6);
  if (both.length) parts.push(make("h3", "", "Contested, friendly to hostile"), tieList(both.map((pair) => feed.edges[pair.edges[0]]), ends, (edge) => (({ own, told }) => (own[0] + told[0]) + " : " + (own[1] + told[1]))(contested.get(edge.from + "-" + edge.to)), contestMark));
  return parts;
}

/* What a first look leaves away is said, and is one step away. */
function setAside() {
  const left = feed.edges.filter((edge) => edge.later).length;
  if (!state.first || !left) return [];
  const line = make("p", "hint", "Shown are the ties that carry more of an actor’s evidence than chance would give them, " + number(left) + " others are left away: ");
  line.append(button("quiet", "show all ties", () => { state.first = false; refresh(); whole(); }));
  return [line];
}

function tieList(edges, name, figure, mark) {
  const list = make("ul", "list");
  edges.forEach((edge) => {
    const item = make("li"), one = button("", "", () => readEdge(edge.id));
    one.append(mark ? mark() : sample(edge.polarity, edge.told), make("span", "name", name(edge)), make("span", "count", figure ? figure(edge) : number(weightOf(edge))));
    one.setAttribute("aria-label", name(edge) + ": " + (mark ? "friendly to hostile " + figure(edge) : word(edge) + ", " + pieces(weightOf(edge))));
    item.append(one);
    list.append(item);
  });
  return list;
}

/* The steps of a path, each with its newest sentence. */
function showPath() {
  const [start, goal] = state.path, way = pathBetween(start, goal), title = make("h2", "", nodeOf(start).label + " … " + nodeOf(goal).label);
  if (!way) return [title, make("p", "disputed", "No path joins them over the ties that are shown.")];
  const both = common(start, goal), met = both.length ? [make("h3", "", plural(both.length, "actor has", "actors have") + " ties with both"), actorList(both.slice(0, 12)), ...rest(both.length - 12)] : [];
  const parts = [title, make("p", "meta", plural(way.edges.length, "step", "steps") + ": the fewest, and of those the ones with most evidence. The direction of a tie does not matter here.")];
  way.edges.forEach((edge) => {
    const piece = kept(edge).find((each) => each.quote !== undefined);
    parts.push(make("h3", "", ends(edge)), tieList([edge], word));
    if (piece) parts.push(make("blockquote", "short", "“" + said(piece, "quote").replace(/\s+/g, " ").trim() + "”"));
  });
  return [...parts, ...met];
}

function actorList(actors) {
  const list = make("ul", "list");
  actors.forEach(({ node, count }) => {
    const item = make("li"), one = button("", "", () => focusOn(node.id));
    one.append(make("span", "name", node.label), make("span", "count", number(count)));
    one.setAttribute("aria-label", node.label + ": " + pieces(count) + " with both");
    item.append(one);
    list.append(item);
  });
  return list;
}
