// Who met whom, would meet, would not meet?
// The modality stands on the line: happened, planned, proposed, unlikely, denied.
MATCH (one:Actor)-[met:MET]->(other:Actor)
OPTIONAL MATCH (article:Article {id: met.article})
RETURN one, met, other, met.modality AS modality, toString(met.date) AS date, met.place AS place,
       met.sentence AS sentence, article.source AS outlet, article.title AS title,
       toString(article.published) AS published
ORDER BY published DESC, met.id
LIMIT 100
