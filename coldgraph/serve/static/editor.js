"use strict";
// YASGUI in place of the plain form. Its own completers would ask servers elsewhere: here they
// propose our vocabulary. Nothing else that it could fetch is switched on.

// Cells in full, and values without their datatypes: quotations are there to be read.
const WHOLE = { enabled: true, dynamicConfig: { compact: true, isEllipsed: false } };

async function edit() {
  const words = await (await fetch("/vocabulary")).json();
  complete(words);
  document.body.classList.add("with-editor");
  document.querySelector("#editor").hidden = false;
  const yasgui = new Yasgui(document.querySelector("#editor"), settings(words.prefixes));
  const given = new URLSearchParams(location.search).get("query");
  if (given) yasgui.getTab().setQuery(given);
  window.coldgraph.show = (query) => show(yasgui, query);
  document.querySelector("#editor").addEventListener("click", ownLink, true);
}

function complete({ prefixes, classes, properties }) {
  const known = Yasgui.Yasqe.Autocompleters;
  known.prefixes.get = () => Object.entries(prefixes).map(([name, iri]) => `${name}: <${iri}>`);
  known.class.get = (editor, token) => starting(Object.keys(classes), token);
  known.property.get = (editor, token) => starting(Object.keys(properties), token);
  for (const name of ["prefixes", "class", "property"]) known[name].persistenceId = null;
}

function starting(words, token) {
  const begun = (token?.autocompletionString || "").toLowerCase();
  const local = (iri) => iri.slice(Math.max(iri.lastIndexOf("#"), iri.lastIndexOf("/")) + 1).toLowerCase();
  return words.filter((iri) => iri.toLowerCase().startsWith(begun) || local(iri).startsWith(begun));
}

function settings(prefixes) {
  return {
    requestConfig: {
      endpoint: ENDPOINT,
      method: "POST",
      acceptHeaderSelect: "application/sparql-results+json",
      acceptHeaderGraph: "text/turtle",
    },
    copyEndpointOnNewTab: true,
    endpointCatalogueOptions: { getData: () => [], keys: [], renderItem: () => {} },
    populateFromUrl: false,
    persistenceId: "coldgraph",
    yasqe: { value: declared(prefixes) + START, prefixCcApi: undefined, createShareableLink: undefined, autocompleters: ["prefixes", "class", "property", "variables"] },
    yasr: { prefixes, maxPersistentResponseSize: 0, plugins: { ...Yasgui.Yasr.defaults.plugins, table: WHOLE } },
  };
}

const declared = (prefixes) => ["cg", "skos"].map((name) => `PREFIX ${name}: <${prefixes[name]}>\n`).join("");

function show(yasgui, query) {
  const tab = yasgui.getTab() || yasgui.addTab(true);
  tab.setQuery(query);
  return tab.query();
}

// A link to something of the graph describes it here; nothing on the network answers to it.
function ownLink(event) {
  const link = event.target.closest("a[href]");
  if (!link || !link.href.startsWith(BASE)) return;
  event.preventDefault();
  event.stopPropagation();
  window.coldgraph.describe(link.href);
}

edit();
