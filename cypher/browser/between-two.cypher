// What is told between two actors: meetings, accusations, and what one said of the other?
// name: one actor, by its name or an alias
// other: the other, by its name or an alias
MATCH (one:Actor), (two:Actor)
WHERE (one.name = $name OR $name IN one.aliases) AND (two.name = $other OR $other IN two.aliases)
MATCH path = (one)-[:MET|ACCUSED]-(two)
RETURN path, [edge IN relationships(path) | edge.sentence][0] AS sentence
UNION
MATCH (one:Actor), (two:Actor)
WHERE (one.name = $name OR $name IN one.aliases) AND (two.name = $other OR $other IN two.aliases)
MATCH path = (one)-[:SAID|ABOUT]-(statement:Statement)-[:SAID|ABOUT]-(two)
RETURN path, statement.sentence AS sentence
