"""Two full names: one person or two, and the reasons in words."""

import pytest
from people import only, person

from graph.likeness import LINE, compare

SAME = [
    (("Volodymyr Zelensky",), ("Volodymyr Zelenskiy",)),
    (("Vladimir Zelensky",), ("Volodymyr Zelenskyy", "President of Ukraine")),
    (("Osama bin Laden",), ("Usama bin Laden",)),
    (("Ida Maria Lorn",), ("Ida Lorn",)),
    (("I. Lorn", "Norwegian President I. Lorn"), ("Ida Lorn", "the Norwegian president")),
    (("Ida Lorn", "Chilean lawyer Ida Lorn"), ("Ida Lorn", "Chilean senator Ida Lorn")),
    (("Kim Jong-un",), ("Kim Jong Un",)),
]
APART = [
    (("Ida Lorn",), ("Eva Lorn",)),
    (("Ida Lorn",), ("Ida Lund",)),
    (("Michael Cohen", "US lawyer Michael Cohen"), ("Michael Cohen", "Canadian surgeon Michael Cohen")),
    (("Michael Cohen", "lawyer Michael Cohen"), ("Michael Cohen", "Dr Cohen", "surgeon Michael Cohen")),
    (("Alexander Lorn",), ("Alexandra Lorn",)),
    (("I. Lorn",), ("Ida Lorn",)),
    (("Vladimir Lorn", "Norwegian President"), ("Volodymyr Lorn", "Chilean Defence Minister")),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_person(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    found = compare(only(person(*one)), only(person(*other)))
    assert found.score >= LINE
    assert not found.apart


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_persons(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert compare(only(person(*one)), only(person(*other))).score < LINE


@pytest.mark.parametrize(("one", "other"), SAME + APART)
def test_the_order_does_not_matter(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    a, b = only(person(*one)), only(person(*other))
    there, back = compare(a, b), compare(b, a)
    assert (there.score, there.apart) == (back.score, back.apart)


def test_reasons_are_words() -> None:
    a = only(person("Vladimir Zelensky", "Ukrainian President Vladimir Zelensky"))
    b = only(person("Volodymyr Zelensky", "the president of Ukraine"))
    assert compare(a, b).reasons == (
        "the same surname",
        "vladimir and volodymyr are forms of one given name",
        "both called president of Ukraine",
    )
