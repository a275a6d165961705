package dev.byline.reading;

import dev.byline.filter.Filter;
import dev.byline.filter.FilterField;
import dev.byline.identity.Caller;
import dev.byline.list.Listing;
import dev.byline.list.SortKey;
import dev.byline.revision.ArticleKind;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.Sql;
import dev.byline.support.Plans;
import dev.byline.support.TestDatabase;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("dialect")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ArticlePlansTest {

    private static final String ID = new UUID(1, 2).toString();
    private static final Caller NOBODY = Caller.READER;

    private final Plans plans;

    ArticlePlansTest(AgroalDataSource database) {
        plans = new Plans(database);
    }

    @Test
    void an_index_stands_behind_every_order_of_readers() throws SQLException {
        assertIndexed(Viewpoint.READER);
    }

    @Test
    void and_behind_every_order_of_editors() throws SQLException {
        assertIndexed(Viewpoint.EDITOR);
        assertIndexed(new Viewpoint(ArticleKind.ARTICLE, true, true, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "revision, title, revision_title_parts",
        "author, name, author_name_parts",
        "author, slug, author_slug_parts",
        "tag, name, tag_name_parts",
        "tag, slug, tag_slug_parts",
    })
    void an_index_finds_names_by_their_parts(String table, String column, String index)
            throws SQLException {
        var fields = List.of(FilterField.text("name", "x." + column).withParts());
        var reader = Caller.READER;
        for (var filter : List.of("name==*nig*", "name!=x;name==*ght")) {
            var list = Listing.of("x.id", table + " x").and(Filter.of(filter, fields, reader));
            plans.assertFound(list, index);
        }
    }

    @Test
    void and_behind_lists_by_author_and_tag_in_the_order_of_publication() throws SQLException {
        var key = ListedArticles.key(SortKey.instant("publishedAt", "a.published_at"));
        for (var filter : List.of(filter(null, null), filter(null, "de"), filter(ID, "de"))) {
            plans.assertIndexed(
                    filter.listed(NOBODY, Optional.empty()).select(Sql.of("a.slug, r.title")),
                    key,
                    "l.article_id");
        }
    }

    @Test
    void and_behind_every_order_where_most_articles_bear_the_tag() throws SQLException {
        for (var viewpoint : List.of(Viewpoint.READER, Viewpoint.EDITOR)) {
            for (var key : Articles.sortKeys(viewpoint)) {
                var list = viewpoint.select(Sql.of("a.slug, r.title"));
                filter(ID, "de").narrow(list, viewpoint, NOBODY, Optional.empty(), true);
                plans.assertIndexed(list, key, "a.id");
            }
        }
    }

    private static ArticleFilter filter(String author, String language) {
        return new ArticleFilter(author, ID, language, null, null, null, null);
    }

    private void assertIndexed(Viewpoint viewpoint) throws SQLException {
        for (var key : Articles.sortKeys(viewpoint)) {
            plans.assertIndexed(viewpoint.select(Sql.of("a.slug, r.title")), key, "a.id");
        }
    }
}
