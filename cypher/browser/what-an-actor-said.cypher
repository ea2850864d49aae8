// What did an actor say, and of whom?
// name: the actor, by its name or an alias
MATCH (speaker:Actor)-[said:SAID]->(statement:Statement)-[:REPORTED_IN]->(article:Article)
WHERE speaker.name = $name OR $name IN speaker.aliases
OPTIONAL MATCH (statement)-[about:ABOUT]->(target)
RETURN speaker, said, statement, about, target, statement.sentence AS sentence, article.source AS outlet,
       article.title AS title, toString(article.published) AS published
ORDER BY published DESC, statement.id
LIMIT 100
