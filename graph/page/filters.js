/* The legend and the filters; the last part, which opens the page. */

function count(keys) {
  const result = new Map();
  for (const key of keys) result.set(key, (result.get(key) || 0) + 1);
  return result;
}

/* A change of the filters: draw, and show in the panel what still passes. */
function filter() {
  redraw();
  showPanel();
}

function toggle(key, text, number, shape) {
  const button = make(
    "button",
    {
      type: "button",
      class: "toggle",
      "aria-pressed": "true",
      "data-key": key,
      title: "Show or hide",
      click: () => {
        if (!chosen.off.delete(key)) chosen.off.add(key);
        button.setAttribute("aria-pressed", String(!chosen.off.has(key)));
        filter();
      },
    },
    shape,
    text,
    make("span", {class: "count"}, String(number)),
  );
  return button;
}

function group(name, buttons) {
  return buttons.length
    ? make(
        "div",
        {class: "group", role: "group", "aria-label": name},
        make("span", {class: "name"}, name),
        buttons,
      )
    : null;
}

function legend() {
  const ORDER = ["happened", "asserted", "planned", "proposed", "unlikely", "denied"];
  const relations = (kind) =>
    [...count(data.edges.filter((edge) => edge.kind === kind).map((edge) => edge.facts.modality || ""))]
      .sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b))
      .map(([modality, number]) =>
        toggle(kind + " " + modality, modality || VERBS[kind], number, icon(kind, modality)),
      );
  const things = count(data.nodes.map(keyOf));
  const kinds = (keys, text) =>
    keys
      .filter((key) => things.has(key))
      .map((key) => toggle(key, text(key), things.get(key), icon(...key.split(" "))));
  return [
    group(
      "who",
      kinds(["Person", "Organization", "Place"], (key) => key),
    ),
    group(
      "said",
      kinds(["Statement said", "Statement denied"], (key) => key.split(" ")[1]),
    ),
    group("met", relations("MET")),
    group("accused", relations("ACCUSED")),
    group(
      "events",
      kinds(["Event"], () => "Event"),
    ),
  ];
}

function outlets() {
  const known = [...count(Object.values(data.articles).map(outletOf))].sort(([a], [b]) => (a < b ? -1 : 1));
  if (known.length < 2) return null;
  const box = ([outlet, number]) =>
    make(
      "label",
      {},
      make("input", {
        type: "checkbox",
        checked: "",
        change: (event) => {
          if (event.target.checked) chosen.outletsOff.delete(outlet);
          else chosen.outletsOff.add(outlet);
          summary.textContent = chosen.outletsOff.size
            ? known.length - chosen.outletsOff.size + " of " + known.length + " outlets"
            : "All outlets";
          filter();
        },
      }),
      make("span", {}, outlet),
      make("span", {class: "count"}, String(number)),
    );
  const summary = make("summary", {}, "All outlets");
  return make(
    "details",
    {id: "outlets"},
    summary,
    make("div", {class: "menu", role: "group", "aria-label": "Outlets"}, known.map(box)),
  );
}

function slider() {
  if (dates.length < 2) return null;
  const text = make("span", {class: "days"});
  const thumb = (end, name) =>
    make("input", {
      type: "range",
      min: "0",
      max: String(dates.length - 1),
      value: String(chosen[end]),
      id: end,
      "aria-label": name,
      input: (event) => {
        const value = Number(event.target.value);
        chosen[end] = end === "from" ? Math.min(value, chosen.to) : Math.max(value, chosen.from);
        event.target.value = chosen[end];
        tell();
        schedule();
      },
    });
  const thumbs = [thumb("from", "Published from"), thumb("to", "Published until")];
  const tell = () => {
    text.textContent = dates[chosen.from] + " – " + dates[chosen.to];
    for (const each of thumbs) each.setAttribute("aria-valuetext", dates[chosen[each.id]]);
  };
  tell();
  return make(
    "div",
    {id: "dates", role: "group", "aria-label": "Date of the article"},
    make("span", {class: "thumbs"}, thumbs),
    text,
  );
}

let waiting = 0;
function schedule() {
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(filter);
}

function checkbox(id, text, key) {
  const box = make("input", {
    type: "checkbox",
    id,
    change: (event) => {
      chosen[key] = event.target.checked;
      filter();
      if (key === "collapsed") rescale();
    },
  });
  box.checked = chosen[key];
  return make("label", {}, box, text);
}

function reset() {
  Object.assign(chosen, {
    off: new Set(),
    outletsOff: new Set(),
    from: 0,
    to: dates.length - 1,
    sureOnly: false,
  });
  build();
  filter();
}

function build() {
  const graded = [...data.nodes, ...data.edges].some((thing) => thing.facts.grade === "likely");
  document
    .getElementById("legend")
    .replaceChildren(
      ...[
        ...legend(),
        make(
          "div",
          {class: "group"},
          slider(),
          outlets(),
          graded ? checkbox("sure", "Only what is sure", "sureOnly") : null,
          statements.length ? checkbox("collapsed", "Statements as lines", "collapsed") : null,
          make("button", {type: "button", class: "action", click: reset}, "Reset"),
        ),
        make(
          "p",
          {class: "muted"},
          "Dashed: planned or proposed. Dotted: unlikely or denied. The thicker a line, the more tellings.",
        ),
      ].filter(Boolean),
    );
}

/* How much is shown, for the eye and, politely, for the ear. */
function say() {
  const all = data.nodes.length;
  const some = data.nodes.filter((node) => shown.has(node.id) && (!near || near.has(node.id))).length;
  const text =
    (some < all ? some + " of " : "") +
    plural(all, "node") +
    " · " +
    plural(Object.keys(data.articles).length, "article");
  document.getElementById("count").textContent = text;
  live.textContent = some < all ? some + " of " + plural(all, "node") + " shown" : "";
}

build();
redraw();
showPanel();
network.once("afterDrawing", () => fit());
