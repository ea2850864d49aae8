// Every actor with all its names and how often articles mention it: the names that a question may use.
MATCH (actor:Actor)
OPTIONAL MATCH (:Article)-[m:MENTIONS]->(actor)
RETURN actor.name AS name, actor.aliases AS aliases, [label IN labels(actor) WHERE label <> 'Actor'][0] AS type,
       count(m) AS mentions
ORDER BY name, type
