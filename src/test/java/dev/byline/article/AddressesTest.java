package dev.byline.article;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Addresses that things bear; [dev.byline.text.WebAddressesTest] has what is one.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AddressesTest {
    private static final String SENT = " https://müller.example/ä b?ö#ü ";
    private static final String KEPT = "https://xn--mller-kva.example/%C3%A4%20b?%C3%B6#%C3%BC";

    private final Given given = new Given();

    enum Place {
        CANONICAL("/articles", "/canonicalUrl", "canonicalUrl"),
        COVER("/articles", "/cover/url", "cover.url"),
        PICTURE("/authors", "/picture", "picture"),
        LINK("/authors", "/links/0/url", "links[0].url");

        final String path;
        final String pointer;
        final String json;

        Place(String path, String pointer, String json) {
            this.path = path;
            this.pointer = pointer;
            this.json = json;
        }

        Map<String, Object> with(String address) {
            return switch (this) {
                case CANONICAL -> Map.of("title", "A", "body", "b", "canonicalUrl", address);
                case COVER -> Map.of("title", "A", "body", "b", "cover", Map.of("url", address));
                case PICTURE -> Map.of("name", "A", "picture", address);
                case LINK ->
                        Map.of("name", "A", "links", List.of(Map.of("label", "L", "url", address)));
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_refused_is_told_why(Place place) {
        refuse(place, "https://user@example.org/", "user name");
        refuse(place, "ftp://example.org/", "must begin with https:// or http://");
        refuse(place, "https://example.org/a\\b", "backslash");
    }

    @ParameterizedTest
    @EnumSource
    void its_length_is_that_in_ascii(Place place) {
        refuse(place, "https://example.org/" + "ä".repeat(331), "2000 characters in ASCII");
        refuse(place, "https://example.org/" + "a".repeat(20_000), "2000 characters in ASCII");
        write(place, "https://example.org/" + "ä".repeat(330));
    }

    private void refuse(Place place, String address, String reason) {
        given.editor()
                .contentType(JSON)
                .body(place.with(address))
                .post(place.path)
                .then()
                .statusCode(422)
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo(place.pointer))
                .body("errors[0].detail", containsString(reason));
    }

    @ParameterizedTest
    @EnumSource
    void one_beyond_ascii_is_kept_in_ascii(Place place) {
        write(place, SENT).body(place.json, equalTo(KEPT));
    }

    private io.restassured.response.ValidatableResponse write(Place place, String address) {
        return given.editor()
                .contentType(JSON)
                .body(place.with(address))
                .post(place.path)
                .then()
                .statusCode(201);
    }

    @Test
    void the_same_address_in_another_form_is_no_change_and_is_found() {
        var id = write(Place.CANONICAL, SENT).extract().<String>path("id");
        given.editor()
                .contentType(JSON)
                .body(Map.of("canonicalUrl", SENT))
                .patch("/articles/" + id)
                .then()
                .statusCode(200)
                .body("canonicalUrl", equalTo(KEPT))
                .body("revision", equalTo(1));
        given.editor()
                .queryParam("filter", "canonicalUrl==\"%s\"".formatted(SENT.strip()))
                .get("/articles")
                .then()
                .statusCode(200)
                .body("data", hasSize(1));
    }
}
