// Which actors may these words name? Found by the keys that their names are kept under; names.py chooses.
// keys: ids of keys, as names.py makes them of words
// names: names as they are written, for actors that no article names ("police")
CALL {
  UNWIND $keys AS id
  MATCH (:Key {id: id})<-[:UNDER]-(:Name)-[:MEANS]->(actor:Actor)
  RETURN actor, id AS key
  UNION
  UNWIND $names AS name
  MATCH (actor:Actor {name: name})
  RETURN actor, null AS key
}
WITH actor, collect(DISTINCT key) AS keys
RETURN actor.name AS name, keys, actor.aliases AS aliases, [label IN labels(actor) WHERE label <> 'Actor'][0] AS type,
       COUNT { (actor)<-[:MENTIONS]-(:Article) } AS mentions,
       COLLECT {
         MATCH (actor)-[:ACTS_FOR]->(government:Actor)<-[:ACTS_FOR]-(seat:Actor)
         WHERE government.name ENDS WITH actor.name
         UNWIND [government.name, seat.name] AS name
         RETURN DISTINCT name ORDER BY name
       } AS seats
ORDER BY name, type
