package dev.byline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the document says a list can be sorted and filtered by, held against what the list itself
/// says when it is asked for something else.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ListDocumentTest {

    private static final Pattern KNOWN = Pattern.compile("known are (.*)\\.");

    private final Given given = new Given();

    @ParameterizedTest
    @ValueSource(strings = {"/articles", "/comments", "/authors", "/tags", "/accounts", "/tokens"})
    void names_the_keys_to_sort_by(String path) throws IOException {
        var known = new TreeSet<String>();
        var views =
                switch (path) {
                    case "/articles" -> List.of("?view=live&", "?view=newest&", "?q=x&");
                    case "/authors", "/tags" -> List.of("?", "?q=x&");
                    default -> List.of("?");
                };
        for (var view : views) {
            known.addAll(known(path + view + "sort=somethingUnheardOf"));
        }
        var named = new TreeSet<String>();
        parameter(path, "sort").at("/schema/items/enum").forEach(key -> named.add(key.asText()));
        known.addAll(known.stream().map("-"::concat).toList());
        assertEquals(named, known);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/articles",
                "/articles/archive",
                "/comments",
                "/authors",
                "/tags",
                "/changes"
            })
    void names_the_fields_to_filter_by(String path) throws IOException {
        var filter = parameter(path, "filter");
        var fields =
                StreamSupport.stream(filter.path("x-filter-fields").spliterator(), false)
                        .map(field -> field.path("name").asText())
                        .toList();
        assertFalse(fields.isEmpty());
        assertEquals(fields, known(path + "?filter=somethingUnheardOf==x"));
        for (var field : fields) {
            assertEquals(true, filter.path("description").asText().contains("`" + field + "`"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/articles",
                "/articles/{article}",
                "/articles/{article}/comments",
                "/comments",
                "/authors",
                "/authors/{author}",
                "/tags",
                "/tags/{tag}"
            })
    void names_the_fields_that_are_shown_and_to_whom(String path) throws IOException {
        var address =
                path.replace("{article}", given.article().published().id())
                        .replace("{author}", given.author().id())
                        .replace("{tag}", given.tag().id());
        var description = parameter(path, "fields").path("description").asText();
        var sentence = description.split("\\.")[0].split("; for ");
        for (var name : names(sentence[0])) {
            var query = "?fields=" + name + (name.equals("highlights") ? "&q=body" : "");
            given.reader().get(address + query).then().statusCode(200);
        }
        for (var name : sentence.length == 1 ? List.<String>of() : names(sentence[1])) {
            given.reader().get(address + "?fields=id," + name).then().statusCode(401);
            given.editor().get(address + "?fields=" + name).then().statusCode(200);
        }
    }

    private static List<String> names(String sentence) {
        return Pattern.compile("`([A-Za-z]+)`")
                .matcher(sentence)
                .results()
                .map(name -> name.group(1))
                .toList();
    }

    private List<String> known(String address) {
        var detail = given.admin().get(address).then().statusCode(400).extract().path("detail");
        var known = KNOWN.matcher(detail.toString());
        return known.find() ? List.of(known.group(1).split(", ")) : List.of(detail.toString());
    }

    private static JsonNode parameter(String path, String name) throws IOException {
        var document =
                new ObjectMapper()
                        .readTree(RestAssured.get("/openapi?format=json").asString())
                        .path("paths")
                        .path("/api/v1" + path)
                        .at("/get/parameters");
        return StreamSupport.stream(document.spliterator(), false)
                .filter(parameter -> parameter.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
