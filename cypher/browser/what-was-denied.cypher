// Who denied what, and whose words were they?
MATCH (denier:Actor)-[said:SAID]->(denial:Statement)
WHERE denial.denied
OPTIONAL MATCH (denial)-[denies:DENIES]->(claim:Statement)
OPTIONAL MATCH (claimant:Actor)-[claimed:SAID]->(claim)
RETURN denier, said, denial, denies, claim, claimed, claimant, denial.sentence AS sentence,
       toString(denial.published) AS published
ORDER BY published DESC, denial.id
LIMIT 100
