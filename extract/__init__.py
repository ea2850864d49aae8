"""One article's text -> what it says: actors, statements, relations, events, each with its evidence."""
