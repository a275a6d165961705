package dev.byline.article;

import dev.byline.query.Sql;
import dev.byline.support.Plans;
import dev.byline.support.TestDatabase;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ArticlePlansTest {

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
        assertIndexed(new Viewpoint(true, true, null));
    }

    private void assertIndexed(Viewpoint viewpoint) throws SQLException {
        for (var key : Articles.sortKeys(viewpoint)) {
            plans.assertIndexed(viewpoint.select(Sql.of("a.slug, r.title")), key, "a.id");
        }
    }
}
