"use strict";
/* What all parts of the page share. Text reaches the page through textContent only. */
const feed = JSON.parse(document.getElementById("feed").textContent);
const drawing = JSON.parse(document.getElementById("drawing").textContent);
const state = { off: new Set(), told: false, node: null, edge: null, order: "newest", paper: "light" };
const told = feed.about.kind === "meetings" ? "only told of" : "as told by others";

function $(id) { return document.getElementById(id); }

function make(tag, name, text) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text !== undefined) element.textContent = text;
  return element;
}

function sample(polarity, told) {
  const space = "http://www.w3.org/2000/svg", svg = document.createElementNS(space, "svg");
  const set = (element, values) => Object.entries(values).forEach(([key, value]) => element.setAttribute(key, value));
  set(svg, { width: 30, height: 8, viewBox: "0 0 30 8", "aria-hidden": "true", class: polarity });
  const add = (values) => { const line = document.createElementNS(space, "line"); set(line, { x1: 0, x2: 30, y1: 4, y2: 4, stroke: "currentColor", ...values }); svg.append(line); };
  if (told) add({ "stroke-width": 8, opacity: 0.22 });
  add({ "stroke-width": 2.4, "stroke-dasharray": (feed.lines[polarity] || { dashes: [] }).dashes.map((d) => d * 0.7).join(" ") || "none" });
  return svg;
}

function sign(edge) {
  const chip = make("span", "sign " + edge.polarity);
  chip.append(sample(edge.polarity, edge.told), make("span", "", word(edge)));
  return chip;
}

function word(edge) { return feed.lines[edge.polarity].word + (edge.told ? ", " + told : ""); }
function nodeOf(id) { return feed.nodes[id]; }
function shown(edge) { return !state.off.has(edge.polarity) && (state.told || !edge.told); }
function plural(count, one, many) { return count.toLocaleString("en") + " " + (count === 1 ? one : many); }
function fold(text) { return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase(); }
function span(edge) {
  if (!edge.first) return "undated";
  return edge.first === edge.last ? edge.first : edge.first + " to " + edge.last;
}
function pieces(count) {
  return feed.about.kind === "meetings" ? plural(count, "meeting", "meetings") : feed.about.kind === "mentions" ? plural(count, "mention", "mentions") : plural(count, "statement", "statements");
}
