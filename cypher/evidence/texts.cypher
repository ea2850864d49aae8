// The texts of articles.
// ids: ids of articles
UNWIND $ids AS id
MATCH (article:Article {id: id})
RETURN id, article.text AS text
