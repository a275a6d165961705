package dev.byline.server;

import static org.hamcrest.Matchers.anything;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.identity.Role;
import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import dev.byline.support.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hamcrest.FeatureMatcher;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is wrong with a request, the answer is a problem document that says so in the words
/// of the API.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BadRequestsTest {
    private static final Pattern JAVA =
            Pattern.compile("(?i)java|jboss|quarkus|hibernate|jackson|exception|byline\\.");

    private final Given given = new Given();

    @TestHTTPResource URL server;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    null                                                        | 400 | missing-body     |
                    `   `                                                       | 400 | missing-body     |
                    []                                                          | 400 | wrong-type       | ``
                    5                                                           | 400 | wrong-type       | ``
                    ""                                                          | 400 | wrong-type       | ``
                    {"title":                                                   | 400 | malformed-json   |
                    {'title': 'a'}                                              | 400 | malformed-json   |
                    {/* why */ "title": "a"}                                    | 400 | malformed-json   |
                    {"title": NaN, "body": "b"}                                 | 400 | malformed-json   |
                    {"title": "a", "body": "b"} x                               | 400 | malformed-json   |
                    {"title": "a", "body": "b"} {}                              | 400 | malformed-json   |
                    {"title": "a", "body": "b"}]                                | 400 | malformed-json   |
                    {"title": "a", "title": "b", "body": "c"}                   | 400 | malformed-json   |
                    {"titel": "a", "body": "b"}                                 | 400 | unknown-property | /titel
                    {"title": "a", "body": "b", "a/b~c": 1}                     | 400 | unknown-property | /a~1b~0c
                    {"title": "a", "body": "b", "seo": {"titel": "c"}}          | 400 | unknown-property | /seo/titel
                    {"title": "a", "body": "b", "id": "c"}                      | 400 | unknown-property | /id
                    {"title": 5, "body": "b"}                                   | 400 | wrong-type       | /title
                    {"title": true, "body": "b"}                                | 400 | wrong-type       | /title
                    {"title": {}, "body": "b"}                                  | 400 | wrong-type       | /title
                    {"title": ["a"], "body": "b"}                               | 400 | wrong-type       | /title
                    {"title": "a", "body": "b", "authors": "c"}                 | 400 | wrong-type       | /authors
                    {"title": "a", "body": "b", "authors": [1]}                 | 400 | wrong-type       | /authors/0
                    {"title": "a", "body": "b", "commentsOpen": "true"}         | 400 | wrong-type       | /commentsOpen
                    {"title": "a", "body": "b", "commentsOpen": 1}              | 400 | wrong-type       | /commentsOpen
                    {"title": "a", "body": "b", "bodyFormat": "MARKDOWN"}       | 400 | wrong-type       | /bodyFormat
                    {"title": "a", "body": "b", "bodyFormat": " markdown"}      | 400 | wrong-type       | /bodyFormat
                    {"title": "a", "body": "b", "bodyFormat": "html\\n"}         | 400 | wrong-type       | /bodyFormat
                    {"title": "a", "body": "b", "bodyFormat": 0}                | 400 | wrong-type       | /bodyFormat
                    {"title": "a", "body": "b", "cover": ""}                    | 400 | wrong-type       | /cover
                    {"title": "a", "body": "b", "publication": []}              | 400 | wrong-type       | /publication
                    {"title": "a", "body": "b", "publication": {"from": 5}}     | 400 | wrong-type       | /publication/from
                    {"title": "a\\ud800", "body": "b"}                          | 400 | invalid-text     | /title
                    {"title\\ud800": "a", "body": "b"}                          | 400 | invalid-text     |
                    {"\\udc00": "a", "body": "b"}                               | 400 | invalid-text     |
                    {"title": "a", "body": "b\\udc00"}                          | 400 | invalid-text     | /body
                    {"title": "a\\u0000", "body": "b"}                          | 422 | invalid          | /title
                    {"title": "a", "body": "b", "tags": ["\\u0000"]}            | 422 | invalid          | /tags/0
                    {"body": "b"}                                               | 422 | invalid          | /title
                    {"title": null, "body": "b"}                                | 422 | invalid          | /title
                    {"title": "", "body": "b"}                                  | 422 | invalid          | /title
                    {"title": "\\u200b\\u200d\\ufeff", "body": "b"}             | 422 | invalid          | /title
                    {"title": "\\u3164", "body": "b"}                           | 422 | invalid          | /title
                    {"title": "a", "body": "b", "slug": ""}                     | 422 | invalid          | /slug
                    {"title": "a", "body": "b", "slug": "A-Night"}              | 422 | invalid          | /slug
                    {"title": "a", "body": "b", "slug": "a/b"}                  | 422 | invalid          | /slug
                    {"title": "a", "body": "b", "slug": "\\ud83d\\ude00"}       | 422 | invalid          | /slug
                    {"title": "a", "body": "b", "formerSlugs": ["c", "D"]}      | 422 | invalid          | /formerSlugs/1
                    {"title": "a", "body": "b", "authors": [null]}              | 422 | invalid          | /authors/0
                    {"title": "a", "body": "b", "authors": ["nobody"]}          | 422 | invalid          | /authors/0
                    {"title": "a", "body": "b", "language": "en_US"}            | 422 | invalid          | /language
                    {"title": "a", "body": "b", "cover": {}}                    | 422 | invalid          | /cover/url
                    {"title": "a", "body": "b", "canonicalUrl": "javascript:1"} | 422 | invalid          | /canonicalUrl
                    """)
    void an_articles_body(String body, int status, String code, String pointer) {
        refused(json(given.editor()).body(body).post("/articles"), status, code, pointer);
    }

    @ParameterizedTest
    @CsvSource({
        "commentsOpen, 1, wrong-type",
        "commentsOpen, 0.5, wrong-type",
        "bodyFormat, 0, wrong-type",
        "bodyFormat, true, wrong-type",
        "bodyFormat, '\"pdf\"', wrong-value"
    })
    void another_type_or_another_value(String name, String value, String code) {
        json(given.editor())
                .body("{\"title\": \"a\", \"body\": \"b\", \"%s\": %s}".formatted(name, value))
                .post("/articles")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tomorrow",
                "2026-01-01",
                "2026-01-01T08:00:00",
                "2026-01-01T08:00Z",
                "2026-02-30T08:00:00Z",
                "2026-01-01T24:00:00Z",
                "2026-01-01T08:00:60Z",
                "2026-06-30T23:59:60+01:00",
                "2026-01-01T08:00:00.Z",
                "2026-01-01 08:00:00Z",
                "2026-01-01T08:00:00+24:00",
                "2026-01-01T08:00:00+01:60",
                "2026-01-01T08:00:00+01:00:30"
            })
    void an_instant(String from) {
        refused(publishedFrom(from), 400, "wrong-type", "/publication/from");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                "9999-12-31T23:59:59-01:00"
            })
    void an_instant_beyond_the_years(String from) {
        refused(publishedFrom(from), 422, "invalid", "/publication/from");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T08:00:00.1234567891Z, 2026-01-01T08:00:00.123456Z",
        "2026-01-01t08:00:00.5z, 2026-01-01T08:00:00.500Z",
        "2026-01-01T08:00:00-00:00, 2026-01-01T08:00:00Z",
        "2026-01-01T08:00:00+23:59, 2025-12-31T08:01:00Z",
        "2016-12-31T23:59:60Z, 2017-01-01T00:00:00Z",
        "1990-12-31T15:59:60.25-08:00, 1991-01-01T00:00:00.250Z"
    })
    void not_an_instant_of_RFC_3339(String from, String kept) {
        // what checks requests against the document knows fewer of them
        publishedFrom(from, given.editor().noFilters())
                .then()
                .statusCode(201)
                .body("publishedAt", instant(kept));
    }

    private static Matcher<String> instant(String expected) {
        return new FeatureMatcher<>(equalTo(Instant.parse(expected)), "instant", "instant") {
            @Override
            protected Instant featureValueOf(String actual) {
                return Instant.parse(actual);
            }
        };
    }

    private Response publishedFrom(String from) {
        return publishedFrom(from, given.editor());
    }

    private static Response publishedFrom(String from, RequestSpecification request) {
        var body = "{\"title\": \"a\", \"body\": \"b\", \"publication\": {\"from\": \"%s\"}}";
        return json(request).body(body.formatted(from)).post("/articles");
    }

    @ParameterizedTest
    @CsvSource({"title, 301", "summary, 2001", "body, 1048577", "slug, 201", "note, 501"})
    void a_length(String property, int length) {
        var body = new HashMap<>(Map.of("title", "a", "body", "b"));
        body.put(property, "x".repeat(length));
        refused(json(given.editor()).body(body).post("/articles"), 422, "invalid", "/" + property);
    }

    @Test
    void no_body() {
        refused(json(given.editor()).noFilters().post("/articles"), 400, "missing-body", null);
    }

    @Test
    void json_that_is_nested_without_end() {
        var body = "{\"titel\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        var answer = wire("POST", "/articles", "Content-Type: application/json\n", body);
        assertProblem(answer, 422, "invalid");
    }

    /// JSON is not malformed for being more than is read of it.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2147483648                                   | 422 | invalid
                    -2147483649                                  | 422 | invalid
                    99999999999999999999999999                   | 422 | invalid
                    1e10                                         | 422 | invalid
                    1e99999999999999999999                       | 422 | invalid
                    1e-99999999999999999999                      | 400 | wrong-type
                    1.5                                          | 400 | wrong-type
                    0.1                                          | 400 | wrong-type
                    "1"                                          | 400 | wrong-type
                    true                                         | 400 | wrong-type
                    [1]                                          | 400 | wrong-type
                    {}                                           | 400 | wrong-type
                    null                                         | 422 | invalid
                    0                                            | 422 | invalid
                    -0.0                                         | 422 | invalid
                    7                                            | 422 | invalid
                    01                                           | 400 | malformed-json
                    1.                                           | 400 | malformed-json
                    """)
    void a_number(String number, int status, String code) {
        var pointer = code.equals("malformed-json") ? null : "/restore";
        refused(restored(number), status, code, pointer);
    }

    @Test
    void a_number_of_many_digits() {
        refused(restored("1".repeat(1_001)), 422, "invalid", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.0", "1e0", "10E-1", "0.1e+1", "1.000000000000000000000000"})
    void not_a_number_that_is_whole(String number) {
        restored(number).then().statusCode(200);
    }

    private Response restored(String number) {
        return json(given.editor())
                .body("{\"restore\": " + number + "}")
                .post("/articles/" + given.article().draft().id() + "/revisions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32BE", "ISO-8859-1", "CESU-8"})
    void another_encoding(String charset) {
        var body = "{\"title\": \"é😀\", \"body\": \"b\"}".getBytes(Charset.forName(charset));
        var answer = json(given.editor()).body(body).post("/articles");
        refused(answer, 400, "malformed-json", null);
    }

    /// `C0 AF` is a slash in an overlong form, which RFC 3629 forbids.
    @Test
    void overlong_utf8() {
        var body = "{\"title\": \"aÀ¯\", \"body\": \"b\"}".getBytes(StandardCharsets.ISO_8859_1);
        var answer = json(given.editor()).body(body).post("/articles");
        refused(answer, 400, "malformed-json", null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x; charset=none",
                "application/merge-patch+json",
                "application/json; charset=ISO-8859-1",
                "application/json; charset=UTF-16",
                "*/*"
            })
    void a_media_type(String type) {
        var answer = written(type, "");
        assertProblem(answer, 415, "unsupported-media-type");
    }

    @Test
    void a_form_that_is_none() {
        var form = "Content-Type: application/x-www-form-urlencoded\n";
        assertProblem(wire("POST", "/articles", form, "%zz=1"), 415, "unsupported-media-type");
        assertProblem(wire("GET", "/tags", form, "%zz=1"), 415, "unsupported-media-type");
    }

    @Test
    void a_body_of_no_type() {
        for (var type : List.of("", "Content-Type:\n", "Content-Type: \t\n")) {
            for (var path : List.of("/articles", "/articles/a/comments")) {
                assertProblem(wire("POST", path, type, "{}"), 415, "unsupported-media-type");
            }
            assertProblem(wire("GET", "/tags", type, "{}"), 415, "unsupported-media-type");
        }
    }

    @Test
    void a_compressed_body() {
        assertProblem(
                written("application/json", "Content-Encoding: gzip\n"),
                415,
                "unsupported-media-type");
    }

    private String written(String type, String headers) {
        return wire(
                "POST",
                "/articles",
                "Content-Type: " + type + "\n" + headers,
                "{\"title\": \"a\", \"body\": \"b\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "application/problem+json"})
    void what_is_to_come_back(String accept) {
        var answer = given.reader().noFilters().accept(accept).get("/articles");
        refused(answer, 406, "not-acceptable", null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Accept: application/json;q=0                          | 406
                    Accept: application/json; Q=0.000                     | 406
                    Accept: application/json;q=0, */*                     | 406
                    Accept: application/*;q=0, */*;q=0.5                  | 406
                    Accept: */*;q=0                                       | 406
                    Accept: text/html, */*;q=0                            | 406
                    Accept: application/json;q=yes                        | 400
                    Accept: application/json;q=2                          | 400
                    Accept: application/json;q=0.001                      | 200
                    Accept: application/json, */*;q=0                     | 200
                    Accept: text/html, */*;q=0.1                          | 200
                    Accept: application/json;charset=utf-8                | 200
                    Accept-Encoding: identity;q=0, *;q=0                  | 406
                    Accept-Encoding: *;q=0                                | 406
                    Accept-Encoding: identity;q=0                         | 406
                    Accept-Encoding: zstd, identity;q=0                   | 406
                    Accept-Encoding: gzip;q=0, br;q=0, identity;q=0, *    | 406
                    Accept-Encoding: identity;q=0, gzip                   | 200
                    Accept-Encoding: identity;q=0, *                      | 200
                    Accept-Encoding: identity, *;q=0                      | 200
                    Accept-Encoding: gzip;q=0                             | 200
                    """)
    void what_the_client_takes(String header, int status) {
        // from the database, and where there is one from the cache
        raw("GET", "/api/v1/tags", "", "");
        for (var method : List.of("GET", "HEAD", "GET")) {
            var answer = raw(method, "/api/v1/tags", header + "\n", "");
            assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        }
    }

    @Test
    void what_the_client_takes_in_several_lines() {
        raw("GET", "/api/v1/tags", "", "");
        var accept = "Accept: */*\nAccept: application/json;q=0\n";
        assertProblem(raw("GET", "/api/v1/tags", accept, ""), 406, "not-acceptable");
        var codings = "Accept-Encoding: *;q=0\nAccept-Encoding: identity;q=0\n";
        assertProblem(raw("GET", "/api/v1/tags", codings, ""), 406, "not-acceptable");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /tags, false",
        "PUT, /articles/a/publication, false",
        "PUT, /articles/a, true",
        "PATCH, /articles/a, true",
        "PATCH, /tags/a, true"
    })
    void what_is_to_come_is_told_where_there_are_patches(
            String method, String path, boolean patches) {
        var answer = wire(method, path, "Content-Type: text/plain\nIf-Match: *\n", "{}");
        assertProblem(answer, 415, "unsupported-media-type");
        assertEquals(patches, answer.contains("\r\nAccept-Patch: application/merge-patch+json"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    limit=0                                      | invalid-parameter
                    limit=101                                    | invalid-parameter
                    limit=-1                                     | invalid-parameter
                    limit=abc                                    | invalid-parameter
                    limit=1e3                                    | invalid-parameter
                    limit=1.0                                    | invalid-parameter
                    limit=99999999999999999999                   | invalid-parameter
                    limit=%D9%A1                                 | invalid-parameter
                    limit=                                       | invalid-parameter
                    limit=1&limit=2                              | invalid-parameter
                    limt=5                                       | unknown-parameter
                    Limit=5                                      | unknown-parameter
                    abc=x                                        | unknown-parameter
                    fields[]=title                               | unknown-parameter
                    after=x&before=y                             | invalid-parameter
                    after=!!!                                    | invalid-cursor
                    after=_w                                     | invalid-cursor
                    after=dGl0bGUfeA                             | invalid-cursor
                    after=LXB1Ymxpc2hlZEF0H3gfeA                 | invalid-cursor
                    count=yes                                    | invalid-parameter
                    sort=foo                                     | unknown-sort-key
                    sort=Title                                   | unknown-sort-key
                    sort=title,                                  | unknown-sort-key
                    sort=--title                                 | unknown-sort-key
                    sort=title,-title                            | invalid-parameter
                    sort=title&sort=title                        | invalid-parameter
                    fields=foo                                   | unknown-field
                    fields=title,                                | unknown-field
                    include=comments                             | unknown-field
                    status=PUBLISHED                             | invalid-parameter
                    view=draft                                   | invalid-parameter
                    publishedAfter=yesterday                     | invalid-parameter
                    publishedAfter=2026-13-01                    | invalid-parameter
                    publishedBefore=2026-02-30                   | invalid-parameter
                    filter=title==x;titel==y                     | unknown-field
                    author=%00                                   | invalid-parameter
                    author=%FF                                   | invalid-parameter
                    author=%ED%A0%80                             | invalid-parameter
                    """)
    void a_readers_query(String query, String code) {
        assertProblem(wireAsReader("GET", "/api/v1/articles?" + query), 400, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asOf=2026-01-01T00:00:00Z",
                "view=newest",
                "status=draft",
                "fields=title,note",
                "fields=savedBy",
                "sort=savedAt",
                "sort=title,-createdAt",
                "q=x&sort=createdAt"
            })
    void what_only_editors_may_ask(String query) {
        assertProblem(wireAsReader("GET", "/api/v1/articles?" + query), 401, "unauthenticated");
    }

    @ParameterizedTest
    @CsvSource({
        "asOf, now",
        "asOf, 2026-01-01",
        "asOf, 0000-01-01T00:00:00Z",
        "asOf, +10000-01-01T00:00:00Z",
        "view, draft"
    })
    void an_editors_query(String name, String value) {
        var answer = given.editor().queryParam(name, value).get("/articles");
        refused(answer, 400, "invalid-parameter", null);
    }

    @Test
    void a_cursor_of_another_order() {
        given.article().published();
        given.article().published();
        var next = given.reader().get("/articles?limit=1&sort=title").path("page.next");
        var answer = given.reader().get("/articles?limit=1&sort=-title&after=" + next);
        refused(answer, 400, "invalid-cursor", null);
    }

    @ParameterizedTest
    @CsvSource({
        "//api/v1/articles, 400",
        "/api//v1/articles, 400",
        "/api/v1/articles/, 400",
        "/problems/, 400",
        "/problems/invalid/, 400",
        "/openapi/, 400",
        "/api/v1/articles;x=1, 404",
        "/api/v1/articles/a%3Bb, 404",
        "/api/v1/tags/../articles, 400",
        "/api/v1/./articles, 400",
        "/api/v1/articles/%2e%2e/tags, 400",
        "/api/v1/articles/a%2Fb, 400",
        "/api/v1/articles/a%5Cb, 400",
        "/api/v1/articles/%00, 400",
        "/api/v1/articles/%2500, 400",
        "/api/v1/articles/%FF, 404",
        "/api/v1/articles/%0A, 404",
        "/api/v1/articles/%F0%9F%98%80, 404",
        "/api/v1/articles/A-NIGHT, 404",
        "/api/v1/articles/0193299c-4f00-7c3a-9d2e, 404",
        "/api/v1/articles/0193299C-4F00-7C3A-9D2E-5B7F1A2C3D4E, 404",
        "/api/v1/comments/1-1-1-1-1, 404",
        "/API/v1/articles, 404",
        "/api/v2/articles, 404",
        "/problems/nothing, 404",
        "/nothing, 404"
    })
    void an_address(String address, int status) {
        assertProblem(
                wireAsReader("GET", address),
                status,
                status == 400 ? "invalid-request" : "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/%61rticles?q=a%2Db, /api/v1/articles?q=a%2Db",
        "/api/v1/articles/a%2Dnight, /api/v1/articles/a-night",
        "/api/v1/articles/%7e%41%5f%30?fields=title, /api/v1/articles/~A_0?fields=title",
        "/problems/%69nvalid, /problems/invalid"
    })
    void an_address_with_needless_codes_leads_to_the_usual_one(String address, String usual) {
        for (var method : List.of("GET", "HEAD", "POST")) {
            var answer = raw(method, address, "Content-Length: 0\n", "");
            assertTrue(answer.startsWith("HTTP/1.1 308 "), answer);
            assertTrue(answer.contains("\r\nLocation: " + usual + "\r\n"), answer);
        }
    }

    @Test
    void a_name_that_is_too_long_for_any_slug() {
        refused(given.reader().get("/articles/" + "a".repeat(3000)), 404, "not-found", null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PUT     | /api/v1/articles               | DELETE, GET, HEAD, OPTIONS, PATCH, POST
                    DELETE  | /api/v1/tags                   | GET, HEAD, OPTIONS, POST
                    TRACE   | /api/v1/articles               | DELETE, GET, HEAD, OPTIONS, PATCH, POST
                    BREW    | /api/v1/articles               | DELETE, GET, HEAD, OPTIONS, PATCH, POST
                    POST    | /api/v1/articles/a             | DELETE, GET, HEAD, OPTIONS, PATCH, PUT
                    POST    | /api/v1/articles/a/publication | DELETE, GET, HEAD, OPTIONS, PUT
                    GET     | /api/v1/articles/a/trash       | DELETE, OPTIONS
                    PUT     | /api/v1/articles/a/comments    | GET, HEAD, OPTIONS, POST
                    PUT     | /api/v1/comments/a             | DELETE, GET, HEAD, OPTIONS, PATCH
                    PATCH   | /api/v1/tokens/a               | DELETE, GET, HEAD, OPTIONS
                    POST    | /openapi                       | GET, HEAD, OPTIONS
                    DELETE  | /problems/invalid              | GET, HEAD, OPTIONS
                    """)
    void a_method(String method, String address, String allowed) {
        var answer = wireAsReader(method, address);
        assertProblem(answer, 405, "method-not-allowed");
        assertTrue(answer.contains("\r\nAllow: " + allowed + "\r\n"), answer);
    }

    @Test
    void options_tells_the_methods() {
        assertFalse(wireAsReader("OPTIONS", "/api/v1/tags").contains("\r\nAccept-Patch"));
        var answer = wireAsReader("OPTIONS", "/api/v1/articles/a");
        assertTrue(answer.contains("\r\nAccept-Patch: "), answer);
        assertTrue(
                wireAsReader("OPTIONS", "/api/v1/articles")
                        .contains("\r\nAccept-Patch: application/json\r\n"));
        assertTrue(answer.startsWith("HTTP/1.1 204"), answer);
        assertTrue(
                answer.contains("\r\nAllow: DELETE, GET, HEAD, OPTIONS, PATCH, PUT\r\n"), answer);
    }

    @ParameterizedTest
    @CsvSource({"/articles, 200", "/articles?limit=0, 400", "/articles/nothing, 404"})
    void head_is_get_without_the_body(String path, int status) {
        given.reader().noFilters().head(path).then().statusCode(status).body(blankOrNullString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            textBlock =
                    """
                    none     | 428 | precondition-required
                    garbage  | 400 | invalid-parameter
                    1        | 400 | invalid-parameter
                    "        | 400 | invalid-parameter
                    "a" "b"  | 400 | invalid-parameter
                    *, "a"   | 400 | invalid-parameter
                    ''       | 400 | invalid-parameter
                    ""       | 412 | precondition-failed
                    "a"      | 412 | precondition-failed
                    "a", "b" | 412 | precondition-failed
                    W/"1.x"  | 412 | precondition-failed
                    "99"     | 412 | precondition-failed
                    """)
    void a_condition(String condition, int status, String code) {
        var article = given.article().draft();
        var answer =
                wire(
                        "DELETE",
                        "/articles/" + article.id(),
                        condition == null ? "" : "If-Match: " + condition + "\n",
                        "");
        assertProblem(answer, status, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Idempotency-Key: \n",
                "Idempotency-Key: a b\n",
                "Idempotency-Key: é\n",
                "Idempotency-Key: a\nIdempotency-Key: b\n",
                "If-Match: \"1\"\nIf-Match: \"2\"\n"
            })
    void a_header(String headers) {
        assertProblem(written("application/json", headers), 400, "invalid-parameter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: a\nHost: b\n",
                "Host: a b\n",
                "Host: \n",
                "Host: a/b\n",
                "Host: a@b\n",
                ""
            })
    void a_host(String host) throws IOException {
        var answer =
                Wire.exchange(
                        server,
                        "GET /api/v1/tags HTTP/1.1\n%sConnection: close\n\n".formatted(host));
        assertProblem(answer, 400, "invalid-request");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    []                        | wrong-type
                    5                         | wrong-type
                    "a"                       | wrong-type
                    null                      | wrong-type
                    {"titel": null}           | unknown-property
                    {"seo": {"titel": null}}  | unknown-property
                    {"bodyFormat": "html "}   | wrong-type
                    """)
    void a_patch(String patch, String code) {
        var article = given.article().draft();
        var answer =
                given.editor()
                        .noFilters()
                        .contentType("application/merge-patch+json; charset=utf-8")
                        .body(patch)
                        .patch("/articles/" + article.id());
        refused(answer, 400, code, null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"body": "b"}                                              | 422 | invalid          | /name
                    {"name": "", "body": "b"}                                  | 422 | invalid          | /name
                    {"name": "a", "body": "\\u200b"}                           | 422 | invalid          | /body
                    {"name": "a", "body": "b", "email": ""}                    | 422 | invalid          | /email
                    {"name": "a", "body": "b", "email": "c"}                   | 422 | invalid          | /email
                    {"name": "a", "body": "b", "email": "c@d.e\\nBcc: f@g.h"}  | 422 | invalid          | /email
                    {"name": "a", "body": "b", "status": "approved"}           | 400 | unknown-property | /status
                    {"name": "a", "body": "b", "parentId": ""}                 | 400 | wrong-type       | /parentId
                    {"name": "a", "body": "b", "parentId": 5}                  | 400 | wrong-type       | /parentId
                    {"name": "a", "body": "b", "id": "1-1-1-1-1"}              | 400 | wrong-type       | /id
                    {"name": "a", "body": "b", "id": "AAAAAAAAAAAAAAAAAAAAAA=="} | 400 | wrong-type     | /id
                    """)
    void a_guests_comment(String body, int status, String code, String pointer) {
        var article = given.article().published();
        var answer =
                json(given.reader()).body(body).post("/articles/" + article.id() + "/comments");
        refused(answer, status, code, pointer);
    }

    @ParameterizedTest
    @CsvSource({"8000000, true, 413", "200000, false, 413"})
    void a_body_that_is_announced_too_large(int length, boolean token, int status) {
        var head =
                (token ? "Authorization: Bearer " + given.token(Role.EDITOR) + "\n" : "")
                        + "Content-Type: application/json\nContent-Length: %d\n".formatted(length);
        assertProblem(raw("POST", "/api/v1/articles", head, ""), status, "too-large");
    }

    @ParameterizedTest
    @CsvSource({"true, 7340032", "false, 131072"})
    void a_body_that_turns_out_too_large(boolean token, int most) {
        var comments = "/api/v1/articles/%s/comments".formatted(given.article().published().slug());
        var head =
                (token ? "Authorization: Bearer " + given.token(Role.EDITOR) + "\n" : "")
                        + "Content-Type: application/json\nTransfer-Encoding: chunked\n";

        assertProblem(raw("POST", comments, head, chunked(most + 1)), 413, "too-large");
        assertProblem(raw("POST", comments, head, chunked(most)), 400, "missing-body");
    }

    private static String chunked(int size) {
        return Integer.toHexString(size) + "\n" + " ".repeat(size) + "\n0\n\n";
    }

    @Test
    void a_guests_comment_in_chunks() {
        var comments = "/api/v1/articles/%s/comments".formatted(given.article().published().slug());
        var head = "Content-Type: application/json\nTransfer-Encoding: chunked\n";
        var chunks = "14\n{\"name\": \"A reader\",\n13\n \"body\": \"Indeed.\"}\n0\n\n";

        var answer = raw("POST", comments, head, chunks);

        assertTrue(answer.startsWith("HTTP/1.1 201 "), answer);
    }

    private static RequestSpecification json(RequestSpecification request) {
        return request.contentType("application/json; charset=utf-8");
    }

    private String wireAsReader(String method, String address) {
        return raw(method, address, "", "");
    }

    private String wire(String method, String path, String headers, String body) {
        var token = "Authorization: Bearer " + given.token(Role.EDITOR) + "\n";
        var length = "Content-Length: %d\n".formatted(body.length());
        return raw(method, "/api/v1" + path, token + length + headers, body);
    }

    private String raw(String method, String address, String headers, String body) {
        var head = "%s %s HTTP/1.1\nHost: localhost\nConnection: close\n%s\n";
        try {
            return Wire.exchange(server, head.formatted(method, address, headers) + body);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void refused(Response answer, int status, String code, String pointer) {
        assertFalse(JAVA.matcher(answer.asString()).find(), answer.asString());
        answer.then()
                .statusCode(status)
                .contentType(equalTo("application/problem+json"))
                .body("status", equalTo(status))
                .body("code", code == null ? not(nullValue()) : equalTo(code))
                .body("errors[0].pointer", pointer == null ? anything() : equalTo(pointer));
    }

    private static void assertProblem(String answer, int status, String code) {
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        assertTrue(answer.contains("\r\nContent-Type: application/problem+json\r\n"), answer);
        assertTrue(answer.contains("\"status\":" + status), answer);
        assertTrue(answer.contains("\"code\":\"" + code + "\""), answer);
        assertFalse(JAVA.matcher(answer).find(), answer);
    }
}
