// What questions look up besides ids: actors and events by their name, what was said and told by its day.
CREATE INDEX actor_name IF NOT EXISTS FOR (actor:Actor) ON (actor.name);
CREATE INDEX event_name IF NOT EXISTS FOR (event:Event) ON (event.name);
CREATE INDEX article_published IF NOT EXISTS FOR (article:Article) ON (article.published);
CREATE INDEX statement_published IF NOT EXISTS FOR (statement:Statement) ON (statement.published);
