"""Who said what, from what the attribution network points out: the network is written by hand here."""

from collections.abc import Iterator

import numpy as np
import pytest
from trees import read

from extract import reader
from extract.annotation import Attribution
from extract.encoder import WordPieces
from extract.pointer import Pointer
from extract.units import Units

Row = tuple[str | None, str | None, tuple[str, ...], str, bool]


class Network:
    """Points out what it is told: (cue, likelihood, source, content) in words "first last" of the text."""

    pieces = WordPieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]"])

    def __init__(self, text: str, told: list[tuple[str, float, str, tuple[str, ...]]]) -> None:
        self.text, self.told = text, told

    def read(self, units: Units) -> Iterator[Pointer]:
        def stretch(words: str) -> tuple[int, int]:
            start = self.text.index(words)
            return (
                int(np.searchsorted(units.start, start)),
                int(np.searchsorted(units.start, start + len(words))),
            )

        for cue, probability, source, content in self.told:
            roles = np.zeros((2, len(units)), dtype=np.float32)
            for role, pieces in enumerate(((source,) if source else (), content)):
                for piece in pieces:
                    roles[role, slice(*stretch(piece))] = 0.97
            first, end = stretch(cue)
            yield Pointer(first, end - 1, probability, 0, *roles)


def row(found: Attribution) -> Row:
    return (
        found.source and found.source.text,
        found.cue and found.cue.text,
        tuple(piece.text for piece in found.content),
        found.kind,
        found.denied,
    )


SAFE = (
    "The dam is safe, Berg said.",
    "The/DT/det/2 dam/NN/nsubj/4 is/VBZ/cop/4/be safe/JJ/ccomp/7 ,/,/punct/4 "
    "Berg/NNP/nsubj/7 said/VBD/ROOT/0/say ././punct/7",
)
QUOTED = (
    '"The dam is safe," Berg said.',
    '"/``/punct/5 The/DT/det/3 dam/NN/nsubj/5 is/VBZ/cop/5/be safe/JJ/ccomp/9 ,/,/punct/5 '
    "\"/''/punct/5 Berg/NNP/nsubj/9 said/VBD/ROOT/0/say ././punct/9",
)
PARTLY = (
    'Berg called the dam "quite safe".',
    'Berg/NNP/nsubj/2 called/VBD/ROOT/0/call the/DT/det/4 dam/NN/obj/2 "/``/punct/7 quite/RB/advmod/7 '
    "safe/JJ/xcomp/2 \"/''/punct/7 ././punct/2",
)
NESTED = (
    "Berg said Holm insists the dam is safe.",
    "Berg/NNP/nsubj/2 said/VBD/ROOT/0/say Holm/NNP/nsubj/4 insists/VBZ/ccomp/2/insist the/DT/det/6 "
    "dam/NN/nsubj/8 is/VBZ/cop/8/be safe/JJ/ccomp/4 ././punct/2",
)
TOGETHER = (
    "Berg and Holm denied the report.",
    "Berg/NNP/nsubj/4 and/CC/cc/3 Holm/NNP/conj/1 denied/VBD/ROOT/0/deny the/DT/det/6 report/NN/obj/4 "
    "././punct/4",
)
NOT_DENIED = (
    "Berg did not deny the report.",
    "Berg/NNP/nsubj/4 did/VBD/aux/4/do not/RB/advmod/4 deny/VB/ROOT/0 the/DT/det/6 report/NN/obj/4 "
    "././punct/4",
)


@pytest.mark.parametrize(
    ("text", "tree", "told", "expected"),
    [
        (*SAFE, [], []),
        (
            *SAFE,
            [("said", 0.9, "Berg", ("The dam is safe,",))],
            [("Berg", "said", ("The dam is safe",), "indirect", False)],
        ),
        (*SAFE, [("said", 0.2, "Berg", ("The dam is safe",))], []),  # too doubtful
        (*SAFE, [("said", 0.9, "Berg", ())], []),  # nothing said
        (
            *SAFE,
            [("said", 0.9, "", ("The dam is safe",))],
            [(None, "said", ("The dam is safe",), "indirect", False)],
        ),
        (  # two cues for the same words
            *SAFE,
            [("said", 0.9, "Berg", ("The dam is safe",)), ("Berg", 0.6, "", ("The dam is safe",))],
            [("Berg", "said", ("The dam is safe",), "indirect", False)],
        ),
        (  # most of a quotation is all of it
            *QUOTED,
            [("said", 0.9, "Berg", ("dam is safe",))],
            [("Berg", "said", ("The dam is safe",), "direct", False)],
        ),
        (
            *PARTLY,
            [("called", 0.9, "Berg", ("the dam", "quite safe"))],
            [("Berg", "called", ('the dam "quite safe"',), "mixed", False)],
        ),
        (
            *NESTED,
            [
                ("said", 0.9, "Berg", ("Holm insists the dam is safe",)),
                ("insists", 0.9, "Holm", ("the dam is safe",)),
            ],
            [
                ("Berg", "said", ("Holm insists the dam is safe",), "indirect", False),
                ("Holm", "insists", ("the dam is safe",), "indirect", False),
            ],
        ),
        (
            *TOGETHER,
            [("denied", 0.9, "Berg and Holm", ("the report",))],
            [
                ("Berg", "denied", ("the report",), "indirect", True),
                ("Holm", "denied", ("the report",), "indirect", True),
            ],
        ),
        (
            *NOT_DENIED,
            [("deny", 0.9, "Berg", ("the report",))],
            [("Berg", "deny", ("the report",), "indirect", False)],
        ),
    ],
)
def test_attributions(
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    tree: str,
    told: list[tuple[str, float, str, tuple[str, ...]]],
    expected: list[Row],
) -> None:
    monkeypatch.setattr(reader, "load", lambda: Network(text, told))
    monkeypatch.setattr(reader, "by_rules", lambda _doc, _article: ())
    found = list(reader.attributions(*read(text, tree)))
    assert [row(one) for one in found] == expected
    assert all(reader.LEAST <= one.score <= 1 for one in found)


def test_a_quotation_over_two_paragraphs(monkeypatch: pytest.MonkeyPatch) -> None:
    text = '"The dam is safe," Berg said.\n"Nobody has to leave."'
    told = [("said", 0.9, "Berg", ("The dam is safe", "Nobody has to leave"))]
    monkeypatch.setattr(reader, "load", lambda: Network(text, told))
    monkeypatch.setattr(reader, "by_rules", lambda _doc, _article: ())
    more = (
        '"/``/punct/3 Nobody/NN/nsubj/3 has/VBZ/ROOT/0/have to/TO/mark/5 leave/VB/xcomp/3 '
        "././punct/3 \"/''/punct/3"
    )
    found = list(reader.attributions(*read(text, QUOTED[1], more)))
    assert [row(one) for one in found] == [
        ("Berg", "said", ("The dam is safe", "Nobody has to leave"), "direct", False)
    ]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([], [("The dam is safe", reader.BY_RULE)]),  # the network finds nothing
        ([("said", 0.95, "Berg", ("dam is safe",))], [("dam is safe", 0.922)]),  # it is firm
        ([("said", 0.5, "Berg", ("dam is safe",))], [("The dam is safe", reader.BY_RULE)]),  # it is in doubt
        (
            [("is", 0.75, "", ("Berg said",))],  # something else
            [("The dam is safe", reader.BY_RULE), ("Berg said", 0.728)],
        ),
    ],
)
def test_what_the_rules_add(
    monkeypatch: pytest.MonkeyPatch,
    told: list[tuple[str, float, str, tuple[str, ...]]],
    expected: list[tuple[str, float]],
) -> None:
    monkeypatch.setattr(reader, "load", lambda: Network(SAFE[0], told))
    found = reader.attributions(*read(*SAFE))
    assert [(one.content[0].text, one.score) for one in found] == expected


@pytest.mark.parametrize(
    ("probability", "by_rules", "expected"),
    [(0.99, True, "sure"), (0.8, True, "likely"), (0.99, False, "likely")],
)
def test_sure_is_what_both_find(
    monkeypatch: pytest.MonkeyPatch, probability: float, by_rules: bool, expected: str
) -> None:
    told = [("said", probability, "Berg", ("dam is safe",))]
    monkeypatch.setattr(reader, "load", lambda: Network(SAFE[0], told))
    if not by_rules:
        monkeypatch.setattr(reader, "by_rules", lambda _doc, _article: ())
    assert [one.grade for one in reader.attributions(*read(*SAFE))] == [expected]
