"""Which Names are one actor: spellings, surnames, titles by their day; apart when unsure; in any order."""

import itertools
import random
from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from people import Told, article, body, person, place

from extract.annotation import Extraction
from graph.actors import Actor
from graph.judgements import Judgement
from graph.names import Name, merged, names
from graph.resolution import resolve

Row = tuple[str | None, Sequence[Told]]


def known(extractions: Iterable[Extraction]) -> dict[str, Name]:
    found: dict[str, Name] = {}
    for extraction in extractions:
        for name in names(extraction).values():
            found[name.id] = merged(found[name.id], name) if name.id in found else name
    return found


def read(*rows: Row, judgements: Sequence[Judgement] = ()) -> list[list[Actor]]:
    """The actors of each article, in its order."""
    extractions = [article(str(number), day, *told) for number, (day, told) in enumerate(rows)]
    actors = resolve(known(extractions).values(), judgements)
    return [[actors[name.id] for name in names(extraction).values()] for extraction in extractions]


def together(*told: Told, day: str | None = "2031-05-04") -> bool:
    """Whether each of these, told of in an article of its own, is one actor."""
    return len({actors[0].id for actors in read(*((day, [each]) for each in told))}) == 1


@pytest.mark.parametrize(
    "told",
    [
        (person("Ida Lorn"), person("Lorn")),
        (person("Ida Lorn", "Chilean President Ida Lorn"), person("Lorn", "the Chilean president")),
        (person("Volodymyr Zelensky"), person("Zelenskiy"), person("Vladimir Zelenskyy")),
        (person("Ida Lorn", "Chilean President Ida Lorn"), person("the Chilean president")),
        (body("International Herring Council"), body("IHC")),
        (body("UN"), body("United Nations")),
        (place("Kyiv"), place("Kiev")),
        (place("Kremlin"), body("Kremlin")),
        (body("US Department of Justice"), body("Justice Department of the United States")),
        (person("Kim Jong-un"), person("Kim", "the North Korean leader")),
    ],
)  # fmt: skip
def test_one_actor(told: Sequence[Told]) -> None:
    assert together(*told)


@pytest.mark.parametrize(
    "told",
    [
        (person("Ida Lorn"), person("Lund")),
        (person("Ida Lorn", "Chilean President Ida Lorn"), person("Lorn", "Norwegian striker Lorn")),
        (person("Ida Lorn", "former Chilean President Ida Lorn"), person("the Chilean president")),
        (person("Michael Cohen", "lawyer Michael Cohen"), person("Michael Cohen", "surgeon Michael Cohen")),
        (person("Paris Lorn"), place("Paris")),
        (person("Washington"), place("Washington"), body("Washington Post")),
        (body("PA"), body("Portside Authority")),
        (body("Bank of America"), body("US Bank")),
        (person("the Chilean president"), person("the Norwegian president")),
    ],
)  # fmt: skip
def test_several_actors(told: Sequence[Told]) -> None:
    found = {actors[0].id for actors in read(*(("2031-05-04", [each]) for each in told))}
    assert len(found) == len(told)


def test_a_surname_that_fits_two_is_nobodys() -> None:
    day = "2031-05-04"
    found = read((day, [person("Ida Lorn")]), (day, [person("Eva Lorn")]), (day, [person("Lorn")]))
    assert len({actors[0].id for actors in found}) == 3
    called = read(
        (day, [person("Ida Lorn", "Chilean President Ida Lorn")]),
        (day, [person("Eva Lorn")]),
        (day, [person("Lorn", "President Lorn")]),
    )
    assert called[2] == called[0]


def test_a_surname_goes_with_nobody_of_another_time() -> None:
    found = read(("1999-01-01", [person("Ida Lorn")]), ("2031-01-01", [person("Lorn")]))
    assert found[0] != found[1]


@pytest.mark.parametrize(
    ("day", "holder"),
    [("2016-06-01", "Barack Obama"), ("2019-06-01", "Donald Trump"),
     ("2022-06-01", "Joe Biden"), ("2025-08-01", "Donald Trump")],
)  # fmt: skip
def test_a_title_means_its_holder_on_the_day(day: str, holder: str) -> None:
    [[alone]] = read((day, [person("the US president")]))
    [[among], *_] = read(
        (day, [person("the US president")]),
        ("2016-06-01", [person("Barack Obama", "US President Barack Obama")]),
        ("2019-06-01", [person("Donald Trump", "US President Donald Trump")]),
    )
    assert alone.name == among.name == holder
    assert alone.id == among.id
    assert alone.wikidata


def test_a_title_of_two_in_one_year_is_nobodys() -> None:
    rows: list[Row] = [
        ("2031-05-04", [person(name, f"Chilean President {name}")]) for name in ("Ida Lorn", "Bo Lund")
    ]
    found = read(*rows, ("2031-06-04", [person("the Chilean president")]))
    assert len({actors[0].id for actors in found}) == 3


def test_a_bare_name_that_fits_two_homonyms_stays_apart() -> None:
    found = read(
        (None, [person("Michael Cohen", "lawyer Michael Cohen")]),
        (None, [person("Michael Cohen", "surgeon Michael Cohen")]),
        (None, [person("Michael Cohen")]),
    )
    assert len({actors[0].id for actors in found}) == 3


def test_an_actor_has_all_its_names_and_its_number() -> None:
    [[actor], *_] = read(
        ("2025-08-01", [person("Volodymyr Zelensky", "Ukrainian President Volodymyr Zelensky")]),
        ("2025-08-02", [person("Zelenskyy", "the Ukrainian president")]),
    )
    assert actor.wikidata == "Q3874799"
    assert actor.gender == "male"
    assert {"Zelenskyy", "the Ukrainian president", "Volodymyr Zelensky"} <= {*actor.aliases}


def test_a_judgement_outranks_the_rules() -> None:
    told = [person("Ida Lorn"), person("Lorn"), person("Bo Lund")]
    rows: list[Row] = [("2031-05-04", [each]) for each in told]
    ids = [next(iter(names(article(str(n), *row[:1], *row[1])).values())).id for n, row in enumerate(rows)]
    before = read(*rows)
    assert before[0] == before[1] != before[2]
    apart = read(*rows, judgements=[Judgement("different", ids[0], ids[1])])
    assert len({actors[0].id for actors in apart}) == 3
    joined = read(*rows, judgements=[Judgement("same", ids[2], ids[1])])
    assert len({actors[0].id for actors in joined}) == 1


FAMILY = st.sampled_from(["Lorn", "Lund", "Zelensky", "Zelenskiy", "Kim", "Cohen", "Trump"])
GIVEN = st.sampled_from(["", "Ida", "Eva", "I.", "Vladimir", "Volodymyr", "Ida Maria", "Donald"])
TITLE = st.sampled_from(
    [
        "",
        "Chilean President",
        "lawyer",
        "Norwegian surgeon",
        "US President",
        "former Chilean President",
        "President",
    ]
)
BODIES = ["IHC", "International Herring Council", "Kremlin", "US", "United States", "Kiev", "Moscow"]


@st.composite
def actors_told(draw: st.DrawFn) -> Told:
    if draw(st.integers(0, 3)) == 0:
        return draw(st.sampled_from([body, place]))(draw(st.sampled_from(BODIES)))
    if draw(st.integers(0, 4)) == 0:
        return person(
            draw(st.sampled_from(["the Chilean president", "the US president", "the Russian leader"]))
        )
    name, title = f"{draw(GIVEN)} {draw(FAMILY)}".strip(), draw(TITLE)
    return person(name, f"{title} {name}") if title else person(name)


DAYS = st.sampled_from([None, "2016-03-01", "2021-01-10", "2024-12-31", "2025-08-01", "2031-05-04"])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(DAYS, st.lists(actors_told(), min_size=1, max_size=3, unique_by=lambda told: told[1])),
        max_size=8,
    ),
    st.randoms(),
)
def test_the_order_of_articles_does_not_matter(rows: list[Row], chance: random.Random) -> None:
    extractions = [article(str(number), day, *told) for number, (day, told) in enumerate(rows)]
    expected = resolve(known(extractions).values())
    shuffled = list(extractions)
    chance.shuffle(shuffled)
    assert resolve(known(shuffled).values()) == expected
    assert resolve(known([*shuffled, *extractions]).values()) == expected
    by_id: dict[str, Actor] = {}
    for actor in expected.values():
        assert by_id.setdefault(actor.id, actor) == actor, "two actors of one id"


def test_every_order_of_a_few() -> None:
    told = [
        person("Ida Lorn"),
        person("Lorn"),
        person("I. Lorn", "lawyer I. Lorn"),
        person("Ida Lorn", "lawyer Ida Lorn"),
    ]
    extractions = [article(str(n), "2031-01-01", each) for n, each in enumerate(told)]
    expected = resolve(known(extractions).values())
    for order in itertools.permutations(extractions):
        assert resolve(known(order).values()) == expected
