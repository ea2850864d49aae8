// What did others say of an actor?
// name: the actor, by its name or an alias
MATCH (speaker:Actor)-[said:SAID]->(statement:Statement)-[about:ABOUT]->(target:Actor)
WHERE target.name = $name OR $name IN target.aliases
MATCH (statement)-[:REPORTED_IN]->(article:Article)
RETURN speaker, said, statement, about, target, statement.sentence AS sentence, article.source AS outlet,
       article.title AS title, toString(article.published) AS published
ORDER BY published DESC, statement.id
LIMIT 100
