package dev.byline.comment;

import dev.byline.identity.Caller;
import dev.byline.identity.Role;
import dev.byline.sql.Sql;
import dev.byline.support.Plans;
import dev.byline.support.TestDatabase;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CommentPlansTest {

    private static final Caller READER = Caller.READER;
    private static final Caller MODERATOR = new Caller(UUID.randomUUID(), "m", Role.MODERATOR);

    private final Plans plans;

    CommentPlansTest(AgroalDataSource database) {
        plans = new Plans(database);
    }

    @Test
    void an_index_stands_behind_every_order_of_all_comments_and_of_an_articles()
            throws SQLException {
        for (var caller : List.of(READER, MODERATOR)) {
            for (var key : Comments.SORT_KEYS) {
                var list = Comments.list(Sql.of("c.body"), caller);
                plans.assertIndexed(list, key, "c.id");
                list.and("c.article_id = '00000000-0000-0000-0000-000000000000'");
                plans.assertIndexed(list, key, "c.id");
            }
        }
    }
}
