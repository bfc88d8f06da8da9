"use strict";
// The page without an editor: the questions as a menu, a form, a table. Whatever comes from the graph
// is put on the page as text.

const ENDPOINT = new URL("/sparql", location.href).href;
const BASE = "https://w3id.org/coldgraph/id/";
const SHOWN = 1000;
const START = "SELECT ?who ?name\nWHERE {\n  ?who a cg:Person ; skos:prefLabel ?name .\n}\nORDER BY ?name\nLIMIT 20";
const TABLES = { CSV: "text/csv", TSV: "text/tab-separated-values", JSON: "application/sparql-results+json", XML: "application/sparql-results+xml" };
const GRAPHS = { Turtle: "text/turtle", "N-Triples": "application/n-triples", "RDF/XML": "application/rdf+xml", "JSON-LD": "application/ld+json" };
const CLASSES = { actor: "cg:Person cg:State cg:Organization cg:Movement", place: "cg:Place", topic: "cg:Topic" };

const $ = (selector) => document.querySelector(selector);

function made(tag, text, properties = {}) {
  const element = Object.assign(document.createElement(tag), properties);
  if (text !== undefined) element.textContent = text;
  return element;
}

// What the editor replaces: `show` puts a query where it can be changed, and runs it.
const page = { show, describe: (iri) => page.show(`DESCRIBE <${iri}>`) };
window.coldgraph = page;

function show(query) {
  $("#query").value = query;
  return ask(query);
}

// ----- asking

let running = null;

function request(query, accept, signal) {
  return fetch(ENDPOINT, { method: "POST", headers: { Accept: accept }, body: new URLSearchParams({ query }), signal });
}

async function ask(query) {
  running?.abort();
  const mine = (running = new AbortController());
  $("#stop").disabled = false;
  tell("Running ...");
  $("#result").replaceChildren();
  $("#save").hidden = true;
  try {
    await answered(query, await request(query, "application/sparql-results+json, text/turtle;q=0.9", mine.signal));
  } catch (error) {
    if (mine === running) tell(error.name === "AbortError" ? "Stopped." : `The server cannot be reached: ${error.message}`, true);
  }
  if (mine === running) $("#stop").disabled = true;
}

async function answered(query, response) {
  if (!response.ok) return tell(await response.text(), true);
  const isTable = response.headers.get("Content-Type").includes("json");
  if (isTable) draw(await response.json());
  else drawText(await response.text());
  savers(query, isTable ? TABLES : GRAPHS);
}

function tell(text, wrong = false) {
  $("#status").textContent = text;
  $("#status").className = wrong ? "wrong" : "";
}

// ----- showing

function draw(found) {
  if ("boolean" in found) return tell(found.boolean ? "Yes." : "No.");
  const names = found.head.vars, rows = found.results.bindings;
  tell(rows.length > SHOWN ? `${rows.length} rows; the first ${SHOWN} are shown, a saved file has all.` : `${rows.length} rows.`);
  const head = made("tr");
  head.append(...names.map((name) => made("th", name, { scope: "col" })));
  const table = made("table");
  table.createTHead().append(head);
  table.createTBody().append(...rows.slice(0, SHOWN).map((row) => line(names, row)));
  $("#result").replaceChildren(table);
}

function line(names, row) {
  const made_ = made("tr");
  made_.append(...names.map((name) => cell(row[name])));
  return made_;
}

function cell(term) {
  const place = made("td");
  if (!term) return place;
  if (term.type === "uri" && term.value.startsWith(BASE)) place.append(own(term.value));
  else if (term.type === "uri" && /^https?:/.test(term.value)) place.append(made("a", term.value, { href: term.value, rel: "noreferrer noopener", target: "_blank" }));
  else place.textContent = term.type === "bnode" ? `_:${term.value}` : term.value;
  if (term["xml:lang"]) place.lang = term["xml:lang"];
  return place;
}

function own(iri) {
  const link = made("a", iri.slice(BASE.length), { href: `/?query=${encodeURIComponent(`DESCRIBE <${iri}>`)}`, title: iri });
  link.addEventListener("click", (event) => { event.preventDefault(); page.describe(iri); });
  return link;
}

function drawText(text) {
  tell("Triples.");
  $("#result").replaceChildren(made("pre", text.length > 200000 ? `${text.slice(0, 200000)}\n... (a saved file has all)` : text));
}

function savers(query, forms) {
  $("#save span").replaceChildren(...Object.entries(forms).map(([name, media]) => {
    const button = made("button", name, { type: "button" });
    button.addEventListener("click", () => save(query, media, name));
    return button;
  }));
  $("#save").hidden = false;
}

async function save(query, media, name) {
  const response = await request(query, media);
  if (!response.ok) return tell(await response.text(), true);
  const ending = { Turtle: "ttl", "N-Triples": "nt", "RDF/XML": "rdf", "JSON-LD": "jsonld" }[name] || name.toLowerCase();
  const link = made("a", "", { href: URL.createObjectURL(await response.blob()), download: `answer.${ending}` });
  link.click();
  URL.revokeObjectURL(link.href);
}

// ----- the named questions

let questions = [];

async function menu() {
  questions = await (await fetch("/questions")).json();
  $("#name").replaceChildren(...questions.map((q) => made("option", q.title, { value: q.name })));
  $("#name").addEventListener("change", chosen);
  chosen();
}

function chosen() {
  const question = questions.find((q) => q.name === $("#name").value);
  $("#meaning").textContent = question.question;
  $("#parameters").replaceChildren(...question.parameters.flatMap(field));
}

function field(parameter) {
  const id = `parameter-${parameter.name}`, label = made("label", `${parameter.name} `, { htmlFor: id });
  label.append(made("small", parameter.meaning + (parameter.required ? "" : " (optional)")));
  const input = made("input", undefined, { id, name: parameter.name, required: parameter.required, autocomplete: "off" });
  if (parameter.kind === "date") input.placeholder = "1966, 1966-03 or 1966-03-23";
  if (parameter.kind in CLASSES) {
    input.setAttribute("list", `names-${parameter.kind}`);
    input.addEventListener("focus", () => names(parameter.kind), { once: true });
  }
  return [label, input];
}

// The names of a kind, asked for when first needed: those that the documents mention, the most mentioned first.
// What is chosen from the list is sent as its identifier, so that a namesake cannot be meant.
const known = {};

function names(kind) {
  return (known[kind] ??= named(kind));
}

async function named(kind) {
  const query = `SELECT DISTINCT ?name ?entity ?times WHERE {
  { SELECT ?entity (COUNT(?mention) AS ?times) WHERE { ?mention cg:refersTo ?entity } GROUP BY ?entity }
  VALUES ?class { ${CLASSES[kind]} }
  ?entity a ?class ; skos:prefLabel ?name .
} ORDER BY DESC(?times) ?name ?entity LIMIT 3000`;
  const response = await request(query, "application/sparql-results+json"), found = new Map();
  for (const { name, entity } of response.ok ? (await response.json()).results.bindings : []) {
    found.set(found.has(name.value) ? `${name.value} (${entity.value.slice(BASE.length)})` : name.value, entity.value);
  }
  const list = made("datalist", undefined, { id: `names-${kind}` });
  list.append(...[...found.keys()].map((value) => made("option", undefined, { value })));
  document.body.append(list);
  return found;
}

async function values(question) {
  const given = question.parameters.map(({ name, kind }) => ({ name, kind, value: $(`#parameter-${name}`).value.trim() }));
  return Promise.all(given.filter(({ value }) => value).map(async ({ name, kind, value }) =>
    [name, kind in CLASSES ? (await names(kind)).get(value) || value : value]));
}

async function askQuestion(event) {
  event.preventDefault();
  const question = questions.find((q) => q.name === $("#name").value);
  const response = await fetch(`/questions/${question.name}?${new URLSearchParams(await values(question))}`);
  const text = await response.text();
  $("#meaning").textContent = response.ok ? question.question : text;
  $("#meaning").className = response.ok ? "" : "wrong";
  if (response.ok) page.show(text);
}

// ----- start

$("#endpoint").textContent = ENDPOINT;
$("#query").value = new URLSearchParams(location.search).get("query") || START;
$("#question").addEventListener("submit", askQuestion);
$("#plain").addEventListener("submit", (event) => { event.preventDefault(); ask($("#query").value); });
$("#stop").addEventListener("click", () => running?.abort());
menu();
