package dev.byline.reading;

import java.util.List;

/// The articles that stand beside one, each null where it was not asked for or there is none.
record RelatedArticles(
        ArticleReference previous, ArticleReference next, List<ArticleReference> related) {}
