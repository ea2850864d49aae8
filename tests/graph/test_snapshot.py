"""The page: what is written, and what headless Chromium makes of it."""

import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from newsroom import HOSTILE, NEWSROOM, crowd, edge, hostile

from graph import snapshot
from graph.layout import positions
from graph.model import Graph, GraphError, Node

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def test_same_graph_same_page() -> None:
    assert snapshot.render(NEWSROOM, "Talks") == snapshot.render(NEWSROOM, "Talks")


def test_page_asks_the_network_for_nothing() -> None:
    page = snapshot.render(NEWSROOM, "Talks")
    assert "default-src 'none'" in page
    assert not re.findall(r"<(?:script|img|iframe|link)[^>]*(?:src|href)=", page)


def test_hostile_texts_are_data() -> None:
    page = snapshot.render(hostile(), HOSTILE)
    assert "alert(1)" in page
    assert "<script>alert(1)" not in page
    assert page.count("</script>") == 3


@pytest.mark.parametrize("graph", [Graph((), ()), Graph((NEWSROOM.nodes[0],), ()), NEWSROOM])
def test_write(graph: Graph, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    snapshot.write(graph, target, "Talks")
    assert target.read_text(encoding="utf-8") == snapshot.render(graph, "Talks")
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_write_replaces_a_page(tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    target.write_text("old")
    snapshot.write(NEWSROOM, target, "Talks")
    assert target.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("place", ["", "no/such/folder/page.html", "file/page.html"])
def test_write_says_where_it_cannot(place: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("kept")
    with pytest.raises(GraphError, match=re.escape(str(tmp_path / place))):
        snapshot.write(NEWSROOM, tmp_path / place, "Talks")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file").read_text() == "kept"


def test_nodes_do_not_overlap() -> None:
    graph = crowd(20, 60)
    places = positions(graph, dict.fromkeys((node.id for node in graph.nodes), 10.0))
    assert places.keys() == {node.id for node in graph.nodes}
    assert len(set(places.values())) == len(places)


@pytest.mark.parametrize(("denial", "denied"), [("never", "claim"), ("claim", "never")])
def test_denial_and_denied_stand_together_where_one_is_nobodys(denial: str, denied: str) -> None:
    claim = Node("claim", "Statement", {"text": "It rains."})
    graph = Graph((*NEWSROOM.nodes, claim), (*NEWSROOM.edges, edge("DENIES", denial, denied)))
    places = positions(graph, dict.fromkeys((node.id for node in graph.nodes), 10.0))
    assert math.dist(places["claim"], places["never"]) < 100


def test_layout_holds_statements_that_nobody_said_about_nobody() -> None:
    lone = Node("lone", "Statement", {"text": "It rains."})
    graph = Graph((*NEWSROOM.nodes, lone), (*NEWSROOM.edges, edge("SAID", "mira", "sign")))
    assert "lone" in positions(graph, dict.fromkeys((node.id for node in graph.nodes), 10.0))


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM.exists():
        pytest.skip(f"no Chromium at {CHROMIUM}")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Any, tmp_path: Path) -> Iterator[Any]:
    """Opens a graph's page; afterwards no complaint was heard, nothing asked of the network, nothing run."""
    troubles: list[str] = []
    pages = []

    def open_page(graph: Graph, title: str = "Talks on the Ostra", **options: Any) -> Any:
        target = tmp_path / "page.html"
        snapshot.write(graph, target, title)
        page = chromium.new_page(viewport={"width": 1280, "height": 800}, **options)
        page.on("console", lambda message: troubles.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (troubles.append("dialog"), dialog.dismiss()))
        page.on(
            "request",
            lambda request: request.url != target.as_uri() and troubles.append(f"request: {request.url}"),
        )
        page.goto(target.as_uri())
        page.wait_for_function("network.getScale() > 0")
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        page.close()
    assert troubles == []


def click(page: Any, point: str) -> None:
    """Click where a JavaScript expression, in the drawing's own pixels, says."""
    at = page.evaluate(f"network.canvasToDOM({point})")
    page.locator("#canvas").click(position={"x": at["x"], "y": at["y"]})


def evidence(page: Any) -> str:
    return " ".join(page.locator("#panel").inner_text().split())


@pytest.mark.parametrize(
    ("id", "words"),
    [
        ("mira", "ignoring the flood warnings"),
        ("gates", "the gates of the dam will stay open"),
        ("talks", "talks in Lent"),
        ("never", "Denies “Solvia was warned"),
    ],
)
def test_click_on_a_node_shows_its_evidence(visit: Any, id: str, words: str) -> None:
    page = visit(NEWSROOM)
    click(page, f"network.getPosition('{id}')")
    assert words in evidence(page)
    assert "The Lower Bank Gazette" in evidence(page) or "Radio Meridian" in evidence(page)


def test_click_on_an_edge_shows_its_evidence(visit: Any) -> None:
    page = visit(NEWSROOM)
    ends = "network.getPosition('mira'), network.getPosition('solvia')"
    click(page, f"((a, b) => ({{x: (a.x + b.x) / 2, y: (a.y + b.y) / 2}}))({ends})")
    for words in (
        "Mira Veld accused Solvia",
        "asserted",
        "Radio Meridian",
        "Flood warnings ignored",
        "2031-05-06",
    ):
        assert words in evidence(page)
    assert page.locator("#panel mark").inner_text() == "accused Solvia of ignoring the flood warnings"


def test_parallel_edges_are_kept_apart(visit: Any) -> None:
    page = visit(NEWSROOM)
    middles = page.evaluate(
        """["met-1", "met-2", "accused-2"].map((id) => {
             const {x, y} = network.body.edges[id].edgeType.getPoint(0.5);
             return [Math.round(x / 4), Math.round(y / 4)].join();
           })"""
    )
    assert len(set(middles)) == 3


def test_search_by_keyboard(visit: Any) -> None:
    page = visit(NEWSROOM)
    page.keyboard.press("/")
    page.keyboard.type("kardanian pres")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert evidence(page).startswith("← Overview Mira Veld Person")
    page.keyboard.press("Escape")
    assert "MOST TOLD OF" in evidence(page)


@pytest.mark.parametrize(
    ("query", "found"), [("dam will", 1), ("ORLAN", 1), ("nobody at all", 0), ("", 0), ("water", 4)]
)
def test_search_finds_names_words_and_topics(visit: Any, query: str, found: int) -> None:
    page = visit(NEWSROOM)
    page.locator("#search").fill(query)
    assert page.locator("#results button").count() == found


def test_legend_hides_and_shows(visit: Any) -> None:
    page = visit(NEWSROOM)
    button = page.locator("#legend button", has_text="Statement")
    for hidden, pressed in ((True, "false"), (False, "true")):
        button.click()
        assert page.evaluate("drawnNodes.get('gates').hidden") is hidden
        assert button.get_attribute("aria-pressed") == pressed


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_hostile_texts_are_harmless(visit: Any, scheme: str) -> None:
    page = visit(hostile(), HOSTILE, color_scheme=scheme)
    assert page.title().startswith("<script>alert(1)</script>")
    for what, id in (("node", "villain"), ("node", "evil"), ("edge", "evil-1"), ("node", "mira")):
        page.evaluate(f"select('{what}', '{id}', true)")
        assert "<script>alert(1)</script>" in evidence(page)
    page.locator("#search").fill("<script>")
    page.mouse.move(640, 400)
    assert page.locator("script").count() == 3
    assert page.locator("a[href^=javascript]").count() == 0


def test_drawing_opens_at_rest(visit: Any) -> None:
    page = visit(crowd(80, 250))
    where = "JSON.stringify(network.getPositions())"
    before = page.evaluate(where)
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate(where) == before
    assert page.evaluate("network.physics.physicsEnabled") is False


def test_empty_graph_says_so(visit: Any) -> None:
    assert "The graph is empty." in evidence(visit(Graph((), ())))
