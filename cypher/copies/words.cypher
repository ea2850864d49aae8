// Which statements without quotation marks have the words of one in the article that theirs is a copy of?
// ids: ids of articles
UNWIND $ids AS id
MATCH (statement:Statement)-[:REPORTED_IN]->(:Article {id: id})-[:COPY_OF]->(:Article)<-[:REPORTED_IN]-(other:Statement)
WHERE statement.quote IS NULL AND other.quote IS NULL AND statement.search = other.search
RETURN statement.id AS id, min(other.id) AS first
ORDER BY id
