/* The table with the same content as the picture: sortable, filtered alike, a page of rows at a time. */
const columns = [
  { name: feed.directed ? "From" : "One", of: (edge) => nodeOf(edge.from).label, button: true },
  { name: "Tie", of: (edge) => word(edge), sign: true },
  { name: feed.directed ? "Towards" : "Other", of: (edge) => nodeOf(edge.to).label },
  { name: "Evidence", of: (edge) => weightOf(edge), number: true },
  { name: "Surest", of: (edge) => tally.edges[edge.id].confidence, number: true, text: (edge) => Math.round(tally.edges[edge.id].confidence * 100) + "%" },
  { name: "First", of: (edge) => tally.edges[edge.id].first, date: true },
  { name: "Last", of: (edge) => tally.edges[edge.id].last, date: true },
  { name: "Acts", of: (edge) => edge.acts.map(spaced).join(", ") },
];
const sorting = { column: 3, down: true, rows: 100, stale: true };
const collator = new Intl.Collator("en");

function tableHead() {
  const row = make("tr");
  columns.forEach((column, index) => {
    const cell = make("th", column.number ? "number" : "");
    cell.scope = "col";
    cell.append(button("", column.name, () => { sorting.down = sorting.column === index ? !sorting.down : Boolean(column.number || column.date); sorting.column = index; tableBody(); remember(); }));
    row.append(cell);
  });
  document.querySelector("thead").replaceChildren(row);
}

function sorted() {
  const column = columns[sorting.column], way = sorting.down ? -1 : 1;
  const keys = new Map(feed.edges.filter(shown).map((edge) => [edge, column.of(edge)]));
  const compare = column.number ? (a, b) => keys.get(a) - keys.get(b) : (a, b) => collator.compare(keys.get(a), keys.get(b));
  return [...keys.keys()].sort((a, b) => way * compare(a, b) || a.id - b.id);
}

/* Out of sight the table waits until it is looked at. */
function tableLater() {
  sorting.stale = true;
  if (state.tab === "table") tableBody();
}

function tableBody() {
  sorting.stale = false;
  const edges = sorted();
  document.querySelectorAll("th").forEach((cell, index) => {
    if (index === sorting.column) cell.setAttribute("aria-sort", sorting.down ? "descending" : "ascending"); else cell.removeAttribute("aria-sort");
  });
  document.querySelector("tbody").replaceChildren(...edges.slice(0, sorting.rows).map(tableRow));
  $("more").hidden = edges.length <= sorting.rows;
  const part = sorting.printed && edges.length > sorting.rows ? ", of which the first " + number(sorting.rows) + "; all are in the file of ties" : "";
  $("ties-heading").textContent = "The same as a table: " + plural(edges.length, "tie", "ties") + part;
  markRow();
}

function tableRow(edge) {
  const row = make("tr");
  row.dataset.edge = edge.id;
  columns.forEach((column) => {
    const cell = make("td", column.number ? "number" : column.date ? "date" : "");
    if (column.button) cell.append(rowButton(edge, column.of(edge)));
    else if (column.sign) cell.append(sign(edge));
    else cell.textContent = column.text ? column.text(edge) : column.number ? number(column.of(edge)) : column.of(edge);
    row.append(cell);
  });
  row.lastChild.title = row.lastChild.textContent;
  return row;
}

function rowButton(edge, text) {
  const one = button("", text, () => readEdge(edge.id));
  one.setAttribute("aria-label", text + ": show the evidence on " + nodeOf(edge.to).label);
  return one;
}

function markRow() {
  document.querySelectorAll("tbody tr").forEach((row) => row.classList.toggle("chosen", Number(row.dataset.edge) === state.edge && state.edge !== null));
}
