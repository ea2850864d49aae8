// Who accused whom, and of what? The newest first.
// topic: words that must all stand in the accusation, [] for any
// ask: who [has|have] (accused|blamed|criticised|criticized|condemned) whom [of what]
// ask: who [has|have] (accused|blamed|criticised|criticized|condemned) whom (of|for|over) {topic}
// ask: (which|what) (accusations|allegations|charges) (are|were|have been) (there|made|raised)
// ask: who was accused of what
MATCH (accuser:Actor)-[a:ACCUSED]->(accused:Actor)
WHERE all(word IN $topic WHERE coalesce(a.of, '') + ' ' + a.evidence
          =~ ('(?isU).*\\b' + word + '(e|y|s|es|ed|d|ing|ies|ied)?\\b.*'))
MATCH (article:Article {id: a.article})
RETURN accuser.name AS name, [label IN labels(accuser) WHERE label <> 'Actor'][0] AS type,
       accused.name + CASE WHEN a.of IS NULL THEN '' ELSE ': ' + a.of END AS text,
       a.evidence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + a.start AS start, article.offset + a.end AS end, a.modality AS modality
ORDER BY published DESC, path, start, name
