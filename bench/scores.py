"""Measure the reading on the development sets with their own scorers.

    python bench/scores.py --shared ../shared            print a table
    python bench/scores.py --shared ../shared --json     the figures as JSON
    python bench/scores.py --shared ../shared --intervals    also F1 with 95 % intervals
    python bench/scores.py --shared ../shared --write    also tests/baseline.json and the table in README.md

tests/test_scores.py holds the reading to the floors in tests/baseline.json. Figures are shares (0 to 1).
The digest in it says which gold and which scorers they were measured with.
"""

import argparse
import hashlib
import json
import os
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
BASELINE = ROOT / "tests" / "baseline.json"
README = ROOT / "README.md"
SLACK = 0.01  # a floor lies this much under what was measured

SETS = {  # name -> (gold, texts, files, the figures of score_extract.py that are kept)
    "seeds": ("gold", "seeds", "000,002,003", None),
    "wikinews": ("wikinews/dev/gold", "wikinews/dev/text", None, None),
    "relations": ("relations/dev/gold", "relations/dev/text", None, ("met + modality", "accused")),
}
KEPT = (
    "articles", "entities found", "anonymous found", "entity type", "B-cubed", "pronouns right",
    "statements attributed", "attributed direct", "attributed mixed", "attributed indirect",
    "statements resolved", "met + modality", "accused", "evidence honest",
)  # fmt: skip

RESAMPLES = 1000  # of the bootstrap

Figures = dict[str, dict[str, float]]
"""Set -> figure -> share (0 to 1)."""
Intervals = dict[str, dict[str, tuple[float, float]]]
"""Set -> F1 figure -> its 95 % interval."""


def run(*command: str, folder: Path = ROOT, stdin: str | None = None) -> str:
    """What a Python script prints. Exit status 1 beside output is its verdict, no failure."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=environment,
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
    )
    if not done.stdout:
        sys.exit(f"{' '.join(command)} printed nothing:\n{done.stderr}")
    return done.stdout


def measure(shared: Path) -> tuple[Figures, Intervals]:
    """The figures, F1 where there are precision and recall, else the plain share; and the intervals."""
    shared = shared.resolve()
    figures: Figures = {}
    intervals: Intervals = {}
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for name in SETS:
            figures[name], intervals[name] = extraction(shared, work, name)
        figures["polnear"], intervals["polnear"] = polnear(shared, work)
        figures["questions"] = questions(shared, work)
    return figures, intervals


def extraction(
    shared: Path, work: Path, name: str
) -> tuple[dict[str, float], dict[str, tuple[float, float]]]:
    """The kept figures of score_extract.py on one set, and the intervals of F1 among them."""
    gold, texts, files, kept = SETS[name]
    extracted = work / f"{name}.jsonl"
    extracted.write_text(run("cli.py", "extract", str(shared / texts)), encoding="utf-8")
    command = ["score/score_extract.py", gold, texts, str(extracted), "--json"]
    printed = json.loads(run(*command, *(["--files", files] if files else []), folder=shared))
    if printed["void"]:
        sys.exit(f"{name}: the output breaks the contract: {printed['void']}")
    total = printed["figures"]["all"]
    scores = {"B-cubed": total["b_cubed"]["f"]}
    scores |= {key: row["f"] for key, row in total["prf"].items()}
    scores |= {key: row["value"] for key, row in total["share"].items()}
    articles = [figures["prf"] for key, figures in printed["figures"].items() if key != "all"]
    return (
        {key: round(scores[key], 3) for key in kept or KEPT},
        {key: interval([rows[key] for rows in articles]) for key in kept or KEPT if key in total["prf"]},
    )


def interval(counts: list[dict[str, int]]) -> tuple[float, float]:
    """The 95 % interval of F1 by bootstrap over articles, from what was right, predicted, found, required."""
    rng = random.Random(0)
    drawn = sorted(_f1(rng.choices(counts, k=len(counts))) for _ in range(RESAMPLES))
    return round(drawn[round(0.025 * RESAMPLES)], 3), round(drawn[round(0.975 * RESAMPLES) - 1], 3)


def _f1(counts: list[dict[str, int]]) -> float:
    right, predicted, found, required = (
        sum(row[key] for row in counts) for key in ("right", "predicted", "found", "required")
    )
    precision, recall = right / max(1, predicted), found / max(1, required)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def polnear(shared: Path, work: Path) -> tuple[dict[str, float], dict[str, tuple[float, float]]]:
    """Attributed F1 on the development articles of PolNeAR, and its interval."""
    gold, script = str(shared / "polnear/dev.jsonl.gz"), str(shared / "polnear/polnear.py")
    texts, extracted, predicted = (
        str(work / name) for name in ("polnear", "polnear.jsonl", "predicted.jsonl")
    )
    subprocess.run([sys.executable, script, "texts", gold, texts], check=True)
    Path(extracted).write_text(run("cli.py", "extract", texts), encoding="utf-8")
    subprocess.run([sys.executable, script, "convert", extracted, predicted], check=True)
    printed = json.loads(run("polnear/score.py", gold, predicted, "--json", folder=shared))
    figures = printed["attributed"]
    low, high = (round(bound / 100, 3) for bound in figures["f1_95"])
    return {"attributed": round(figures["f1"] / 100, 3)}, {"attributed": (low, high)}


def questions(shared: Path, work: Path) -> dict[str, float]:
    """Asked of a graph of the seeds: share fully right; share of the unanswerable ones left unanswered."""
    gold = shared / "gold/questions.json"
    asked = "\n".join(row["question"] for row in json.loads(gold.read_text(encoding="utf-8")))
    home = str(work / "home")
    try:
        run("cli.py", "read", str(shared / "seeds"), "--json", "--home", home)
        answers = run("cli.py", "ask", "--json", "--home", home, "-", stdin=asked)
    finally:
        subprocess.run([sys.executable, "cli.py", "stop", "--home", home], cwd=ROOT, check=True)
    (work / "answers.jsonl").write_text(answers, encoding="utf-8")
    printed = json.loads(
        run("score/score_ask.py", str(gold), "seeds", str(work / "answers.jsonl"), "--json", folder=shared)
    )
    total, unanswerable = printed["figures"]["all"], printed["figures"]["form unanswerable"]
    if printed["void"]:
        sys.exit(f"answers break the contract: {printed['void']}")
    return {
        "fully right": round(total["full"] / total["questions"], 3),
        "acceptable": round(total["acceptable"] / total["questions"], 3),
        "unanswerable left unanswered": round(unanswerable["full"] / unanswerable["questions"], 3),
    }


def digest(shared: Path) -> str:
    """SHA-256 over the gold and the scorers that the figures were measured with."""
    sha = hashlib.sha256()
    places = ["gold", "score", "polnear", *(SETS[name][0] for name in SETS)]
    for path in sorted({path for place in places for path in (shared / place).glob("*") if path.is_file()}):
        sha.update(path.relative_to(shared).as_posix().encode() + b"\0" + path.read_bytes())
    return sha.hexdigest()


def table(figures: Figures) -> str:
    """The Markdown table of README.md: a figure a row, a set a column."""
    names = list(figures)
    rows = dict.fromkeys(key for scores in figures.values() for key in scores)
    lines = ["| | " + " | ".join(names) + " |", "|---" * (len(names) + 1) + "|"]
    for row in rows:
        cells = [f"{figures[name][row]:.2f}" if row in figures[name] else "" for name in names]
        lines.append(f"| {row} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def write(figures: Figures, intervals: Intervals, shared: Path) -> None:
    """Figures, intervals, floors into tests/baseline.json, the table into README.md. A floor only rises."""
    before = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.exists() else {"floors": {}}
    floors = {
        name: {
            key: max(round(value - SLACK, 3), before["floors"].get(name, {}).get(key, 0.0))
            for key, value in scores.items()
        }
        for name, scores in figures.items()
    }
    baseline = {"digest": digest(shared), "figures": figures, "intervals": intervals, "floors": floors}
    BASELINE.write_text(json.dumps(baseline, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    readme = README.read_text(encoding="utf-8")
    block = f"<!-- scores -->\n{table(figures)}\n<!-- /scores -->"
    README.write_text(
        re.sub(r"<!-- scores -->.*<!-- /scores -->", lambda _: block, readme, flags=re.S), "utf-8"
    )


def main() -> None:
    """Parse the command line, measure, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--shared", type=Path, default=ROOT.parent / "shared", help="folder of gold and scorers"
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead of the table")
    parser.add_argument(
        "--intervals", action="store_true", help="print F1 with 95 %% intervals, by bootstrap over articles"
    )
    parser.add_argument(
        "--write", action="store_true", help="write tests/baseline.json and the table in README.md"
    )
    options = parser.parse_args()
    if not (options.shared / "score").is_dir():
        parser.error(f"no scorers under {options.shared}: name the folder with --shared")
    figures, intervals = measure(options.shared)
    if options.write:
        write(figures, intervals, options.shared)
    print(json.dumps(figures, indent=1) if options.json else table(figures))
    if options.intervals:
        for name, rows in intervals.items():
            for key, (low, high) in rows.items():
                print(f"{name:10} {key:24} {figures[name][key]:.3f} [{low:.3f}, {high:.3f}]")


if __name__ == "__main__":
    main()
