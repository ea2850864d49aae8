"""The pack for Neo4j Browser: what is written, and what the real Browser on a real Neo4j makes of it."""

import base64
import re
import threading
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from newsroom import HOSTILE, NEWSROOM, hostile

from cypher import library
from cypher.database import Database, connect
from graph.browser import pack
from graph.browser.examples import Example, examples
from graph.model import LABELS, TYPES, GraphError
from tests.conftest import empty, fill
from tests.neo4j.server import Neo4j

CHROMIUM = Path("/usr/bin/chromium")
# Neo4j Browser asks for fonts and counts its users: nothing leaves this machine. Playwright's routes would
# answer for our server what a web browser asks before it fetches the guide.
HERE_ONLY = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", HERE_ONLY]
RULE = re.compile(r"(node|relationship)(?:\.(\w+))? \{([^}]*)\}")
STYLE = RULE.findall((pack.HERE / "style.grass").read_text(encoding="utf-8"))
DRAWINGS = sorted(path.stem for path in (library.FOLDER / "browser").glob("*.cypher"))
QUERY = library.parse("who-met", "// Who met?\n// name: the actor\nMATCH (a {name: $name}) RETURN a")


Examples = tuple[list[Example], list[Example]]


@pytest.fixture(scope="module")
def found(embedded: Database) -> Examples:
    """The examples of the hand-made graph. Neo4j gives the same, but plans each question for a second."""
    empty(embedded)
    fill(embedded, NEWSROOM)
    return examples(embedded)


@pytest.fixture(scope="module")
def newsroom(found: Examples, any_database: Database) -> Database:
    """The hand-made graph, to be read only."""
    empty(any_database)
    fill(any_database, NEWSROOM)
    return any_database


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_returns_nodes_and_relationships(newsroom: Database, found: Examples, name: str) -> None:
    given = {each.query.name: each for each in found[0]}[name]
    rows = newsroom.read(given.query.text, **given.parameters)
    assert rows
    assert any(isinstance(value, dict) for row in rows for value in row.values())


def test_each_example_question_is_answered(newsroom: Database, found: Examples) -> None:
    assert len(found[1]) >= 12
    for each in found[1]:
        assert newsroom.read(each.query.text, **each.parameters), each.sentence


def test_the_pack_is_written_the_same_each_time(found: Examples, tmp_path: Path) -> None:
    for folder in ("one", "other"):
        pack.write(tmp_path / folder, *found)
    for name in pack.FILES:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "other" / name).read_bytes()
    with zipfile.ZipFile(tmp_path / "one" / "saved-queries.zip") as archive:
        names = archive.namelist()
        assert "onrecord drawings/who-met-whom.cypher" in names
        assert all(archive.read(name).startswith(b"// ") for name in names)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("kept")
    with pytest.raises(GraphError, match=re.escape(str(tmp_path / "file"))):
        pack.write(tmp_path / "file", [], [])


def test_an_empty_graph_has_nothing_to_ask(database: Database) -> None:  # it empties what is read above
    with pytest.raises(GraphError, match="Read articles first"):
        examples(database)


def test_a_hostile_graph_gives_a_pack(embedded: Database, tmp_path: Path) -> None:
    empty(embedded)
    fill(embedded, hostile())
    pack.write(tmp_path, *examples(embedded))
    assert "<script>" not in (tmp_path / "guide.html").read_text(encoding="utf-8")


def test_the_style_names_labels_and_types_of_the_model() -> None:
    assert {name for kind, name, _ in STYLE if kind == "node"} <= {"", *LABELS}
    assert {name for kind, name, _ in STYLE if kind == "relationship"} <= {"", *TYPES}
    order = [name for kind, name, _ in STYLE if kind == "node"]
    assert order.index("Actor") < order.index("Person"), "the later rule wins, and a Person is an Actor"


@pytest.mark.parametrize("rule", [body for _, _, body in STYLE])
def test_the_style_can_be_read_by_neo4j_browser(rule: str) -> None:
    # It cuts at every semicolon and takes what stands between the first and the second colon
    for line in filter(None, (line.strip() for line in rule.split(";"))):
        assert line.count(":") == 1, line


def test_a_saved_query_begins_with_its_name_and_its_parameters() -> None:
    saved = pack.saved(Example("Who met Mira Veld?", QUERY, {"name": 'the "Owl"'}))
    assert saved.splitlines() == [
        "// Who met Mira Veld?",
        "// first run",
        '//   :param name => "the \\"Owl\\"";',
        "MATCH (a {name: $name}) RETURN a",
    ]


def test_hostile_names_are_text_in_the_guide() -> None:
    guide = pack.guide([Example(HOSTILE, QUERY, {"name": HOSTILE})], [])
    assert "<script>" not in guide
    assert "&lt;script&gt;alert(1)" in guide


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """Where a folder with a guide and another file is served."""
    (tmp_path / "guide.html").write_text("a guide")
    (tmp_path / "secret.txt").write_text("a secret")
    with pack.serve(tmp_path, 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_the_guide_is_served_to_pages_of_any_origin(served: str) -> None:
    with urllib.request.urlopen(f"{served}/guide.html?again") as response:
        assert response.read() == b"a guide"
        assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_a_web_browser_may_ask_for_a_guide_that_is_not_cached(served: str) -> None:
    asked = urllib.request.Request(f"{served}/guide.html", method="OPTIONS")
    with urllib.request.urlopen(asked) as response:
        assert response.status == 204
        assert response.headers["Access-Control-Allow-Headers"] == "*"


@pytest.mark.parametrize("path", ["/", "/secret.txt", "/../secret.txt", "/.", "/guide.html/"])
def test_nothing_else_is_served(served: str, path: str) -> None:
    with pytest.raises(urllib.error.HTTPError, match="404") as caught:
        urllib.request.urlopen(served + path)
    caught.value.close()


def test_a_port_that_is_taken_is_named(served: str, tmp_path: Path) -> None:
    port = urlsplit(served).port
    assert port
    with pytest.raises(GraphError, match=f"port {port}"):
        pack.serve(tmp_path, port)


def test_the_address_opens_neo4j_browser_with_the_guide() -> None:
    assert pack.address("http://localhost:7474/browser/", 8473) == (
        "http://localhost:7474/browser/?cmd=guide&arg=http%3A%2F%2Flocalhost%3A8473%2Fguide.html"
    )


@pytest.fixture(scope="module")
def packed(found: Examples, neo4j_server: Neo4j, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pack of a Neo4j that holds the newsroom."""
    folder = tmp_path_factory.mktemp("pack")
    with connect(neo4j_server.uri, neo4j_server.user, neo4j_server.password) as database:
        database.schema()
        empty(database)
        fill(database, NEWSROOM)
    pack.write(folder, *found)
    return folder


@pytest.fixture
def opened(neo4j_server: Neo4j, packed: Path) -> Iterator[Any]:
    """Neo4j Browser, connected to that Neo4j, the guide open beside the editor."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM.exists():
        pytest.skip(f"no Chromium at {CHROMIUM}")
    with pack.serve(packed, 0) as server, playwright.sync_playwright() as started:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        chromium = started.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        page = chromium.new_page(viewport={"width": 1400, "height": 1000})
        page.set_default_timeout(120_000)
        bolt = neo4j_server.uri.replace("bolt://", f"bolt://{neo4j_server.user}@")
        page.goto(f"{pack.address(neo4j_server.browser, server.server_port)}&dbms={bolt}&db=neo4j")
        page.locator("input[type=password]").fill(neo4j_server.password)
        page.locator("[data-testid=connect]").click()
        page.get_by_text("You are connected as user").wait_for()
        yield page
        chromium.close()
        server.shutdown()


def run(page: Any, question: str) -> Any:
    """Run a query of the guide, with its parameters; the frame with its result."""
    while not page.locator("h4", has_text=question).is_visible():
        page.locator("[data-testid=guideNextSlide]").click()
    title = page.locator("h4", has_text=question)
    parameters = title.locator("xpath=following-sibling::p[1]/a")
    number = (parameters.get_attribute("data-exec") or "").count("=>")
    parameters.click()
    done = page.locator("[data-testid=frame]", has_text=":param").first
    done.wait_for()
    if number > 1:
        done.locator("[data-testid=multi-statement-list-title] .fa-check-square-o").nth(number - 1).wait_for()
    query = title.locator("xpath=following-sibling::figure[1]/pre")
    words = query.inner_text().strip().splitlines()[0]
    query.click()
    page.locator("[data-testid=editor-Run]").click()
    frame = page.locator("[data-testid=frame]", has_text=words.strip()[:30]).first
    frame.wait_for()
    return frame


def drop(page: Any, path: Path) -> None:
    """Drop a file on the window."""
    page.evaluate(
        """([data, name]) => {
             const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
             const transfer = new DataTransfer();
             transfer.items.add(new File([bytes], name));
             document.querySelector(".filedrop").dispatchEvent(
               new DragEvent("drop", {bubbles: true, cancelable: true, dataTransfer: transfer}));
           }""",
        [base64.b64encode(path.read_bytes()).decode(), path.name],
    )


def test_neo4j_browser_draws_who_commented_on_a_topic(opened: Any) -> None:
    opened.locator("[data-exec^=style]").click()
    frame = run(opened, "Who commented on a topic?")
    frame.locator("g.node").first.wait_for()
    captions = " ".join(frame.locator("g.node").all_text_contents())
    for words in ("Mira Veld", "Tomas Orlan", "Solvia", "the gates of the dam"):
        assert words.replace(" ", "") in captions.replace(" ", "").replace("\n", "")
    assert "said" in " ".join(frame.locator("g.relationship").all_text_contents())
    colours = frame.locator("g.node circle.b-outline").evaluate_all(
        "(all) => all.map((each) => each.getAttribute('fill'))"
    )
    assert {"#2563b8", "#eef1f5", "#15803d"} <= set(colours)
    frame.get_by_text("Table", exact=True).click()
    frame.get_by_text("Veld said that “the gates of the dam will stay open").first.wait_for()


def test_neo4j_browser_answers_a_question_with_rows(opened: Any) -> None:
    frame = run(opened, "Who commented on dam?")
    frame.locator("[role=row]").first.wait_for()
    assert "Mira Veld" in frame.inner_text()
    assert "the gates of the dam will stay open" in frame.inner_text()


def test_neo4j_browser_takes_the_files_that_are_dropped_on_it(opened: Any, packed: Path) -> None:
    drop(opened, packed / "style.grass")
    opened.locator("[data-testid=frame]", has_text="accused, {modality}").wait_for()
    drop(opened, packed / "saved-queries.zip")
    opened.locator("[data-testid=navigationFavorites]").click()
    opened.get_by_text("onrecord drawings").click()
    opened.get_by_text("Who met whom, would meet, would not meet?").wait_for()
