// Which actors does the graph hold, and how much is told of each?
MATCH (actor:Actor)
OPTIONAL MATCH (actor)-[told:SAID|MET|ACCUSED]-()
WITH actor, count(told) AS told
RETURN actor.id AS id, labels(actor) AS labels, properties(actor) AS properties, told
ORDER BY told DESC, actor.name, actor.id
