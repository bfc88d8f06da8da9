/* What all parts of the network's page share. */
const drawing = JSON.parse(document.getElementById("drawing").textContent);

/* Whether there are ties that do not stand out, which a first look leaves away. */
const reduced = feed.edges.some((edge) => edge.later);

/* All that a reader has set. The sets hold what is switched off; ``span`` is a first and a last month. */
const state = {
  off: new Set(), told: false, first: reduced, acts: new Set(), kinds: new Set(), sides: new Set(), archives: new Set(), sure: 0, span: null,
  ego: null, steps: 1, path: null, node: null, edge: null, order: "newest", tab: "evidence", periods: false, theme: "", paper: "light",
};

function $(id) { return document.getElementById(id); }

function shape(tag, values, text) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  Object.entries(values).forEach(([key, value]) => element.setAttribute(key, value));
  if (text !== undefined) element.textContent = text;
  return element;
}

/* A line as it is drawn in the picture, small. */
function sample(polarity, told, width = 2.4, opacity = 1) {
  const svg = shape("svg", { width: 30, height: 10, viewBox: "0 0 30 10", "aria-hidden": "true", class: polarity });
  const line = (values) => svg.append(shape("line", { x1: 0, x2: 30, y1: 5, y2: 5, stroke: "currentColor", ...values }));
  if (told) line({ "stroke-width": 9, opacity: 0.22 });
  line({ "stroke-width": width, opacity, "stroke-dasharray": (feed.lines[polarity] || { dashes: [] }).dashes.map((d) => d * 0.7).join(" ") || "none" });
  return svg;
}

function sign(edge) {
  const chip = make("span", "sign " + edge.polarity);
  chip.append(sample(edge.polarity, edge.told), make("span", "", word(edge)));
  return chip;
}

function word(edge) { return feed.lines[edge.polarity].word + (edge.told ? ", " + told : ""); }
function nodeOf(id) { return feed.nodes[id]; }
function ends(edge) { return nodeOf(edge.from).label + (feed.directed ? " → " : " – ") + nodeOf(edge.to).label; }
function between(a, b) { return (a.from === b.from && a.to === b.to) || (a.from === b.to && a.to === b.from); }
function number(count) { return count.toLocaleString("en"); }
function plural(count, one, many) { return number(count) + " " + (count === 1 ? one : many); }
/* Letters that no decomposition takes their stroke from. */
const PLAIN = { ł: "l", đ: "d", ø: "o", ħ: "h", ı: "i", æ: "ae", œ: "oe", ß: "ss", þ: "th", ð: "d" };
function fold(text) { return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[łđøħıæœßþð]/g, (letter) => PLAIN[letter]); }
function dates(first, last) { return !first ? "undated" : first === last ? first : first + " to " + last; }
function pieces(count) { return plural(count, ...{ meetings: ["meeting", "meetings"], mentions: ["mention", "mentions"], stances: ["statement", "statements"] }[matter]); }
function actors(count) { return feed.about.level === "state" ? plural(count, "side", "sides") : plural(count, "actor", "actors"); }
