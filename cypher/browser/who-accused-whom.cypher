// Who accused whom, and of what?
// An accusation is a lead to its sentence, not a finding about a person.
MATCH (accuser:Actor)-[accused:ACCUSED]->(target:Actor)
OPTIONAL MATCH (article:Article {id: accused.article})
RETURN accuser, accused, target, accused.of AS of, accused.modality AS modality,
       accused.sentence AS sentence, article.source AS outlet, article.title AS title,
       toString(article.published) AS published
ORDER BY published DESC, accused.id
LIMIT 100
