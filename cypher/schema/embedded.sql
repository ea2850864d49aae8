-- What the embedded server needs in its own SQL, run as it starts (server.py): its Cypher refuses
-- CREATE FULLTEXT INDEX, and makes the type behind two labels only at the first such node, where two
-- writers at once get in each other's way. A property with a full-text index may have no other index.
CREATE VERTEX TYPE Actor IF NOT EXISTS;
CREATE PROPERTY Actor.search IF NOT EXISTS STRING;
CREATE INDEX IF NOT EXISTS ON Actor (search) FULL_TEXT;
CREATE VERTEX TYPE Event IF NOT EXISTS;
CREATE PROPERTY Event.search IF NOT EXISTS STRING;
CREATE INDEX IF NOT EXISTS ON Event (search) FULL_TEXT;
CREATE VERTEX TYPE Statement IF NOT EXISTS;
CREATE PROPERTY Statement.search IF NOT EXISTS STRING;
CREATE INDEX IF NOT EXISTS ON Statement (search) FULL_TEXT;
CREATE VERTEX TYPE Person IF NOT EXISTS;
CREATE VERTEX TYPE Organization IF NOT EXISTS;
CREATE VERTEX TYPE Place IF NOT EXISTS;
CREATE VERTEX TYPE `Actor~Person` IF NOT EXISTS EXTENDS Actor, Person;
CREATE VERTEX TYPE `Actor~Organization` IF NOT EXISTS EXTENDS Actor, Organization;
CREATE VERTEX TYPE `Actor~Place` IF NOT EXISTS EXTENDS Actor, Place;
