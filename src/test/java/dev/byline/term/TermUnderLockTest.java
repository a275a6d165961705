package dev.byline.term;

import static io.restassured.http.ContentType.JSON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.byline.support.Given;
import dev.byline.support.Locks;
import dev.byline.support.TestDatabase;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// A command that comes while another deletes the same tag finds nothing.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TermUnderLockTest {
    @Inject AgroalDataSource database;

    private final Given given = new Given();

    @Test
    void a_second_deletion_finds_nothing() throws Exception {
        var tag = given.tag().id();
        assertEquals(
                404,
                whileDeleted(
                        tag,
                        () ->
                                given.editor()
                                        .header("If-Match", "*")
                                        .delete("/tags/{tag}", tag)
                                        .statusCode()));
    }

    @Test
    void a_patch_finds_nothing() throws Exception {
        var tag = given.tag().id();
        assertEquals(
                404,
                whileDeleted(
                        tag,
                        () ->
                                given.editor()
                                        .contentType(JSON)
                                        .body(Map.of("name", "Other"))
                                        .patch("/tags/{tag}", tag)
                                        .statusCode()));
    }

    /// What is answered to a command that began to wait before the tag was gone.
    private int whileDeleted(String tag, Callable<Integer> command) throws Exception {
        try (var connection = database.getConnection();
                var editor = Executors.newSingleThreadExecutor()) {
            connection.setAutoCommit(false);
            try (var deletion = connection.prepareStatement("delete from tag where id = ?")) {
                deletion.setObject(1, UUID.fromString(tag));
                deletion.execute();
            }
            var answer = editor.submit(command);
            Locks.awaitWaiting(connection);
            connection.commit();
            connection.setAutoCommit(true);
            return answer.get();
        }
    }
}
