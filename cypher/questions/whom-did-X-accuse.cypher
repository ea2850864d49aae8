// Whom did an actor accuse or criticise, and of what?
// name: the accuser
// topic: words that must all stand in the accusation, [] for any
// ask: (who|whom) (did|does|do|has|have) {name} (accuse|blame|criticise|criticize|condemn|denounce|attack)
// ask: (who|whom) (did|does|do|has|have) {name} (accuse|blame|criticise|criticize|condemn|denounce) (of|for|over) {topic}
// ask: who (was|is|has been|were|are) (accused|blamed|criticised|criticized|condemned) by {name}
// ask: who (was|is|has been|were|are) (accused|blamed|criticised|criticized) by {name} (of|for|over) {topic}
// ask: which (countries|people|politicians|leaders) (did|does|has) {name} (accuse|blame|criticise|criticize|condemn)
// ask: which (countries|people|politicians|leaders) (did|does|has) {name} (accuse|blame|criticise|criticize|condemn) (of|for) {topic}
MATCH (accuser:Actor)-[a:ACCUSED]->(accused:Actor)
WHERE (accuser.name = $name OR $name IN accuser.aliases) AND a.modality = 'asserted'
  AND all(word IN $topic WHERE coalesce(a.of, '') + ' ' + a.evidence
          =~ ('(?isU).*\\b' + word + '(e|y|s|es|ed|d|ing|ies|ied)?\\b.*'))
MATCH (article:Article {id: a.article})
RETURN accused.name AS name, [label IN labels(accused) WHERE label <> 'Actor'][0] AS type,
       a.of AS text, a.evidence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + a.start AS start, article.offset + a.end AS end, a.modality AS modality
ORDER BY published, path, start, name
