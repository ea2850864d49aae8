// Who accused or criticised an actor, and of what?
// name: the accused
// topic: words that must all stand in the accusation, [] for any
// ask: who [has|have] (accused|blamed|criticised|criticized|condemned|denounced|attacked) {name}
// ask: who [has|have] (accused|blamed|criticised|criticized|condemned|denounced|attacked) {name} (of|for|over) {topic}
// ask: by whom (was|is|has) {name} [been] (accused|blamed|criticised|criticized) [of|for] {topic}
// ask: by whom (was|is|has) {name} [been] (accused|blamed|criticised|criticized)
// ask: which (countries|people|politicians|leaders) [has|have] (accused|blamed|criticised|criticized|condemned) {name}
// ask: which (countries|people|politicians|leaders) [has|have] (accused|blamed|criticised|criticized|condemned) {name} (of|for) {topic}
// ask: who (was|is) {name} (accused|criticised|criticized|blamed) by
// ask: who (raised|made|levelled) (accusations|allegations|charges) against {name}
MATCH (accuser:Actor)-[a:ACCUSED]->(accused:Actor)
WHERE (accused.name = $name OR $name IN accused.aliases) AND a.modality = 'asserted'
  AND all(word IN $topic WHERE coalesce(a.of, '') + ' ' + a.evidence
          =~ ('(?isU).*\\b' + word + '(e|y|s|es|ed|d|ing|ies|ied)?\\b.*'))
MATCH (article:Article {id: a.article})
RETURN accuser.name AS name, [label IN labels(accuser) WHERE label <> 'Actor'][0] AS type,
       a.of AS text, a.evidence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + a.start AS start, article.offset + a.end AS end, a.modality AS modality
ORDER BY published, path, start, name
