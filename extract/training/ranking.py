"""Fit the ranker's table, model/pairs.tsv, to annotated news:

    python -m extract.training.ranking --shared ../shared

Reads the train articles of relations and wikinews with the shipped pipeline, labels each pair of actors of a
sentence by the gold, and fits one logistic regression a kind. The thresholds are those that do best in
cross-validation over articles. No text and no annotation enters the table, only weights of features that
stand in enough articles. It is deterministic; ten minutes on one core.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

import numpy as np

from extract.accusations import accusations
from extract.annotation import Entity
from extract.arguments import Cast
from extract.articles import read_articles
from extract.encoder import MODEL
from extract.meetings import meetings
from extract.pairs import Pair, accusing_pairs, meeting_pairs
from extract.pipeline import extract_one, load, read
from extract.ranker import AGREEING, ALONE, together

CORPORA = {
    "relations/train": 1.0,
    "wikinews/train": 2.0,
}  # and the weight of their pairs: campaign news is narrow
ARTICLES = 4  # a feature stands in so many at least
PENALTY = 4.0  # of squared weights
FOLDS = 5
ROUNDS = 400  # of gradient descent
OPTIONAL = 0.5  # weight of a row on which careful readers differ
GRID = [step / 100 for step in range(1, 100)]  # thresholds
KEPT = 0.9  # of what the rules find rightly, to be agreed with in cross-validation
RIGHT = 0.5  # of what the ranker adds to the rules, in cross-validation

Groups = tuple[str, str]
Told = tuple[str, Groups]  # article, pair


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of one sentence: is it in the gold there, how much that counts, did a rule find it too."""

    article: str
    features: frozenset[str]
    groups: Groups
    positive: bool
    weight: float
    firm: bool
    ruled: bool

    @property
    def told(self) -> Told:
        """What the article would tell."""
        return self.article, self.groups


def examples(shared: Path) -> dict[str, list[Example]]:
    """By kind, over all corpora. Its own scorer reads the gold: actors are matched as it does."""
    sys.path.insert(0, str(shared / "score"))
    import gold as reading  # type: ignore[import-not-found]
    import score_extract as scoring  # type: ignore[import-not-found]

    nlp = load()
    found: dict[str, list[Example]] = {"met": [], "accused": []}
    for corpus in CORPORA:
        texts = {
            path.name: path.read_text("utf-8") for path in sorted((shared / corpus / "text").glob("*.txt"))
        }
        files, names = reading.load_gold(shared / corpus / "gold", texts)
        run = scoring.Run(files, {}, names)
        golden = {file.name: file for file in files}
        for article in read_articles([str(shared / corpus / "text" / name) for name in texts]):
            extraction = extract_one(article, doc := read(article, nlp))
            cast = Cast(doc, article, extraction.entities, extraction.statements)
            file = golden[Path(article.path).name]
            for kind, rows in labelled(cast, f"{corpus}/{file.key}", file, run, names).items():
                found[kind] += rows
    return found


def labelled(cast: Cast, key: str, file: Any, run: Any, names: Any) -> dict[str, list[Example]]:
    """The pairs of one article by kind, with what its gold says of them."""
    groups = {id: _groups(run, names, file.key, entity) for id, entity in cast.entities.items()}
    found: dict[str, list[Example]] = {}
    for kind, pairs, rules in (("met", meeting_pairs, meetings), ("accused", accusing_pairs, accusations)):
        ruled = {(r.subject, r.object, r.sentence.start) for r in rules(cast)}
        ends = ("a", "b") if kind == "met" else ("accuser", "accused")
        gold: dict[Groups, list[Any]] = defaultdict(list)
        for row in file.rows[kind]:
            gold[_ordered(kind, *(names.group(row[end]) for end in ends))].append(row)
        found[kind] = []
        for pair in pairs(cast):
            options = [_ordered(kind, one, other) for one in groups[pair.one] for other in groups[pair.other]]
            meant = next((option for option in options if option in gold), options[0])
            by_rule = (pair.one, pair.other, pair.sentence.start_char) in ruled
            found[kind].append(_example(key, pair, meant, gold.get(meant, ()), cast.article.start, by_rule))
    return found


def _ordered(kind: str, one: str, other: str) -> Groups:
    return (one, other) if kind == "accused" or one <= other else (other, one)


def _groups(run: Any, names: Any, key: str, entity: Entity) -> list[str]:
    """The gold actors that an entity stands for; its own id where it stands for none."""
    mentions = [{"text": mention.span.text, "kind": mention.kind} for mention in entity.mentions]
    as_json = {"name": entity.name, "aliases": list(entity.aliases), "mentions": mentions}
    return sorted({names.group(name) for name in run.identify(as_json, key)}) or [entity.id]


def _example(
    key: str, pair: Pair, groups: Groups, rows: Sequence[Mapping[str, Any]], start: int, ruled: bool
) -> Example:
    """Told of elsewhere in the article only, the pair counts nothing: the gold may leave this telling out."""
    first, last = pair.sentence.start_char + start, pair.sentence.end_char + start
    here = [
        row for row in rows
        if row["evidence_start"] < last and row["evidence_start"] + len(row["evidence"]) > first
    ]  # fmt: skip
    firm = any(not (row.get("optional") or row.get("in_boilerplate")) for row in here)
    weight = 1.0 if firm or not rows else OPTIONAL if here else 0.0
    return Example(key, pair.features, groups, bool(here), weight, firm, ruled)


Model = dict[str, float]


def fit(rows: Sequence[Example]) -> Model:
    """Weights by feature: regularised logistic regression, by Adam over all rows at once."""
    articles: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for feature in row.features:
            articles[feature].add(row.article)
    known = sorted(feature for feature, at in articles.items() if len(at) >= ARTICLES)
    number = {feature: i for i, feature in enumerate(known)}
    cells = [(i, number[f]) for i, row in enumerate(rows) for f in sorted(row.features) if f in number]
    row_of, column_of = (np.array(side) for side in zip(*cells, strict=True))
    target = np.array([row.positive for row in rows], float)
    importance = np.array([row.weight * CORPORA[row.article.rsplit("/", 1)[0]] for row in rows])
    penalty = np.array([0.01 if feature == "bias" else PENALTY for feature in known])
    weights, mean, square = np.zeros((3, len(known)))
    for step in range(1, ROUNDS + 1):
        likely = 1 / (1 + np.exp(-np.bincount(row_of, weights[column_of], len(rows))))
        error = importance * (likely - target)
        gradient = np.bincount(column_of, error[row_of], len(known)) + penalty * weights
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.99 * square + 0.01 * gradient**2
        rate = 0.1 * (1 - step / ROUNDS) + 0.001
        weights -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return {feature: round(float(weight), 3) for feature, weight in zip(known, weights, strict=True)}


def likelihoods(model: Model, rows: Iterable[Example]) -> list[float]:
    """As ranker.likelihood() gives them with this table."""
    sums = [sum(model.get(feature, 0.0) for feature in sorted(row.features)) for row in rows]
    return [1 / (1 + float(np.exp(-total))) for total in sums]


def cross_validated(rows: Sequence[Example]) -> list[float]:
    """The likelihood of each row by a model that has not seen its article."""
    articles = sorted({row.article for row in rows})
    fold = {article: i % FOLDS for i, article in enumerate(articles)}
    found = [0.0] * len(rows)
    for number in range(FOLDS):
        model = fit([row for row in rows if fold[row.article] != number])
        held = [i for i, row in enumerate(rows) if fold[row.article] == number]
        for i, value in zip(held, likelihoods(model, [rows[i] for i in held]), strict=True):
            found[i] = value
    return found


def thresholds(rows: Sequence[Example], values: Sequence[float]) -> tuple[float, float]:
    """Where the ranker may stand alone (1: nowhere), and where it agrees with a rule."""
    ruled = ruled_pairs(rows)
    gold = {row.told for row in rows if row.positive}
    others = {told: value for told, value in by_pair(rows, values).items() if told not in ruled}
    added = (
        at for at in GRID if share({told for told, value in others.items() if value >= at}, gold) >= RIGHT
    )
    right = len(ruled & gold)
    kept = (at for at in GRID if len(ruled_pairs(rows, values, at) & gold) >= KEPT * right)
    return next(added, 1.0), max(kept)


def by_pair(rows: Sequence[Example], values: Sequence[float]) -> dict[Told, float]:
    """How likely the article tells of each pair, by all of its sentences."""
    found: dict[Told, list[float]] = defaultdict(list)
    for row, value in zip(rows, values, strict=True):
        found[row.told].append(value)
    return {told: together(each) for told, each in found.items()}


def ruled_pairs(rows: Sequence[Example], values: Sequence[float] = (), at: float = 0.0) -> set[Told]:
    """What the rules find, where the ranker agrees."""
    return {row.told for row, value in zip_longest(rows, values, fillvalue=1.0) if row.ruled and value >= at}


def share(some: Collection[Told], among: Collection[Told]) -> float:
    """How many of some are among others."""
    return len([told for told in some if told in among]) / max(1, len(some))


def f1(rows: Sequence[Example], predicted: Collection[Told]) -> tuple[float, float, float]:
    """Precision, recall and F1 over the pairs of each article, as score_extract.py counts them."""
    precision = share(predicted, {row.told for row in rows if row.positive})
    recall = share({row.told for row in rows if row.firm}, predicted)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def table(found: Mapping[str, Sequence[Example]]) -> Iterator[str]:
    """The lines of pairs.tsv; what was reached in cross-validation goes to stderr."""
    yield "# Weights of the ranker (ranker.py), fitted by training/ranking.py: kind, feature, weight."
    for kind, rows in found.items():
        values = cross_validated(rows)
        alone, agreeing = thresholds(rows, values)
        ruled = ruled_pairs(rows)
        for name, predicted in (
            ("rules", ruled),
            ("union", ruled | {told for told, value in by_pair(rows, values).items() if value >= alone}),
            ("agree", ruled_pairs(rows, values, agreeing)),
        ):
            print(kind, name, *(f"{figure:.3f}" for figure in f1(rows, predicted)), file=sys.stderr)  # noqa: T201
        print(kind, Counter(row.positive for row in rows), file=sys.stderr)  # noqa: T201
        yield f"{kind}\t{ALONE}\t{alone}"
        yield f"{kind}\t{AGREEING}\t{agreeing}"
        yield from (f"{kind}\t{feature}\t{weight}" for feature, weight in fit(rows).items() if weight)


def main() -> None:
    """Parse the command line, fit, write the table."""
    parser = argparse.ArgumentParser(prog="python -m extract.training.ranking", description="Fit the ranker.")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder of the corpora")
    parser.add_argument("--out", type=Path, default=MODEL / "pairs.tsv", help="the table")
    options = parser.parse_args()
    options.out.write_text("\n".join(table(examples(options.shared.resolve()))) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
