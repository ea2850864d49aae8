// Who commented on a topic?
// The drawing: speakers, what they said, and of whom. The sentence and the article are in the table.
// topic: a word of the statement or of its topics, in small letters
MATCH (speaker:Actor)-[said:SAID]->(statement:Statement)-[:REPORTED_IN]->(article:Article)
WHERE statement.search CONTAINS $topic OR $topic IN statement.topics
OPTIONAL MATCH (statement)-[about:ABOUT]->(target)
RETURN speaker, said, statement, about, target, statement.sentence AS sentence, article.source AS outlet,
       article.title AS title, toString(article.published) AS published
ORDER BY published DESC, statement.id
LIMIT 100
