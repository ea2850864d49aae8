// What does this article say of its names?
// article: id of the article
MATCH (:Article {id: $article})-[calls:CALLS]->(name:Name)
RETURN name.id AS id, properties(calls) AS properties
ORDER BY id
