package dev.byline.search;

import dev.byline.server.Page;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/// `/docs/search`: how a search finds and ranks.
@Singleton
class SearchPage {
    private static final String PAGE =
            Page.of(
                    "How a search finds and ranks",
                    """
                    <p>The parameter <code>q</code> of the lists of articles and pages, and of <code>GET /search</code>, takes up to 200 characters and 16
                    words or phrases:</p>
                    <pre>"night train" vienna -strike</pre>
                    <table>
                    <tr><td><code>council vote</code><td>all these words stand in the article, in any of their forms
                    <tr><td><code>"night train"</code><td>these words beside each other
                    <tr><td><code>transp*</code><td>a word with this beginning, of two letters or digits at least
                    <tr><td><code>-strike</code><td>not this word; <code>-"night train"</code> not this phrase
                    </table>
                    <ul>
                    <li>Forms of words are those of the article's language. Accents and case do not count.
                    <li>A name such as <code>node.js</code> is found by its parts too. Chinese, Japanese, Thai and their like are found by any
                    part of a text.
                    <li>Every kind of quotation mark, apostrophe, hyphen and blank will do.
                    <li>What has everything in the title stands before all else. Then the title weighs more than what stands
                    between it and the body, and that more than what the body repeats. Among equals the newest come first.
                    <li>Where nothing is found, misspelt words are corrected, and <code>search</code> in the answer says so. It also tells
                    which words were ignored.
                    <li><code>highlights</code> says where each article was found.
                    </ul>
                    <p>Authors and tags are found by a part of their name or slug, by a name that is spelt nearly so, or by the words of
                    what is said of them.</p>
                    """);

    void routes(@Observes Router router) {
        router.get("/docs/search").order(0).handler(SearchPage::serve);
        router.head("/docs/search").order(0).handler(SearchPage::serve);
    }

    private static void serve(RoutingContext context) {
        Page.send(context, PAGE);
    }
}
