-- The full-text indexes of the embedded server, which knows them in SQL only: its Cypher refuses
-- CREATE FULLTEXT INDEX. server.py runs this as the server starts. The property may have no other index.
CREATE VERTEX TYPE Actor IF NOT EXISTS;
CREATE PROPERTY Actor.search IF NOT EXISTS STRING;
CREATE INDEX IF NOT EXISTS ON Actor (search) FULL_TEXT;
CREATE VERTEX TYPE Event IF NOT EXISTS;
CREATE PROPERTY Event.search IF NOT EXISTS STRING;
CREATE INDEX IF NOT EXISTS ON Event (search) FULL_TEXT;
CREATE VERTEX TYPE Statement IF NOT EXISTS;
CREATE PROPERTY Statement.search IF NOT EXISTS STRING;
CREATE INDEX IF NOT EXISTS ON Statement (search) FULL_TEXT;
