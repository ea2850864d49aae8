"""Who said what, on sentences with trees built by hand."""

import pytest
from spacy.tokens import Span
from trees import read

from extract.annotation import Attribution
from extract.attribution import attributions

Row = tuple[str, str, tuple[str, ...], str, bool]


def row(found: Attribution) -> Row:
    assert found.source is not None
    assert found.cue is not None
    content = tuple(piece.text for piece in found.content)
    return found.source.text, found.cue.text, content, found.kind, found.denied


@pytest.mark.parametrize(
    ("text", "trees", "expected"),
    [
        (
            "The minister said that the dam was safe.",
            [
                "The/DT/det/2 minister/NN/nsubj/3 said/VBD/ROOT/0/say that/IN/mark/8 the/DT/det/6 "
                "dam/NN/nsubj/8 was/VBD/cop/8/be safe/JJ/ccomp/3 ././punct/3",
            ],
            [("The minister", "said", ("the dam was safe",), "indirect", False)],
        ),
        (
            # where the tree hangs the day on what is said
            "Berg said on Friday that the dam was safe.",
            [
                "Berg/NNP/nsubj/2/Berg/PERSON said/VBD/ROOT/0/say on/IN/case/4 Friday/NNP/obl/9 "
                "that/IN/mark/9 the/DT/det/7 dam/NN/nsubj/9 was/VBD/cop/9/be safe/JJ/ccomp/2 ././punct/2",
            ],
            [("Berg", "said", ("the dam was safe",), "indirect", False)],
        ),
        (
            "Berg told reporters the border would stay open.",
            [
                "Berg/NNP/nsubj/2/Berg/PERSON told/VBD/ROOT/0/tell reporters/NNS/iobj/2/reporter "
                "the/DT/det/5 border/NN/nsubj/7 would/MD/aux/7 stay/VB/ccomp/2 open/JJ/xcomp/7 "
                "././punct/2",
            ],
            [("Berg", "told", ("the border would stay open",), "indirect", False)],
        ),
        (
            '"We will mend the dam," Berg said.',
            [
                '"/``/punct/4 We/PRP/nsubj/4 will/MD/aux/4 mend/VB/ccomp/10 the/DT/det/6 dam/NN/obj/4 '
                ",/,/punct/4 \"/''/punct/4 Berg/NNP/nsubj/10/Berg/PERSON said/VBD/ROOT/0/say "
                "././punct/10",
            ],
            [("Berg", "said", ("We will mend the dam",), "direct", False)],
        ),
        (
            "'We will mend the dam,' Berg said.",
            [
                "'/``/punct/4 We/PRP/nsubj/4 will/MD/aux/4 mend/VB/ccomp/10 the/DT/det/6 dam/NN/obj/4 "
                ",/,/punct/4 '/''/punct/4 Berg/NNP/nsubj/10/Berg/PERSON said/VBD/ROOT/0/say "
                "././punct/10",
            ],
            [("Berg", "said", ("We will mend the dam",), "direct", False)],
        ),
        (
            "“We will mend the dam,” Berg said, “and we will pay for it.”",
            [
                "“/``/punct/4 We/PRP/nsubj/4 will/MD/aux/4 mend/VB/ccomp/10 the/DT/det/6 dam/NN/obj/4 "
                ",/,/punct/4 ”/''/punct/4 Berg/NNP/nsubj/10/Berg/PERSON said/VBD/ROOT/0/say "
                ",/,/punct/16 “/``/punct/16 and/CC/cc/16 we/PRP/nsubj/16 will/MD/aux/16 "
                "pay/VB/ccomp/10 for/IN/case/18 it/PRP/obl/16 ././punct/16 ”/''/punct/16",
            ],
            [("Berg", "said", ("We will mend the dam", "and we will pay for it"), "direct", False)],
        ),
        (
            '"The dam is safe," Berg said. "Nobody has to leave."',
            [
                '"/``/punct/5 The/DT/det/3 dam/NN/nsubj/5 is/VBZ/cop/5/be safe/JJ/ccomp/9 ,/,/punct/5 '
                "\"/''/punct/5 Berg/NNP/nsubj/9/Berg/PERSON said/VBD/ROOT/0/say ././punct/9",
                '"/``/punct/3 Nobody/NN/nsubj/3 has/VBZ/ROOT/0/have to/TO/mark/5 leave/VB/xcomp/3 '
                "././punct/3 \"/''/punct/3",
            ],
            [("Berg", "said", ("The dam is safe", "Nobody has to leave"), "direct", False)],
        ),
        (
            '"The dam is safe," Berg said.\n"Nobody has to leave."',
            [
                '"/``/punct/5 The/DT/det/3 dam/NN/nsubj/5 is/VBZ/cop/5/be safe/JJ/ccomp/9 ,/,/punct/5 '
                "\"/''/punct/5 Berg/NNP/nsubj/9/Berg/PERSON said/VBD/ROOT/0/say ././punct/9",
                '"/``/punct/3 Nobody/NN/nsubj/3 has/VBZ/ROOT/0/have to/TO/mark/5 leave/VB/xcomp/3 '
                "././punct/3 \"/''/punct/3",
            ],
            [("Berg", "said", ("The dam is safe", "Nobody has to leave"), "direct", False)],
        ),
        (
            'Berg said: "The dam is safe. Nobody has to leave."',
            [
                'Berg/NNP/nsubj/2/Berg/PERSON said/VBD/ROOT/0/say :/:/punct/8 "/``/punct/8 '
                "The/DT/det/6 dam/NN/nsubj/8 is/VBZ/cop/8/be safe/JJ/ccomp/2 ././punct/8 "
                "Nobody/NN/nsubj/11 has/VBZ/ccomp/2/have to/TO/mark/13 leave/VB/xcomp/11 ././punct/11 "
                "\"/''/punct/8",
            ],
            [("Berg", "said", ("The dam is safe. Nobody has to leave",), "direct", False)],
        ),
        (
            '"Lind refused to pay," Berg said.',
            [
                '"/``/punct/3 Lind/NNP/nsubj/3/Lind/PERSON refused/VBD/ccomp/9/refuse to/TO/mark/5 '
                "pay/VB/xcomp/3 ,/,/punct/3 \"/''/punct/3 Berg/NNP/nsubj/9/Berg/PERSON "
                "said/VBD/ROOT/0/say ././punct/9",
            ],
            [("Berg", "said", ("Lind refused to pay",), "direct", False)],
        ),
        (
            'Berg called the plan "a gift to smugglers".',
            [
                "Berg/NNP/nsubj/2/Berg/PERSON called/VBD/ROOT/0/call the/DT/det/4 plan/NN/obj/2 "
                '"/``/punct/7 a/DT/det/7 gift/NN/xcomp/2 to/IN/case/9 smugglers/NNS/nmod/7/smuggler '
                "\"/''/punct/7 ././punct/2",
            ],
            [("Berg", "called", ('the plan "a gift to smugglers"',), "mixed", False)],
        ),
        (
            "Two trucks were seized, according to the police.",
            [
                "Two/CD/nummod/2 trucks/NNS/nsubj:pass/4/truck were/VBD/aux:pass/4/be "
                "seized/VBN/ROOT/0/seize ,/,/punct/4 according/VBG/case/9/accord to/IN/fixed/6 "
                "the/DT/det/9 police/NN/obl/4 ././punct/4",
            ],
            [("the police", "according to", ("Two trucks were seized",), "indirect", False)],
        ),
        (
            "Berg accused Lind of taking bribes.",
            [
                "Berg/NNP/nsubj/2/Berg/PERSON accused/VBD/ROOT/0/accuse Lind/NNP/obj/2/Lind/PERSON "
                "of/IN/mark/5 taking/VBG/advcl/2/take bribes/NNS/obj/5/bribe ././punct/2",
            ],
            [("Berg", "accused", ("Lind of taking bribes",), "indirect", False)],
        ),
        (
            "Lind denied the charges.",
            [
                "Lind/NNP/nsubj/2/Lind/PERSON denied/VBD/ROOT/0/deny the/DT/det/4 "
                "charges/NNS/obj/2/charge ././punct/2",
            ],
            [("Lind", "denied", ("the charges",), "indirect", True)],
        ),
        (
            "Lind denied that he took bribes.",
            [
                "Lind/NNP/nsubj/2/Lind/PERSON denied/VBD/ROOT/0/deny that/IN/mark/5 he/PRP/nsubj/5 "
                "took/VBD/ccomp/2/take bribes/NNS/obj/5/bribe ././punct/2",
            ],
            [("Lind", "denied", ("he took bribes",), "indirect", True)],
        ),
        (
            "Lind did not believe that the dam was safe.",
            [
                "Lind/NNP/nsubj/4/Lind/PERSON did/VBD/aux/4/do not/RB/advmod/4 believe/VB/ROOT/0 "
                "that/IN/mark/9 the/DT/det/7 dam/NN/nsubj/9 was/VBD/cop/9/be safe/JJ/ccomp/4 ././punct/4",
            ],
            [("Lind", "believe", ("the dam was safe",), "indirect", True)],
        ),
        (
            # to deny is to deny; not to deny is to say nothing
            "Lind did not deny that the dam was safe.",
            [
                "Lind/NNP/nsubj/4/Lind/PERSON did/VBD/aux/4/do not/RB/advmod/4 deny/VB/ROOT/0 "
                "that/IN/mark/9 the/DT/det/7 dam/NN/nsubj/9 was/VBD/cop/9/be safe/JJ/ccomp/4 ././punct/4",
            ],
            [],
        ),
        (
            "Lind did not say that the dam was safe.",
            [
                "Lind/NNP/nsubj/4/Lind/PERSON did/VBD/aux/4/do not/RB/advmod/4 say/VB/ROOT/0 "
                "that/IN/mark/9 the/DT/det/7 dam/NN/nsubj/9 was/VBD/cop/9/be safe/JJ/ccomp/4 ././punct/4",
            ],
            [],
        ),
        (
            "Lind believed that the dam was safe.",
            [
                "Lind/NNP/nsubj/2/Lind/PERSON believed/VBD/ROOT/0/believe that/IN/mark/7 "
                "the/DT/det/5 dam/NN/nsubj/7 was/VBD/cop/7/be safe/JJ/ccomp/2 ././punct/2",
            ],
            [("Lind", "believed", ("the dam was safe",), "indirect", False)],
        ),
        (
            "Berg urged the council to delay the vote.",
            [
                "Berg/NNP/nsubj/2/Berg/PERSON urged/VBD/ROOT/0/urge the/DT/det/4 council/NN/obj/2 "
                "to/TO/mark/6 delay/VB/xcomp/2 the/DT/det/8 vote/NN/obj/6 ././punct/2",
            ],
            [("Berg", "urged", ("the council to delay the vote",), "indirect", False)],
        ),
        (
            "Berg refused to open the dam.",
            [
                "Berg/NNP/nsubj/2/Berg/PERSON refused/VBD/ROOT/0/refuse to/TO/mark/4 open/VB/xcomp/2 "
                "the/DT/det/6 dam/NN/obj/4 ././punct/2",
            ],
            [("Berg", "refused", ("to open the dam",), "indirect", False)],
        ),
        (
            "Berg called for new elections.",
            [
                "Berg/NNP/nsubj/2/Berg/PERSON called/VBD/ROOT/0/call for/IN/case/5 new/JJ/amod/5 "
                "elections/NNS/obl/2/election ././punct/2",
            ],
            [("Berg", "called for", ("new elections",), "indirect", False)],
        ),
        (
            "Berg called on the council to resign.",
            [
                "Berg/NNP/nsubj/2/Berg/PERSON called/VBD/ROOT/0/call on/IN/case/5 the/DT/det/5 "
                "council/NN/obl/2 to/TO/mark/7 resign/VB/acl/5 ././punct/2",
            ],
            [("Berg", "called on", ("the council to resign",), "indirect", False)],
        ),
        (
            "Lind's claim that the vote was stolen was false.",
            [
                "Lind/NNP/nmod:poss/3/Lind/PERSON 's/POS/case/1 claim/NN/nsubj/10 that/IN/mark/8 "
                "the/DT/det/6 vote/NN/nsubj:pass/8 was/VBD/aux:pass/8/be stolen/VBN/acl/3/steal "
                "was/VBD/cop/10/be false/JJ/ROOT/0 ././punct/10",
            ],
            [("Lind", "claim", ("the vote was stolen",), "indirect", False)],
        ),
        (
            "The deal was criticised by Lind.",
            [
                "The/DT/det/2 deal/NN/nsubj:pass/4 was/VBD/aux:pass/4/be "
                "criticised/VBN/ROOT/0/criticise by/IN/case/6 Lind/NNP/obl:agent/4/Lind/PERSON "
                "././punct/4",
            ],
            [("Lind", "criticised", ("The deal",), "indirect", False)],
        ),
        (
            "Berg left the talks, saying the crisis was over.",
            [
                "Berg/NNP/nsubj/2/Berg/PERSON left/VBD/ROOT/0/leave the/DT/det/4 talks/NNS/obj/2/talk "
                ",/,/punct/2 saying/VBG/advcl/2/say the/DT/det/8 crisis/NN/nsubj/10 was/VBD/cop/10/be "
                "over/RB/ccomp/6 ././punct/2",
            ],
            [("Berg", "saying", ("the crisis was over",), "indirect", False)],
        ),
        (
            "The minister, who said the dam was safe, resigned.",
            [
                "The/DT/det/2 minister/NN/nsubj/11 ,/,/punct/5 who/WP/nsubj/5 "
                "said/VBD/acl:relcl/2/say the/DT/det/7 dam/NN/nsubj/9 was/VBD/cop/9/be "
                "safe/JJ/ccomp/5 ,/,/punct/5 resigned/VBD/ROOT/0/resign ././punct/11",
            ],
            [("The minister", "said", ("the dam was safe",), "indirect", False)],
        ),
        (
            "Berg said the dam was safe, adding that repairs had begun.",
            [
                "Berg/NNP/nsubj/2/Berg/PERSON said/VBD/ROOT/0/say the/DT/det/4 dam/NN/nsubj/6 "
                "was/VBD/cop/6/be safe/JJ/ccomp/2 ,/,/punct/8 adding/VBG/advcl/6/add that/IN/mark/12 "
                "repairs/NNS/nsubj/12/repair had/VBD/aux/12/have begun/VBN/ccomp/8/begin ././punct/2",
            ],
            [
                ("Berg", "said", ("the dam was safe",), "indirect", False),
                ("Berg", "adding", ("repairs had begun",), "indirect", False),
            ],
        ),
        (
            "Berg said Lind claimed the dam was safe.",
            [
                "Berg/NNP/nsubj/2/Berg/PERSON said/VBD/ROOT/0/say Lind/NNP/nsubj/4/Lind/PERSON "
                "claimed/VBD/ccomp/2/claim the/DT/det/6 dam/NN/nsubj/8 was/VBD/cop/8/be "
                "safe/JJ/ccomp/4 ././punct/2",
            ],
            [
                ("Berg", "said", ("Lind claimed the dam was safe",), "indirect", False),
                ("Lind", "claimed", ("the dam was safe",), "indirect", False),
            ],
        ),
        (
            "As Berg said, the dam is safe.",
            [
                "As/IN/mark/3 Berg/NNP/nsubj/3/Berg/PERSON said/VBD/advcl/8/say ,/,/punct/3 "
                "the/DT/det/6 dam/NN/nsubj/8 is/VBZ/cop/8/be safe/JJ/ROOT/0 ././punct/8",
            ],
            [("Berg", "said", ("the dam is safe",), "indirect", False)],
        ),
        (
            "As reported by Berg, the dam is safe.",
            [
                "As/IN/mark/2 reported/VBN/advcl/9/report by/IN/case/4 "
                "Berg/NNP/obl:agent/2/Berg/PERSON ,/,/punct/9 the/DT/det/7 dam/NN/nsubj/9 "
                "is/VBZ/cop/9/be safe/JJ/ROOT/0 ././punct/9",
            ],
            [("Berg", "reported", ("the dam is safe",), "indirect", False)],
        ),
        (
            "The Herald and the Tribune reported that the dam was safe.",
            [
                "The/DT/det/2 Herald/NNP/nsubj/6/Herald/ORG and/CC/cc/5 the/DT/det/5 "
                "Tribune/NNP/conj/2/Tribune/ORG reported/VBD/ROOT/0/report that/IN/mark/11 "
                "the/DT/det/9 dam/NN/nsubj/11 was/VBD/cop/11/be safe/JJ/ccomp/6 ././punct/6",
            ],
            [
                ("The Herald", "reported", ("the dam was safe",), "indirect", False),
                ("the Tribune", "reported", ("the dam was safe",), "indirect", False),
            ],
        ),
        (
            "OSLO (AP) — The minister said the dam was safe.",
            [
                "OSLO/NNP/ROOT/0/OSLO/PLACE (/-LRB-/punct/3 AP/NNP/appos/1/AP/ORG )/-RRB-/punct/3 "
                "—/:/punct/8 The/DT/det/7 minister/NN/nsubj/8 said/VBD/parataxis/1/say the/DT/det/10 "
                "dam/NN/nsubj/12 was/VBD/cop/12/be safe/JJ/ccomp/8 ././punct/1",
            ],
            [("The minister", "said", ("the dam was safe",), "indirect", False)],
        ),
        (
            "The Herald reported that the dam was safe, citing officials.",
            [
                "The/DT/det/2 Herald/NNP/nsubj/3/Herald/ORG reported/VBD/ROOT/0/report that/IN/mark/8 "
                "the/DT/det/6 dam/NN/nsubj/8 was/VBD/cop/8/be safe/JJ/ccomp/3 ,/,/punct/8 "
                "citing/VBG/advcl/8/cite officials/NNS/obj/10/official ././punct/3",
            ],
            [
                ("The Herald", "reported", ("the dam was safe",), "indirect", False),
                ("officials", "citing", ("the dam was safe",), "indirect", False),
            ],
        ),
        (
            "Lind believes that the dam is safe.",
            [
                "Lind/NNP/nsubj/2/Lind/PERSON believes/VBZ/ROOT/0/believe that/IN/mark/7 the/DT/det/5 "
                "dam/NN/nsubj/7 is/VBZ/cop/7/be safe/JJ/ccomp/2 ././punct/2",
            ],
            [("Lind", "believes", ("the dam is safe",), "indirect", False)],
        ),
        (
            "The ministry issued a statement saying the dam was safe.",
            [
                "The/DT/det/2 ministry/NN/nsubj/3 issued/VBD/ROOT/0/issue a/DT/det/5 "
                "statement/NN/obj/3 saying/VBG/acl/5/say the/DT/det/8 dam/NN/nsubj/10 "
                "was/VBD/cop/10/be safe/JJ/ccomp/6 ././punct/3",
            ],
            [("The ministry", "saying", ("the dam was safe",), "indirect", False)],
        ),
        (
            "Berg said the dam was safe, but the bridge would be closed.",
            [
                "Berg/NNP/nsubj/2/Berg/PERSON said/VBD/ROOT/0/say the/DT/det/4 dam/NN/nsubj/6 "
                "was/VBD/cop/6/be safe/JJ/ccomp/2 ,/,/punct/13 but/CC/cc/13 the/DT/det/10 "
                "bridge/NN/nsubj:pass/13 would/MD/aux/13 be/VB/aux:pass/13 closed/VBN/conj/6/close "
                "././punct/2",
            ],
            [("Berg", "said", ("the dam was safe, but the bridge would be closed",), "indirect", False)],
        ),
        (
            "The police and the mayor said that the dam was safe.",
            [
                "The/DT/det/2 police/NNS/nsubj/6 and/CC/cc/5 the/DT/det/5 mayor/NN/conj/2 "
                "said/VBD/ROOT/0/say that/IN/mark/11 the/DT/det/9 dam/NN/nsubj/11 was/VBD/cop/11/be "
                "safe/JJ/ccomp/6 ././punct/6",
            ],
            [
                ("The police", "said", ("the dam was safe",), "indirect", False),
                ("the mayor", "said", ("the dam was safe",), "indirect", False),
            ],
        ),
        (
            "Berg left, calling the plan useless and warning that the dam was weak.",
            [
                "Berg/NNP/nsubj/2/Berg/PERSON left/VBD/ROOT/0/leave ,/,/punct/4 "
                "calling/VBG/advcl/2/call the/DT/det/6 plan/NN/obj/4 useless/JJ/xcomp/4 and/CC/cc/9 "
                "warning/VBG/conj/7/warn that/IN/mark/14 the/DT/det/12 dam/NN/nsubj/14 "
                "was/VBD/cop/14/be weak/JJ/ccomp/9 ././punct/2",
            ],
            [
                ("Berg", "calling", ("the plan useless",), "indirect", False),
                ("Berg", "warning", ("the dam was weak",), "indirect", False),
            ],
        ),
        (
            "Per the report, the dam is safe.",
            [
                "Per/IN/case/3 the/DT/det/3 report/NN/obl/8 ,/,/punct/3 the/DT/det/6 dam/NN/nsubj/8 "
                "is/VBZ/cop/8/be safe/JJ/ROOT/0 ././punct/8",
            ],
            [("the report", "Per", ("the dam is safe",), "indirect", False)],
        ),
        (
            "Berg went on to say that the dam was safe.",
            [
                "Berg/NNP/nsubj/2/Berg/PERSON went/VBD/ROOT/0/go on/RB/advmod/2 to/TO/mark/5 "
                "say/VB/advcl/2 that/IN/mark/10 the/DT/det/8 dam/NN/nsubj/10 was/VBD/cop/10/be "
                "safe/JJ/ccomp/5 ././punct/2",
            ],
            [("Berg", "say", ("the dam was safe",), "indirect", False)],
        ),
    ],
)
def test_said(text: str, trees: list[str], expected: list[Row]) -> None:
    assert [row(found) for found in attributions(*read(text, *trees))] == expected


@pytest.mark.parametrize(
    ("text", "trees"),
    [
        (
            "The dam broke on Friday.",
            [
                "The/DT/det/2 dam/NN/nsubj/3 broke/VBD/ROOT/0/break on/IN/case/5 Friday/NNP/obl/3 "
                "././punct/3",
            ],
        ),
        (
            "Berg would say that the dam was safe.",
            [
                "Berg/NNP/nsubj/3/Berg/PERSON would/MD/aux/3 say/VB/ROOT/0 that/IN/mark/8 "
                "the/DT/det/6 dam/NN/nsubj/8 was/VBD/cop/8/be safe/JJ/ccomp/3 ././punct/3",
            ],
        ),
        (
            "Lind could warn that the dam was weak.",
            [
                "Lind/NNP/nsubj/3/Lind/PERSON could/MD/aux/3 warn/VB/ROOT/0 that/IN/mark/8 "
                "the/DT/det/6 dam/NN/nsubj/8 was/VBD/cop/8/be weak/JJ/ccomp/3 ././punct/3",
            ],
        ),
        (
            "If Berg says that the dam is safe, people will stay.",
            [
                "If/IN/mark/3 Berg/NNP/nsubj/3/Berg/PERSON says/VBZ/advcl/12/say that/IN/mark/8 "
                "the/DT/det/6 dam/NN/nsubj/8 is/VBZ/cop/8/be safe/JJ/ccomp/3 ,/,/punct/3 "
                "people/NNS/nsubj/12 will/MD/aux/12 stay/VB/ROOT/0 ././punct/12",
            ],
        ),
        (
            "Unless Lind admits that the dam broke, Berg will leave.",
            [
                "Unless/IN/mark/3 Lind/NNP/nsubj/3/Lind/PERSON admits/VBZ/advcl/11/admit "
                "that/IN/mark/7 the/DT/det/6 dam/NN/nsubj/7 broke/VBD/ccomp/3/break ,/,/punct/3 "
                "Berg/NNP/nsubj/11/Berg/PERSON will/MD/aux/11 leave/VB/ROOT/0 ././punct/11",
            ],
        ),
        (
            "Berg did not say that the dam was safe.",
            [
                "Berg/NNP/nsubj/4/Berg/PERSON did/VBD/aux/4/do not/RB/advmod/4 say/VB/ROOT/0 "
                "that/IN/mark/9 the/DT/det/7 dam/NN/nsubj/9 was/VBD/cop/9/be safe/JJ/ccomp/4 "
                "././punct/4",
            ],
        ),
        (
            "Berg never claimed that the dam was safe.",
            [
                "Berg/NNP/nsubj/3/Berg/PERSON never/RB/advmod/3 claimed/VBD/ROOT/0/claim "
                "that/IN/mark/8 the/DT/det/6 dam/NN/nsubj/8 was/VBD/cop/8/be safe/JJ/ccomp/3 "
                "././punct/3",
            ],
        ),
        (
            "It was said that the dam was safe.",
            [
                "It/PRP/expl/3 was/VBD/aux:pass/3/be said/VBN/ROOT/0/say that/IN/mark/8 the/DT/det/6 "
                "dam/NN/nsubj/8 was/VBD/cop/8/be safe/JJ/ccomp/3 ././punct/3",
            ],
        ),
        (
            "Berg is said to be in Oslo.",
            [
                "Berg/NNP/nsubj:pass/3/Berg/PERSON is/VBZ/aux:pass/3/be said/VBN/ROOT/0/say "
                "to/TO/mark/7 be/VB/cop/7 in/IN/case/7 Oslo/NNP/xcomp/3/Oslo/PLACE ././punct/3",
            ],
        ),
        (
            "Lind was asked to leave.",
            [
                "Lind/NNP/nsubj:pass/3/Lind/PERSON was/VBD/aux:pass/3/be asked/VBN/ROOT/0/ask "
                "to/TO/mark/5 leave/VB/xcomp/3 ././punct/3",
            ],
        ),
        (
            "The plan was called a gift.",
            [
                "The/DT/det/2 plan/NN/nsubj:pass/4 was/VBD/aux:pass/4/be called/VBN/ROOT/0/call "
                "a/DT/det/6 gift/NN/xcomp/4 ././punct/4",
            ],
        ),
        (
            "Prices were blamed.",
            [
                "Prices/NNS/nsubj:pass/3/price were/VBD/aux:pass/3/be blamed/VBN/ROOT/0/blame ././punct/3",
            ],
        ),
        (
            "We said that the dam was safe.",
            [
                "We/PRP/nsubj/2 said/VBD/ROOT/0/say that/IN/mark/7 the/DT/det/5 dam/NN/nsubj/7 "
                "was/VBD/cop/7/be safe/JJ/ccomp/2 ././punct/2",
            ],
        ),
        (
            "You said that the dam was safe.",
            [
                "You/PRP/nsubj/2 said/VBD/ROOT/0/say that/IN/mark/7 the/DT/det/5 dam/NN/nsubj/7 "
                "was/VBD/cop/7/be safe/JJ/ccomp/2 ././punct/2",
            ],
        ),
        (
            "Berg went there to show that the dam was safe.",
            [
                "Berg/NNP/nsubj/2/Berg/PERSON went/VBD/ROOT/0/go there/RB/advmod/2 to/TO/mark/5 "
                "show/VB/advcl/2 that/IN/mark/10 the/DT/det/8 dam/NN/nsubj/10 was/VBD/cop/10/be "
                "safe/JJ/ccomp/5 ././punct/2",
            ],
        ),
        (
            "Berg opened the dam to calm the farmers.",
            [
                "Berg/NNP/nsubj/2/Berg/PERSON opened/VBD/ROOT/0/open the/DT/det/4 dam/NN/obj/2 "
                "to/TO/mark/6 calm/VB/advcl/2 the/DT/det/8 farmers/NNS/obj/6/farmer ././punct/2",
            ],
        ),
        (
            "Berg called Lind on Friday.",
            [
                "Berg/NNP/nsubj/2/Berg/PERSON called/VBD/ROOT/0/call Lind/NNP/obj/2/Lind/PLACE "
                "on/IN/case/5 Friday/NNP/obl/2 ././punct/2",
            ],
        ),
        (
            "Berg added salt to the soup.",
            [
                "Berg/NNP/nsubj/2/Berg/PERSON added/VBD/ROOT/0/add salt/NN/obj/2 to/IN/case/6 "
                "the/DT/det/6 soup/NN/obl/2 ././punct/2",
            ],
        ),
        (
            "Berg read the report.",
            [
                "Berg/NNP/nsubj/2/Berg/PERSON read/VBD/ROOT/0 the/DT/det/4 report/NN/obj/2 ././punct/2",
            ],
        ),
        (
            "Berg told a story.",
            [
                "Berg/NNP/nsubj/2/Berg/PERSON told/VBD/ROOT/0/tell a/DT/det/4 story/NN/obj/2 ././punct/2",
            ],
        ),
        (
            "Berg found a purse.",
            [
                "Berg/NNP/nsubj/2/Berg/PERSON found/VBD/ROOT/0/find a/DT/det/4 purse/NN/obj/2 ././punct/2",
            ],
        ),
        (
            "Berg wanted bread.",
            [
                "Berg/NNP/nsubj/2/Berg/PERSON wanted/VBD/ROOT/0/want bread/NN/obj/2 ././punct/2",
            ],
        ),
        (
            "Berg supported it.",
            [
                "Berg/NNP/nsubj/2/Berg/PERSON supported/VBD/ROOT/0/support it/PRP/obj/2 ././punct/2",
            ],
        ),
        (
            "Berg continued to the bridge.",
            [
                "Berg/NNP/nsubj/2/Berg/PERSON continued/VBD/ROOT/0/continue to/IN/case/5 the/DT/det/5 "
                "bridge/NN/obl/2 ././punct/2",
            ],
        ),
        (
            "Berg pointed at the dam.",
            [
                "Berg/NNP/nsubj/2/Berg/PERSON pointed/VBD/ROOT/0/point at/IN/case/5 the/DT/det/5 "
                "dam/NN/obl/2 ././punct/2",
            ],
        ),
        (
            "The tweet was deleted.",
            [
                "The/DT/det/2 tweet/NN/nsubj:pass/4 was/VBD/aux:pass/4/be deleted/VBN/ROOT/0/delete "
                "././punct/4",
            ],
        ),
        (
            "His statement was short.",
            [
                "His/PRP$/nmod:poss/2 statement/NN/nsubj/4 was/VBD/cop/4/be short/JJ/ROOT/0 ././punct/4",
            ],
        ),
        (
            "A call came at night.",
            [
                "A/DT/det/2 call/NN/nsubj/3 came/VBD/ROOT/0/come at/IN/case/5 night/NN/obl/3 ././punct/3",
            ],
        ),
        (
            "The dam, which Lind built, broke.",
            [
                "The/DT/det/2 dam/NN/nsubj/8 ,/,/punct/6 which/WDT/obj/6 Lind/NNP/nsubj/6/Lind/PERSON "
                "built/VBD/acl:relcl/2/build ,/,/punct/8 broke/VBD/ROOT/0/break ././punct/8",
            ],
        ),
        (
            'The so-called "ice road" opened on Friday.',
            [
                'The/DT/det/7 so/RB/advmod/4 -/HYPH/punct/4 called/VBN/amod/7/call "/``/punct/7 '
                "ice/NNP/compound/7 road/NNP/nsubj/9 \"/''/punct/7 opened/VBD/ROOT/0/open "
                "on/IN/case/11 Friday/NNP/obl/9 ././punct/9",
            ],
        ),
        (
            'Berg met "the Fox" on Friday.',
            [
                'Berg/NNP/nsubj/2/Berg/PERSON met/VBD/ROOT/0/meet "/``/punct/5 the/DT/det/5 '
                "Fox/NNP/obj/2 \"/''/punct/5 on/IN/case/8 Friday/NNP/obl/2 ././punct/2",
            ],
        ),
        (
            "Berg: the dam of a town",
            [
                "Berg/NNP/ROOT/0/Berg/PLACE :/:/punct/4 the/DT/det/4 dam/NN/appos/1 of/IN/case/7 "
                "a/DT/det/7 town/NN/nmod/4",
            ],
        ),
        (
            "No group claimed the attack.",
            [
                "No/DT/det/2 group/NN/nsubj/3 claimed/VBD/ROOT/0/claim the/DT/det/5 attack/NN/obj/3 "
                "././punct/3",
            ],
        ),
        (
            "Nobody said that the dam was safe.",
            [
                "Nobody/NN/nsubj/2 said/VBD/ROOT/0/say that/IN/mark/7 the/DT/det/5 dam/NN/nsubj/7 "
                "was/VBD/cop/7/be safe/JJ/ccomp/2 ././punct/2",
            ],
        ),
        (
            "Berg left to say that the dam was safe.",
            [
                "Berg/NNP/nsubj/2/Berg/PERSON left/VBD/ROOT/0/leave to/TO/mark/4 say/VB/advcl/2 "
                "that/IN/mark/9 the/DT/det/7 dam/NN/nsubj/9 was/VBD/cop/9/be safe/JJ/ccomp/4 "
                "././punct/2",
            ],
        ),
        (
            "The dam holds as long as Berg repeats it.",
            [
                "The/DT/det/2 dam/NN/nsubj/3 holds/VBZ/ROOT/0/hold as/RB/advmod/5 long/RB/advmod/3 "
                "as/IN/mark/8 Berg/NNP/nsubj/8/Berg/PERSON repeats/VBZ/advcl/5/repeat it/PRP/obj/8 "
                "././punct/3",
            ],
        ),
        (
            "Berg pays two crowns per day.",
            [
                "Berg/NNP/nsubj/2/Berg/PERSON pays/VBZ/ROOT/0/pay two/CD/nummod/4 "
                "crowns/NNS/obj/2/crown per/IN/case/6 day/NN/obl/2 ././punct/2",
            ],
        ),
    ],
)
def test_not_said(text: str, trees: list[str]) -> None:
    assert not list(attributions(*read(text, *trees)))


@pytest.mark.parametrize(
    ("text", "trees", "expected"),
    [
        (
            "Berg: Dam is safe",
            [
                "Berg/NNP/ROOT/0/Berg/PERSON :/:/punct/5 Dam/NNP/nsubj/5 is/VBZ/cop/5/be safe/JJ/parataxis/1",
            ],
            [("Berg", ":", ("Dam is safe",), "indirect", False)],
        ),
        (
            "Dam is safe – Berg",
            [
                "Dam/NN/nsubj/3/dam is/VBZ/cop/3/be safe/JJ/ROOT/0 –/,/punct/5 "
                "Berg/NNP/parataxis/3/Berg/PERSON",
            ],
            [("Berg", "–", ("Dam is safe",), "indirect", False)],
        ),
        (
            "Update: Dam is safe",
            [
                "Update/NN/ROOT/0/update :/:/punct/5 Dam/NNP/nsubj/5 is/VBZ/cop/5/be safe/JJ/appos/1",
            ],
            [],
        ),
        (
            "Berg – a life",
            [
                "Berg/NNP/ROOT/0/Berg/PERSON –/:/punct/4 a/DT/det/4 life/NN/appos/1",
            ],
            [],
        ),
    ],
)
def test_headlines(text: str, trees: list[str], expected: list[Row]) -> None:
    assert [row(found) for found in attributions(*read(text, *trees, title=True))] == expected


def test_a_quoted_heading_is_not_what_the_speaker_before_goes_on_to_say() -> None:
    text = '"We will mend the dam," Berg said.\n"He is not afraid"\nLund left.'
    doc, article = read(
        text,
        '"/``/punct/4 We/PRP/nsubj/4 will/MD/aux/4 mend/VB/ccomp/10 the/DT/det/6 dam/NN/obj/4 '
        ",/,/punct/4 \"/''/punct/4 Berg/NNP/nsubj/10/Berg/PERSON said/VBD/ROOT/0/say ././punct/10",
        "\"/``/punct/5 He/PRP/nsubj/5 is/VBZ/cop/5/be not/RB/advmod/5 afraid/JJ/ROOT/0 \"/''/punct/5",
        "Lund/NNP/nsubj/2/Lund/PERSON left/VBD/ROOT/0/leave ././punct/2",
    )
    spans = [
        Span(doc, s.start, s.end, label="heading" if "afraid" in s.text else s.label_)
        for s in doc.spans["paragraphs"]
    ]
    doc.spans["paragraphs"] = spans
    (found,) = attributions(doc, article)
    assert row(found)[2] == ("We will mend the dam",)
