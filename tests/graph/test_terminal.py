"""What the terminal shows, and what it never lets through."""

import datetime
import io
from dataclasses import replace
from pathlib import Path

import pytest
from newsroom import GATES, HOSTILE, NEWSROOM, SIGN, hostile
from rich.console import Console

from cypher.library import Query
from graph.model import Graph, Node
from graph.terminal import clean, print_answer, print_query, print_questions, print_rows, print_subgraph


def console(width: int = 80, terminal: bool = False) -> Console:
    colours = "truecolor" if terminal else None
    return Console(file=io.StringIO(), width=width, force_terminal=terminal, color_system=colours)


def shown(console: Console) -> str:
    """All that was printed, lines joined: wrapping does not matter."""
    assert isinstance(console.file, io.StringIO)
    return " ".join(console.file.getvalue().replace("│", " ").split())


def answer(**changes: object) -> dict[str, object]:
    row = {
        "name": "Mira Veld",
        "type": "Person",
        "text": GATES.properties["text"],
        "evidence": GATES.properties["sentence"],
        "article": {"path": "a.txt", "title": "Talks", "published": "2031-05-04", "source": "Gazette"},
        "start": 1,
        "end": 2,
    }
    found = {
        "question": "?",
        "answered": True,
        "form": "said",
        "value": None,
        "answers": [row],
        "reason": None,
    }
    return found | changes


@pytest.mark.parametrize(
    "words",
    [
        "Mira Veld Person",
        "also President Veld, the Kardanian president",
        "said 1 statement",
        "2031-05-04 the gates of the dam",
        "was spoken of 1 statement",
        "Tomas Orlan: Solvia will sign nothing",
        "met 2 tellings",
        "Tomas Orlan 2",
        "2031-06 planned",
        "happened · in Lent",
        "accused 1 telling",
        "asserted · of ignoring the flood warnings",
        "was accused by 1 telling",
        "denied · of the water",
        "took part in 1 event",
        "Radio Meridian · Flood warnings ignored, says Kardania",
    ],
)
def test_tree_tells_all_of_an_actor(words: str) -> None:
    screen = console(118)
    print_subgraph(screen, NEWSROOM, "mira")
    assert words in shown(screen)


def test_tree_shows_a_denial_with_what_it_denies() -> None:
    screen = console(160)
    print_subgraph(screen, NEWSROOM, "orlan")
    assert "denied that any warning had reached him" in shown(screen)
    assert "denies Ostra Basin Commission: Solvia was warned" in shown(screen)


def test_tree_groups_are_left_out_where_they_are_empty() -> None:
    screen = console()
    print_subgraph(screen, NEWSROOM, "lent")
    assert "was the place of" in shown(screen)
    assert not {"said", "met", "accused"} & set(shown(screen).split())


def test_tree_of_an_actor_that_nothing_is_told_of_says_so() -> None:
    screen = console()
    print_subgraph(screen, NEWSROOM, "kardania")
    assert "nothing said, no meeting, no accusation" in shown(screen)


@pytest.mark.parametrize(("kind", "quoted"), [("direct", True), ("mixed", False), ("indirect", False)])
def test_only_direct_speech_is_put_in_quotation_marks(kind: str, quoted: bool) -> None:
    statement = Node(SIGN.id, "Statement", {**SIGN.properties, "kind": kind})
    nodes = tuple(statement if node is SIGN else node for node in NEWSROOM.nodes)
    screen = console(160)
    print_subgraph(screen, Graph(nodes, NEWSROOM.edges), "orlan")
    assert (f"“{SIGN.properties['text']}”" in shown(screen)) is quoted


def test_a_greater_depth_tells_of_the_neighbours_what_is_not_told_yet() -> None:
    flat, deep = console(160), console(160)
    print_subgraph(flat, NEWSROOM, "mira", 1)
    print_subgraph(deep, NEWSROOM, "mira", 2)
    assert "Tomas Orlan Person" not in shown(flat)
    for words in ("Tomas Orlan Person", "denied that any warning had reached him", "Solvia Place"):
        assert shown(deep).count(words) == 1
    assert shown(deep).count("Veld and Orlan met in Lent") == 1


def test_a_meeting_says_who_tells_of_it_and_whether_it_is_sure() -> None:
    edges = tuple(
        replace(edge, properties={**edge.properties, "by": "Radio Meridian", "grade": "likely"})
        if edge.id == "met-1"
        else edge
        for edge in NEWSROOM.edges
    )
    screen = console(160)
    print_subgraph(screen, Graph(NEWSROOM.nodes, edges), "mira")
    assert "in Lent · according to Radio Meridian · likely, not sure" in shown(screen)
    assert shown(screen).count("likely") == 1


def test_sources_lead_to_their_line_in_a_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "1.txt").write_text("A title\n\n12345 Veld said.", encoding="utf-8")
    pipe, terminal = console(), console(terminal=True)
    for screen in (pipe, terminal):
        print_subgraph(screen, NEWSROOM, "mira")
        print_answer(screen, answer())
    assert f"{(tmp_path / 'articles' / '1.txt').as_uri()}#3" in shown(terminal)
    assert "https://news.example/2#:~:text=accused%20Solvia" in shown(terminal)
    assert "://" not in shown(pipe)


@pytest.mark.parametrize("width", [40, 80, 120, 160])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    screen = console(width)
    print_subgraph(screen, hostile(), "mira")
    print_answer(screen, answer())
    print_rows(screen, [{"name": "x" * 500, "n": 1}])
    assert isinstance(screen.file, io.StringIO)
    assert max(map(len, screen.file.getvalue().splitlines())) <= width


def test_colour_only_in_a_terminal() -> None:
    pipe, terminal = console(), console(terminal=True)
    for screen in (pipe, terminal):
        print_subgraph(screen, NEWSROOM, "mira")
    assert "\x1b[" not in shown(pipe)
    assert "\x1b[" in shown(terminal)


def test_markup_and_escapes_in_texts_do_nothing() -> None:
    screen = console(160)
    print_subgraph(screen, hostile(), "villain")
    row = answer()["answers"][0] | {"name": HOSTILE, "text": HOSTILE, "evidence": HOSTILE}  # type: ignore[index]
    print_answer(screen, answer(answers=[row], value=HOSTILE))
    print_answer(screen, answer(answered=False, reason=HOSTILE))
    print_rows(screen, [{HOSTILE: HOSTILE, "list": [HOSTILE]}])
    print_questions(screen, [Query(HOSTILE, HOSTILE, HOSTILE, {}, (HOSTILE,), HOSTILE)])
    assert "[red]loud[/red]" in shown(screen)
    assert "\x1b" not in shown(screen)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Müller met O’Brien", "Müller met O’Brien"),
        ("two\n\nlines\tand  spaces", "two lines and spaces"),
        ("\x1b]0;owned\x07title", "]0;owned title"),
        ("\x9b31mred", "31mred"),
        ("abc\u202edcba", "abc dcba"),
        ("half \ud83d a face", "half a face"),
        ("नमस्ते \u200d family", "नमस्ते \u200d family"),
        ("", ""),
        (None, "None"),
    ],
)
def test_clean(text: object, expected: str) -> None:
    assert clean(text) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Mira Veld",
        "2031-05-04",
        "Gazette",
        "“the gates of the dam will stay",
        "Veld said that",
        "and left.",
        "1 answer",
    ],
)
def test_answer_quotes_its_evidence(words: str) -> None:
    screen = console(160)
    print_answer(screen, answer())
    assert words in shown(screen)


@pytest.mark.parametrize(
    ("value", "words"), [(True, "Yes"), (False, "No"), (3, "3"), ("2031-05-03", "2031-05-03")]
)
def test_answer_begins_with_its_value(value: object, words: str) -> None:
    screen = console()
    print_answer(screen, answer(value=value))
    assert shown(screen).startswith(words)


def test_no_answer_gives_its_reason() -> None:
    screen = console()
    print_answer(screen, answer(answered=False, answers=[], reason="The graph holds nobody called Zed."))
    assert shown(screen) == "No answer. The graph holds nobody called Zed."


def test_rows_are_a_table() -> None:
    screen = console()
    print_rows(screen, [{"name": "Veld", "day": datetime.date(2031, 5, 3), "none": None}, {"name": "Orlan"}])
    assert shown(screen).startswith("name day none")
    assert "Veld 2031-05-03" in shown(screen)
    assert shown(screen).endswith("2 rows")


def test_many_columns_become_blocks() -> None:
    screen = console()
    print_rows(screen, [{f"column{number}": number for number in range(9)}])
    assert "column0 0 column1 1" in shown(screen)


def test_no_rows() -> None:
    screen = console()
    print_rows(screen, [])
    assert shown(screen) == "0 rows"


def test_questions_are_listed_with_their_phrasings() -> None:
    screen = console()
    print_questions(screen, [Query("met", "Whom did $name meet?", "", {}, ("who met {name}",), "RETURN 1")])
    assert shown(screen) == "Whom did $name meet? met who met {name}"


def test_query_can_be_pasted_into_neo4j_browser() -> None:
    screen = console()
    print_query(screen, "MATCH (a {name: $name})\nRETURN a", {"name": 'the "Owl"', "limit": 3})
    assert shown(screen) == r':param name => "the \"Owl\"" :param limit => 3 MATCH (a {name: $name}) RETURN a'


@pytest.mark.parametrize(
    ("understood", "words"),
    [
        ({"asked": "Veld", "name": "Mira Veld", "others": []}, "Veld: Mira Veld Mira Veld"),
        ({"asked": "Veld", "name": "Mira Veld", "others": ["Jon Veld"]}, "Veld: Mira Veld, not Jon Veld"),
        ({"asked": "Mira Veld", "name": "Mira Veld", "others": []}, "Mira Veld “the gates"),
        ({"asked": "president", "name": None, "others": ["Mira Veld"]}, "Mira Veld “the gates"),
    ],
)
def test_answer_says_whom_a_name_was_taken_for(understood: dict[str, object], words: str) -> None:
    screen = console()
    print_answer(screen, answer(understood=[understood]))
    assert shown(screen).startswith(words)


@pytest.mark.parametrize(
    ("words", "sentence", "expected"),
    [
        ("We wait", "“We wait,” said Orlan.", "“We wait”"),
        ("We wait … for rain", "“We wait,” said Orlan, “for rain.”", "“We wait … for rain”"),
        ("they would wait", "Orlan said they would wait.", "they would wait Orlan said"),
        ("they “would” wait", "Orlan said they “would” wait.", "they “would” wait Orlan said"),
        ("not there", "Orlan said nothing.", "not there Orlan said"),
    ],
)
def test_answer_quotes_what_the_article_quotes(words: str, sentence: str, expected: str) -> None:
    screen = console()
    row = {"name": "O", "type": "Person", "text": words, "evidence": sentence, "article": {"path": "a.txt"}}
    print_answer(screen, answer(answers=[row]))
    assert shown(screen).startswith(f"O {expected}")
