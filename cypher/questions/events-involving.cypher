// In which events did an actor take part?
// name: the actor
// ask: (which|what) events (involve|are about|concern) {name}
// ask: (in which|in what|which|what) events (did|does|do|has|have|is|was) {name} (take part|participate|involved|attend|taken part) [in]
// ask: what (happened|has happened) (to|with) {name}
// ask: what did {name} (attend|take part in|participate in)
MATCH (actor:Actor)-[:TOOK_PART]->(event:Event)<-[told:TELLS_OF]-(article:Article)
WHERE actor.name = $name OR $name IN actor.aliases
RETURN event.name AS name, 'Event' AS type,
       null AS text, told.evidence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + told.start AS start, article.offset + told.end AS end, event.status AS modality
ORDER BY published, path, start
