"""Show a graph, an answer, rows of a query in a terminal: rich trees and tables that quote their evidence.

Everything shown comes from articles that anybody may have written. It is put in as rich Text, never as
markup, and without control characters, which could move the cursor, set the window's title or hide words.
"""

import datetime
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from rich import box
from rich.console import Console, Group, RenderableType
from rich.style import Style
from rich.syntax import Syntax
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from cypher.library import Query
from graph.build import ELLIPSIS
from graph.links import link
from graph.model import Edge, Graph, Node
from graph.subgraph import within

WIDE = 120  # columns from which the source stands beside the quote instead of below it
LINE = 84  # a quote is wrapped here at the latest: longer lines are hard to read
SOURCE = 36  # columns for the source beside the quote
DATE = 10
INDENT = 4  # what rich.tree puts before each level
CELL = 400  # characters of one value in a table of rows; all of it with --json
COLUMN = 14  # narrower columns than this are not a table any more
# C0, C1, line and paragraph separators, marks that turn the writing direction, and halves of characters.
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]+")
QUOTES = "\"'“”‘’„«»"

COLOURS = {"Person": "bright_blue", "Organization": "yellow", "Place": "green", "Event": "magenta"}
MODALITIES = {
    "happened": "green",
    "planned": "cyan",
    "proposed": "cyan",
    "unlikely": "yellow",
    "denied": "red",
    "asserted": "dim",
}


def clean(value: object) -> str:
    """Text fit for a terminal: runs of control characters and spaces become one space."""
    return " ".join(CONTROL.sub(" ", str(value)).split())


def print_subgraph(console: Console, graph: Graph, actor_id: str, depth: int = 1) -> None:
    """What the graph tells of one of its actors, as a tree: said, met, accused, and what others said and did.

    With ``depth`` 2 a tree of each neighbour follows, with what is not told yet; and so on. Raises KeyError
    where the graph does not hold the actor.
    """
    told = _Told(graph, console)
    for id in within(graph, actor_id, depth - 1):
        tree = _tree(told, graph, id)
        if id == actor_id and not tree.children:
            tree.add(Text("nothing said, no meeting, no accusation", style="dim"))
        if id == actor_id or tree.children:
            console.print(tree)


def _tree(told: "_Told", graph: Graph, actor_id: str) -> Tree:
    actor = told.nodes[actor_id]
    tree = Tree(_heading(actor), guide_style="dim")
    outgoing = [edge for edge in graph.edges if edge.source == actor_id]
    incoming = [edge for edge in graph.edges if edge.target == actor_id]
    said = [told.nodes[edge.target] for edge in outgoing if edge.type == "SAID"]
    others = [told.nodes[edge.source] for edge in incoming if edge.type == "ABOUT"]
    told.add_statements(tree, "said", said)
    told.add_statements(tree, "was spoken of", [node for node in others if node not in said])
    told.add_relations(tree, "met", [e for e in (*outgoing, *incoming) if e.type == "MET"], actor_id)
    told.add_relations(tree, "accused", [e for e in outgoing if e.type == "ACCUSED"], actor_id)
    told.add_relations(tree, "was accused by", [e for e in incoming if e.type == "ACCUSED"], actor_id)
    told.add_events(tree, [told.nodes[e.target] for e in outgoing if e.type == "TOOK_PART"], "took part in")
    told.add_events(tree, [told.nodes[e.source] for e in incoming if e.type == "AT"], "was the place of")
    return tree


def print_answer(console: Console, answer: Mapping[str, Any]) -> None:
    """The answer to a question: a value where it asks for one, and rows that quote.

    ``answer`` is what ``onrecord ask --json`` prints; the outlet is shown where an article has a ``source``.
    """
    if not answer["answered"]:
        console.print(Text.assemble(("No answer. ", "bold yellow"), clean(answer.get("reason") or "")))
        return
    for name in answer.get("understood") or ():
        if name["name"] and (name["others"] or name["name"] != name["asked"]):
            others = f", not {', '.join(name['others'])}" if name["others"] else ""
            console.print(Text(clean(f"{name['asked']}: {name['name']}{others}"), style="dim"))
        if name.get("with"):
            console.print(Text(clean(f"{name['name']}: also {', '.join(name['with'])}"), style="dim"))
    for word, near in (answer.get("widened") or {}).items():
        console.print(Text(clean(f"{word}: also {', '.join(near)}"), style="dim"))
    for note in answer.get("notes") or ():
        console.print(Text(clean(note), style="dim"))
    value = answer.get("value")
    if value is not None:
        words = {True: "Yes", False: "No"}[value] if isinstance(value, bool) else clean(value)
        console.print(Text(words, style="bold"))
    wide = console.width >= WIDE
    table = Table.grid(padding=(0, 3 if wide else 2, 0, 0))
    table.add_column(max_width=34 if wide else 22, overflow="fold")
    table.add_column(max_width=LINE)
    for row in answer["answers"]:
        table.add_row(_who(row), _words(row))
        table.add_row()
    if answer["answers"]:
        console.print(table, Text(_count(len(answer["answers"]), "answer"), style="dim"), sep="")


def print_rows(console: Console, rows: Sequence[Mapping[str, Any]]) -> None:
    """Rows of any query: a table, or one block per row where there are too many columns for the width."""
    columns = list(dict.fromkeys(key for row in rows for key in row))
    if len(columns) * COLUMN > console.width:
        for row in rows:
            block = Table.grid(padding=(0, 2))
            for key in columns:
                block.add_row(Text(clean(key), style="bold"), _cell(row.get(key)))
            console.print(block, "")
    elif columns:
        table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
        for key in columns:
            number = all(isinstance(row.get(key), int | float) for row in rows)
            table.add_column(Text(clean(key)), overflow="fold", justify="right" if number else "left")
        for row in rows:
            table.add_row(*(_cell(row.get(key)) for key in columns))
        console.print(table)
    console.print(Text(_count(len(rows), "row"), style="dim"))


def print_questions(console: Console, queries: Iterable[Query]) -> None:
    """What can be asked: each question with the phrasings that lead to it."""
    for query in queries:
        console.print(Text.assemble((clean(query.question), "bold"), (f"  {clean(query.name)}", "dim")))
        for phrasing in query.phrasings:
            console.print(Text(f"    {clean(phrasing)}"))
        console.print()


def print_steps(console: Console, answer: Mapping[str, Any]) -> None:
    """How the answer was come by: names, phrasings that fitted, queries that were run."""
    for step in answer.get("steps") or ():
        console.print(Text(f"· {clean(step)}", style="dim"))


def print_query(console: Console, text: str, parameters: Mapping[str, Any]) -> None:
    """A query and its parameters, to be pasted into Neo4j Browser."""
    for name, value in parameters.items():
        literal = json.dumps(value, ensure_ascii=False, default=str)
        console.print(Text(f":param {clean(name)} => {clean(literal)}", style="dim"), soft_wrap=True)
    console.print(Syntax(text, "cypher", theme="ansi_dark", background_color="default", word_wrap=True))


class _Told:
    """A graph, looked up for showing: who said a statement, where it stands, how it is written down."""

    def __init__(self, graph: Graph, console: Console) -> None:
        self.nodes = {node.id: node for node in graph.nodes}
        self.edges = graph.edges
        self.width = console.width
        self.links = console.is_terminal
        self.done: set[str] = set()  # ids of what stands in a tree already

    def add_statements(self, tree: Tree, verb: str, statements: Iterable[Node]) -> None:
        found = sorted(self._new(node.id for node in statements), key=self._published, reverse=True)
        if not found:
            return
        branch = tree.add(_branch(verb, _count(len(found), "statement"), "cyan"))
        for id in found:
            branch.add(self._statement(self.nodes[id], who=verb != "said"))

    def add_relations(self, tree: Tree, verb: str, edges: Sequence[Edge], actor_id: str) -> None:
        def other(edge: Edge) -> tuple[str, str]:
            id = edge.target if edge.source == actor_id else edge.source
            return _name(self.nodes[id]), id

        new = self._new(edge.id for edge in edges)
        found = sorted((edge for edge in edges if edge.id in new), key=other)
        if not found:
            return
        groups = sorted(
            ((name, list(tellings)) for name, tellings in groupby(found, key=other)),
            key=lambda group: (-len(group[1]), group[0]),
        )
        branch = tree.add(_branch(verb, _count(len(found), "telling"), "green" if verb == "met" else "red"))
        for (name, id), tellings in groups:
            times = f"  {len(tellings)}" if len(tellings) > 1 else ""
            twig = branch.add(Text.assemble((name, COLOURS.get(self.nodes[id].label, "")), (times, "dim")))
            for edge in sorted(tellings, key=_when, reverse=True):
                twig.add(self._relation(edge))

    def add_events(self, tree: Tree, events: Iterable[Node], verb: str) -> None:
        new = self._new(node.id for node in events)
        found = sorted((self.nodes[id] for id in new), key=lambda node: (_name(node), node.id))
        if not found:
            return
        branch = tree.add(_branch(verb, _count(len(found), "event"), "magenta"))
        for event in found:
            tellings = [edge for edge in self.edges if edge.type == "TELLS_OF" and edge.target == event.id]
            status = clean(event.properties.get("status") or "")
            first = Text.assemble(_name(event), "  ", (status, MODALITIES.get(status, "")))
            branch.add(
                self._leaf(
                    0,
                    _date(event.properties),
                    [first],
                    [
                        self._source(self.nodes.get(edge.source), edge.properties, "evidence")
                        for edge in tellings[:1]
                    ],
                )
            )

    def _statement(self, statement: Node, who: bool) -> RenderableType:
        facts = statement.properties
        about = self._across(statement.id, "ABOUT")
        first = [Text(f"{self._speaker(statement)}: ")] if who else []
        if facts.get("denied"):
            first.append(Text("denied ", style=MODALITIES["denied"]))
        words = clean(facts.get("text") or "")
        first.append(Text(_quoted(words) if facts.get("kind") == "direct" else words))
        lines = [Text.assemble(*first)]
        if about and not who:
            lines.append(Text.assemble(("on ", "dim"), (", ".join(map(_name, about)), "dim")))
        for denied in self._across(statement.id, "DENIES"):
            denied_words = clean(denied.properties.get("text") or "")
            lines.append(Text(f"denies {self._speaker(denied)}: {denied_words}", style="dim"))
        article = next(iter(self._across(statement.id, "REPORTED_IN")), None)
        return self._leaf(0, _iso(facts.get("published")), lines, [self._source(article, facts, "text")])

    def _relation(self, edge: Edge) -> RenderableType:
        facts = edge.properties
        modality = clean(facts.get("modality") or "")
        first = Text.assemble((modality, MODALITIES.get(modality, "")))
        if facts.get("of"):
            first.append(f" · of {clean(facts['of']).removeprefix('of ')}")
        if facts.get("place"):
            first.append(f" · in {clean(facts['place'])}")
        if facts.get("by"):
            first.append(f" · according to {clean(facts['by'])}")
        if facts.get("grade") == "likely":
            first.append(" · likely, not sure", "dim")
        words = _marked(clean(facts.get("sentence") or ""), clean(facts.get("evidence") or ""))
        article = self.nodes.get(facts.get("article", ""))
        return self._leaf(
            1,
            _date(facts) or _iso(facts.get("published")),
            [first, words],
            [self._source(article, facts, "evidence")],
        )

    def _leaf(self, level: int, date: str, lines: list[Text], sources: list[Text]) -> RenderableType:
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(width=DATE, style="dim")
        if self.width >= WIDE:
            # Deeper leaves get narrower quotes, so that the sources stand in one column.
            room = self.width - 2 * INDENT - DATE - 6
            words = min(LINE, room - SOURCE)
            grid.add_column(width=words - level * INDENT)
            grid.add_column(max_width=room - words)
            grid.add_row(date, Group(*lines), Group(*sources))
        else:
            grid.add_column()
            grid.add_row(date, Group(*lines, *sources))
        return grid

    def _source(self, article: Node | None, facts: Mapping[str, Any], words: str) -> Text:
        """Outlet and title, on one line in a terminal, where they lead to the line of the article."""
        if article is None:
            return Text("")
        told = article.properties
        shown = [clean(told[key]) for key in ("source", "title") if told.get(key)] or [clean(told["path"])]
        if not self.links:
            return Text(" · ".join(shown), style="dim italic")
        start = facts.get("start")
        place = None if start is None else start + (told.get("offset") or 0)
        address = link(told, place, str(facts.get(words) or ""))
        style = Style(dim=True, italic=True, link=address)
        return Text(" · ".join(shown), style=style, no_wrap=True, overflow="ellipsis")

    def _new(self, ids: Iterable[str]) -> list[str]:
        """Of these ids each once, without what stands in a tree already."""
        new = [id for id in dict.fromkeys(ids) if id not in self.done]
        self.done.update(new)
        return new

    def _across(self, id: str, type: str) -> list[Node]:
        return [self.nodes[edge.target] for edge in self.edges if edge.type == type and edge.source == id]

    def _speaker(self, statement: Node) -> str:
        said = (edge for edge in self.edges if edge.type == "SAID" and edge.target == statement.id)
        return ", ".join(_name(self.nodes[edge.source]) for edge in said) or "somebody"

    def _published(self, id: str) -> tuple[str, str]:
        return _iso(self.nodes[id].properties.get("published")), id


def _heading(actor: Node) -> RenderableType:
    name = _name(actor)
    heading = Text.assemble((name, f"bold {COLOURS.get(actor.label, '')}"), ("  " + actor.label, "dim"))
    aliases = [clean(alias) for alias in actor.properties.get("aliases") or () if clean(alias) != name]
    return Group(heading, Text(f"also {', '.join(aliases)}", style="dim")) if aliases else heading


def _branch(verb: str, count: str, colour: str) -> Text:
    return Text.assemble((verb, f"bold {colour}"), (f"  {count}", "dim"))


def _who(row: Mapping[str, Any]) -> Group:
    article = row.get("article") or {}
    colour = COLOURS.get(row.get("type") or "", "")
    lines = [Text(clean(row.get("name") or "—"), style=f"bold {colour}")]
    lines += [Text(clean(article[key]), style="dim") for key in ("published", "source") if article.get(key)]
    return Group(*lines)


def _words(row: Mapping[str, Any]) -> Group:
    article = row.get("article") or {}
    text, sentence = clean(row.get("text") or ""), clean(row.get("evidence") or "")
    lines = [Text(_quoted(text) if _is_quoted(text, sentence) else text)] if text else []
    if sentence and sentence.strip(QUOTES) != text.strip(QUOTES):
        lines.append(_marked(sentence, text))
    where = clean(article.get("title") or article.get("path") or "")
    address = link(article, row.get("start"), sentence)
    modality = clean(row.get("modality") or "")
    source = Text(where, style=Style(dim=True, italic=True, link=address))
    if modality:
        source = Text.assemble((modality, MODALITIES.get(modality, "")), " · " if where else "", source)
    return Group(*lines, source)


def _marked(sentence: str, words: str) -> Text:
    """The sentence, dim, and the words of it that carry the evidence bright."""
    result = Text()
    for piece in filter(None, words.split(ELLIPSIS)):
        before, found, after = sentence.partition(piece)
        if found:
            result.append(before, "dim").append(found)
            sentence = after
    return result.append(sentence, "dim")


def _is_quoted(words: str, sentence: str) -> bool:
    """Whether each piece of the words stands in quotation marks in the sentence."""
    for piece in words.split(ELLIPSIS):
        before, found, after = sentence.partition(piece)
        if not (
            found and before.endswith(tuple(QUOTES)) and after.lstrip(",.;:?!").startswith(tuple(QUOTES))
        ):
            return False
    return True


def _quoted(words: str) -> str:
    return words if words.startswith(tuple(QUOTES)) else f"“{words}”"


def _cell(value: object) -> Text:
    if value is None:
        return Text("")
    if isinstance(value, Mapping | list | tuple):
        value = json.dumps(value, ensure_ascii=False, default=str)
    words = clean(value)
    return Text(words if len(words) <= CELL else words[:CELL] + " …")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _name(node: Node) -> str:
    return clean(node.properties.get("name") or node.id)


def _when(edge: Edge) -> tuple[str, str, str]:
    facts = edge.properties
    return _iso(facts.get("date")), _iso(facts.get("published")), edge.id


def _date(facts: Mapping[str, Any]) -> str:
    """The date that is told of, as exactly as it is known: 2031-05-03, 2031-05 or 2031."""
    length = {"year": 4, "month": 7}.get(facts.get("datePrecision") or "", 10)
    return _iso(facts.get("date"))[:length]


def _iso(date: object) -> str:
    return date.isoformat() if isinstance(date, datetime.date) else clean(date or "")
