/* Neighbourhoods and paths over the ties that are shown; the direction of a tie does not matter. */
function links(test) {
  const made = new Map(), add = (from, to, edge) => { if (!made.has(from)) made.set(from, []); made.get(from).push([to, edge]); };
  feed.edges.forEach((edge) => { if (test(edge)) { add(edge.from, edge.to, edge); add(edge.to, edge.from, edge); } });
  return made;
}

/* The nodes within so many steps of one, itself included. */
function around(node, steps, test) {
  const all = links(test), found = new Set([node]);
  let edge = [node];
  for (let step = 0; step < steps; step++) {
    const next = new Set();
    edge.forEach((at) => (all.get(at) || []).forEach(([other]) => { if (!found.has(other)) { found.add(other); next.add(other); } }));
    edge = [...next];
  }
  return found;
}

/* The fewest steps from one node to another; of several such paths the one with most evidence. Null where there is none. */
function pathBetween(start, goal) {
  const all = links(shown), best = new Map([[start, { steps: 0, evidence: 0, edge: null, from: null }]]);
  let level = [start];
  while (level.length && !best.has(goal)) {
    const next = new Map();
    level.forEach((at) => (all.get(at) || []).forEach(([other, edge]) => {
      if (best.has(other)) return;
      const evidence = best.get(at).evidence + weightOf(edge), rival = next.get(other);
      if (!rival || evidence > rival.evidence) next.set(other, { evidence, edge, from: at });
    }));
    next.forEach((step, node) => best.set(node, step));
    level = [...next.keys()];
  }
  return best.has(goal) ? traced(best, goal) : null;
}

function traced(best, goal) {
  const nodes = [], edges = [];
  for (let at = goal; at !== null; at = best.get(at).from) { nodes.unshift(at); if (best.get(at).edge) edges.unshift(best.get(at).edge); }
  return { nodes, edges };
}

/* Who has shown ties with both of two actors, and with how much evidence; most first. */
function common(one, other) {
  const weights = new Map();
  feed.edges.filter(shown).forEach((edge) => [[edge.from, edge.to], [edge.to, edge.from]].forEach(([end, far]) => {
    if (end !== one && end !== other) return;
    const row = weights.get(far) || { [one]: 0, [other]: 0 };
    row[end] += weightOf(edge);
    weights.set(far, row);
  }));
  const both = [...weights].filter(([far, row]) => far !== one && far !== other && row[one] && row[other]);
  return both.map(([far, row]) => ({ node: nodeOf(far), count: row[one] + row[other] })).sort((a, b) => b.count - a.count || a.node.id - b.node.id);
}
