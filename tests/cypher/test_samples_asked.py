"""Questions about the sample articles, as people put them; a third has no answer there."""

from pathlib import Path

import pytest

from cypher.database import Database
from cypher.questions import answer
from extract.articles import read_articles
from extract.pipeline import extract
from graph import growth
from tests.conftest import empty

SAMPLES = Path(__file__).parents[2] / "extract" / "samples"


@pytest.fixture(scope="module")
def samples(embedded: Database) -> Database:
    empty(embedded)
    growth.load(embedded, extract(read_articles([str(SAMPLES)])))
    return embedded


@pytest.mark.parametrize(
    ("question", "form", "named"),
    [
        ("Who questioned Maresh's legitimacy?", "who-commented-on", {"Katerina Dolan"}),
        ("Who spoke about the validity of Maresh's mandate?", "who-commented-on", set()),
        ("Which politicians commented on Ilian Maresh's mandate?", "who-commented-on", {"Katerina Dolan"}),
        ("Whose remarks were about the mandate of Ilian Maresh?", "who-commented-on", {"Katerina Dolan"}),
        ("What did Dolan say about Maresh in September?", "what-did-X-say-about", {"Katerina Dolan"}),
        ("What has Katarina Dolan told the court?", "what-did-X-say-about", {"Katerina Dolan"}),
        ("What was Quill's reaction to the claim?", "what-did-X-say-about", {"Hana Quill"}),
        ("Tell me what Ferrant said about the talks.", "what-did-X-say-about", {"Lucia Ferrant"}),
        ("What does Medinsky want?", "what-did-X-say-about", {"Vladimir Medinsky"}),
        ("What has Judge Venn said?", "what-did-X-say-about", {"Oskar Venn"}),
        ("How did Ferrant describe the quarrel?", "what-did-X-say-about", {"Lucia Ferrant"}),
        ("What did Putin say in the Eastgate Observer?", "what-did-X-say-about", {"Vladimir Putin"}),
        ("What did Putin first say about Ukraine?", "what-did-X-say-about", {"Vladimir Putin"}),
        ("What is the latest statement by Dolan?", "what-did-X-say-about", {"Katerina Dolan"}),
        ("Did Umerov comment on a meeting?", "did-X-say", {"Rustem Umerov"}),
        ("Compare Osvald and Holm on gas.", "what-do-X-and-Y-say", {"Andreas Holm"}),
        ("How do Osvald and Holm differ on the gas?", "what-do-X-and-Y-say", {"Andreas Holm"}),
        ("Who is quoted most?", "most-quoted", {"Vladimir Putin", "Katerina Dolan"}),
        ("Who said “the coffee was good”?", "who-said-quote", {"Andreas Holm"}),
        ("Whose words are 'Nobody has stolen a term'?", "who-said-quote", {"Hana Quill"}),
        ("What did Holm deny?", "what-did-X-deny", {"Andreas Holm"}),
        ("Did Putin meet Lukashenko?", "did-X-meet-Y", {"Alexander Lukashenko"}),
        ("Have Putin and Zelensky met?", "did-X-meet-Y", {"Volodymyr Zelenskyy"}),
        ("Will Putin and Zelensky meet?", "will-X-meet-Y", {"Volodymyr Zelenskyy"}),
        ("who met lukashenka", "who-met", {"Vladimir Putin"}),
        ("Where did Donald Trump meet Putin?", "where-did-they-meet", {"Anchorage"}),
        ("When did Trump and Putin meet?", "when-did-they-meet", {"Vladimir Putin"}),
        ("Who is expected to meet Lucia Ferrant?", "who-will-meet", {"Petr Osvald"}),
        ("Whom did Torv refuse to meet?", "who-will-not-meet", {"Petr Osvald"}),
        ("By whom was Andreas Holm accused?", "who-accused", {"Juna Reik"}),
        ("Who accused Holm of paying deputies?", "who-accused", {"Juna Reik"}),
        ("Whom did Prosecutor Reik accuse?", "whom-did-X-accuse", {"Andreas Holm"}),
        ("What was Andreas Holm accused of?", "of-what", {"Andreas Holm"}),
        ("Did Juna Reik accuse Andreas Holm?", "did-X-accuse-Y", {"Andreas Holm"}),
        ("Who accused whom?", "who-accused-whom", {"Juna Reik"}),
        ("How many articles mention Zelenskiy?", "how-many-articles-mention", {"Volodymyr Zelenskyy"}),
        ("Which outlets wrote about Maresh?", "which-outlets", {"Meridian Newswire", "Eastgate Observer"}),
        ("Who is Elin Torv?", "who-is", {"Elin Torv"}),
        ("What is told between Dolan and Maresh?", "between-X-and-Y", {"Katerina Dolan"}),
        ("Who is mentioned with Lukashenko?", "who-is-mentioned-with", {"Vladimir Putin"}),
        ("Who is the president of Belarus?", "who-is", {"Alexander Lukashenko"}),
        ("What did the Russian president say about Ukraine?", "what-did-X-say-about", {"Vladimir Putin"}),
        ("Which articles are about Dolan?", "which-articles-mention", {"Katerina Dolan"}),
    ],
)
def test_answered(samples: Database, question: str, form: str, named: set[str]) -> None:
    found = answer(samples, question)
    assert (found.form, found.cypher is not None) == (form, True), found.reason
    assert named <= {row["name"] for row in found.rows}
    assert found.answered or not named


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Did Putin meet Lukashenko?", "yes"),
        ("Have Putin and Zelensky met?", "no"),
        ("When did Trump and Putin meet?", "2025-08-15"),
        ("Did Juna Reik accuse Andreas Holm?", "yes"),
        ("Who is Elin Torv?", None),
    ],
)
def test_value(samples: Database, question: str, value: str | None) -> None:
    assert answer(samples, question).value == value


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Who is right about the gas, Osvald or Holm?", "asks for an opinion"),
        ("Should Maresh resign?", "asks for an opinion"),
        ("Will there be an election in Karstavia next year?", "asks for the future"),
        ("Why did Norvik shut the valve?", "asks for a cause"),
        ("How much gas did Norvik deliver?", "No question of this form"),
        ("What did Angela Merkel say about the gas?", "nobody and nothing by the name of “Angela Merkel”"),
        ("Who met Zelensky in Paris?", "nobody and nothing by the name of “Paris”"),
        ("Who is Katerina Dolanski?", "Did you mean Katerina Dolan?"),
        ("Did Dolan meet Holm in Paris in 2019?", "nobody and nothing by the name of “Paris”"),
        ("Who accused Ferrant?", "The articles do not say"),
        ("Did Dolan meet Elin Torv's dentist?", "No question of this form"),
        ("What did Putin say about Karstavia?", "The articles do not say"),
        ("Who commented on Maresh's divorce?", "The articles do not say"),
        ("What did Dolan say in 2019?", "The articles do not say"),
        ("What did Putin say in the Meridian Newswire?", "The articles do not say"),
    ],
)
def test_refused(samples: Database, question: str, reason: str) -> None:
    found = answer(samples, question)
    assert not found.answered
    assert reason in str(found.reason)


@pytest.mark.parametrize(
    ("question", "steps"),
    [
        ("Who questioned Maresh's legitimacy?", ["name: Maresh is Ilian Maresh", "phrasing: <who>", "run: "]),
        ("Who is Zzyzx?", ["words: Who is Zzyzx", "not run: The graph knows nobody"]),
    ],
)
def test_steps_are_told(samples: Database, question: str, steps: list[str]) -> None:
    told = answer(samples, question).steps
    assert all(any(each.startswith(step) for each in told) for step in steps)


def test_what_was_taken_for_a_topic_is_told(samples: Database) -> None:
    found = answer(samples, "Who spoke about the validity of Maresh's presidency?")
    assert all(word in str(found.parameters["topic"]) for word in ("validit", "legitimac", "president"))
    found = answer(samples, "What did Dolan say in August about Maresh?")
    assert found.notes == ("in August: 2025-08-01 to 2025-08-31",)
