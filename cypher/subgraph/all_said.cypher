// Which statements does the graph hold, the newest first?
// limit: how many at most
MATCH (statement:Statement)
RETURN statement.id AS id, coalesce(toString(statement.published), '') AS published
ORDER BY published DESC, id
LIMIT $limit
