"use strict";
/* The graph as it was written, what of it passes the filters, and what is near an actor. */

const data = JSON.parse(document.getElementById("graph").textContent);
const nodes = new Map(data.nodes.map((node) => [node.id, node]));
const edges = new Map(data.edges.map((edge) => [edge.id, edge]));
const lines = new Map(); // id of a line -> the edges that are drawn as it
const touching = new Map(data.nodes.map((node) => [node.id, []]));
for (const edge of data.edges) {
  if (edge.line === edge.id) lines.set(edge.id, []);
  lines.get(edge.line).push(edge);
  touching.get(edge.from).push(edge);
  if (edge.to !== edge.from) touching.get(edge.to).push(edge);
}

const VERBS = {
  SAID: "said",
  ABOUT: "about",
  SPOKE: "spoke of",
  MET: "met",
  ACCUSED: "accused",
  DENIES: "denies",
  TOOK_PART: "took part in",
  AT: "at",
};
const NO_OUTLET = "no outlet named";
const MANY = 120; // statements from which on they are drawn as lines between actors
const STATEMENT_LINES = new Set(["SAID", "ABOUT", "DENIES"]);

const isActor = (node) => node.kind !== "Statement" && node.kind !== "Event";
const outletOf = (article) => article.source || NO_OUTLET;
const plural = (number, noun) => number + " " + noun + (number === 1 ? "" : "s");
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const other = (edge, id) => (edge.from === id ? edge.to : edge.from);
const ends = (id, kind, from, to) =>
  touching
    .get(id)
    .filter((edge) => edge.kind === kind && edge[from] === id)
    .map((edge) => edge[to]);
const speakers = (id) => ends(id, "SAID", "to", "from");
const told = (node) => touching.get(node.id).filter((edge) => edge.kind !== "SPOKE").length;
const actors = data.nodes.filter(isActor).sort((a, b) => told(b) - told(a));
const statements = data.nodes.filter((node) => node.kind === "Statement");
const dates = [
  ...new Set(
    Object.values(data.articles)
      .map((article) => article.published)
      .filter(Boolean),
  ),
].sort();

/* What the reader chose. ``off`` holds keys of the legend, such as Person, said, MET planned. */
const chosen = {
  off: new Set(),
  outletsOff: new Set(),
  from: 0,
  to: dates.length - 1,
  sureOnly: false,
  collapsed: statements.length > MANY,
  focus: null,
  steps: 1,
};

/* The key in the legend of what says so; null: no key, it shows whenever its ends do. */
function keyOf(thing) {
  if (thing.kind === "Statement") return thing.facts.denied ? "Statement denied" : "Statement said";
  if (thing.kind === "MET" || thing.kind === "ACCUSED")
    return thing.kind + " " + (thing.facts.modality || "");
  return nodes.has(thing.id) ? thing.kind : null;
}

function articlePasses(id) {
  const article = data.articles[id];
  if (!article) return true;
  if (chosen.outletsOff.has(outletOf(article))) return false;
  const whole = chosen.from === 0 && chosen.to === dates.length - 1;
  if (whole) return true;
  return (
    Boolean(article.published) &&
    article.published >= dates[chosen.from] &&
    article.published <= dates[chosen.to]
  );
}

const sureEnough = (facts) => !chosen.sureOnly || facts.grade !== "likely";

/* Whether a node passes the filters by itself, whatever its lines do. */
function nodePasses(node) {
  if (chosen.off.has(keyOf(node)) || !sureEnough(node.facts)) return false;
  return (
    isActor(node) || !node.evidence.length || node.evidence.some((place) => articlePasses(place.article))
  );
}

function edgePasses(edge) {
  if (edge.kind === "SPOKE") return edge.facts.statements.some((id) => nodePasses(nodes.get(id)));
  if (chosen.off.has(keyOf(edge)) || !sureEnough(edge.facts)) return false;
  return (
    articlePasses(edge.facts.article) && nodePasses(nodes.get(edge.from)) && nodePasses(nodes.get(edge.to))
  );
}

/* Ids of the nodes and edges that the filters let through. An actor goes when all that is told of it goes. */
function passing() {
  const result = new Set(data.edges.filter(edgePasses).map((edge) => edge.id));
  for (const node of data.nodes) {
    if (!nodePasses(node)) continue;
    const mine = touching.get(node.id);
    if (!isActor(node) || !mine.length || mine.some((edge) => result.has(edge.id))) result.add(node.id);
  }
  for (const edge of data.edges) if (!result.has(edge.from) || !result.has(edge.to)) result.delete(edge.id);
  return result;
}

/* Per node id within so many steps of an actor: how many. Statements and events are half-way to another actor. */
function within(id, steps, passed) {
  const distance = new Map([[id, 0]]);
  let rim = [id];
  for (let step = 1; step <= steps; step += 1) {
    const reached = [];
    const reach = (node, at) => {
      if (distance.has(node) || !passed.has(node)) return false;
      distance.set(node, at);
      return true;
    };
    for (const start of rim) {
      for (const edge of touching.get(start)) {
        if (!passed.has(edge.id)) continue;
        const next = other(edge, start);
        if (!isActor(nodes.get(next)) && reach(next, step - 0.5))
          for (const beyond of touching.get(next))
            if (
              passed.has(beyond.id) &&
              reach(other(beyond, next), isActor(nodes.get(other(beyond, next))) ? step : step - 0.5)
            )
              reached.push(other(beyond, next));
        if (isActor(nodes.get(next)) && reach(next, step)) reached.push(next);
      }
    }
    rim = reached.filter((node) => isActor(nodes.get(node)));
  }
  return distance;
}
