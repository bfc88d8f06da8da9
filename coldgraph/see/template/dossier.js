/* The dossier of an actor: offices, ties, who speaks of it and how, meetings. */
function showNode(node) {
  const ties = feed.edges.filter((edge) => shown(edge) && (edge.from === node.id || edge.to === node.id)).sort((a, b) => weightOf(b) - weightOf(a) || a.id - b.id);
  const sides = node.sides.filter((side) => side !== "side not known" && side !== node.label).slice(0, 3).join(", ");
  const facts = [node.kind === "unknown" ? "" : node.kind, sides, node.met ? plural(node.met, "meeting", "meetings") : "", plural(ties.length, "tie", "ties")];
  const aside = state.first ? feed.edges.filter((edge) => edge.later && (edge.from === node.id || edge.to === node.id)).length : 0;
  if (aside) facts.push(number(aside) + " more that do not stand out");
  const parts = [make("h2", "", node.label), make("p", "meta", facts.filter(Boolean).join(" · ")), ...presence(node), doings(node), ...members(node), ...offices(node)];
  const group = (title, rows, name) => { if (rows.length) parts.push(make("h3", "", title), tieList(rows.slice(0, 12), name), ...rest(rows.length - 12)); };
  const far = (edge) => nodeOf(edge.from === node.id ? edge.to : edge.from).label;
  if (matter === "stances") parts.push(...voices(node));
  if (feed.directed) {
    group("Towards others", ties.filter((edge) => edge.from === node.id), (edge) => word(edge) + ": " + far(edge));
    group("From others", ties.filter((edge) => edge.to === node.id), (edge) => far(edge) + ": " + word(edge));
  } else group("Met", ties, far);
  if (node.meetings.length) parts.push(make("h3", "", "Meetings, newest first"), meetingList(node));
  return parts;
}

function rest(count) { return count > 0 ? [make("p", "meta", "and " + number(count) + " more, in the table")] : []; }

/* Why an actor is not in the picture in the time chosen. */
function presence(node) {
  const range = tally.absent.get(node.id);
  if (!range || !state.span) return [];
  const how = range[0] > state.span[1] ? "not yet on record: first in " + monthName(range[0]) : range[1] < state.span[0] ? "no longer on record: last in " + monthName(range[1]) : "nothing on record in this time";
  return [make("p", "disputed", "In " + spanName(state.span) + ": " + how + ".")];
}

function doings(node) {
  const row = make("p", "doings");
  row.append(button("", state.ego === node.id ? "Show everybody" : "Only around " + node.label, () => { if (state.ego === node.id) { state.ego = null; refresh(); whole(); } else setEgo(node.id); }));
  row.append(button("", "Path from here", () => { openFilters(true); $("path-from").value = node.label; $("path-to").focus(); }));
  if (moved.has(node.id)) row.append(button("", "Put back", () => { network.moveNode(node.id, drawing.nodes[node.id].x, drawing.nodes[node.id].y); moved.delete(node.id); settle(); }));
  return row;
}

function offices(node) {
  if (!node.offices.length) return [];
  const list = make("ul", "list");
  node.offices.forEach(([since, until, name, side]) => list.append(spell(since, until, "?", name + (side && side !== node.sides[0] ? ", " + side : ""))));
  return [make("h3", "", "Offices"), list];
}

/* Who stands behind a bloc in these documents, most evidence first. */
function members(node) {
  if (!node.members.length) return [];
  const list = make("ul", "list");
  node.members.forEach(([name, since, until]) => list.append(since || until ? spell(since, until, "", name) : spokenFor(name)));
  return [make("h3", "", "Members on record, most evidence first"), list];
}

function spokenFor(name) {
  const item = make("li");
  item.append(make("p", "", name));
  return item;
}

/* A name with the years from when to when; ``open`` stands where the end is not known. */
function spell(since, until, open, name) {
  const item = make("li"), line = make("p");
  line.append(make("time", "", [since.slice(0, 4) || "?", until.slice(0, 4) || open].filter((year, i, all) => i === 0 || year !== all[0]).join("–")), make("span", "", name));
  line.title = [since || "beginning not known", until || "end not known"].join(" to ");
  item.append(line);
  return item;
}

/* Who speaks of an actor, and how: the speakers of all stances towards it. */
function voices(node) {
  const rows = feed.edges.filter((edge) => edge.to === node.id && shown(edge)), by = new Map();
  rows.forEach((edge) => kept(edge).forEach((piece) => {
    const name = said(piece, "speaker") || "Unsigned text", row = by.get(name) || { positive: 0, negative: 0, mixed: 0, told: 0, all: 0 };
    row[edge.polarity]++;
    row.all++;
    if (edge.told) row.told++;
    by.set(name, row);
  }));
  if (!by.size) return [];
  const charts = firstMonth < lastMonth ? [drift("Towards " + node.label, timeless(feed.edges.filter((edge) => edge.to === node.id))), driftNote()] : [];
  const list = make("ul", "list voices"), all = [...by].sort((a, b) => b[1].all - a[1].all || a[0].localeCompare(b[0]));
  all.slice(0, 10).forEach(([name, row]) => list.append(voice(name, row)));
  return [make("h3", "", "Who speaks of " + node.label + ", and how"), ...charts, list, ...rest(all.length - 10).map((line) => { line.textContent = line.textContent.replace(", in the table", " voices"); return line; })];
}

function voice(name, row) {
  const item = make("li"), line = make("p"), how = make("span", "how");
  ["positive", "negative", "mixed"].forEach((polarity) => { if (row[polarity]) how.append(make("span", polarity, number(row[polarity]) + " " + feed.lines[polarity].word)); });
  if (row.told) how.append(make("span", "told", number(row.told) + " " + "told of others"));
  line.append(make("span", "name", name), how);
  item.append(line);
  return item;
}

function meetingList(node) {
  const list = make("ul", "list");
  node.meetings.forEach(([date, title]) => {
    const item = make("li"), line = make("p");
    line.append(make("time", "", date || "undated"), make("span", "", title));
    item.append(line);
    list.append(item);
  });
  if (node.met > node.meetings.length) list.append(make("li", "meta", "and " + number(node.met - node.meetings.length) + " more"));
  return list;
}
