// What does MinHash say of this article?
// article: id of the article
MATCH (article:Article {id: $article})
RETURN article.signature AS signature
