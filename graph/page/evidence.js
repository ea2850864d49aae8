/* The panel: what a node, a line or an article rests on. */

const panel = document.getElementById("panel");
const FIRST = 25; // cards of a section that are shown before the reader asks for the rest

/* Elements are made here and nowhere else: strings become text nodes, never markup. */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name === "click" || name === "input" || name === "change") element.addEventListener(name, value);
    else element.setAttribute(name, value);
  }
  element.append(
    ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""),
  );
  return element;
}

const OUTLINES = {
  Person: "M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12z",
  Organization: "M3 3h10v10H3z",
  Place: "M8 2l6.5 11.5h-13z",
  Event: "M8 1.5l6.5 6.5L8 14.5 1.5 8z",
  Statement: "M5 3h6l3 5-3 5H5L2 8z",
};
const DASHES = {planned: "5 3", proposed: "5 3", unlikely: "1.5 2.5", denied: "1.5 2.5"};

function icon(kind, modality) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const shape = document.createElementNS(space, "path");
  svg.setAttribute("viewBox", OUTLINES[kind] ? "0 0 16 16" : "0 0 24 16");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", OUTLINES[kind] ? "icon" : "icon line");
  shape.setAttribute("d", OUTLINES[kind] || "M1 8h22");
  const paint = kind === "Statement" && modality === "denied" ? "DENIES" : kind;
  shape.setAttribute(
    "style",
    OUTLINES[kind] ? "fill: var(--" + paint + ")" : "stroke-width: 3; stroke: var(--" + kind + ")",
  );
  if (DASHES[modality]) shape.setAttribute("stroke-dasharray", DASHES[modality]);
  svg.append(shape);
  return svg;
}

function nameOf(id) {
  const node = nodes.get(id);
  return node.kind === "Statement" ? "“" + node.label + "”" : node.label;
}

function link(id) {
  return make("button", {type: "button", class: "link", click: () => select("node", id, true)}, nameOf(id));
}

function links(ids) {
  return ids.flatMap((id, index) => (index ? [", ", link(id)] : [link(id)]));
}

function sentenceOf(edge) {
  if (edge.kind === "SPOKE") return [nameOf(edge.from), VERBS.SPOKE, nameOf(edge.to)].join(" ");
  if (STATEMENT_LINES.has(edge.kind))
    return nodes.get(edge.kind === "SAID" ? edge.to : edge.from).facts.text || "";
  return edge.facts.sentence || [nameOf(edge.from), VERBS[edge.kind], nameOf(edge.to)].join(" ");
}

/* The sentence with the words of it marked that carry the evidence; pieces are divided by the ellipsis. */
function marked(sentence, words) {
  const quote = make("blockquote");
  let rest = sentence;
  for (const piece of (words || "").split(" … ")) {
    const at = piece ? rest.indexOf(piece) : -1;
    if (at < 0) continue;
    quote.append(rest.slice(0, at), make("mark", {}, piece));
    rest = rest.slice(at + piece.length);
  }
  quote.append(rest);
  return quote;
}

function dateOf(facts) {
  const length = {year: 4, month: 7}[facts.datePrecision] || 10;
  return facts.date ? facts.date.slice(0, length) : "";
}

const titleOf = (article) => article.title || article.path || "article";

/* The article, as a way to all it tells; where it has an address, a link that opens it at the words. */
function sourceOf(id, words) {
  const article = data.articles[id];
  if (!article) return null;
  return make(
    "footer",
    {},
    make("span", {class: "outlet"}, article.source || ""),
    make(
      "button",
      {type: "button", title: article.path || "", click: () => select("article", id)},
      titleOf(article),
    ),
    article.published ? make("time", {datetime: article.published}, article.published) : null,
    webLink(article, words),
  );
}

function webLink(article, words) {
  if (!/^https?:\/\//i.test(article.url || "")) return null;
  const passage = (words || "").split(" … ")[0].split(" ").slice(0, 8).join(" ");
  const fragment =
    passage && !article.url.includes("#")
      ? "#:~:text=" + encodeURIComponent(passage).replace(/-/g, "%2D")
      : "";
  return make(
    "a",
    {href: article.url + fragment, target: "_blank", rel: "noopener noreferrer"},
    "Open the article",
  );
}

function chip(text) {
  return text ? [" ", make("span", {class: "chip " + text.replace(/\W/g, "")}, text)] : null;
}

/* A reading that is only likely says so; one that is sure needs no word. */
const gradeChip = (facts) => (facts.grade === "likely" ? chip("likely") : null);

function statementCard(id) {
  const {facts, evidence} = nodes.get(id);
  const about = ends(id, "ABOUT", "from", "to");
  const denies = ends(id, "DENIES", "from", "to");
  const denied = ends(id, "DENIES", "to", "from");
  const who = speakers(id);
  const sentence = facts.sentence || facts.text || "";
  return make(
    "article",
    {class: "card Statement"},
    make(
      "h3",
      {},
      who.length ? links(who) : "somebody",
      " ",
      facts.denied ? "denied" : "said",
      about.length ? [" of ", links(about)] : null,
      chip(facts.kind),
      gradeChip(facts),
    ),
    sentence.includes((facts.text || "").split(" … ")[0]) ? null : make("blockquote", {}, facts.text),
    marked(sentence, facts.text),
    denies.length ? make("p", {}, "Denies ", links(denies)) : null,
    denied.length ? make("p", {}, "Denied in ", links(denied)) : null,
    evidence.map((place) => sourceOf(place.article, facts.text)),
  );
}

function relationCard(edge) {
  const {facts} = edge;
  if (edge.kind === "SAID") return statementCard(edge.to);
  if (edge.kind === "ABOUT" || edge.kind === "DENIES") return statementCard(edge.from);
  const event =
    edge.kind === "TOOK_PART" ? nodes.get(edge.to) : edge.kind === "AT" ? nodes.get(edge.from) : null;
  const when = [dateOf(facts), facts.place ? "in " + facts.place : ""].filter(Boolean).join(" ");
  return make(
    "article",
    {class: "card " + edge.kind},
    make(
      "h3",
      {},
      edge.kind === "MET" /* one that is planned or denied is no "A met B" */
        ? ["Meeting of ", link(edge.from), " and ", link(edge.to)]
        : [link(edge.from), " ", VERBS[edge.kind], " ", link(edge.to)],
      chip(facts.modality),
      gradeChip(facts),
    ),
    facts.of ? make("p", {}, "of " + facts.of.replace(/^of /, "")) : null,
    when ? make("p", {}, when) : null,
    facts.by ? make("p", {}, "according to " + facts.by) : null,
    event
      ? tellings(event)
      : [
          facts.sentence ? marked(facts.sentence, facts.evidence) : null,
          sourceOf(facts.article, facts.evidence),
        ],
  );
}

function tellings(event) {
  return event.evidence.flatMap((telling) => [
    telling.sentence || telling.evidence
      ? marked(telling.sentence || telling.evidence, telling.evidence)
      : null,
    sourceOf(telling.article, telling.evidence),
  ]);
}

function eventCard(event) {
  const company = [...ends(event.id, "TOOK_PART", "to", "from"), ...ends(event.id, "AT", "from", "to")];
  return make(
    "article",
    {class: "card Event"},
    make("h3", {}, link(event.id), chip(event.facts.status), gradeChip(event.facts)),
    dateOf(event.facts) ? make("p", {}, dateOf(event.facts)) : null,
    company.length ? make("p", {}, "With ", links(company)) : null,
    tellings(event),
  );
}

/* Cards under a heading, of what passes the filters: the first at once, the others when they are asked for. */
function section(title, things, card) {
  const passed = things.filter((thing) => shown.has(thing.id));
  if (!things.length) return [];
  const hidden = things.length - passed.length;
  const more = make(
    "button",
    {type: "button", class: "more", click: () => more.replaceWith(...passed.slice(FIRST).map(card))},
    "Show " + (passed.length - FIRST) + " more",
  );
  return [
    make("h2", {}, title + " ", make("span", {class: "count"}, String(passed.length))),
    passed.slice(0, FIRST).map(card),
    passed.length > FIRST ? more : null,
    hidden ? make("p", {class: "muted"}, hidden + " more hidden by the filters") : null,
  ];
}

const statementsOf = (ids) =>
  ids
    .map((id) => nodes.get(id))
    .sort((a, b) => (b.facts.published || "").localeCompare(a.facts.published || ""));
const cardOf = (thing) =>
  nodes.has(thing.id)
    ? thing.kind === "Event"
      ? eventCard(thing)
      : statementCard(thing.id)
    : relationCard(thing);

function nodePanel(node) {
  if (node.kind === "Statement") return [heading("Statement", node.kind), statementCard(node.id)];
  if (node.kind === "Event") return [heading(node.label, node.kind), eventCard(node)];
  const mine = touching.get(node.id);
  const relations = (kind, end) =>
    mine.filter((edge) => edge.kind === kind && (!end || edge[end] === node.id));
  const said = ends(node.id, "SAID", "from", "to");
  const spoken = ends(node.id, "ABOUT", "to", "from").filter((id) => !said.includes(id));
  const events = [...ends(node.id, "TOOK_PART", "from", "to"), ...ends(node.id, "AT", "to", "from")];
  const aliases = (node.facts.aliases || []).filter((alias) => alias !== node.label);
  return [
    heading(node.label, node.kind),
    aliases.length ? make("p", {class: "muted"}, "also " + aliases.join(", ")) : null,
    focusButton(node),
    section("Met", relations("MET"), relationCard),
    section("Accused", relations("ACCUSED", "from"), relationCard),
    section("Accused by", relations("ACCUSED", "to"), relationCard),
    section("Said", statementsOf(said), cardOf),
    section("Spoken of", statementsOf(spoken), cardOf),
    section(
      "Events",
      events.map((id) => nodes.get(id)),
      cardOf,
    ),
  ];
}

function linePanel(edge) {
  const tellings = lines.get(edge.line);
  if (edge.kind === "SPOKE") return section(sentenceOf(edge), statementsOf(edge.facts.statements), cardOf);
  if (tellings.length === 1) return [relationCard(edge)];
  return section([nameOf(edge.from), VERBS[edge.kind], nameOf(edge.to)].join(" "), tellings, relationCard);
}

function articlePanel(id) {
  const article = data.articles[id];
  const here = (node) => node.evidence.some((place) => place.article === id);
  const relations = (kind) => data.edges.filter((edge) => edge.kind === kind && edge.facts.article === id);
  return [
    heading(titleOf(article), "Article"),
    make(
      "p",
      {class: "muted"},
      [article.source, article.published, article.path].filter(Boolean).join(" · "),
    ),
    webLink(article) ? make("p", {}, webLink(article)) : null,
    section("Met", relations("MET"), relationCard),
    section("Accused", relations("ACCUSED"), relationCard),
    section("Said", statements.filter(here), cardOf),
    section(
      "Events",
      data.nodes.filter((node) => node.kind === "Event" && here(node)),
      cardOf,
    ),
  ];
}

function heading(text, kind) {
  return make(
    "header",
    {},
    make("h1", {tabindex: "-1"}, OUTLINES[kind] ? icon(kind) : null, text),
    make("span", {class: "muted"}, kind),
  );
}

function overview() {
  const item = (node) =>
    make("li", {}, icon(node.kind), link(node.id), make("span", {class: "count"}, String(told(node))));
  const list = make("ul", {class: "names"}, actors.slice(0, FIRST).map(item));
  const more = make(
    "button",
    {
      type: "button",
      class: "more",
      click: () => {
        list.append(...actors.slice(FIRST).map(item));
        more.remove();
      },
    },
    "Show all " + actors.length + " actors",
  );
  return [
    make(
      "p",
      {class: "muted"},
      "Choose a node or a line to read what it rests on: the words, their sentence, the article.",
    ),
    data.nodes.length ? make("h2", {}, "Most told of") : make("p", {}, "The graph is empty."),
    list,
    actors.length > FIRST ? more : null,
    make("h2", {class: "keys"}, "Keys"),
    make(
      "p",
      {class: "muted keys"},
      make("kbd", {}, "/"),
      " search  ",
      make("kbd", {}, "F"),
      " focus on what is chosen  ",
      make("kbd", {}, "Esc"),
      " back",
    ),
    make(
      "p",
      {class: "muted"},
      "What is shown was read by a program and may be wrong: the sentence beside it decides.",
    ),
  ];
}
