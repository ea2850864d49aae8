"""How long an article takes to be resolved into a graph of 1,000, 10,000 ... articles.

    python -m bench.resolution                    sizes 1000 and 10000
    python -m bench.resolution --sizes 50000      takes some minutes

The articles are the samples, repeated with other persons and days; names recur as in the news: few often,
many once. The graph is filled with the names of the first ones in bulk, and then LAST articles are loaded one
by one, as `onrecord read` does; reading their text is not in the figures. Process time is that of this
process and of the server together: other work on the machine counts for little in it.
"""

import argparse
import datetime
import os
import random
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib import resources
from itertools import pairwise
from pathlib import Path

from cypher import server
from cypher.database import Database, connect
from extract.annotation import Entity, Extraction, digest
from extract.articles import read_articles
from extract.pipeline import extract
from graph import growth, settling, store
from graph.model import Graph, Node
from graph.names import Name, merged, names
from graph.resolution import resolve

LAST = 100
WARM = 50  # articles before these, in which a server just started becomes as fast as it gets
SYLLABLES = (
    "ka",
    "lo",
    "ri",
    "ve",
    "mo",
    "san",
    "dre",
    "bel",
    "tor",
    "vin",
    "ga",
    "ne",
    "zo",
    "fi",
    "lan",
    "mar",
)
GIVEN = (
    "Anna",
    "Boris",
    "Clara",
    "David",
    "Elena",
    "Frank",
    "Greta",
    "Hugo",
    "Irina",
    "Jakob",
    "Lena",
    "Marko",
)


def family(chance: random.Random, size: int) -> str:
    """A surname: the more articles, the more there are, and some of them often."""
    number = int((size**0.7 * 5) * chance.random() ** 2)
    word = ""
    while number or not word:
        number, rest = divmod(number, len(SYLLABLES))
        word += SYLLABLES[rest]
    return word.capitalize()


def varied(samples: Sequence[Extraction], size: int) -> Iterator[Extraction]:
    """So many articles made of the samples."""
    chance = random.Random(size)
    for number in range(size):
        sample = samples[number % len(samples)]
        day = datetime.date(2015, 1, 1) + datetime.timedelta(days=number % 3650)
        article = replace(
            sample.article,
            id=digest("varied", number),
            published=day,
            key=f"varied {number}",
            url=None,
            path=f"varied/{number}.txt",
        )
        entities = tuple(_varied(entity, chance, size) for entity in sample.entities)
        statements = tuple(
            replace(each, id=digest(each.id, number), denies=each.denies and digest(each.denies, number))
            for each in sample.statements
        )
        relations = tuple(replace(each, id=digest(each.id, number)) for each in sample.relations)
        yield replace(sample, article=article, entities=entities, statements=statements, relations=relations)


def _varied(entity: Entity, chance: random.Random, size: int) -> Entity:
    if entity.type != "Person" or not entity.named:
        return entity
    surname = family(chance, size)
    name = surname if chance.random() < 0.2 else f"{chance.choice(GIVEN)} {surname}"
    aliases = tuple(alias.replace(entity.name, name) for alias in entity.aliases if entity.name in alias)
    return replace(entity, name=name, aliases=(name, *aliases))


def fill(database: Database, extractions: Sequence[Extraction]) -> int:
    """The names of articles in bulk, resolved together; how many there are."""
    known: dict[str, Name] = {}
    for extraction in extractions:
        for name in names(extraction).values():
            known[name.id] = merged(known[name.id], name) if name.id in known else name
    actors = resolve(known.values())
    listed = list(known.values())
    for start in range(0, len(listed), 2000):
        part = listed[start : start + 2000]
        nodes = [settling.name_node(name) for name in part]
        nodes += [settling.actor_node(actors[name.id], [name.aliases]) for name in part]
        nodes += [Node(key, "Key") for name in part for key in name.found_by]
        edges = [edge for name in part for edge in settling.kept(name, actors[name.id])]
        whole = Graph(tuple({node.id: node for node in nodes}.values()), tuple(edges))
        database.write(store.steps(store.rows(whole)))
    return len(listed)


def taken_by(pid: int) -> float:
    """The process time of another process, in seconds."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(samples: Sequence[Extraction], size: int) -> str:
    """One line of the table."""
    articles = list(varied(samples, size))
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        try:
            with connect(home=home) as database:
                database.schema()
                count = fill(database, articles[: -LAST - WARM])
                asked: list[float] = []  # when the next article was asked for
                taken: list[float] = []  # the process time that it and the server had taken till then
                pid = server.start(home).pid

                def one_by_one() -> Iterator[Extraction]:
                    for article in (*articles[-LAST - WARM :], None):
                        asked.append(time.perf_counter())
                        taken.append(time.process_time() + taken_by(pid))
                        if article:
                            yield article

                growth.load(database, one_by_one())
        finally:
            server.stop(home)
    row = f"{size:9,} {count:9,}"
    for clock in (asked, taken):
        times = sorted(1000 * (later - sooner) for sooner, later in pairwise(clock[WARM:]))
        row += (
            f" {statistics.median(times):9.0f} {statistics.mean(times):9.0f} {times[int(0.95 * LAST)]:9.0f}"
        )
    return row


def main() -> None:
    """Parse the command line, measure, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10000])
    options = parser.parse_args()
    samples = list(extract(read_articles([str(resources.files("extract") / "samples")], print)))
    print(f"{'':19} {'on the clock, ms':>29} {'process time, ms':>29}")
    print(f"{'articles':>9} {'names':>9}" + f" {'median':>9} {'mean':>9} {'95 %':>9}" * 2)
    for size in options.sizes:
        print(measure(samples, size), flush=True)


if __name__ == "__main__":
    main()
