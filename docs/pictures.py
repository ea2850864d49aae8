"""Make the pictures of README with the program itself, out of its sample articles: python docs/pictures.py

Needs Chromium at /usr/bin/chromium and playwright.
"""

import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from rich.console import Console

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

ACTOR = "Ilian Maresh"
QUESTION = "Who commented on Maresh's mandate?"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def main() -> None:
    """Write show.png, ask.png and page.png beside this file."""
    from cypher import server
    from cypher.database import connect
    from cypher.questions import answer
    from extract.articles import read_articles
    from extract.pipeline import extract
    from graph import growth, snapshot, subgraph
    from graph.terminal import print_answer, print_subgraph

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        home, page = Path(folder) / "home", Path(folder) / "page.html"
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        try:
            with connect(home=home) as database:
                articles = read_articles([str(ROOT / "extract" / "samples")], print)
                growth.load(database, extract(articles))
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
