"""Cypher files: headers, parameters, folders, schema statements, folded names."""

import re

import pytest

from cypher import library
from cypher.library import QuestionError, fold, load, parse
from graph.model import LABELS, TYPES

FOLDER = library.FOLDER
FILES = sorted(path.relative_to(FOLDER).with_suffix("").as_posix() for path in FOLDER.rglob("*.cypher"))
QUERIES = [name for name in FILES if not name.startswith("schema/")]


def test_a_file_is_read_into_its_parts() -> None:
    query = parse(
        "who-met",
        "// Who met an actor?\n// The newest comes first.\n//\n// name: the actor\n// ask: who met {name}\n"
        "// ask: who saw {name}\nMATCH (a {name: $name}) // not a header\nRETURN a\n",
    )
    assert query.name == "who-met"
    assert query.question == "Who met an actor?"
    assert query.comment == "The newest comes first.\n"
    assert query.parameters == {"name": "the actor"}
    assert query.phrasings == ("who met {name}", "who saw {name}")
    assert query.text == "MATCH (a {name: $name}) // not a header\nRETURN a"


@pytest.mark.parametrize(
    ("source", "wrong"),
    [
        ("", "first line"),
        ("MATCH (n) RETURN n", "first line"),
        ("// A question and no query\n", "first line"),
        ("//\nRETURN 1", "first line"),
        ("// Q?\nRETURN $name", r"\$name"),
        ("// Q?\n// name: unused\nRETURN 1", r"\$name"),
    ],
)
def test_a_header_that_does_not_fit_is_an_error(source: str, wrong: str) -> None:
    with pytest.raises(QuestionError, match=wrong):
        parse("x", source)


@pytest.mark.parametrize(
    "text",
    [
        "RETURN '$name'",
        'RETURN "it\\"s $name"',
        "RETURN 1 AS `$name`",
        "RETURN 1 // $name",
        "RETURN /* $name\n*/ 1",
    ],
)
def test_a_dollar_in_words_is_no_parameter(text: str) -> None:
    assert parse("x", f"// Q?\n{text}").parameters == {}


def test_a_query_that_is_not_there_is_an_error() -> None:
    with pytest.raises(QuestionError, match="no query 'questions/nothing'"):
        load("questions/nothing")


@pytest.mark.parametrize("name", QUERIES)
def test_every_file_has_a_header_that_fits(name: str) -> None:
    assert load(name).question


@pytest.mark.parametrize("name", FILES)
def test_labels_and_types_are_those_of_the_model(name: str) -> None:
    text = (FOLDER / f"{name}.cypher").read_text(encoding="utf-8")
    code = re.sub(r"//[^\n]*|'(?:\\.|[^'\\])*'", "", text)
    named = re.findall(r"(?<=[\w(\[ ]):([A-Z]\w*(?:[|:][A-Z]\w*)*)", code)
    used = {each for group in named for each in re.split(r"[|:]", group)}
    assert used <= {*LABELS, *TYPES}


def test_each_label_and_type_has_one_file_to_load_it() -> None:
    files = {path.stem for path in (FOLDER / "load").glob("*.cypher")}
    assert files == {*LABELS, *TYPES} - {"Actor"}


def test_every_id_has_a_constraint() -> None:
    text = "\n".join(library.statements("schema/constraints.cypher"))
    constrained = set(re.findall(r":(\w+)\)? ?\]?-?\(?\)? REQUIRE", text))
    assert constrained == {*LABELS, *TYPES} - {"Person", "Organization", "Place"}


def test_schema_files_are_split_into_statements() -> None:
    assert len(library.statements("schema/fulltext.cypher")) == 3
    assert all(not part.endswith(";") for part in library.statements("schema/constraints.cypher"))


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Recep Tayyip  Erdoğan", "recep tayyip erdogan"),
        ("Łukasz Ørsted", "lukasz orsted"),
        ("İstanbul", "istanbul"),
        ("Kılıç", "kilic"),
        ("Straße", "strasse"),
        ("O’Neil\n", "o'neil"),
        ("Зеленський", "зеленськии"),
        ("", ""),
    ],
)
def test_fold(name: str, folded: str) -> None:
    assert fold(name) == folded
    assert fold(folded) == folded
