// What is looked up besides ids: actors and events by their name, articles by outlet, what was said and told
// by its day, what an article tells, what has the same words, and which articles a file held or an address.
CREATE INDEX actor_name IF NOT EXISTS FOR (actor:Actor) ON (actor.name);
CREATE INDEX event_name IF NOT EXISTS FOR (event:Event) ON (event.name);
CREATE INDEX article_published IF NOT EXISTS FOR (article:Article) ON (article.published);
CREATE INDEX article_source IF NOT EXISTS FOR (article:Article) ON (article.source);
CREATE INDEX statement_published IF NOT EXISTS FOR (statement:Statement) ON (statement.published);
CREATE INDEX statement_quote IF NOT EXISTS FOR (statement:Statement) ON (statement.quote);
CREATE INDEX article_path IF NOT EXISTS FOR (article:Article) ON (article.path);
CREATE INDEX article_url IF NOT EXISTS FOR (article:Article) ON (article.url);
CREATE INDEX met_article IF NOT EXISTS FOR ()-[met:MET]-() ON (met.article);
CREATE INDEX accused_article IF NOT EXISTS FOR ()-[accused:ACCUSED]-() ON (accused.article);
