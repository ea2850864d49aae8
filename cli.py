"""onrecord: news articles in, a knowledge graph of who said what out, with its evidence.

Every command stands here: it parses, calls, prints. Results go to stdout, progress and errors to stderr.
"""

import contextlib
import dataclasses
import functools
import inspect
import itertools
import json
import os
import shlex
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import ExitStack, closing
from importlib import resources
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from cypher.database import Database
    from extract.annotation import Article, ArticleError, Extraction
    from graph.archive import Choose, Outcome

app = typer.Typer(
    name="onrecord",
    help="News articles in; who said what, who met whom, who accused whom out, with the words that hold it.",
    epilog="Begin with: onrecord demo",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Home = Annotated[
    Path | None,
    typer.Option(
        "--home",
        envvar="ONRECORD_HOME",
        help="Folder of the embedded database.",
        show_default="user data folder",
    ),
]
Uri = Annotated[
    str | None,
    typer.Option(
        "--uri",
        envvar="ONRECORD_URI",
        help="A Neo4j server, such as bolt://localhost:7687.",
        show_default="embedded",
    ),
]
User = Annotated[str, typer.Option("--user", envvar="ONRECORD_USER", help="User of the Neo4j server.")]
Password = Annotated[
    str, typer.Option("--password", envvar="ONRECORD_PASSWORD", help="Its password.", show_default=False)
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, for machines.")]
Limit = Annotated[int, typer.Option("--limit", min=1, help="At most so many of each kind.")]
Since = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", help="Only articles from then on: 2025-08-01, 2025-08 or 2025."),
]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Only articles up to then.")]
Outlet = Annotated[
    list[str] | None,
    typer.Option("--outlet", help="Only articles of this outlet, or a part of its name. May be repeated."),
]
First = Annotated[str, typer.Argument(help="An actor, by any name the articles use.")]
Second = Annotated[str, typer.Argument(help="Another, or another name of the same.")]
_SOURCES = typer.Argument(
    help="Files (.txt .md .html .jsonl .warc), folders, addresses of pages and feeds, - for stdin.",
    show_default=False,
)
Paths = Annotated[list[str], _SOURCES]
MaybePaths = Annotated[list[str] | None, _SOURCES]
Fields = Annotated[
    list[str] | None,
    typer.Option(
        "--jsonl",
        metavar="FIELD=KEY",
        help="Where .jsonl has text, title, source, url, published: text=story.body. May be repeated.",
    ),
]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers",
        min=1,
        help="Processes that read, each with 0.5 GB.",
        show_default="one a core",
    ),
]
Private = Annotated[
    bool, typer.Option("--private", help="Also fetch from addresses of this machine and its network.")
]


def with_database(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command --home, --uri, --user and --password, and an open Database as its first argument."""
    parameters = list(inspect.signature(command).parameters.values())[1:]
    connection = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
        for name, default, annotation in (
            ("home", None, Home), ("uri", None, Uri), ("user", "neo4j", User), ("password", "", Password),
        )
    ]  # fmt: skip

    @functools.wraps(command)
    def connected(
        *args: Any, home: Path | None, uri: str | None, user: str, password: str, **options: Any
    ) -> None:
        from cypher.database import connect

        if options.get("engine") == "ray":  # it writes files
            command(None, *args, **options)
            return
        with connect(uri=uri, user=user, password=password, home=home) as database:
            command(database, *args, **options)

    connected.__signature__ = inspect.Signature([*parameters, *connection])  # type: ignore[attr-defined]
    connected.__annotations__ = {
        parameter.name: parameter.annotation for parameter in (*parameters, *connection)
    }
    return connected


@app.command(epilog="Example: onrecord read articles/ more.html")
@with_database
def read(
    database: "Database",
    paths: MaybePaths = None,
    fields: Fields = None,
    private: Private = False,
    workers: Workers = None,
    engine: Annotated[
        Literal["local", "ray"],
        typer.Option("--engine", help="Who reads: this machine, or Ray, into Parquet files."),
    ] = "local",
    out: Annotated[Path | None, typer.Option("--out", help="Folder that Ray writes to, for load.")] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Without paths: all that an older version of onrecord read.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Make the graph hold what articles say now. One that it holds so already changes nothing."""
    from extract.identity import located
    from extract.version import reader
    from graph import archive

    if not paths and not again:
        raise typer.BadParameter("give files, folders or addresses, or --again")
    if (engine == "ray") != (out is not None):
        raise typer.BadParameter("--engine ray and --out go together")
    if out is not None:
        from extract import cluster, records
        from extract import workers as processes

        cluster.read(paths or [], out, records.fields(fields or ()), workers or processes.cores())
        print(f"onrecord load {shlex.quote(str(out))}", file=sys.stderr)
        return
    sources, skipped = archive.older(database, reader()) if not paths else (located(paths), [])
    for lost in skipped:
        complain(f"skipped {lost}")
    with ExitStack() as open_:

        def extracted(chosen: "Choose") -> "Iterator[Extraction]":
            found = extractions(sources, skipped, fields, private, workers, chosen)
            return open_.enter_context(closing(found))

        done = archive.read(database, extracted, reader(), sources, skipped)
    if as_json:
        outcome = dataclasses.asdict(done) | {"skipped": [str(error) for error in skipped]}
        print(json.dumps(outcome, ensure_ascii=False))
    else:
        print(summary(done), file=sys.stderr)
    finish(skipped)


@app.command(epilog="Example: onrecord load extracted/")
@with_database
def load(
    database: "Database",
    tables: Annotated[list[str], typer.Argument(help="Parquet files, or folders of them.")],
    as_json: Json = False,
) -> None:
    """Load what read --engine ray wrote into the graph. Loading it again changes nothing."""
    from extract.tables import read_tables
    from graph import growth
    from graph.archive import Outcome

    skipped: list[ArticleError] = []
    loaded: Counter[str] = Counter()
    for reader, rows in itertools.groupby(read_tables(tables, skipping(skipped)), itemgetter(0)):
        loaded.update(growth.load(database, (extraction for _, extraction in rows), reader))
    done = Outcome(loaded, 0, 0)
    if as_json:
        print(
            json.dumps({"loaded": loaded, "skipped": [str(error) for error in skipped]}, ensure_ascii=False)
        )
    else:
        print(summary(done), file=sys.stderr)
    finish(skipped)


@app.command(epilog="Example: onrecord withdraw https://example.org/story")
@with_database
def withdraw(
    database: "Database",
    article: Annotated[str, typer.Argument(help="Its id or address, or the file or folder it came from.")],
) -> None:
    """Take an article out of the graph, and whatever only it held."""
    from graph import archive
    from graph.terminal import clean

    for title in archive.withdraw(database, article):
        print(f"withdrew {clean(title)}", file=sys.stderr)


@app.command(epilog="Example: onrecord articles")
@with_database
def articles(database: "Database", as_json: Json = False) -> None:
    """List the articles: when they were read, by which version; and what could not be read."""
    from graph import archive
    from graph.terminal import print_rows

    rows = archive.listing(database)
    if as_json:
        print(json.dumps(rows, ensure_ascii=False))
    else:
        print_rows(console(), rows)


@app.command(epilog="Example: onrecord check")
@with_database
def check(database: "Database", as_json: Json = False) -> None:
    """Check that the graph is true to its articles, and print a digest of all that it holds."""
    from graph import check
    from graph.terminal import print_rows

    flaws = [dataclasses.asdict(flaw) for flaw in check.flaws(database)]
    digest = check.digest(database)
    if as_json:
        print(json.dumps({"digest": digest, "flaws": flaws}, ensure_ascii=False))
    else:
        print(digest)
        if flaws:
            print_rows(console(), flaws)
    finish(flaws)


@app.command(epilog="Example: onrecord extract articles/ > extracted.jsonl")
def extract(
    paths: Paths,
    sure: Annotated[
        bool, typer.Option("--sure", help="Only statements, meetings and accusations that are sure.")
    ] = False,
    fields: Fields = None,
    private: Private = False,
    workers: Workers = None,
) -> None:
    """Print what articles say as JSON Lines, one object an article. Needs no database."""
    from extract.record import only_sure, record
    from graph.rewriting import resolved

    skipped: list[ArticleError] = []
    with closing(extractions(paths, skipped, fields, private, workers)) as found:
        for extraction in resolved(found):
            print(json.dumps(record(only_sure(extraction) if sure else extraction), ensure_ascii=False))
    finish(skipped)


@app.command(epilog="""Example: onrecord ask "who commented on Zelensky's legitimacy?" """)
@with_database
def ask(
    database: "Database",
    question: Annotated[
        str | None,
        typer.Argument(
            help="In English, in quotation marks; - reads one a line from stdin.", show_default="a prompt"
        ),
    ] = None,
    as_json: Json = False,
    cypher: Annotated[bool, typer.Option("--cypher", help="Show the query that was run.")] = False,
    why: Annotated[bool, typer.Option("--why", help="Show how the question was understood.")] = False,
) -> None:
    """Answer a question with rows that quote, or say why not. Without one, a prompt for many."""
    from cypher.questions import answer
    from graph.terminal import print_answer, print_query, print_steps

    for asked in lines(question) if question or not sys.stdin.isatty() else typed(database):
        found = answer(database, asked)
        if as_json:
            print(json.dumps(found.to_json(), ensure_ascii=False, default=str))
            continue
        if why:
            print_steps(console(), found.to_json())
        print_answer(console(), found.to_json())
        if cypher and found.cypher:
            print_query(console(), found.cypher, found.parameters)


@app.command(epilog='Example: onrecord show "Vladimir Putin" --met')
@with_database
def show(
    database: "Database",
    name: Annotated[str | None, typer.Argument(help="An actor, by any name the articles use.")] = None,
    said: Annotated[bool, typer.Option("--said", help="What it said, and what was said of it.")] = False,
    met: Annotated[bool, typer.Option("--met", help="Whom it met, would meet, would not meet.")] = False,
    accused: Annotated[bool, typer.Option("--accused", help="Whom it accused, and who accused it.")] = False,
    events: Annotated[bool, typer.Option("--events", help="What it took part in.")] = False,
    between: Annotated[
        tuple[str, str] | None,
        typer.Option("--between", metavar="A B", help="What is told between two actors."),
    ] = None,
    depth: Annotated[
        int, typer.Option("--depth", min=1, max=4, help="2: also what is told of its neighbours; and so on.")
    ] = 1,
    since: Since = None,
    until: Until = None,
    outlet: Outlet = None,
    modality: Annotated[
        list[str] | None,
        typer.Option(
            "--modality",
            help="Only what happened, is planned, proposed, unlikely, denied or asserted. May be repeated.",
        ),
    ] = None,
    limit: Limit = 50,
    as_json: Json = False,
) -> None:
    """Print what is told of an actor, or between two, as a tree."""
    from graph import subgraph
    from graph.terminal import print_subgraph

    if (name is None) == (between is None):
        raise typer.BadParameter("give the name of one actor, or --between with two")
    chosen = {"said": said, "met": met, "accused": accused, "events": events}
    kinds = [kind for kind in subgraph.KINDS if chosen[kind]] or None
    only = subgraph.Only(since, until, outlet or (), modality or ())
    if between:
        graph = subgraph.between(database, *between, kinds=kinds, limit=limit, only=only)
    else:
        assert name is not None  # noqa: S101 - one of the two is given
        graph = subgraph.around(database, name, kinds=kinds, limit=limit, only=only, depth=depth)
    if as_json:
        print(subgraph.to_json(graph))
    else:
        print_subgraph(console(), graph, graph.nodes[0].id, depth)


@app.command(epilog="Example: onrecord actors Zelensky")
@with_database
def actors(
    database: "Database",
    name: Annotated[str | None, typer.Argument(help="Only the actor of this name.")] = None,
    doubtful: Annotated[
        bool, typer.Option("--doubtful", help="The merges and non-merges nearest to the line, with reasons.")
    ] = False,
    limit: Limit = 50,
    as_json: Json = False,
) -> None:
    """List actors with their names, titles, counts and outlets; or which of them may be wrong."""
    from graph import doubts
    from graph.subgraph import find
    from graph.terminal import print_rows

    only = [find(database, name)] if name is not None else None
    if doubtful:
        rows = [
            dataclasses.asdict(doubt)
            for doubt in doubts.doubts(database)
            if only is None or only[0].properties["name"] in (doubt.means_a, doubt.means_b)
        ]
    else:
        rows = doubts.actors(database, [node.id for node in only] if only else None)
    if as_json:
        print(json.dumps(rows[:limit], ensure_ascii=False))
    else:
        print_rows(console(), rows[:limit])


@app.command(epilog='Example: onrecord same "Usama bin Ladin" "Osama bin Laden"')
@with_database
def same(database: "Database", a: First, b: Second) -> None:
    """Say that two actors are one. It outranks every rule, and stays when articles are read again."""
    from graph import judging

    judging.judge(database, "same", a, b)
    print(f"{a} and {b} are one; onrecord undo takes it back", file=sys.stderr)


@app.command(epilog='Example: onrecord different "Hunter Biden" Biden')
@with_database
def different(database: "Database", a: First, b: Second) -> None:
    """Say that two names mean two actors: each gets back what its articles tell of it."""
    from graph import judging

    judging.judge(database, "different", a, b)
    print(f"{a} and {b} are two; onrecord undo takes it back", file=sys.stderr)


@app.command(epilog="Example: onrecord undo")
@with_database
def undo(database: "Database") -> None:
    """Take the last judgement back."""
    from graph import judging

    last = judging.undo(database)[0]
    print(f"no longer {last.verdict}: {' and '.join(last.asked)}", file=sys.stderr)


@app.command(epilog="Example: onrecord judgements > judgements.jsonl")
@with_database
def judgements(
    database: "Database",
    file: Annotated[
        Path | None, typer.Option("--import", help="Take judgements in from this file instead.")
    ] = None,
) -> None:
    """Print the judgements as JSON Lines, or take some in."""
    from graph import growth, judging
    from graph.judgements import from_lines, to_lines
    from graph.model import GraphError

    if file is None:
        for line in to_lines(growth.judgements(database)):
            print(line)
        return
    try:
        taken = list(from_lines(file.read_text(encoding="utf-8").splitlines()))
    except (OSError, UnicodeDecodeError) as error:
        raise GraphError(f"{file} cannot be read: {error}") from None
    judging.keep(database, taken)
    print(f"{len(taken)} judgements", file=sys.stderr)


@app.command(epilog='Example: onrecord snapshot putin.html --about "Vladimir Putin"')
@with_database
def snapshot(
    database: "Database",
    out: Annotated[Path, typer.Argument(help="The HTML file to write.")],
    about: Annotated[str | None, typer.Option("--about", help="Only what is around this actor.")] = None,
    since: Since = None,
    until: Until = None,
    outlet: Outlet = None,
    limit: Limit = 100,
) -> None:
    """Write the graph as one HTML page; a click shows the evidence."""
    from graph import subgraph
    from graph.snapshot import write

    only = subgraph.Only(since, until, outlet or ())
    if about:
        graph = subgraph.around(database, about, limit=limit, only=only)
    else:
        graph = subgraph.whole(database, limit=limit, only=only)
    write(graph, out, about or "onrecord")
    print(f"{out}: {len(graph.nodes)} nodes, {len(graph.edges)} edges", file=sys.stderr)


@app.command(epilog="Example: onrecord browser onrecord-browser --serve")
@with_database
def browser(
    database: "Database",
    folder: Annotated[Path, typer.Argument(help="The folder to write into.")] = Path("onrecord-browser"),
    served: Annotated[bool, typer.Option("--serve", help="Serve the guide until Ctrl-C.")] = False,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="Where to serve it.")] = 8473,
    at: Annotated[str, typer.Option("--browser", help="Address of Neo4j Browser.")] = (
        "http://localhost:7474/browser/"
    ),
) -> None:
    """Write a style, saved queries and a guide for Neo4j Browser, with questions that this graph answers."""
    from graph.browser import pack
    from graph.browser.examples import examples

    drawings, answered = examples(database)
    pack.write(folder, drawings, answered)
    print(
        f"{folder}: {len(drawings)} drawings, {len(answered)} questions; README.md says how", file=sys.stderr
    )
    if served:
        with pack.serve(folder, port) as running:
            print(pack.address(at, running.server_port), flush=True)
            print("Open it in a web browser. Ctrl-C stops the guide.", file=sys.stderr)
            with contextlib.suppress(KeyboardInterrupt):
                running.serve_forever()


@app.command(epilog="Example: onrecord export --neo4j-import import/")
@with_database
def export(
    database: "Database",
    jsonl: Annotated[Path | None, typer.Option("--jsonl", help="JSON Lines, into this file.")] = None,
    csv: Annotated[
        Path | None, typer.Option("--csv", help="A CSV file a label and type, into a folder.")
    ] = None,
    graphml: Annotated[Path | None, typer.Option("--graphml", help="GraphML, into this file.")] = None,
    neo4j: Annotated[
        Path | None, typer.Option("--neo4j-import", help="What neo4j-admin imports, into a folder.")
    ] = None,
) -> None:
    """Write the whole graph to files, or as JSON Lines to stdout."""
    from graph import formats
    from graph.export import write_json_lines

    chosen: dict[formats.Form, Path | None] = {"jsonl": jsonl, "csv": csv, "graphml": graphml, "neo4j": neo4j}
    asked = [(form, out) for form, out in chosen.items() if out is not None]
    if len(asked) > 1:
        raise typer.BadParameter("name one form to export to")
    if not asked:
        write_json_lines(database, sys.stdout)
        return
    [(form, out)] = asked
    nodes, edges = formats.write(database, form, out)
    print(f"{out}: {nodes} nodes, {edges} edges", file=sys.stderr)
    if form == "neo4j":
        print(
            f"cd {shlex.quote(str(out))} && neo4j-admin database import full neo4j @{formats.ARGUMENTS}",
            file=sys.stderr,
        )


@app.command(epilog='Example: onrecord cypher "MATCH (p:Person)-[:SAID]->(s) RETURN p.name, count(s)"')
@with_database
def cypher(
    database: "Database",
    query: Annotated[str, typer.Argument(help="A query that reads; - reads it from stdin.")],
    as_json: Json = False,
) -> None:
    """Run a Cypher query; one that writes is refused."""
    from graph.terminal import print_rows

    rows = database.read(sys.stdin.read() if query == "-" else query)
    if as_json:
        print(json.dumps(rows, ensure_ascii=False, default=str))
    else:
        print_rows(console(), rows)


@app.command(epilog="Example: onrecord questions")
def questions(as_json: Json = False) -> None:
    """List the questions that can be asked."""
    from cypher import library
    from graph.terminal import print_questions

    known = library.questions()
    if as_json:
        print(json.dumps([dataclasses.asdict(query) for query in known], ensure_ascii=False))
    else:
        print_questions(console(), known)


@app.command(epilog="Example: onrecord serve")
def serve(home: Home = None) -> None:
    """Keep the embedded server up and print how to connect to it."""
    from cypher import server

    folder = home or server.default_home()
    found = server.start(folder)
    print(f"address   {found.uri}\nuser      {found.reader} (reads), {found.user} (reads and writes)")
    print(f"password  {found.reader_password} (reads), {found.password} (reads and writes)")
    print(f"database  {server.DATABASE}\nfolder    {folder}")
    print("Ctrl-C stops it.", file=sys.stderr)
    try:
        server.hold(folder)
    finally:
        server.stop(folder)


@app.command(epilog="Example: onrecord stop")
def stop(home: Home = None) -> None:
    """Stop the embedded server. It starts again by itself when a command needs it."""
    from cypher import server

    print(
        "stopped" if server.stop(home or server.default_home()) else "no server was running", file=sys.stderr
    )


@app.command(epilog="Example: onrecord demo")
def demo(
    out: Annotated[Path, typer.Option("--out", help="Where to write the page.")] = Path("onrecord-demo.html"),
    home: Home = None,
) -> None:
    """Show the whole way on sample articles, in a graph of their own."""
    from cypher import server

    folder = (home or server.default_home()) / "demo"
    server.stop(folder)
    shutil.rmtree(folder, ignore_errors=True)
    samples = str(resources.files("extract") / "samples")
    try:
        for command in (
            ["read", samples],
            ["ask", "--cypher", "Who questioned the legitimacy of Maresh?"],
            ["ask", "Who accused whom of what?"],
            ["ask", "Did Putin and Trump meet?"],
            ["show", "Katerina Dolan"],
            ["snapshot", str(out)],
        ):
            print(f"\n$ onrecord {shlex.join(command)}", flush=True)
            app([*command, "--home", str(folder)], standalone_mode=False)
    finally:
        server.stop(folder)
    print(f"\nOpen {out} in a browser. Go on with:  onrecord ask --home {shlex.quote(str(folder))} ...")


def extractions(
    paths: Sequence[str],
    skipped: "list[ArticleError]",
    fields: Sequence[str] | None,
    private: bool,
    workers: int | None,
    chosen: "Choose" = iter,
) -> "Generator[Extraction]":
    """Read the chosen articles in their order; what cannot be read is named on stderr and in ``skipped``."""
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from extract.articles import read_articles
    from extract.records import fields as keys
    from extract.workers import cores
    from extract.workers import extractions as extracted

    progress = Progress(
        SpinnerColumn(),
        TextColumn("{task.completed} articles  {task.description}", markup=False),
        TimeElapsedColumn(),
        console=console(stderr=True),
        transient=True,
        disable=not sys.stderr.isatty(),
    )

    onerror = skipping(skipped)
    with progress:
        task = progress.add_task("", total=None)

        def shown() -> "Iterator[Article]":
            for article in read_articles(paths, onerror, keys(fields or ()), private):
                progress.update(task, description=article.path)
                yield article

        for extraction in extracted(chosen(shown()), workers or cores(), onerror):
            progress.advance(task)
            yield extraction


def summary(done: "Outcome") -> str:
    """One line of what was read: "7 articles: 20 persons, ... 5 accusations; 2 unchanged"."""
    names = {
        "Person": "persons", "Organization": "organizations", "Place": "places", "Event": "events",
        "Statement": "statements", "MET": "meetings of two", "ACCUSED": "accusations",
    }  # fmt: skip
    counts = ", ".join(f"{done.loaded[key]} {name}" for key, name in names.items())
    rest = [f"{done.unchanged} unchanged"] if done.unchanged else []
    rest += [f"{done.withdrawn} no longer in their files"] if done.withdrawn else []
    return "; ".join([f"{done.loaded['Article']} articles: {counts}", *rest])


def skipping(skipped: "list[ArticleError]") -> "Callable[[ArticleError], None]":
    """Names on stderr what is skipped, and keeps it."""

    def onerror(error: "ArticleError") -> None:
        skipped.append(error)
        complain(f"skipped {error}")

    return onerror


def finish(skipped: Sequence[object]) -> None:
    """Exit with status 1 where something was skipped, or is wrong."""
    if skipped:
        raise typer.Exit(1)


def typed(database: "Database") -> Iterator[str]:
    """What a user types at a prompt; the history is kept in the user's data folder."""
    from cypher.server import default_home
    from graph.prompt import asked

    return asked(database, default_home() / "questions.txt")


def lines(argument: str | None) -> list[str]:
    """The argument itself, or for - or none the lines of standard input that are not empty."""
    if argument not in (None, "-"):
        return [str(argument)]
    return [line for line in sys.stdin.read().splitlines() if line.strip()]


@functools.cache
def console(stderr: bool = False) -> "Console":
    """The terminal; colour and width as it has them, none in a pipe."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, markup=False, emoji=False)


def complain(message: str) -> None:
    """One line on stderr, without the control characters that a file name may hold."""
    from graph.terminal import clean

    print(f"onrecord: {clean(message)}", file=sys.stderr)


def our_errors() -> tuple[type[Exception], ...]:
    """What can go wrong by no fault of the program. Loaded only when something did."""
    from cypher.library import QuestionError
    from cypher.server import DatabaseError
    from extract.annotation import ArticleError
    from extract.encoder import ModelError
    from extract.workers import WorkerError
    from graph.model import GraphError

    return (ArticleError, ModelError, QuestionError, DatabaseError, GraphError, WorkerError)


def main() -> None:
    """Run the command line: exit status 0 done, 1 our error, 2 usage."""
    try:
        app()
    except SystemExit as exit:
        if exit.code == 130:  # Ctrl-C
            complain("stopped; run it again to go on")
        raise
    except BrokenPipeError:  # | head
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(1) from None
    except our_errors() as error:
        complain(str(error))
        raise SystemExit(1) from None


if __name__ == "__main__":
    main()
