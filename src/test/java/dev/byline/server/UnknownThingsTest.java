package dev.byline.server;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.equalTo;

import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is not there is said before anything is asked for: nothing that could be sent would change
/// it.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class UnknownThingsTest {
    private final Given given = new Given();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "PUT | /articles/none | {'title': 'A', 'body': 'B'}",
                "DELETE | /articles/ID |",
                "DELETE | /articles/none/trash |",
                "PUT | /articles/none/publication | {}",
                "DELETE | /articles/ID/publication |",
                "PUT | /authors/none | {'name': 'A'}",
                "DELETE | /authors/ID |",
                "PUT | /tags/ID | {'name': 'A'}",
                "DELETE | /tags/none |",
                "DELETE | /comments/none |",
                "DELETE | /comments/ID |",
                "DELETE | /accounts/ID |",
            })
    void are_404_without_a_condition(String method, String path, String body) {
        var request = given.admin();
        if (body != null) {
            request.contentType(JSON).body(body.replace('\'', '"'));
        }
        request.request(method, path.replace("ID", "0193299c-4f00-7c3a-9d2e-5b7f1a2c3d4e"))
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }
}
