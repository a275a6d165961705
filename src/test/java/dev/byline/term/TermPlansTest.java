package dev.byline.term;

import dev.byline.list.Listing;
import dev.byline.support.Plans;
import dev.byline.support.TestDatabase;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TermPlansTest {

    private final Plans plans;

    TermPlansTest(AgroalDataSource database) {
        plans = new Plans(database);
    }

    @ParameterizedTest
    @CsvSource({"author, x.biography", "tag, x.description"})
    void an_index_stands_behind_every_order_but_by_what_is_counted_on_asking(
            String table, String column) throws SQLException {
        for (var key : Terms.SORT_KEYS) {
            if (!key.name().equals(TermView.ARTICLE_COUNT)) {
                plans.assertIndexed(Listing.of(column, table + " x"), key, "x.id");
            }
        }
    }
}
