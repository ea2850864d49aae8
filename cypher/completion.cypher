// Which actors have a name that begins like this? The ten that are mentioned most.
// start: how the name begins
MATCH (actor:Actor)
WHERE actor.name STARTS WITH $start
WITH actor, COUNT { (actor)<-[:MENTIONS]-(:Article) } AS mentions
RETURN actor.name AS name, [label IN labels(actor) WHERE label <> 'Actor'][0] AS type
ORDER BY mentions DESC, name
LIMIT 10
