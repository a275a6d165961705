package dev.byline.revision;

import dev.byline.identity.Permission;
import java.util.Set;

/// Articles: what lists, feeds and searches are made of, with a byline, tags and comments.
public final class ArticleKind extends StoryKind {
    /// No article's slug: `/articles/archive` is another resource.
    public static final String RESERVED = "archive";

    public static final StoryKind ARTICLE = new ArticleKind();

    private ArticleKind() {
        super("article", Set.of(RESERVED), Permission.ARTICLES_WRITE, Permission.ARTICLES_PUBLISH);
    }
}
