package dev.byline.support;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// An article in the making. The last word says what state it is in.
public final class GivenArticle {

    private final Given given;
    private final Map<String, Object> input = new HashMap<>();

    GivenArticle(Given given, String title) {
        this.given = given;
        input.put("title", title);
        input.put("body", "The *body* of " + title + ".");
    }

    public GivenArticle titled(String title) {
        return with("title", title);
    }

    public GivenArticle by(Made... authors) {
        return with("authors", Arrays.stream(authors).map(Made::id).toList());
    }

    public GivenArticle about(Made... tags) {
        return with("tags", Arrays.stream(tags).map(Made::id).toList());
    }

    /// Any property of the input.
    public GivenArticle with(String property, Object value) {
        input.put(property, value);
        return this;
    }

    public Made draft() {
        return given.make("/articles", input);
    }

    public Made published() {
        return with("publication", Map.of()).draft();
    }

    public Made publishedAt(Instant from) {
        return with("publication", Map.of("from", from.toString())).draft();
    }

    /// Out tomorrow.
    public Made scheduled() {
        return publishedAt(Instant.now().plus(1, ChronoUnit.DAYS));
    }

    public Made withdrawn() {
        var article = published();
        change("/publication", article);
        return now(article);
    }

    public Made trashed() {
        var article = published();
        change("", article);
        return now(article);
    }

    private void change(String what, Made article) {
        given.editor()
                .header("If-Match", article.etag())
                .delete("/articles/" + article.id() + what)
                .then()
                .statusCode(204);
    }

    /// The article with the tag that it has now.
    private Made now(Made article) {
        var etag = given.editor().get("/articles/{article}", article.id()).header("ETag");
        return new Made(article.id(), article.slug(), etag);
    }
}
