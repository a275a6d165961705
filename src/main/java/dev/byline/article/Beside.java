package dev.byline.article;

import java.util.List;

/// The articles that stand beside one, each null where it was not asked for or there is none.
record Beside(ArticleReference previous, ArticleReference next, List<ArticleReference> related) {
    static final Beside NONE = new Beside(null, null, null);
}
