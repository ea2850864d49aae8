/* What the reader does first: choose, focus, search. */

const search = document.getElementById("search");
const results = document.getElementById("results");
const live = document.getElementById("status");
const focusBar = document.getElementById("focus");
let selected = null; // {what, id} of what the panel shows

/* ---------- choosing ---------- */

function select(what, id, move) {
  hideResults();
  selected = {what, id};
  if (what === "node") {
    if (chosen.focus && near && !near.has(id)) chosen.focus = null;
    network.unselectAll();
    if (isDrawn(nodes.get(id))) network.selectNodes([id], false);
    bright = around(id);
  } else if (what === "edge") {
    const edge = edges.get(id);
    network.unselectAll();
    network.selectEdges([edge.line]);
    bright = new Set([edge.id, edge.line, edge.from, edge.to]);
  } else {
    network.unselectAll();
    bright = new Set(
      data.edges.filter((edge) => edge.facts.article === id).flatMap((edge) => [edge.id, edge.from, edge.to]),
    );
    for (const node of data.nodes)
      if (node.evidence.some((place) => place.article === id))
        around(node.id).forEach((each) => bright.add(each));
  }
  redraw();
  showPanel();
  if (move && what === "node") {
    fit(
      [...bright].filter((each) => nodes.has(each)),
      true,
    );
    panel.querySelector("h1")?.focus({preventScroll: true});
  }
}

function showPanel() {
  const {what, id} = selected || {};
  const parts = !what
    ? overview()
    : what === "node"
      ? nodePanel(nodes.get(id))
      : what === "edge"
        ? linePanel(edges.get(id))
        : articlePanel(id);
  panel.replaceChildren(...parts.flat(Infinity).filter(Boolean));
  if (what) panel.prepend(make("button", {type: "button", class: "back", click: clear}, "← Overview"));
  panel.scrollTop = 0;
}

function clear() {
  selected = null;
  bright = null;
  network.unselectAll();
  redraw();
  showPanel();
}

network.on("click", (event) => {
  if (event.nodes.length) select("node", event.nodes[0], false);
  else if (event.edges.length) select("edge", event.edges[0], false);
  else clear();
});
network.on("doubleClick", (event) => {
  if (event.nodes.length && isActor(nodes.get(event.nodes[0]))) focusOn(event.nodes[0]);
});

/* ---------- focus ---------- */

function focusButton(node) {
  const on = chosen.focus === node.id;
  return make(
    "p",
    {},
    make(
      "button",
      {type: "button", class: "action", click: () => focusOn(on ? null : node.id)},
      on ? "Show everything again" : "Focus on " + node.label,
    ),
  );
}

function focusOn(id, steps) {
  chosen.focus = id;
  chosen.steps = steps || 1;
  bright = null;
  if (id) selected = {what: "node", id};
  redraw();
  showFocus();
  showPanel();
  fit(null, true);
}

function showFocus() {
  focusBar.hidden = !chosen.focus;
  if (!chosen.focus) return;
  const step = (steps, text) =>
    make(
      "button",
      {
        type: "button",
        "aria-pressed": String(chosen.steps === steps),
        click: () => focusOn(chosen.focus, steps),
      },
      text,
    );
  focusBar.replaceChildren(
    make("span", {}, "Around ", make("strong", {}, nameOf(chosen.focus))),
    step(1, "1 step"),
    step(2, "2 steps"),
    make("button", {type: "button", class: "close", click: () => focusOn(null)}, "Show everything"),
  );
}

/* ---------- search ---------- */

let found = [];
let active = -1;

function hideResults() {
  found = [];
  active = -1;
  results.replaceChildren();
  results.hidden = true;
  search.setAttribute("aria-expanded", "false");
  search.removeAttribute("aria-activedescendant");
}

/* Names first, those that begin so before those that hold it, then what was said, then meetings and accusations. */
function find(wanted) {
  const rank = (node) => {
    const names = [node.kind === "Statement" ? "" : node.label, ...(node.facts.aliases || [])].map(fold);
    if (names.some((name) => name.startsWith(wanted))) return 0;
    if (names.some((name) => name.includes(wanted))) return 1;
    return fold([node.facts.text, ...(node.facts.topics || [])].join(" ")).includes(wanted) ? 2 : 4;
  };
  const hits = data.nodes.map((node) => [
    rank(node),
    {what: "node", id: node.id, kind: node.kind, text: node.label},
  ]);
  for (const edge of data.edges)
    if ((edge.kind === "MET" || edge.kind === "ACCUSED") && fold(edge.facts.sentence || "").includes(wanted))
      hits.push([3, {what: "edge", id: edge.id, kind: edge.kind, text: edge.facts.sentence}]);
  return hits
    .filter(([number]) => number < 4)
    .sort(([a], [b]) => a - b)
    .map(([, hit]) => hit);
}

search.addEventListener("input", () => {
  hideResults();
  const wanted = fold(search.value.trim());
  if (!wanted) return;
  const all = find(wanted);
  found = all.slice(0, 12);
  results.replaceChildren(
    ...found.map((hit, index) =>
      make(
        "li",
        {role: "option", id: "result" + index, "aria-selected": "false", click: () => choose(index)},
        icon(hit.kind),
        make("span", {}, hit.text),
      ),
    ),
  );
  if (all.length > found.length)
    results.append(
      make("li", {class: "muted", role: "presentation"}, all.length - found.length + " more: go on typing"),
    );
  if (!all.length) results.append(make("li", {class: "muted", role: "presentation"}, "nothing found"));
  results.hidden = false;
  search.setAttribute("aria-expanded", "true");
  live.textContent = all.length ? plural(all.length, "result") : "nothing found";
});

function mark(index) {
  active = (index + found.length) % found.length;
  [...results.querySelectorAll("[role=option]")].forEach((option, at) =>
    option.setAttribute("aria-selected", String(at === active)),
  );
  search.setAttribute("aria-activedescendant", "result" + active);
  document.getElementById("result" + active).scrollIntoView({block: "nearest"});
}

function choose(index) {
  const {what, id} = found[index];
  search.value = "";
  select(what, id, true);
}

search.addEventListener("keydown", (event) => {
  if ((event.key === "ArrowDown" || event.key === "ArrowUp") && found.length) {
    event.preventDefault();
    mark(active < 0 && event.key === "ArrowUp" ? -1 : active + (event.key === "ArrowDown" ? 1 : -1));
  } else if (event.key === "Enter" && found.length) {
    choose(Math.max(active, 0));
  }
});
document.addEventListener("click", (event) => {
  if (!document.getElementById("find").contains(event.target)) hideResults();
});

/* Escape goes back one thing at a time, / comes to the search from anywhere, F puts the chosen actor in focus. */
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = document.activeElement === search;
  if (event.key === "Escape") {
    if (!results.hidden || search.value) search.value = "";
    else if (chosen.focus) focusOn(null);
    else clear();
    hideResults();
  } else if (event.key === "/" && !typing) {
    event.preventDefault();
    search.focus();
  } else if (
    event.key.toLowerCase() === "f" &&
    !typing &&
    selected?.what === "node" &&
    isActor(nodes.get(selected.id))
  ) {
    focusOn(chosen.focus === selected.id ? null : selected.id);
  }
});
