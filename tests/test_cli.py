"""The command line from end to end, on the sample articles and the real servers."""

import io
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import pytest

import cli
from cypher.database import Database
from tests.conftest import empty

SAMPLES = str(resources.files("extract") / "samples")


@dataclass(frozen=True, slots=True)
class Done:
    status: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command line as a shell would; what it printed, and its exit status."""

    def run(*arguments: str, stdin: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "argv", ["onrecord", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        cli.console.cache_clear()
        with pytest.raises(SystemExit) as exit:
            cli.main()
        printed = capsys.readouterr()
        return Done(int(exit.value.code or 0), printed.out, printed.err)

    return run


@pytest.fixture(scope="module")
def filled(home: Path, embedded: Database) -> Iterator[list[str]]:
    """The options that lead to a graph of the sample articles."""
    empty(embedded)
    arguments = ["--home", str(home)]
    sys.argv = ["onrecord", "read", SAMPLES, *arguments]
    with pytest.raises(SystemExit) as exit:
        cli.main()
    assert not exit.value.code
    yield arguments
    empty(embedded)


def test_extract_prints_one_object_an_article(run: Run) -> None:
    done = run("extract", SAMPLES)
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert (done.status, len(rows)) == (0, 8)
    for row in rows:
        article = row["article"]
        text = article.get("text") or Path(article["path"]).read_bytes().decode()
        for statement in row["statements"]:
            for span in statement["content"]:
                assert text[span["start"] : span["end"]] == span["text"]


def test_extract_leaves_out_what_is_not_sure(run: Run) -> None:
    everything, sure = (
        [json.loads(line) for line in run("extract", SAMPLES, *options).out.splitlines()]
        for options in ((), ("--sure",))
    )
    for kind in ("statements", "relations"):
        expected = [one["id"] for row in everything for one in row[kind] if one["grade"] == "sure"]
        assert [one["id"] for row in sure for one in row[kind]] == expected
        assert expected
    assert {one["grade"] for row in everything for one in row["statements"]} == {"sure", "likely"}


def test_reading_again_changes_nothing(run: Run, filled: list[str]) -> None:
    count = "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS nodes, count(r) AS edges"
    before = run("cypher", count, "--json", *filled)
    assert run("read", SAMPLES, *filled).status == 0
    assert run("cypher", count, "--json", *filled).out == before.out
    assert json.loads(before.out)[0]["nodes"] > 100


def test_an_article_is_listed_corrected_withdrawn_and_the_graph_stays_true(
    run: Run, filled: list[str], tmp_path: Path
) -> None:
    digest = json.loads(run("check", "--json", *filled).out)["digest"]
    file = tmp_path / "bridge.txt"
    text = "Mayor opens bridge\n\nThe mayor of Velmar, Ida Lorn, opened the bridge. “It lasts,” Lorn said.\n"
    file.write_text(text, encoding="utf-8")
    assert run("read", str(file), *filled).status == 0
    file.write_text(text.replace("opened the bridge", "closed the bridge"), encoding="utf-8")
    assert "1 articles" in run("read", str(file), *filled).err
    assert "1 unchanged" in run("read", str(file), *filled).err
    listed = json.loads(run("articles", "--json", *filled).out)
    assert [row["title"] for row in listed if row["place"] == str(file)] == ["Mayor opens bridge"]
    assert run("check", *filled).status == 0
    assert run("withdraw", str(file), *filled).status == 0
    assert run("withdraw", str(file), *filled).status == 1
    assert run("check", *filled).out.strip() == digest
    assert run("read", *filled).status == 2
    assert "0 articles" in run("read", "--again", *filled).err


def test_again_reads_what_an_older_reader_read(
    run: Run, filled: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, lost = tmp_path / "bridge.txt", tmp_path / "lost.txt"
    file.write_text("Mayor opens bridge\n\nThe mayor of Velmar, Ida Lorn, opened the bridge.\n", "utf-8")
    with monkeypatch.context() as older:
        older.setattr("extract.version.reader", lambda: "older")
        assert run("read", str(file), str(lost), *filled).status == 1

    def readers() -> dict[str, str]:
        rows = json.loads(run("articles", "--json", *filled).out)
        return {row["place"]: row["reader"] for row in rows if row["place"].startswith(str(tmp_path))}

    assert readers() == {str(file): "older", str(lost): "older"}
    assert "1 articles" in run("read", "--again", *filled).err
    assert readers()[str(file)] not in ("older", "", None)
    assert "0 articles" in run("read", "--again", *filled).err
    assert run("withdraw", str(file), *filled).status == 0


@pytest.mark.parametrize("command", [["read", SAMPLES], ["ask", "Who met whom?"], ["check"]])
def test_a_server_that_is_down_is_one_line(run: Run, command: list[str]) -> None:
    done = run(*command, "--uri", "bolt://127.0.0.1:1")
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith("onrecord: no server answers at bolt://127.0.0.1:1")
    assert done.err.count("\n") == 1


def test_ask_answers_with_rows_that_quote(run: Run, filled: list[str]) -> None:
    done = run("ask", "--json", "who commented on Maresh's legitimacy?", *filled)
    answer = json.loads(done.out)
    assert done.status == 0
    assert answer["answered"]
    assert {"Katerina Dolan", "Lucia Ferrant"} <= {row["name"] for row in answer["answers"]}
    assert all(row["evidence"] and row["article"]["path"] for row in answer["answers"])


def test_ask_shows_the_query_that_was_run(run: Run, filled: list[str]) -> None:
    done = run("ask", "--cypher", "who met Andreas Holm?", *filled)
    assert "Petr Osvald" in done.out
    assert "MATCH" in done.out
    assert "Andreas Holm" in done.out


@pytest.mark.parametrize(
    "question",
    [
        "what did Angela Merkel say about Karstavia?",
        "who ate the pudding?",
        'who met "}) DETACH DELETE n //?',
        "",
        "?" * 3000,
    ],
)
def test_what_the_graph_does_not_hold_is_answered_with_a_reason(
    run: Run, filled: list[str], question: str
) -> None:
    done = run("ask", "--json", question, *filled)
    answer = json.loads(done.out)
    assert done.status == 0
    assert not answer["answered"]
    assert not answer["answers"]
    assert answer["reason"]


def test_ask_reads_questions_from_stdin(run: Run, filled: list[str]) -> None:
    done = run("ask", "--json", "-", *filled, stdin=b"who met Andreas Holm?\n\nwho is Hana Quill?\n")
    assert [json.loads(line)["answered"] for line in done.out.splitlines()] == [True, True]


def test_show_prints_what_is_told_of_an_actor(run: Run, filled: list[str]) -> None:
    done = run("show", "Katerina Dolan", *filled)
    assert done.status == 0
    assert "Ilian Maresh" in done.out
    assert "\x1b" not in done.out, "no colour in a pipe"


def test_show_between_two(run: Run, filled: list[str]) -> None:
    done = run("show", "--between", "Petr Osvald", "Andreas Holm", "--met", "--json", *filled)
    assert {edge["type"] for edge in json.loads(done.out)["edges"]} >= {"MET"}


def test_show_is_narrowed_and_widened(run: Run, filled: list[str]) -> None:
    planned = run("show", "Ilian Maresh", "--modality", "planned", *filled).out
    assert "planned" in planned
    assert "said" not in planned.split()
    assert "nothing said" in run("show", "Ilian Maresh", "--until", "2020", *filled).out
    deep = json.loads(run("show", "Elin Torv", "--depth", "2", "--json", *filled).out)
    assert len(deep["nodes"]) > len(json.loads(run("show", "Elin Torv", "--json", *filled).out)["nodes"])
    done = run("show", "Ilian Maresh", "--outlet", "Nowhere Times", *filled)
    assert done.status == 1
    assert "Eastgate Observer" in done.err


def test_browser_writes_a_pack(run: Run, filled: list[str], tmp_path: Path) -> None:
    done = run("browser", str(tmp_path / "pack"), *filled)
    assert done.status == 0
    assert "questions" in done.err
    assert "Who met whom" in (tmp_path / "pack" / "guide.html").read_text(encoding="utf-8")


def test_a_judgement_is_made_written_out_and_taken_back(run: Run, filled: list[str], tmp_path: Path) -> None:
    before = run("actors", "--json", *filled).out
    assert run("same", "Petr Osvald", "Andreas Holm", *filled).status == 0
    [one] = json.loads(run("actors", "Petr Osvald", "--json", *filled).out)
    assert {"Petr Osvald", "Andreas Holm"} <= {*one["aliases"]}
    lines = tmp_path / "judgements.jsonl"
    lines.write_text(run("judgements", *filled).out, encoding="utf-8")
    assert run("undo", *filled).status == 0
    assert run("actors", "--json", *filled).out == before
    assert run("judgements", "--import", str(lines), *filled).status == 0
    assert run("actors", "--json", *filled).out != before
    assert run("undo", *filled).status == 0
    assert run("actors", "--json", *filled).out == before
    assert run("undo", *filled).status == 1


def test_actors_are_listed(run: Run, filled: list[str]) -> None:
    assert "Katerina Dolan" in run("actors", "Katerina Dolan", *filled).out
    rows = json.loads(run("actors", "--doubtful", "--json", *filled).out)
    assert all(row["reasons"] and 0 < row["score"] <= 1 for row in rows)
    assert run("same", "Katerina Dolan", "Nobody Atall", *filled).status == 1
    assert run("judgements", "--import", "no such file", *filled).status == 1


def test_an_unknown_name_is_one_line_with_a_hint(run: Run, filled: list[str]) -> None:
    done = run("show", "Ilona Mareshkova", *filled)
    assert done.status == 1
    assert "Ilona Mareshkova" in done.err
    assert done.err.count("\n") == 1


def test_ask_without_a_question_reads_lines(run: Run, filled: list[str]) -> None:
    done = run("ask", "--why", *filled, stdin=b"Who is Maresh?\n\nWho is Zzyzx?\n")
    assert "phrasing: who is {name}" in done.out
    assert "The graph knows nobody and nothing by the name of \u201cZzyzx\u201d" in " ".join(done.out.split())
    assert done.status == 0


@pytest.mark.parametrize("arguments", [("show",), ("show", "A", "--between", "A", "B"), ("fly",)])
def test_wrong_usage_exits_with_2(run: Run, filled: list[str], arguments: tuple[str, ...]) -> None:
    assert run(*arguments, *(filled if arguments[0] == "show" else [])).status == 2


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (n) DETACH DELETE n",
        "CREATE (n:Person {name: 'x'})",
        "MATCH (n:Person) SET n.name = 'x' RETURN n",
        "RETURN",
    ],
)
def test_cypher_refuses_to_write_and_explains_mistakes(run: Run, filled: list[str], query: str) -> None:
    done = run("cypher", query, *filled)
    assert done.status == 1
    assert done.err.startswith("onrecord: ")
    assert done.err.count("\n") == 1
    kept = run("cypher", "MATCH (n:Article) RETURN count(n) AS n", "--json", *filled)
    assert json.loads(kept.out) == [{"n": 8}]


def test_snapshot_writes_one_page(run: Run, filled: list[str], tmp_path: Path) -> None:
    out = tmp_path / "graph.html"
    assert run("snapshot", str(out), "--about", "Katerina Dolan", *filled).status == 0
    assert "Ilian Maresh" in out.read_text(encoding="utf-8")
    done = run("snapshot", str(tmp_path / "none" / "graph.html"), *filled)
    assert done.status == 1
    assert str(tmp_path / "none") in done.err


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "c.jsonl").write_text('{"text": ', encoding="utf-8")
    (tmp_path / "d.txt").write_text(
        "Mayor opens bridge\n\nThe mayor of Velmar, Ida Lorn, opened the new bridge on Monday. "
        "“It will outlive us all,” Lorn said. She thanked the builders for their patience.\n",
        encoding="utf-8",
    )
    done = run("extract", str(tmp_path))
    assert done.status == 1
    assert [json.loads(line)["article"]["path"] for line in done.out.splitlines()] == [
        str(tmp_path / "d.txt")
    ]
    for name in ("a.txt", "b.txt", "c.jsonl"):
        assert name in done.err


def test_a_hostile_article_is_plain_text(
    run: Run, filled: list[str], embedded: Database, tmp_path: Path
) -> None:
    title = '<script>alert(1)</script> "}) DETACH DELETE n //'
    text = (
        "Ida Lorn, the mayor of Velmar, met the builders on Monday. Lorn said that the <b>talks</b> had been "
        "good, that \x1b]0;owned\x07\x1b[31m nobody had left, and that they would go on for another year."
    )
    path = tmp_path / "hostile.jsonl"
    path.write_text(json.dumps({"title": title, "text": text}) + "\n", encoding="utf-8")
    assert run("read", str(path), *filled).status == 0
    rows = json.loads(run("cypher", "MATCH (a:Article) RETURN a.title AS title", "--json", *filled).out)
    assert title in {row["title"] for row in rows}
    assert len(rows) == 9
    shown = run("show", "Ida Lorn", *filled)
    assert "<b>talks</b>" in shown.out
    assert not {"\x1b", "\x07"} & set(shown.out)
    assert run("withdraw", str(path), *filled).status == 0


def test_questions_lists_every_file(run: Run) -> None:
    listed = json.loads(run("questions", "--json").out)
    files = {path.stem for path in Path(cli.__file__).parent.joinpath("cypher/questions").glob("*.cypher")}
    assert {each["name"] for each in listed} == files
    assert len(files) >= 10


def test_export_writes_the_whole_graph(run: Run, filled: list[str], tmp_path: Path) -> None:
    rows = [json.loads(line) for line in run("export", *filled).out.splitlines()]
    assert {label for row in rows if "node" in row for label in row["labels"]} >= {"Article", "Statement"}
    done = run("export", "--neo4j-import", str(tmp_path / "import"), *filled)
    assert done.status == 0
    assert "neo4j-admin database import full neo4j @arguments.txt" in done.err
    assert (tmp_path / "import" / "arguments.txt").exists()
    assert run("export", "--csv", str(tmp_path / "import"), *filled).status == 1
    assert run("export", "--csv", "a", "--graphml", "b", *filled).status == 2


@pytest.mark.parametrize("options", [["--engine", "ray"], ["--out", "x"]])
def test_ray_and_its_folder_go_together(run: Run, filled: list[str], options: list[str]) -> None:
    assert run("read", SAMPLES, *options, *filled).status == 2


def test_load_names_what_is_no_table(run: Run, filled: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"x")
    done = run("load", str(tmp_path), *filled)
    assert done.status == 1
    assert "cannot be read as Parquet" in done.err
