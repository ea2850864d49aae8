"""Make the pictures of the docs with the program itself, out of its sample articles: python docs/pictures.py

Needs Chromium at /usr/bin/chromium and playwright; for the picture of Neo4j Browser also Java and Maven.
"""

import re
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Browser, sync_playwright
from rich.console import Console

if TYPE_CHECKING:
    from tests.neo4j.server import Neo4j

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

ACTOR = "Ilian Maresh"
QUESTION = "Who commented on Maresh's mandate?"
# Neo4j Browser asks for fonts and counts its users: nothing leaves this machine
HERE_ONLY = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", HERE_ONLY]


def main() -> None:
    """Write show.png, ask.png, page.png, focus.png and browser.png beside this file."""
    from cypher import server
    from cypher.database import connect
    from cypher.questions import answer
    from extract.articles import read_articles
    from extract.pipeline import extract
    from graph import growth, snapshot, subgraph
    from graph.browser import pack
    from graph.browser.examples import examples
    from graph.terminal import print_answer, print_subgraph
    from tests.neo4j.server import Neo4j

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        home, page, neo4j = Path(folder) / "home", Path(folder) / "page.html", Path(folder) / "neo4j"
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        try:
            with connect(home=home) as database:
                articles = read_articles([str(ROOT / "extract" / "samples")], print)
                extracted = list(extract(articles))
                growth.load(database, extracted)
                short = subgraph.around(database, ACTOR, kinds=["met", "accused"], limit=6)
                found = answer(database, QUESTION).to_json()
                snapshot.write(subgraph.around(database, ACTOR), page, ACTOR)
        finally:
            server.stop(home)
        terminal(
            browser,
            "show",
            f'onrecord show "{ACTOR}" --met --accused',
            lambda console: print_subgraph(console, short, short.nodes[0].id),
        )
        terminal(browser, "ask", f'onrecord ask "{QUESTION}"', lambda console: print_answer(console, found))
        view = browser.new_page(viewport={"width": 1120, "height": 700})
        view.goto(page.as_uri())
        view.locator("#panel .names button").first.click()
        view.wait_for_timeout(1000)
        view.screenshot(path=ROOT / "docs" / "page.png")
        view.emulate_media(color_scheme="dark")
        view.keyboard.press("f")
        view.wait_for_timeout(1000)
        view.screenshot(path=ROOT / "docs" / "focus.png")
        with Neo4j(neo4j) as running, connect(running.uri, running.user, running.password) as database:
            growth.load(database, extracted)
            pack.write(Path(folder), *examples(database))
            neo4j_browser(browser, running, Path(folder))


def neo4j_browser(browser: Browser, running: "Neo4j", folder: Path) -> None:
    """Neo4j Browser with the guide, and what the query of a drawing shows in it."""
    from graph.browser import pack

    with pack.serve(folder, 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        view = browser.new_page(viewport={"width": 1200, "height": 760})
        view.set_default_timeout(120_000)
        bolt = running.uri.replace("bolt://", f"bolt://{running.user}@")
        view.goto(f"{pack.address(running.browser, server.server_port)}&dbms={bolt}&db=neo4j")
        view.locator("input[type=password]").fill(running.password)
        view.locator("[data-testid=connect]").click()
        view.get_by_text("You are connected as user").wait_for()
        view.locator("[data-exec^=style]").click()
        title = view.locator("h4", has_text="Who met whom, would meet")
        while not title.is_visible():
            view.locator("[data-testid=guideNextSlide]").click()
        title.locator("xpath=following-sibling::figure[1]/pre").click()
        view.locator("[data-testid=editor-Run]").click()
        view.locator("g.node").first.wait_for()
        view.locator("[data-testid=frame-Fullscreen], [title*=ullscreen]").nth(1).click()
        view.wait_for_timeout(6000)
        view.screenshot(path=ROOT / "docs" / "browser.png")
        server.shutdown()


def terminal(browser: Browser, name: str, title: str, show: Callable[[Console], None]) -> None:
    """What a command prints, as a picture."""
    with Path("/dev/null").open("w") as nowhere:
        console = Console(record=True, width=104, file=nowhere, force_terminal=True)
        show(console)
    svg = re.sub(r"@font-face \{.*?\}", "", console.export_svg(title=title), flags=re.DOTALL)
    view = browser.new_page(viewport={"width": 900, "height": 600})
    view.set_content(f'<body style="margin: 0">{svg.replace("Fira Code", "DejaVu Sans Mono")}')
    view.locator("svg").first.screenshot(path=ROOT / "docs" / f"{name}.png")


if __name__ == "__main__":
    main()
