// Which of these articles does the graph hold, in which version, read by which reader?
// ids: ids of articles
UNWIND $ids AS id
MATCH (article:Article {id: id})
RETURN id, article {.title, .source, .url, .published, .path, .offset, .key, .version, .reader} AS properties
