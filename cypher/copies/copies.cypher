// Which articles are copies of this one?
// article: id of the article
MATCH (copy:Article)-[:COPY_OF]->(:Article {id: $article})
RETURN copy.id AS id
ORDER BY id
