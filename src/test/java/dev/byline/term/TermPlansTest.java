package dev.byline.term;

import dev.byline.author.AuthorView;
import dev.byline.list.Listing;
import dev.byline.property.Properties;
import dev.byline.support.Plans;
import dev.byline.support.TestDatabase;
import dev.byline.tag.TagView;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("dialect")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TermPlansTest {

    private final Plans plans;

    TermPlansTest(AgroalDataSource database) {
        plans = new Plans(database);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void an_index_stands_behind_every_order_but_by_what_is_counted_on_asking(
            String table, String column, Properties<?> properties) throws SQLException {
        for (var key : properties.sortKeys()) {
            if (!key.name().equals(TermView.ARTICLE_COUNT)) {
                plans.assertIndexed(Listing.of(column, table + " x"), key, "x.id");
            }
        }
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of("author", "x.biography", AuthorView.PROPERTIES),
                Arguments.of("tag", "x.description", TagView.PROPERTIES));
    }
}
