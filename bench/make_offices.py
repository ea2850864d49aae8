"""Make graph/offices.tsv: the office holders whom news name by their office, out of the table of all holders.

    python -m bench.make_offices ../shared/offices/offices.csv bench/offices_by_hand.tsv > graph/offices.tsv

The first table is facts from Wikidata (CC0); the second, earlier and later holders, is written by hand.
"""

import csv
import sys
from pathlib import Path

from extract.roles import fold, gazetteer
from graph.titles import normal, title

HEAD = """\
# Who held which office when: country (empty: a body of many countries), office, person, wikidata id, gender,
# since, until (empty: in office when the table ends, 2025-01-31; rows written by hand end in 2025-08).
# Facts from Wikidata (CC0), read off the history of peppercatorg/site-build, cut to offices that news name,
# and bench/offices_by_hand.tsv. Made by bench/make_offices.py.
"""
BODIES = ("World", "European Union")
REGIONAL = {"governor", "prime minister", "chief minister"}
MINISTRIES = {"foreign", "defence", "finance", "interior", "justice", "health", "economy", "energy", "prime"}


def trimmed(path: Path) -> list[tuple[str, ...]]:
    """The rows of the first table whose office has one holder at a time and is named in the news."""
    countries = gazetteer().countries
    rows = []
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            place = row["country"]
            country = countries.get(fold(place), "" if place in BODIES else place)
            if place in BODIES:
                read = title(row["position"])
                office = read.office if read else fold(row["position"])
                kept = bool(read and read.key)
            else:
                office = normal(row["position"].lower())
                read = title(f"{country} {office}")
                ministry, _, minister = office.rpartition(" ")
                kept = office in REGIONAL
                if country in countries.values():
                    kept = bool(read and read.key) and (minister != "minister" or ministry in MINISTRIES)
            if kept and row["since"]:
                rows.append(
                    (
                        country,
                        office,
                        row["person"],
                        row["wikidata"],
                        row["gender"],
                        row["since"],
                        row["until"],
                    )
                )
    return rows


def main() -> None:
    """Print both tables as one, the hand-written rows with the ids that the first one knows."""
    rows = trimmed(Path(sys.argv[1]))
    ids = {(row[2], row[4]): row[3] for row in rows if row[3]}
    lines = Path(sys.argv[2]).read_text(encoding="utf-8").splitlines()
    by_hand = [tuple(line.split("\t")) for line in lines if not line.startswith("#")]
    terms = {(*row[:3], row[5][:7]) for row in by_hand}
    # a term that the hand-written table tells of too: with its end, where the first one has none yet
    rows = [row for row in rows if (*row[:3], row[5][:7]) not in terms]
    rows += [(*row[:3], row[3] or ids.get((row[2], row[4]), ""), *row[4:]) for row in by_hand]
    print(HEAD + "\n".join(sorted({"\t".join(row) for row in rows})))


if __name__ == "__main__":
    main()
