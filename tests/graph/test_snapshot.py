"""The page: what is written, and what headless Chromium makes of it."""

import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from newsroom import HOSTILE, NEWSROOM, TREATY, crowd, edge, hostile, told

from graph import snapshot
from graph.layout import positions
from graph.model import Edge, Graph, GraphError, Node

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


def rest(page: Any) -> None:
    """Wait until what was asked of the page is drawn."""
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


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
    ("query", "found"), [("dam will", 1), ("ORLAN", 4), ("nobody at all", 0), ("", 0), ("water", 5)]
)
def test_search_finds_names_words_and_topics(visit: Any, query: str, found: int) -> None:
    page = visit(NEWSROOM)
    page.locator("#search").fill(query)
    assert page.locator("#results [role=option]").count() == found


def drawn(page: Any) -> set[str]:
    """Ids of the nodes and lines that are not hidden."""
    return set(
        page.evaluate(
            "[...drawnNodes.get(), ...drawnEdges.get()].filter((each) => !each.hidden).map(({id}) => id)"
        )
    )


@pytest.mark.parametrize(
    ("key", "gone", "stays"),
    [
        (
            "Statement said",
            {"gates", "sign", "warned", "SAID-mira-gates", "DENIES-never-warned"},
            {"never", "met-1"},
        ),
        ("Statement denied", {"never", "DENIES-never-warned"}, {"warned", "accused-2"}),
        ("MET planned", {"met-2"}, {"met-1", "accused-1"}),
        ("MET happened", {"met-1"}, {"met-2", "talks"}),
        ("ACCUSED denied", {"accused-2"}, {"accused-1", "met-1"}),
        (
            "Place",
            {"solvia", "lent", "kardania", "accused-1", "ABOUT-sign-solvia"},
            {"mira", "gates", "talks"},
        ),
        ("Event", {"talks", "lent"}, {"mira", "kardania"}),
    ],
)
def test_legend_hides_and_shows(visit: Any, key: str, gone: set[str], stays: set[str]) -> None:
    page = visit(NEWSROOM)
    before = drawn(page)
    assert gone | stays <= before
    button = page.locator(f"#legend button[data-key='{key}']")
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    assert not gone & drawn(page)
    assert stays <= drawn(page)
    button.click()
    assert drawn(page) == before


def test_outlets_are_chosen(visit: Any) -> None:
    page = visit(NEWSROOM)
    page.locator("#outlets summary").click()
    page.get_by_label("Radio Meridian").uncheck()
    assert not {"warned", "never", "accused-1", "basin"} & drawn(page)
    assert {"gates", "met-1", "met-2"} <= drawn(page)
    assert "8 of 11 nodes" in page.locator("#count").inner_text()
    page.get_by_role("button", name="Reset").click()
    assert "accused-1" in drawn(page)


@pytest.mark.parametrize(
    ("end", "key", "gone", "stays"),
    [
        ("from", "ArrowRight", {"gates", "met-1", "talks"}, {"never", "met-2", "accused-1"}),
        ("to", "ArrowLeft", {"met-2"}, {"gates", "met-1", "accused-1"}),
        ("to", "Home", {"met-2", "accused-1", "warned"}, {"gates", "met-1", "talks"}),
    ],
)
def test_dates_slide_by_keyboard(visit: Any, end: str, key: str, gone: set[str], stays: set[str]) -> None:
    page = visit(NEWSROOM)
    page.locator(f"#{end}").press(key)
    rest(page)
    assert not gone & drawn(page)
    assert stays <= drawn(page)
    assert (
        page.locator(f"#{end}").get_attribute("aria-valuetext") in page.locator("#dates .days").inner_text()
    )


def test_panel_counts_what_the_filters_hide(visit: Any) -> None:
    page = visit(NEWSROOM)
    page.evaluate("select('node', 'mira', true)")
    assert "MET 2" in evidence(page)
    page.locator("#legend button[data-key='MET planned']").click()
    assert "MET 1" in evidence(page)
    assert "1 more hidden by the filters" in evidence(page)


def graded() -> Graph:
    def grade(edge: Edge) -> Edge:
        return Edge(edge.id, edge.type, edge.source, edge.target, {**edge.properties, "grade": "likely"})

    return Graph(
        NEWSROOM.nodes, tuple(grade(edge) if edge.id == "met-2" else edge for edge in NEWSROOM.edges)
    )


def test_what_is_only_likely_says_so_and_can_be_left_out(visit: Any) -> None:
    page = visit(graded())
    page.evaluate("select('edge', 'met-2')")
    assert "likely" in evidence(page)
    page.get_by_label("Only what is sure").check()
    assert "met-2" not in drawn(page)
    assert "met-1" in drawn(page)


def test_focus_shows_an_actor_and_who_is_one_or_two_steps_away(visit: Any) -> None:
    page = visit(NEWSROOM)
    page.evaluate("select('node', 'lent', true)")
    page.get_by_role("button", name="Focus on Lent").click()
    one = drawn(page)
    assert {"lent", "talks", "mira", "orlan"} <= one
    assert not {"basin", "kardania", "gates"} & one
    page.get_by_role("button", name="2 steps").click()
    assert {"gates", "solvia"} <= drawn(page)
    page.keyboard.press("Escape")
    assert {"basin", "kardania"} <= drawn(page)
    assert page.locator("#focus").is_hidden()


def test_focus_places_the_actor_in_the_middle(visit: Any) -> None:
    page = visit(crowd(60, 90))
    page.evaluate("select('node', 'a1', true)")
    page.keyboard.press("f")
    places = page.evaluate(
        "network.getPositions(drawnNodes.get().filter((node) => !node.hidden).map(({id}) => id))"
    )
    assert places["a1"] == {"x": 0, "y": 0}
    assert len({(at["x"], at["y"]) for at in places.values()}) == len(places) > 5


def test_tellings_of_one_kind_are_one_line(visit: Any) -> None:
    again = told("MET", "met-3", "mira", "orlan", "happened", "met", "They met once more.", TREATY)
    page = visit(Graph(NEWSROOM.nodes, (*NEWSROOM.edges, again)))
    assert "met-3" not in drawn(page)
    page.evaluate("select('edge', 'met-1')")
    assert "They met once more." in evidence(page)
    assert "Veld and Orlan met" in evidence(page)


def test_many_statements_are_lines_between_actors(visit: Any) -> None:
    page = visit(crowd(80, 250))
    assert not {id for id in drawn(page) if id.startswith("s")}
    line = page.evaluate(
        "drawnEdges.get().find((each) => !each.hidden && edges.get(each.id).kind === 'SPOKE').id"
    )
    page.evaluate(f"select('edge', '{line}')")
    assert page.locator("#panel .card").count() >= 1
    page.get_by_label("Statements as lines").uncheck()
    assert {"s0", "s1"} <= drawn(page)
    assert line not in drawn(page)


def test_an_article_shows_all_it_tells(visit: Any) -> None:
    page = visit(NEWSROOM)
    page.evaluate("select('edge', 'accused-1')")
    page.locator("#panel").get_by_role("button", name="Flood warnings ignored").click()
    for words in (
        "Radio Meridian · 2031-05-06 · articles/2.txt",
        "ACCUSED 2",
        "SAID 2",
        "any warning had reached him",
    ):
        assert words in evidence(page)


def test_a_link_opens_the_article_at_the_words(visit: Any) -> None:
    page = visit(NEWSROOM)
    page.evaluate("select('edge', 'accused-1')")
    link = page.locator("#panel a").get_attribute("href")
    assert link == (
        "https://news.example/2#:~:text=accused%20Solvia%20of%20ignoring%20the%20flood%20warnings"
    )


def test_everything_is_told_without_the_drawing(visit: Any) -> None:
    page = visit(NEWSROOM)
    assert page.get_by_role("img").get_attribute("aria-label")
    for role in ("banner", "main", "complementary", "search", "status"):
        assert page.get_by_role(role).count() == 1
    nameless = page.evaluate(
        """[...document.querySelectorAll("button, input, summary, a")].filter((each) =>
             !(each.textContent.trim() || each.getAttribute("aria-label") || each.closest("label")))
             .map((each) => each.outerHTML)"""
    )
    assert nameless == []
    page.get_by_role("complementary").get_by_role("button", name="Mira Veld").press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Mira Veld"


def test_printed_in_the_light_colours_with_its_evidence(visit: Any) -> None:
    page = visit(NEWSROOM, color_scheme="dark")
    page.evaluate("select('node', 'mira', true)")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("drawnNodes.get('mira').color.background") == "#2563b8"
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator("#find").is_hidden()
    assert page.locator("#panel .card").first.is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("drawnNodes.get('mira').color.background") == "#6ea8fe"


@pytest.mark.parametrize("width", [390, 820, 1280])
def test_nothing_sticks_out_of_the_window(visit: Any, width: int) -> None:
    page = visit(hostile(), HOSTILE)
    page.set_viewport_size({"width": width, "height": 800})
    page.evaluate("select('node', 'villain', true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


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
    rest(page)
    assert page.evaluate(where) == before
    assert page.evaluate("network.physics.physicsEnabled") is False


def test_empty_graph_says_so(visit: Any) -> None:
    assert "The graph is empty." in evidence(visit(Graph((), ())))
