// Which actors and events does this article tell of?
// article: id of the article
MATCH (:Article {id: $article})-[:MENTIONS|TELLS_OF]->(told)
RETURN DISTINCT told.id AS id, CASE WHEN told:Event THEN 'Event' ELSE 'Actor' END AS label
ORDER BY id
