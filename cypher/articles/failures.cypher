// What could not be read, and why?
MATCH (failure:Failure)
RETURN null AS id, null AS title, null AS source, null AS published, failure.path AS place, null AS statements,
       failure.readAt AS read, failure.reader AS reader, failure.message AS failed
ORDER BY place, failed
