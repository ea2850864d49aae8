"""Judgements in the graph: made by the names of two actors, taken back, written out and read in."""

from collections.abc import Sequence
from dataclasses import asdict

from cypher import library
from cypher.database import Database, Transaction
from extract.annotation import digest
from graph import growth
from graph.judgements import Judgement, Verdict
from graph.model import GraphError
from graph.names import Name
from graph.settling import name_of
from graph.subgraph import find


def judge(database: Database, verdict: Verdict, a: str, b: str) -> tuple[Judgement, ...]:
    """Say that two are the same, or are not. Raises UnknownActor, and GraphError where that says nothing.

    A and B are names or ids of actors; of an actor that bears both, its Names are told apart by them.
    """
    ours, theirs = _named(database, a), _named(database, b)
    if verdict == "same":
        if _actor(database, a) == _actor(database, b):
            raise GraphError(f"{a!r} and {b!r} are one actor already")
        pairs = [(ours[0], theirs[0])]
    else:
        both = {name.id for name in ours} & {name.id for name in theirs}
        if (both and len({a, b}) == 1) or (not set(ours) - set(theirs) and not set(theirs) - set(ours)):
            raise GraphError(f"the articles call nobody {a!r} without calling the same one {b!r}")
        pairs = [(one, other) for one in ours for other in theirs if not {one.id, other.id} & both]
    if not pairs:
        raise GraphError(f"{a!r} and {b!r} stand for one name: there is nothing to tell apart")
    held = growth.judgements(database)
    number = max((each.number for each in held), default=0) + 1
    made = [Judgement(verdict, one.id, other.id, (a, b), number) for one, other in pairs]
    keep(database, made)
    return tuple(made)


def undo(database: Database) -> tuple[Judgement, ...]:
    """Take the last judgement back; what it was. Raises GraphError where there is none."""
    held = growth.judgements(database)
    if not held:
        raise GraphError("no judgement was made: there is nothing to take back")
    last = max(each.number for each in held)
    gone = [each for each in held if each.number == last]
    rows = [{"id": _id(each)} for each in gone]

    def work(transaction: Transaction) -> None:
        transaction.write([(library.load("resolution/withdraw").text, rows)])
        growth.rejudge(transaction, growth.judgements(transaction), gone)

    database.transact(work)
    return tuple(gone)


def keep(database: Database, made: Sequence[Judgement]) -> None:
    """Store judgements, and let the graph follow them."""
    database.schema()
    rows = [{"id": _id(each), "properties": {**asdict(each), "asked": list(each.asked)}} for each in made]

    def work(transaction: Transaction) -> None:
        transaction.write([(library.load("load/Judgement").text, rows)])
        growth.rejudge(transaction, growth.judgements(transaction), made)

    database.transact(work)


def _id(judgement: Judgement) -> str:
    return digest("judgement", judgement.verdict, judgement.a, judgement.b, judgement.number)


def _actor(database: Database, name: str) -> str:
    return find(database, name).id


def _named(database: Database, name: str) -> list[Name]:
    """The Names of an actor that have this form, else all of them; those with a full name first."""
    actor = find(database, name)
    rows = database.read(library.load("resolution/means").text, actor=actor.id)
    names = [name_of(row["properties"]) for row in rows]
    if not names:
        raise GraphError(f"{actor.properties['name']!r} is of one article only: it cannot be judged")
    folded = library.fold(name)
    exact = [each for each in names if folded in {library.fold(form) for form in each.forms}]
    return sorted(exact or names, key=lambda each: (each.kind not in ("full", "body"), each.id))
