"""Write a graph as one HTML page that works alone: Graph -> networkx (layout) -> pyvis (vis-network).

The page asks the network for nothing and its Content-Security-Policy lets it ask for nothing: of scripts only
the two that are named there by their hash run, whatever an article has in its title. Texts reach the page as
JSON, and the screen as text nodes. The layout is computed here, so that the page opens at rest and the
same graph gives the same page.

Tellings of one kind and modality between the same two are one line. Between two actors there is also a line
of kind SPOKE for what one said of the other, drawn instead of the statements where these are too many.
"""

import base64
import hashlib
import os
from collections import Counter, defaultdict
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from extract.annotation import digest
from graph.layout import positions
from graph.model import ACTOR_LABELS, Edge, Graph, GraphError, Node

TEMPLATE = Path(__file__).with_name("snapshot.html")
PARTS = Path(__file__).with_name("page")  # style and scripts, put together into the one file
SCRIPTS = ("data.js", "drawing.js", "evidence.js", "choosing.js", "filters.js")
VIS_NETWORK = "templates/lib/vis-9.1.2/vis-network.min.js"  # in pyvis; Apache 2.0 or MIT, its notice stays in

SHAPES = {"Person": "dot", "Organization": "square", "Place": "triangle", "Event": "diamond"}
STATEMENT_SHAPE, STATEMENT_SIZE = "hexagon", 6
DASHES = {"planned": [8, 6], "proposed": [8, 6], "unlikely": [2, 5], "denied": [2, 5]}
DIRECTED = {"SAID", "ABOUT", "ACCUSED", "DENIES", "SPOKE"}
CAPTION = 60  # letters of a statement that stand for it
BEND = 0.16  # how far parallel edges bulge from one another


Line = tuple[str, str, str]  # type, source and modality of the edges that are drawn as one


def write(graph: Graph, path: Path, title: str) -> None:
    """Write the page to ``path``, all of it or nothing. Raises GraphError where it cannot be written."""
    page = render(graph, title)
    target = path.resolve()
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        if target.exists() and not target.is_file():
            raise GraphError(
                f"Cannot write {path}: it is no file. Name a file for the page, such as graph.html."
            )
        part.write_text(page, encoding="utf-8", errors="replace", newline="\n")
        part.replace(target)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise GraphError(f"Cannot write {path}: {error.strerror}. Choose another place.") from error


def render(graph: Graph, title: str) -> str:
    """The page as text. The same graph and title give the same text."""
    import pyvis
    from markupsafe import Markup
    from pyvis.network import Network

    articles = {node.id: node for node in graph.nodes if node.label == "Article"}
    shown = [node for node in graph.nodes if node.label != "Article"]
    drawn = [edge for edge in graph.edges if not {edge.source, edge.target} & articles.keys()]
    degrees = Counter(end for edge in drawn for end in (edge.source, edge.target))
    evidence = _evidence(graph)

    looks = {node.id: _look(node, degrees[node.id]) for node in shown}
    places = positions(Graph(tuple(shown), tuple(drawn)), {id: look["size"] for id, look in looks.items()})
    network = Network(directed=True, heading=title, cdn_resources="in_line")
    for node in shown:
        x, y = places[node.id]
        options = {"x": x, "y": y, "facts": _plain(node.properties), "evidence": evidence[node.id]}
        network.add_node(node.id, **looks[node.id], **options)
    spoken = _spoken(graph)
    lines = _lines([*drawn, *spoken])
    for edge in (*drawn, *spoken):
        line, bend = lines[edge.id]
        options = {
            "id": edge.id,
            "line": line,
            "kind": edge.type,
            "facts": _plain(edge.properties),
            "bend": bend,
        }
        options["dashes"] = DASHES.get(edge.properties.get("modality", ""), edge.type in ("ABOUT", "DENIES"))
        network.add_edge(edge.source, edge.target, arrows="to" if edge.type in DIRECTED else "", **options)

    network.set_template_dir(str(TEMPLATE.parent), TEMPLATE.name)
    environment = network.templateEnv
    environment.autoescape = True
    environment.filters["csp"] = _csp
    library = (Path(pyvis.__file__).parent / VIS_NETWORK).read_text(encoding="utf-8")
    page = "\n".join((PARTS / name).read_text(encoding="utf-8") for name in SCRIPTS)
    environment.globals |= {
        "vis_network": Markup(library),  # noqa: S704  (the library's code and our own)
        "page": Markup(page),  # noqa: S704
        "style": Markup((PARTS / "page.css").read_text(encoding="utf-8")),  # noqa: S704
        "articles": {id: _plain(article.properties) for id, article in articles.items()},
    }
    return str(network.generate_html())


def _look(node: Node, degree: int) -> dict[str, Any]:
    """How a node is drawn; its colour belongs to its kind and to the page's light or dark."""
    if node.label == "Statement":
        text = str(node.properties.get("text") or "")
        caption = text if len(text) <= CAPTION else f"{text[:CAPTION].rsplit(' ', 1)[0]} …"
        return {"kind": node.label, "label": caption, "shape": STATEMENT_SHAPE, "size": STATEMENT_SIZE}
    name = str(node.properties.get("name") or node.id)
    size = round(min(10 + 3 * degree**0.5, 30))
    return {"kind": node.label, "label": name, "shape": SHAPES[node.label], "size": size}


def _evidence(graph: Graph) -> dict[str, list[dict[str, Any]]]:
    """Per statement and event: which articles hold it, and the words there."""
    result: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for edge in graph.edges:
        if edge.type == "REPORTED_IN":
            result[edge.source].append({**_plain(edge.properties), "article": edge.target})
        elif edge.type == "TELLS_OF":
            result[edge.target].append({**_plain(edge.properties), "article": edge.source})
    return result


def _spoken(graph: Graph) -> list[Edge]:
    """What one actor said of another, as one edge of type SPOKE with the ids of its statements."""
    actors = {node.id for node in graph.nodes if node.label in ACTOR_LABELS}
    about: dict[str, list[str]] = defaultdict(list)
    for edge in graph.edges:
        if edge.type == "ABOUT" and edge.target in actors:
            about[edge.source].append(edge.target)
    spoken: dict[tuple[str, str], list[str]] = defaultdict(list)
    for edge in graph.edges:
        if edge.type == "SAID":
            for target in about[edge.target]:
                if target != edge.source:
                    spoken[edge.source, target].append(edge.target)
    return [
        Edge(digest("SPOKE", *pair), "SPOKE", *pair, {"statements": statements})
        for pair, statements in spoken.items()
    ]


def _lines(edges: list[Edge]) -> dict[str, tuple[str, float]]:
    """Per edge id: the id of the first edge on its line, and how far the line bulges.

    Lines between the same two fan out, a lone one is straight. SPOKE is drawn only at times: it keeps outside
    of the others. vis-network bends a line to the left of its own direction, so one that runs back is given
    the other sign.
    """
    parallel: dict[tuple[str, str], dict[Line, str]] = defaultdict(dict)
    for edge in edges:
        parallel[_pair(edge)].setdefault(_line(edge), edge.id)
    result = {}
    for edge in edges:
        lines = parallel[_pair(edge)]
        line = _line(edge)
        fan = [other for other in lines if other[0] != "SPOKE"]
        if edge.type == "SPOKE":
            bend = BEND * (len(fan) + 1) / 2
        else:
            bend = BEND * (fan.index(line) - (len(fan) - 1) / 2)
            bend = bend if edge.source <= edge.target else -bend
        result[edge.id] = (lines[line], round(bend, 3))
    return result


def _pair(edge: Edge) -> tuple[str, str]:
    return min(edge.source, edge.target), max(edge.source, edge.target)


def _line(edge: Edge) -> Line:
    return edge.type, edge.source, str(edge.properties.get("modality") or "")


def _plain(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Properties as JSON has them: dates as words, nothing that is not known."""
    return {
        key: value if isinstance(value, str | bool | int | float | list | tuple) else str(value)
        for key, value in properties.items()
        if value is not None
    }


def _csp(script: str) -> str:
    """A script's source expression in a Content-Security-Policy."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
