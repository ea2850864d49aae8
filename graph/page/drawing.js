/* The drawing: nodes and lines with vis-network, bright or dim, all of them or those around one actor. */

const calm = matchMedia("(prefers-reduced-motion: reduce)");
const dark = matchMedia("(prefers-color-scheme: dark)");
const STROKES = {
  MET: 2.2,
  ACCUSED: 2.2,
  SAID: 1.2,
  ABOUT: 1,
  SPOKE: 1.3,
  DENIES: 1.5,
  TOOK_PART: 1.2,
  AT: 1.2,
};
const FAINT = 0.45; // how strong a line is that is not what matters most
const LANDMARKS = 12; // names that stay readable when all is seen from afar

const colour = (name) =>
  getComputedStyle(document.documentElement)
    .getPropertyValue("--" + name)
    .trim();
const landmarks = new Set(actors.slice(0, LANDMARKS));
const PALETTE = {};
function readColours() {
  for (const name of [
    "paper",
    "ink",
    "muted",
    "Person",
    "Organization",
    "Place",
    "Event",
    "Statement",
    ...Object.keys(VERBS),
  ])
    PALETTE[name] = colour(name);
}
readColours();

let scale = 1;
let shown = passing(); // what the filters let through
let near = null; // with a focus: distance by node id
let placed = new Map(); // with a focus: positions of its own
let bright = null; // with a selection: what does not step back

/* What is drawn: within the focus, and statements either as nodes or as lines between actors. */
function isDrawn(thing) {
  if (!shown.has(thing.id)) return false;
  const isNode = nodes.has(thing.id);
  if (near && !(isNode ? near.has(thing.id) : near.has(thing.from) && near.has(thing.to))) return false;
  if (isCollapsed()) {
    if (thing.kind === "Statement") return false;
    return (
      isNode ||
      thing.kind === "SPOKE" ||
      !(nodes.get(thing.from).kind === "Statement" || nodes.get(thing.to).kind === "Statement")
    );
  }
  return thing.kind !== "SPOKE";
}

/* Around an actor of whom not too much is told, statements are nodes, however many there are elsewhere. */
function isCollapsed() {
  if (!chosen.collapsed || !near) return chosen.collapsed;
  return [...near.keys()].filter((id) => nodes.get(id).kind === "Statement").length > MANY;
}

function letters(node) {
  if (!isActor(node)) return 11;
  const size = Math.max(13, Math.round(node.size * 0.7));
  return landmarks.has(node) && (!near || near.size > MANY) ? Math.max(size, Math.min(12 / scale, 48)) : size;
}

function drawNode(node) {
  const paint = PALETTE[node.facts.denied ? "DENIES" : node.kind];
  const dim = Boolean(bright) && !bright.has(node.id);
  const size = letters(node);
  const [x, y] = placed.get(node.id) || [node.x, node.y];
  return {
    id: node.id,
    x,
    y,
    shape: node.shape,
    size: node.size,
    hidden: !isDrawn(node),
    opacity: dim ? 0.15 : 1,
    label: node.kind === "Statement" ? undefined : node.label,
    color: {
      background: paint,
      border: PALETTE.paper,
      highlight: {background: paint, border: PALETTE.ink},
      hover: {background: paint, border: PALETTE.ink},
    },
    borderWidth: 1.5,
    borderWidthSelected: 3,
    font: {
      color: dim ? "transparent" : PALETTE[node.kind === "Event" ? "muted" : "ink"],
      size,
      strokeWidth: 4,
      strokeColor: dim ? "transparent" : PALETTE.paper,
      face: "system-ui, sans-serif",
      vadjust: -2,
    },
    widthConstraint: {maximum: Math.max(150, size * 10)},
  };
}

function drawLine(edge) {
  const paint = PALETTE[edge.kind];
  const loop = edge.from === edge.to;
  const tellings = lines.get(edge.id).filter(isDrawn);
  const dim = Boolean(bright) && !lines.get(edge.id).some((each) => bright.has(each.id));
  const number = edge.kind === "SPOKE" ? edge.facts.statements.length : tellings.length;
  const aside = near ? chosen.steps === 1 && nearActors(edge) : data.nodes.length > 300 && !bright;
  return {
    id: edge.id,
    from: edge.from,
    to: edge.to,
    dashes: edge.dashes,
    hidden: !tellings.length,
    width: STROKES[edge.kind] * (1 + Math.log2(Math.max(number, 1)) / 2),
    arrows: edge.arrows
      ? {to: {enabled: true, scaleFactor: edge.kind === "ACCUSED" ? 0.65 : 0.45}}
      : undefined,
    color: {
      color: paint,
      highlight: paint,
      hover: paint,
      inherit: false,
      opacity: dim ? 0.06 : aside ? FAINT : 0.9,
    },
    smooth:
      edge.bend && !loop
        ? {enabled: true, type: edge.bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(edge.bend)}
        : {enabled: false},
    selfReference: {size: 18 + 60 * Math.abs(edge.bend)},
    selectionWidth: 2,
    hoverWidth: 1,
  };
}

/* Whether a line runs between two others than the one in focus. */
function nearActors(edge) {
  return (
    edge.from !== chosen.focus &&
    edge.to !== chosen.focus &&
    isActor(nodes.get(edge.from)) &&
    isActor(nodes.get(edge.to))
  );
}

const tooltip = (text) => make("div", {class: "tip"}, text);
const nodeTip = (node) =>
  tooltip(node.kind === "Statement" ? node.facts.text || "" : node.label + " · " + node.kind);
const lineTip = (edge) =>
  tooltip(lines.get(edge.id).length > 1 ? plural(lines.get(edge.id).length, "telling") : sentenceOf(edge));

const drawnNodes = new vis.DataSet(data.nodes.map((node) => ({...drawNode(node), title: nodeTip(node)})));
const drawnEdges = new vis.DataSet(
  [...lines.keys()].map((id) => edges.get(id)).map((edge) => ({...drawLine(edge), title: lineTip(edge)})),
);
const network = new vis.Network(
  document.getElementById("canvas"),
  {nodes: drawnNodes, edges: drawnEdges},
  {
    physics: false,
    layout: {improvedLayout: false},
    nodes: {scaling: {label: {drawThreshold: 7}}},
    interaction: {hover: true, tooltipDelay: 150, keyboard: {enabled: true, bindToWindow: false}},
  },
);
network.canvas.frame.tabIndex = 0;
network.canvas.frame.setAttribute("role", "img");
network.canvas.frame.setAttribute(
  "aria-label",
  "Drawing of the graph. Arrow keys move it, + and − zoom. Search and the lists beside it give the same by keyboard.",
);

const seen = new Map(); // the last look of each node and line, so that only what changes is drawn anew
function update(dataset, looks) {
  const changed = looks.filter((look) => {
    const text = JSON.stringify(look);
    const same = seen.get(look.id) === text;
    seen.set(look.id, text);
    return !same;
  });
  if (changed.length) dataset.update(changed);
}

/* Bring the drawing up to date with what is chosen. */
function redraw() {
  shown = passing();
  near = chosen.focus && shown.has(chosen.focus) ? within(chosen.focus, chosen.steps, shown) : null;
  placed = near ? ring(chosen.focus, near) : new Map();
  update(drawnNodes, data.nodes.map(drawNode));
  update(
    drawnEdges,
    [...lines.keys()].map((id) => drawLine(edges.get(id))),
  );
  say();
}

/* The actor in the middle, whoever is one step away around it, statements and events half-way. */
function ring(centre, distance) {
  const origin = nodes.get(centre);
  const angle = new Map();
  const first = (node) => Math.atan2(node.y - origin.y, node.x - origin.x);
  const result = new Map([[centre, [0, 0]]]);
  let radius = 0;
  for (let step = 1; step <= chosen.steps; step += 1) {
    const members = [...distance]
      .filter(([id, at]) => at === step && isActor(nodes.get(id)))
      .map(([id]) => nodes.get(id));
    const turned = new Map(members.map((node) => [node, turn(node, step)]));
    members.sort((a, b) => turned.get(a) - turned.get(b) || (a.id < b.id ? -1 : 1));
    const rings = members.length > 18 ? 2 : 1;
    radius = Math.max(radius + 190, (members.length * 92) / (2 * Math.PI * rings));
    members.forEach((node, index) => {
      const at = (index / members.length) * 2 * Math.PI - Math.PI / 2;
      const far = radius + (rings > 1 && index % 2 ? 110 : 0);
      angle.set(node.id, at);
      result.set(node.id, [Math.round(far * 1.25 * Math.cos(at)), Math.round(far * Math.sin(at))]);
    });
    if (rings > 1) radius += 110;
  }
  const lone = [];
  const crowd = new Map();
  for (const [id] of distance) {
    if (isActor(nodes.get(id))) continue;
    const held = touching
      .get(id)
      .map((edge) => other(edge, id))
      .filter((end) => end !== centre && result.has(end) && isActor(nodes.get(end)));
    if (!held.length) {
      lone.push(id);
      continue;
    }
    const event = nodes.get(id).kind === "Event";
    const way = held.slice(0, 2).join(" ") + event;
    const number = crowd.get(way) || 0;
    crowd.set(way, number + 1);
    const points = [...held, centre].map((end) => result.get(end));
    const x = points.reduce((sum, point) => sum + point[0], 0) / points.length;
    const y = points.reduce((sum, point) => sum + point[1], 0) / points.length;
    const length = Math.hypot(x, y) || 1;
    // an event has a name: it stands off the lines between the two
    const aside = event
      ? 80 * Math.ceil((number + 1) / 2) * (number % 2 ? 1 : -1)
      : 24 * Math.ceil(number / 2) * (number % 2 ? 1 : -1);
    result.set(id, [Math.round(x - (y / length) * aside), Math.round(y + (x / length) * aside)]);
  }
  lone.forEach((id, index) => {
    const row = Math.floor(index / 16);
    const inRow = Math.min(16, lone.length - row * 16);
    const at = (((index % 16) + 0.5) / inRow) * 1.4 * Math.PI - 1.2 * Math.PI;
    result.set(id, [Math.round((75 + 24 * row) * Math.cos(at)), Math.round((75 + 24 * row) * Math.sin(at))]);
  });
  return result;

  function turn(node, step) {
    if (step === 1) return first(node);
    const parents = [...neighbours(node.id)].filter((id) => distance.get(id) === step - 1 && angle.has(id));
    return parents.length ? angle.get(parents[0]) : 0;
  }
}

function neighbours(id) {
  return new Set(
    touching
      .get(id)
      .flatMap((edge) => {
        const next = other(edge, id);
        return isActor(nodes.get(next)) ? [next] : touching.get(next).map((beyond) => other(beyond, next));
      })
      .filter((next) => next !== id && isActor(nodes.get(next))),
  );
}

/* A node, its lines, its neighbours, and through a statement whoever else it concerns. */
function around(id) {
  const result = new Set([id]);
  const reach = (edge) => result.add(edge.id).add(edge.from).add(edge.to);
  for (const edge of touching.get(id)) {
    reach(edge);
    const next = other(edge, id);
    if (nodes.get(next).kind === "Statement") touching.get(next).forEach(reach);
  }
  return result;
}

/* Show all that is drawn, or these. */
function fit(ids, animated) {
  const some = (ids || data.nodes.map((node) => node.id)).filter((id) => isDrawn(nodes.get(id)));
  if (!some.length) return;
  network.fit({
    nodes: some,
    maxZoomLevel: ids ? 1.2 : 1.4,
    ...(ids && some.length < 60 ? {minZoomLevel: 0.5} : {}),
    animation: animated && !calm.matches && {duration: 350},
  });
  rescale();
}

function rescale() {
  scale = network.getScale();
  update(drawnNodes, data.nodes.map(drawNode));
}

function recolour() {
  readColours();
  redraw();
}

dark.addEventListener("change", recolour);
/* Paper is white: what is printed is drawn in the light colours. */
addEventListener("beforeprint", () => {
  document.documentElement.classList.add("printing");
  recolour();
  network.redraw();
});
addEventListener("afterprint", () => {
  document.documentElement.classList.remove("printing");
  recolour();
});
network.on("zoom", rescale);
network.on("animationFinished", rescale);
