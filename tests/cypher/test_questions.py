"""Questions in English, to a real database that holds one article."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from press import ARTICLE, FILE, PRESS

from cypher import library
from cypher.database import Database
from cypher.phrasings import Form, example, forms, matches, plain, split, usual
from cypher.questions import LISTS, Answer, answer
from graph import growth, model
from tests.conftest import empty


@pytest.fixture(scope="module")
def press(any_database: Database) -> Database:
    empty(any_database)
    growth.load(any_database, [PRESS])
    return any_database


def names(found: Answer) -> list[str]:
    return [row["name"] for row in found.rows]


@pytest.mark.parametrize(
    ("question", "form", "named"),
    [
        ("Who commented on Harrow?", "who-commented-on", ["Mira Kovel"]),
        ("who commented on Harrow's treaty", "who-commented-on", ["Mira Kovel"]),
        ("Which politicians have spoken about treaties?", "who-commented-on", ["Mira Kovel", "Tomás Harrow"]),
        ("Who says that the treaty is dead?", "who-commented-on", ["Mira Kovel", "Tomás Harrow"]),
        ("What did Mira Kovel say about Tomas Harrow?", "what-did-X-say-about", ["Mira Kovel"]),
        ("What has President Kovel said?", "what-did-X-say-about", ["Mira Kovel"]),
        ("What is Kovel's position on the quota?", "what-did-X-say-about", ["Mira Kovel"]),
        ("Who denied that the treaty was dead?", "who-denied", ["Tomás Harrow"]),
        ("Who rejects Kovel's claim about the treaty?", "who-denied", ["Tomás Harrow"]),
        ("What did Harrow deny?", "what-did-X-deny", ["Tomás Harrow"]),
        ('Who said "it\'s time"?', "who-said-quote", ["Mira Kovel"]),
        ("Who used the words “time to say so”?", "who-said-quote", ["Mira Kovel"]),
        ("Who did Kovel meet?", "who-met", ["Tomás Harrow"]),
        ("Whom has Kovel met in Port Selle?", "who-met", ["Tomás Harrow"]),
        ("who met with Harrow", "who-met", ["Mira Kovel"]),
        ("Who does Kovel want to meet?", "who-will-meet", ["Ada Lind"]),
        ("Where did Kovel and Harrow meet?", "where-did-they-meet", ["Port Selle"]),
        ("Where does Kovel want to meet Ada Lind?", "where-will-they-meet", ["Velmark"]),
        ("When did Kovel meet Harrow?", "when-did-they-meet", ["Tomás Harrow"]),
        ("Who accused Ostrania?", "who-accused", ["Mira Kovel"]),
        ("Who accused Ostrania of smuggling?", "who-accused", ["Mira Kovel"]),
        ("Who accused whom of what?", "who-accused-whom", ["Mira Kovel"]),
        ("Who questioned the treaty?", "who-commented-on", ["Mira Kovel", "Tomás Harrow"]),
        ("Whom did Kovel accuse of smuggling timber?", "whom-did-X-accuse", ["Ostrania"]),
        ("What is Ostrania accused of?", "of-what", ["Ostrania"]),
        ("What did Kovel accuse Ostrania of?", "of-what", ["Ostrania"]),
        ("What allegations does Ostrania face?", "of-what", ["Ostrania"]),
        ("Did anyone accuse Ostrania?", "did-X-accuse-Y", ["Ostrania"]),
        ("Who is being accused of smuggling?", "who-accused-whom", ["Mira Kovel"]),
        ("Who is against the treaty?", "who-commented-on", ["Mira Kovel", "Tomás Harrow"]),
        (
            "Compare what Kovel and Harrow say about the treaty.",
            "what-do-X-and-Y-say",
            ["Mira Kovel", "Tomás Harrow"],
        ),
        ("Is a meeting between Kovel and Ada Lind planned?", "will-X-meet-Y", ["Ada Lind"]),
        ("Who's Kovel?", "who-is", ["Mira Kovel"] * 3),
        ("Which articles mention the Fisheries League?", "which-articles-mention", ["Fisheries League"]),
        ("How many articles mention Kovel?", "how-many-articles-mention", ["Mira Kovel"]),
        ("Who is mentioned with the Fisheries League?", "who-is-mentioned-with", ["Ada Lind"]),
        ("In which events did Harrow take part?", "events-involving", ["talks on the herring quota"]),
        ("What happened at the herring talks?", "what-happened-at", ["talks on the herring quota"]),
        ("What happened in Port Selle?", "what-happened-in", ["talks on the herring quota"]),
        ("Who attended the herring talks?", "who-took-part", ["Mira Kovel", "Tomás Harrow"]),
        ("Where did the herring talks take place?", "where", ["Port Selle"]),
        ("When were the herring talks held?", "when", ["talks on the herring quota"]),
    ],
)
def test_answers(press: Database, question: str, form: str, named: list[str]) -> None:
    found = answer(press, question)
    assert (found.form, names(found), found.reason) == (form, named, None)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Did Kovel meet Harrow?", "yes"),
        ("Did Kovel and Harrow meet in Port Selle?", "yes"),
        ("Did Kovel and Harrow meet in Velmark?", None),
        ("Have Kovel and Ada Lind met?", "no"),  # it was only proposed
        ("When did Kovel meet Harrow?", "2031-03-03"),
        ("Where did Kovel meet Harrow?", "Port Selle"),
        ("How many articles mention Harrow?", 1),
        ("Who did Kovel meet?", None),
    ],
)
def test_value(press: Database, question: str, value: str | int | None) -> None:
    assert answer(press, question).value == value


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("What did Ada Lind say about Kovel?", "The articles do not say"),
        ("Did Harrow meet Ada Lind?", "The articles do not say"),  # neither yes nor no
        ("Who met Harrow in Velmark?", "The articles do not say"),
        ("Who commented on Harrow's divorce?", "The articles do not say"),
        ("Who accused Ostrania of murder?", "The articles do not say"),
        ("Who accused Kovel?", "The articles do not say"),  # she is the accuser
        ('Who said "the treaty is alive"?', "The articles do not say"),
        ("What did Petra Kovel say?", "nobody and nothing by the name of “Petra Kovel”"),
        ("Who is Angela Brandt?", "nobody and nothing by the name of “Angela Brandt”"),
        ("Who commented on it?", "neither an actor nor a topic"),
        ("Will it rain in Velmark tomorrow?", "this asks for the future"),
        ("Who won the election in Ostrania?", "No question of this form is known"),
    ],
)
def test_no_answer(press: Database, question: str, reason: str) -> None:
    found = answer(press, question)
    assert not found.answered
    assert found.value is None
    assert reason in str(found.reason)
    assert "You can ask: " in str(found.reason)


def test_what_can_be_asked_instead_is_answered(press: Database) -> None:
    reason = answer(press, "Who met Kovel yesterday in her garden?").reason
    proposed = re.findall(r"[A-Z][^?]*\?", str(reason).split("You can ask: ")[1])
    assert proposed
    assert any(answer(press, question).answered for question in proposed)


@pytest.mark.parametrize(
    "question",
    [
        "",
        "???",
        "🐟🐟🐟",
        '"}) DETACH DELETE n //',
        "who met '}) MATCH (n) DETACH DELETE n //",
        'Who said "\'}) DETACH DELETE n //"?',
        "Who commented on .*[a-z](?=+\\b$|?",
        "who questioned " + "(" * 40,
        "what did " + "Kovel and " * 40 + "say about treaty treaty treaty",
        "who met Kovel " * 8_000,
        "Who met Ko\ud800vel?",
    ],
)
def test_hostile_question(press: Database, question: str) -> None:
    before = press.read("MATCH (n) RETURN count(n) AS nodes")
    found = answer(press, question)
    assert found.reason
    assert not found.rows
    assert press.read("MATCH (n) RETURN count(n) AS nodes") == before


@given(st.text() | st.lists(st.sampled_from(sorted(usual()))).map(" ".join))
def test_any_text_can_be_matched(text: str) -> None:
    for form, slots in matches(split(text)):
        assert slots.keys() <= {*form.slots}
        assert all(slots.values())


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Which politicians commented on the treaty?", ["Mira Kovel", "Tomás Harrow"]),
        ("Which people commented on the treaty?", ["Mira Kovel", "Tomás Harrow"]),
        ("Which countries commented on the treaty?", []),
        ("Which leaders accused Ostrania?", ["Mira Kovel"]),
        ("Which organisations accused Ostrania?", []),
        ("Which organisations met Kovel?", []),
    ],
)
def test_only_what_is_asked_for_answers(press: Database, question: str, named: list[str]) -> None:
    assert names(answer(press, question)) == named


def test_how_a_name_was_understood_is_told(press: Database) -> None:
    (understood,) = answer(press, "Who met Tomas Harow?").to_json()["understood"]
    assert understood == {"asked": "Tomas Harow", "name": "Tomás Harrow", "others": [], "with": []}


def test_rows_quote_the_file(press: Database) -> None:
    for question in ("What did Harrow say?", "Who did Kovel meet?", "Who accused Ostrania?", "Who is Kovel?"):
        for row in answer(press, question).to_json()["answers"]:
            quoted = FILE[row["start"] : row["end"]]
            assert quoted in (row["text"], row["evidence"])
            assert row["article"] == {
                "path": ARTICLE.path,
                "title": ARTICLE.title,
                "published": "2031-03-04",
                "source": "Quay Post",
            }


def test_words_in_pieces_have_no_offsets(press: Database) -> None:
    (row,) = answer(press, "What did Kovel say?").rows
    assert row["text"] == "The quota treaty is dead, … and it's time to say so."
    assert (row["start"], row["end"]) == (None, None)


def test_query_gives_the_same_rows_again(press: Database) -> None:
    found = answer(press, "What did Kovel say about Harrow?")
    assert found.cypher is not None
    assert press.read(found.cypher, **found.parameters) == list(found.rows)


@pytest.mark.parametrize("query", library.questions(), ids=lambda query: query.name)
def test_question_file(press: Database, query: library.Query) -> None:
    """Each is asked for in English, runs with any parameters, and speaks of what the graph is made of."""
    parameters = {name: _any(name) for name in query.parameters}
    rows = press.read(query.text, **parameters)
    columns = {"name", "type", "text", "evidence", "path", "title", "published", "source", "start", "end"}
    assert all(columns <= row.keys() for row in rows)
    assert {*re.findall(r"[(\s]\w*:([A-Z]\w+)", query.text)} <= {*model.LABELS, *model.TYPES}
    assert {name for type in re.findall(r"\[\w*:([A-Z_|]+)", query.text) for name in type.split("|")} <= {
        *model.TYPES
    }
    assert query.phrasings


def _any(parameter: str) -> list[str] | str | int | None:
    if parameter in library.NAMES:
        return ["Mira Kovel"]
    if parameter in LISTS:
        return []
    return {"quote": "treaty", "limit": 10}.get(parameter)


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.phrasing)
def test_phrasing_fills_parameters(form: Form) -> None:
    assert {*form.slots} <= {*form.query.parameters}


@pytest.mark.parametrize(
    ("phrasing", "sentence"),
    [
        ("who (met|saw) [with] {name}", "who met {name}"),
        ("(who|whom) did {name} meet", "who did {name} meet"),
        ("who said {quote}", "who said {quote}"),
    ],
)
def test_example(phrasing: str, sentence: str) -> None:
    assert example(phrasing) == sentence


@pytest.mark.parametrize(
    ("question", "form", "slots"),
    [
        ("WHO MET KOVEL", "who-met", {"name": "KOVEL"}),
        ("  who   met, Kovel ?!", "who-met", {"name": "Kovel"}),
        ("Who accused Kovel of lying?", "who-accused", {"name": "Kovel", "topic": "lying"}),
        ("Whom was Kovel accused by?", "who-accused", {"name": "Kovel"}),
        ("Was Kovel?", None, {}),
        ("Did Kovel ever meet with Harrow?", "did-X-meet-Y", {"name": "Kovel", "other": "Harrow"}),
        ("whose words are “so be it”", "who-said-quote", {"quote": "so be it"}),
    ],
)
def test_match(question: str, form: str | None, slots: dict[str, str]) -> None:
    found, filled = next(iter(matches(plain(split(question)), loose=True)), (None, {}))
    assert (found.query.name if found else None) == form
    assert {slot: " ".join(word.text for word in inside) for slot, inside in filled.items()} == slots
