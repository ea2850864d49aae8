"""Short sentences about invented people, with their trees: tests of who is who put them together to texts."""

from spacy.tokens import Doc, Span
from trees import read

from extract.annotation import Article, Attribution, Entity
from extract.coreference import entities
from extract.entities import mentions

_BERG = "Anna/NNP/nsubj/3/Anna/PERSON Berg/NNP/flat/1/Berg/PERSON"
_LUND = "Carl/NNP/nsubj/3/Carl/PERSON Lund/NNP/flat/1/Lund/PERSON"
_MET_LUND = "met/VBD/ROOT/0/meet Carl/NNP/obj/3/Carl/PERSON Lund/NNP/flat/4/Lund/PERSON ././punct/3"
_RESIGNED = "resigned/VBD/ROOT/0/resign ././punct/3"
_TIRED = "was/VBD/cop/3/be tired/JJ/ROOT/0 ././punct/3"
_MINISTER = "Norwegian/JJ/amod/3 Prime/NNP/amod/3 Minister/NNP/nmod:desc/4"
_COMPANY = (
    "The/DT/det/4 Red/NNP/amod/3/Red/ORG Harbour/NNP/compound/4/Harbour/ORG Company/NNP/nsubj/8/Company/ORG"
)
TREES = {
    "Anna Berg resigned.": f"{_BERG} {_RESIGNED}",
    "Carl Lund resigned.": f"{_LUND} {_RESIGNED}",
    "Anna Berg met Carl Lund.": f"{_BERG} {_MET_LUND}",
    "Berg was tired.": f"Berg/NNP/nsubj/3/Berg/PERSON {_TIRED}",
    "He was tired, she said.": "He/PRP/nsubj/3/he was/VBD/cop/3/be tired/JJ/ccomp/6 ,/,/punct/3 "
    "she/PRP/nsubj/6 said/VBD/ROOT/0/say ././punct/6",
    **{
        f"Ambassador {case} Norway Anna Berg left.": f"Ambassador/NN/nsubj/6/ambassador {case}/IN/case/3 "
        "Norway/NNP/nmod/1/Norway/PLACE Anna/NNP/appos/1/Anna/PERSON Berg/NNP/flat/4/Berg/PERSON "
        "left/VBD/ROOT/0/leave ././punct/6"
        for case in ("to", "in")
    },
    "Anna Un met the UN.": "Anna/NNP/nsubj/3/Anna/PERSON Un/NNP/flat/1/Un/PERSON met/VBD/ROOT/0/meet "
    "the/DT/det/5 UN/NNP/obj/3/UN/ORG ././punct/3",
    "Reuters was tired.": f"Reuters/NNP/nsubj/3/Reuters/PERSON {_TIRED}",
    "Dahl was tired.": f"Dahl/NNP/nsubj/3/Dahl/PERSON {_TIRED}",
    "Berg sang herself.": "Berg/NNP/nsubj/2/Berg/PERSON sang/VBD/ROOT/0/sing herself/PRP/obl:unmarked/2 "
    "././punct/2",
    "He was tired.": f"He/PRP/nsubj/3/he {_TIRED}",
    "She was tired.": f"She/PRP/nsubj/3/she {_TIRED}",
    "It was tired.": f"It/PRP/expl/3/it {_TIRED}",
    "RHC was tired.": f"RHC/NNP/nsubj/3/RHC {_TIRED}",
    "Norwegian Prime Minister Anna Berg met Carl Lund.": f"{_MINISTER} Anna/NNP/nsubj/6/Anna/PERSON "
    "Berg/NNP/flat/4/Berg/PERSON met/VBD/ROOT/0/meet Carl/NNP/obj/6/Carl/PERSON Lund/NNP/flat/7/Lund/PERSON "
    "././punct/6",
    "The Norwegian leader left.": "The/DT/det/3 Norwegian/JJ/amod/3 leader/NN/nsubj/4 left/VBD/ROOT/0/leave "
    "././punct/4",
    "The Swedish prime minister left.": "The/DT/det/4 Swedish/JJ/amod/4 prime/JJ/amod/4 "
    "minister/NN/nsubj/5 left/VBD/ROOT/0/leave ././punct/5",
    "Carl Lund, the mayor of Oslo, resigned.": "Carl/NNP/nsubj/9/Carl/PERSON Lund/NNP/flat/1/Lund/PERSON "
    ",/,/punct/5 the/DT/det/5 mayor/NN/appos/1 of/IN/case/7 Oslo/NNP/nmod/5/Oslo/PLACE ,/,/punct/1 "
    "resigned/VBD/ROOT/0/resign ././punct/9",
    "Anna Berg met the mayor of Oslo.": f"{_BERG} met/VBD/ROOT/0/meet the/DT/det/5 mayor/NN/obj/3 "
    "of/IN/case/7 "
    "Oslo/NNP/nmod/5/Oslo/PLACE ././punct/3",
    "The mayor left.": "The/DT/det/2 mayor/NN/nsubj/3 left/VBD/ROOT/0/leave ././punct/3",
    "Carl Lund is a teacher.": "Carl/NNP/nsubj/5/Carl/PERSON Lund/NNP/flat/1/Lund/PERSON is/VBZ/cop/5/be "
    "a/DT/det/5 teacher/NN/ROOT/0 ././punct/5",
    "He is a teacher.": "He/PRP/nsubj/4/he is/VBZ/cop/4/be a/DT/det/4 teacher/NN/ROOT/0 ././punct/4",
    "Carl Lund and Hans Dahl resigned.": "Carl/NNP/nsubj/6/Carl/PERSON Lund/NNP/flat/1/Lund/PERSON "
    "and/CC/cc/4 Hans/NNP/conj/1/Hans/PERSON Dahl/NNP/flat/4/Dahl/PERSON resigned/VBD/ROOT/0/resign "
    "././punct/6",
    '"I am tired," Anna Berg said.': '"/``/punct/4 I/PRP/nsubj/4 am/VBP/cop/4/be tired/JJ/ccomp/9 '
    ',/,/punct/4 '
    "\"/''/punct/4 Anna/NNP/nsubj/9/Anna/PERSON Berg/NNP/flat/7/Berg/PERSON said/VBD/ROOT/0/say ././punct/9",
    '"We are tired," Anna Berg said.': '"/``/punct/4 We/PRP/nsubj/4/we are/VBP/cop/4/be tired/JJ/ccomp/9 '
    ",/,/punct/4 \"/''/punct/4 Anna/NNP/nsubj/9/Anna/PERSON Berg/NNP/flat/7/Berg/PERSON said/VBD/ROOT/0/say "
    "././punct/9",
    "Police arrested two officials.": "Police/NNS/nsubj/2/police arrested/VBD/ROOT/0/arrest two/CD/nummod/4 "
    "officials/NNS/obj/2/official ././punct/2",
    "The police left.": "The/DT/det/2 police/NNS/nsubj/3 left/VBD/ROOT/0/leave ././punct/3",
    "A spokesman for the ministry left.": "A/DT/det/2 spokesman/NN/nsubj/6 for/IN/case/5 the/DT/det/5 "
    "ministry/NN/nmod/2 left/VBD/ROOT/0/leave ././punct/6",
    "A man sang.": "A/DT/det/2/a man/NN/nsubj/3 sang/VBD/ROOT/0/sing ././punct/3",
    "The Red Harbour Company (RHC) closed a mill.": f"{_COMPANY} (/-LRB-/punct/6 RHC/NNP/appos/4 "
    ")/-RRB-/punct/6 "
    "closed/VBD/ROOT/0/close a/DT/det/10 mill/NN/obj/8 ././punct/8",
    "The government left.": "The/DT/det/2 government/NN/nsubj/3 left/VBD/ROOT/0/leave ././punct/3",
    "The company left.": "The/DT/det/2 company/NN/nsubj/3 left/VBD/ROOT/0/leave ././punct/3",
    "The Egyptian government paid.": "The/DT/det/3 Egyptian/JJ/amod/3 government/NN/nsubj/4 "
    "paid/VBD/ROOT/0/pay ././punct/4",
    "The government of Egypt paid.": "The/DT/det/2 government/NN/nsubj/5 of/IN/case/4 "
    "Egypt/NNP/nmod/2/Egypt/PLACE "
    "paid/VBD/ROOT/0/pay ././punct/5",
    "The minister, who met Carl Lund, resigned.": "The/DT/det/2 minister/NN/nsubj/9 ,/,/punct/5 "
    "who/WP/nsubj/5 "
    "met/VBD/acl:relcl/2/meet Carl/NNP/obj/5/Carl/PERSON Lund/NNP/flat/6/Lund/PERSON ,/,/punct/2 "
    "resigned/VBD/ROOT/0/resign ././punct/9",
    "The hills were quiet.": "The/DT/det/2 hills/NNS/nsubj/4/hill were/VBD/cop/4/be quiet/JJ/ROOT/0 "
    "././punct/4",
    "The Norwegian economy grew.": "The/DT/det/3 Norwegian/JJ/amod/3/norwegian/PLACE economy/NN/nsubj/4 "
    "grew/VBD/ROOT/0/grow ././punct/4",
    "Her car broke down.": "Her/PRP$/nmod:poss/2/her car/NN/nsubj/3 broke/VBD/ROOT/0/break "
    "down/RP/compound:prt/3 ././punct/3",
    "Berg's house was sold.": "Berg/NNP/nmod:poss/3/Berg/PLACE 's/POS/case/1/'s/PLACE house/NN/nsubj:pass/5 "
    "was/VBD/aux:pass/5/be sold/VBN/ROOT/0/sell ././punct/5",
    "Berg's statement was long.": "Berg/NNP/nmod:poss/3/Berg/PERSON 's/POS/case/1 statement/NN/nsubj/5 "
    "was/VBD/cop/5/be long/JJ/ROOT/0 ././punct/5",
    "His statement was long.": "His/PRP$/nmod:poss/2/his statement/NN/nsubj/4 was/VBD/cop/4/be "
    "long/JJ/ROOT/0 ././punct/4",
    "Berg issued a statement.": "Berg/NNP/nsubj/2/Berg/PERSON issued/VBD/ROOT/0/issue a/DT/det/4 "
    "statement/NN/obj/2 ././punct/2",
    **{
        f"The {text} was short.": f"The/DT/det/2 {text}/NN/nsubj/4 was/VBD/cop/4/be short/JJ/ROOT/0 "
        "././punct/4"
        for text in ("statement", "report")
    },
    "Norrland Herald reports it.": "Norrland/NNP/compound/2 Herald/NNP/nsubj/3 reports/VBZ/ROOT/0/report "
    "it/PRP/obj/3 ././punct/3",
    "A Republican resigned.": "A/DT/det/2 Republican/NNP/nsubj/3/Republican/ORG resigned/VBD/ROOT/0/resign "
    "././punct/3",
    "Anna Berg-Lund resigned.": "Anna/NNP/nsubj/5/Anna/PERSON Berg/NNP/flat/1/Berg/PERSON -/HYPH/punct/4 "
    "Lund/NNP/flat/1 resigned/VBD/ROOT/0/resign ././punct/5",
    "Deputy Harbour Minister Anna Berg resigned.": "Deputy/NNP/amod/2/deputy Harbour/NNP/nsubj/6 "
    "Minister/NNP/nmod:desc/4/minister Anna/NNP/nsubj/6/Anna/PERSON Berg/NNP/flat/4/Berg/PERSON "
    "resigned/VBD/ROOT/0/resign ././punct/6",
    "On Monday Minister Anna Berg resigned.": "On/IN/case/2 Monday/NNP/obl/6 "
    "Minister/NNP/nmod:desc/4/minister Anna/NNP/nsubj/6/Anna/PERSON Berg/NNP/flat/4/Berg/PERSON "
    "resigned/VBD/ROOT/0/resign ././punct/6",
    "The federal government paid.": "The/DT/det/3 federal/JJ/amod/3 government/NN/nsubj/4 "
    "paid/VBD/ROOT/0/pay ././punct/4",
    "The local police left.": "The/DT/det/3 local/JJ/amod/3 police/NNS/nsubj/4 "
    "left/VBD/ROOT/0/leave ././punct/4",
    "Norrland Police left.": "Norrland/NNP/compound/2/Norrland/ORG Police/NNP/nsubj/3/Police/ORG "
    "left/VBD/ROOT/0/leave ././punct/3",
    "Zefor was tired.": f"Zefor/NNP/nsubj/3/Zefor/ORG {_TIRED}",
    "Lumo was tired.": f"Lumo/NNP/nsubj/3/Lumo/ORG {_TIRED}",
    "The Zefor group left.": "The/DT/det/3 Zefor/NNP/compound/3/Zefor/ORG group/NN/nsubj/4 "
    "left/VBD/ROOT/0/leave ././punct/4",
    "Anna Berg came from Aden.": f"{_BERG} came/VBD/ROOT/0/come from/IN/case/5 Aden/NNP/obl/3/Aden/PLACE "
    "././punct/3",
    "Egypt was tired.": f"Egypt/NNP/nsubj/3/Egypt/PLACE {_TIRED}",
    "Sudan was tired.": f"Sudan/NNP/nsubj/3/Sudan/PLACE {_TIRED}",
    "The city grew.": "The/DT/det/2 city/NN/nsubj/3 grew/VBD/ROOT/0/grow ././punct/3",
    "The Ohio governor left.": "The/DT/det/3 Ohio/NNP/compound/3/Ohio/PLACE governor/NN/nsubj/4 "
    "left/VBD/ROOT/0/leave ././punct/4",
    "Governor Anna Berg left.": "Governor/NNP/nmod:desc/2/governor Anna/NNP/nsubj/4/Anna/PERSON "
    "Berg/NNP/flat/2/Berg/PERSON left/VBD/ROOT/0/leave ././punct/4",
    **{
        f"{name}, which left, was tired.": f"{name}/NNP/nsubj/7/{name}/PERSON ,/,/punct/1 which/WDT/nsubj/4 "
        "left/VBD/acl:relcl/1/leave ,/,/punct/1 was/VBD/cop/7/be tired/JJ/ROOT/0 ././punct/7"
        for name in ("Lumo", "Zefor")
    },
    "The law firm Tovar Dahl left.": "The/DT/det/3 law/NN/compound/3 firm/NN/nmod:desc/4 "
    "Tovar/NNP/nsubj/6/Tovar/PERSON Dahl/NNP/flat/4/Dahl/PERSON left/VBD/ROOT/0/leave ././punct/6",
    "The Home Secretary left.": "The/DT/det/3 Home/NNP/compound/3/home/PERSON "
    "Secretary/NNP/nsubj/4/secretary/PERSON left/VBD/ROOT/0/leave ././punct/4",
    "Valeska Paris left.": "Valeska/NNP/nsubj/3/Valeska/PERSON Paris/NNP/flat/1/Paris/PERSON "
    "left/VBD/ROOT/0/leave ././punct/3",
    "Paris was tired.": f"Paris/NNP/nsubj/3/Paris/PERSON {_TIRED}",
    "The data show it.": "The/DT/det/2 data/NNS/nsubj/3 show/VBP/ROOT/0/show it/PRP/obj/3 ././punct/3",
}  # fmt: skip


def parsed(*sentences: str) -> tuple[Doc, Article]:
    """The sentences as one paragraph; neighbouring words with one entity type are one name."""
    doc, article = read(" ".join(sentences), *(TREES[sentence] for sentence in sentences))
    names: list[Span] = []
    for ent in doc.ents:
        if names and names[-1].end == ent.start and names[-1].label == ent.label:
            names[-1] = Span(doc, names[-1].start, ent.end, label=ent.label)
        else:
            names.append(ent)
    doc.set_ents(names)
    return doc, article


def actors(*sentences: str, said: tuple[Attribution, ...] = ()) -> tuple[Entity, ...]:
    """The actors of these sentences."""
    doc, article = parsed(*sentences)
    return entities(doc, article, tuple(mentions(doc, article, said)), said)
