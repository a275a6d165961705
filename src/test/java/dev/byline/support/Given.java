package dev.byline.support;

import static io.restassured.http.ContentType.JSON;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.identity.Role;
import dev.byline.identity.TestTokens;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.ObjectMapperConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.http.client.HttpClient;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.params.BasicHttpParams;

/// What a test begins with: callers of every role, and things that are there already. Tokens
/// are made in the database, everything else is made as its user would, through the API. A test
/// class keeps one in a field, so that each test has its own.
public final class Given {

    private static final AtomicInteger COUNT = new AtomicInteger();

    /// REST Assured would make one for each body, and look for modules each time.
    private static final ObjectMapper JSON_WRITER = new ObjectMapper().findAndRegisterModules();

    private final Map<Role, String> tokens = new EnumMap<>(Role.class);

    /// Of all who ask, so that each test has limits of its own.
    public final String address = address(COUNT.incrementAndGet());

    /// A request without a token.
    public RequestSpecification reader() {
        return RestAssured.given()
                .config(config())
                .basePath("/api/v1")
                .header("X-Forwarded-For", address);
    }

    private static String address(int number) {
        return "10.%d.%d.%d".formatted(number >> 16, number >> 8 & 0xFF, number & 0xFF);
    }

    public RequestSpecification moderator() {
        return as(Role.MODERATOR);
    }

    public RequestSpecification editor() {
        return as(Role.EDITOR);
    }

    public RequestSpecification admin() {
        return as(Role.ADMIN);
    }

    /// A request of an account with this role, the same one throughout a test.
    public RequestSpecification as(Role role) {
        return with(token(role));
    }

    public String token(Role role) {
        return tokens.computeIfAbsent(role, TestTokens::of);
    }

    /// A token of an account of its own that writes as an author.
    public String token(Role role, String author) {
        return TestTokens.of(role, UUID.fromString(author));
    }

    public RequestSpecification with(String token) {
        return reader().header("Authorization", "Bearer " + token);
    }

    public Made author() {
        return author("Author " + next());
    }

    public Made author(String name) {
        return make("/authors", Map.of("name", name));
    }

    public Made tag() {
        return tag("Tag " + next());
    }

    public Made tag(String name) {
        return make("/tags", Map.of("name", name));
    }

    /// Any author or tag.
    ///
    /// @param path `/authors` or `/tags`
    public Made term(String path, Map<String, ?> term) {
        return make(path, term);
    }

    /// An article of which nothing is said but that it exists.
    public GivenArticle article() {
        return new GivenArticle(this, "Article " + next());
    }

    /// A guest's comment, which waits for approval.
    public Made heldComment(Made article) {
        return Made.of(
                reader().contentType(JSON)
                        .body(Map.of("name", "A reader", "body", "Comment " + next()))
                        .post("/articles/{article}/comments", article.id()));
    }

    /// A comment that readers can see.
    public Made approvedComment(Made article) {
        return make("/articles/" + article.id() + "/comments", Map.of("body", "Comment " + next()));
    }

    public Made make(String path, Map<String, ?> thing) {
        return Made.of(editor().contentType(JSON).body(thing).post(path));
    }

    /// REST Assured would declare every type but `application/json` to be in ISO 8859-1.
    private static RestAssuredConfig config() {
        var client = RestAssured.config().getHttpClientConfig();
        return RestAssured.config()
                .httpClient(client.httpClientFactory(Given::client))
                .objectMapperConfig(
                        ObjectMapperConfig.objectMapperConfig()
                                .jackson2ObjectMapperFactory((_, _) -> JSON_WRITER))
                .encoderConfig(
                        EncoderConfig.encoderConfig()
                                .defaultContentCharset(StandardCharsets.UTF_8)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false));
    }

    /// Left to itself each client, one for each request, looks into its package for its version.
    @SuppressWarnings("deprecation") // the only kind that REST Assured takes
    private static HttpClient client() {
        return new DefaultHttpClient(new BasicHttpParams());
    }

    /// Numbers that no other test has had.
    private static int next() {
        return COUNT.incrementAndGet();
    }
}
