// Which judgements were made, the first one first?
MATCH (judgement:Judgement)
RETURN properties(judgement) AS properties
ORDER BY judgement.number, judgement.id
