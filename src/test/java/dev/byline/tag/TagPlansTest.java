package dev.byline.tag;

import dev.byline.query.Listing;
import dev.byline.support.Plans;
import dev.byline.support.TestDatabase;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TagPlansTest {

    private final Plans plans;

    TagPlansTest(AgroalDataSource database) {
        plans = new Plans(database);
    }

    @Test
    void an_index_stands_behind_every_order_but_by_what_is_counted_on_asking() throws SQLException {
        for (var key : Tags.SORT_KEYS) {
            if (!key.name().equals(TagView.ARTICLE_COUNT)) {
                plans.assertIndexed(Listing.of("x.description", "tag x"), key, "x.id");
            }
        }
    }
}
