"""Lists of actors, and of the names that were nearly one, or nearly two."""

from people import article, person

from cypher.database import Database
from graph.doubts import actors, doubts
from tests.graph.test_growth import in_order, told
from tests.graph.test_judging import DAY, ROWS


def test_actors_are_listed_with_what_they_are_called(database: Database) -> None:
    in_order(database, told(*ROWS))
    first = actors(database)[0]
    assert (first["name"], first["articles"], first["mentions"]) == ("Ida Lorn", 2, 2)
    assert first["titles"] == ["Chile/president@2031"]
    assert {"Lorn", "Chilean President Ida Lorn"} <= {*first["aliases"]}
    assert actors(database, [first["id"]]) == [first]


def test_doubts_are_the_nearest_to_the_line_with_reasons(database: Database) -> None:
    extra = article("z", DAY, person("Vladimir Lorn")), article("y", DAY, person("Volodymyr Lorn"))
    in_order(database, [*told(*ROWS), *extra])
    found = {(doubt.a, doubt.b): doubt for doubt in doubts(database)}
    [spelt] = [doubt for pair, doubt in found.items() if {*pair} == {"Vladimir Lorn", "Volodymyr Lorn"}]
    assert spelt.same
    assert "vladimir and volodymyr are forms of one given name" in spelt.reasons
    assert not found["Lorn", "Ida Lorn"].same
    assert found["Lorn", "Ida Lorn"].reasons == ("a surname alone", "2 persons fit")
