package dev.byline.term;

import static io.restassured.http.ContentType.JSON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.byline.support.Given;
import dev.byline.support.Locks;
import dev.byline.support.TestDatabase;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// A command that comes while another deletes the same tag finds nothing.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TermUnderLockTest {
    @Inject AgroalDataSource database;

    private final Given given = new Given();

    @Test
    void a_second_deletion_finds_nothing() throws Exception {
        assertEquals(
                404,
                whileDeleted(
                        tag -> given.editor().header("If-Match", "*").delete("/tags/{tag}", tag)));
    }

    @Test
    void a_patch_finds_nothing() throws Exception {
        assertEquals(
                404,
                whileDeleted(
                        tag ->
                                given.editor()
                                        .contentType(JSON)
                                        .body(Map.of("name", "Other"))
                                        .patch("/tags/{tag}", tag)));
    }

    /// What is answered to a command that began to wait before its tag was gone.
    private int whileDeleted(Function<String, Response> command) throws Exception {
        var tag = given.tag().id();
        return Locks.answerAfter(
                database,
                "tag",
                tag,
                "delete from tag where id = ?",
                () -> command.apply(tag).statusCode());
    }
}
