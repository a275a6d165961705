package dev.byline.limit;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.identity.Role;
import dev.byline.identity.TestTokens;
import dev.byline.support.Await;
import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@Tag("dialect")
class RateLimitTest {
    private static final int MOST_COMMENTS = 30;
    private static final int MOST_REFUSED = 60;
    private static final int READS = 50_000;
    private static final String FORWARDED = "X-Forwarded-For";

    private final Given given = new Given();

    @Inject Quotas quotas;
    @Inject SharedBuckets shared;
    @Inject RateLimiter limiter;

    @Test
    void refuses_a_guest_who_has_posted_so_many_comments() {
        var article = given.article().published();
        exhaust(article, _ -> given.address)
                .body("code", equalTo("rate-limited"))
                .body(
                        "detail",
                        containsString("The limit `comments` is reached: 30 in 60 seconds."))
                .header(
                        "Retry-After",
                        Integer::parseInt,
                        allOf(greaterThan(0), lessThanOrEqualTo(60)))
                .header("RateLimit", matchesPattern("\"comments\";r=0;t=\\d+"))
                .header("RateLimit-Policy", "\"comments\";q=30;w=60");
        // who has an account is no guest
        comment(given.editor(), article).statusCode(201);
        comment(new Given().reader(), article).statusCode(201);
    }

    @Test
    void refuses_whose_tokens_were_refused_too_often_but_no_good_one() {
        var unknown = TestTokens.expired(Role.EDITOR);
        for (var count = 0; count < MOST_REFUSED; count++) {
            with(unknown).statusCode(401);
        }
        Await.until(Duration.ofSeconds(10), () -> status(with(unknown)) == 429);
        with(unknown)
                .statusCode(429)
                .body("code", equalTo("rate-limited"))
                .body("detail", containsString("`refused-tokens`"))
                .header("Retry-After", Integer::parseInt, greaterThan(0));
        given.editor().get("/articles").then().statusCode(200);
        given.reader().get("/articles").then().statusCode(200);
    }

    private ValidatableResponse with(String token) {
        return given.reader().header("Authorization", "Bearer " + token).get("/articles").then();
    }

    @Test
    void believes_nothing_that_stands_before_what_the_proxy_says() {
        var article = given.article().published();
        exhaust(article, count -> "203.0.113.%d, %s".formatted(count, given.address));
        exhausted(article, "203.0.113.77, no address, " + given.address);
    }

    @Test
    void counts_a_network_of_IPv6_as_one() {
        var article = given.article().published();
        var network = "2001:db8:%x".formatted(given.address.hashCode() & 0xFFFF);
        exhaust(article, count -> "%s:1::%x".formatted(network, count));
        exhausted(article, network + ":1:ffff::1");
        comment(from(network + ":2::1"), article).statusCode(201);
    }

    @Test
    void another_node_counts_on() throws UnknownHostException {
        var other = new RateLimiter(quotas, shared, new SimpleMeterRegistry());
        var holders = Holders.of(InetAddress.getByName(given.address));
        for (var count = 0; count < MOST_COMMENTS; count += 2) {
            assertFalse(limiter.take(Policy.COMMENTS, holders, 1).orElseThrow().isRefused());
            assertFalse(other.take(Policy.COMMENTS, holders, 1).orElseThrow().isRefused());
        }
        assertTrue(limiter.take(Policy.COMMENTS, holders, 1).orElseThrow().isRefused());
        assertTrue(other.take(Policy.COMMENTS, holders, 1).orElseThrow().isRefused());
        assertFalse(other.take(Policy.READS, holders, 1).orElseThrow().isRefused());
    }

    @Test
    void what_is_owed_comes_in_first() throws UnknownHostException {
        var holders = Holders.of(InetAddress.getByName(given.address));
        limiter.owe(Policy.READS, holders, 100_000);
        var refused = limiter.take(Policy.READS, holders, 1).orElseThrow();
        assertTrue(refused.isRefused());
        assertThat(refused.retryAfter(), allOf(greaterThan(8L), lessThanOrEqualTo(11L)));
        given.reader()
                .get("/articles?q=" + UUID.randomUUID())
                .then()
                .statusCode(429)
                .body("detail", containsString("`reads`"));
        // of what is kept anybody may have as much as they like
        assertEquals(200, new Given().reader().get("/articles?limit=7").statusCode());
        given.reader().get("/articles?limit=7").then().statusCode(200);
    }

    @Test
    void who_asks_on_is_answered_later() throws UnknownHostException {
        limiter.owe(Policy.READS, Holders.of(InetAddress.getByName(given.address)), 500_000);
        var asked = "/articles?q=" + UUID.randomUUID();
        given.reader().get(asked).then().statusCode(429);
        var begin = System.nanoTime();
        for (var count = 0; count < 5; count++) {
            given.reader().get(asked).then().statusCode(429);
        }
        assertThat(System.nanoTime() - begin, greaterThan(Duration.ofMillis(499).toNanos()));
        // others are not
        new Given().reader().get(asked).then().statusCode(200);
    }

    @Test
    void an_account_has_twice_what_a_token_has() {
        var account = UUID.randomUUID();
        var first = Holders.of(UUID.randomUUID(), account);
        assertFalse(limiter.take(Policy.WRITES, first, 3_000).orElseThrow().isRefused());
        assertTrue(limiter.take(Policy.WRITES, first, 2_000).orElseThrow().isRefused());
        var second = Holders.of(UUID.randomUUID(), account);
        assertFalse(limiter.take(Policy.WRITES, second, 1_000).orElseThrow().isRefused());
        var third = Holders.of(UUID.randomUUID(), account);
        assertTrue(limiter.take(Policy.WRITES, third, 3_000).orElseThrow().isRefused());
    }

    @ParameterizedTest
    @CsvSource({
        "/articles?q=council, 10",
        "/search?q=council, 10",
        "'/articles?fields=id,body', 10",
        "'/pages?fields=id,body', 10",
        "/articles?facets=tags, 50",
        "/articles?count=exact&filter=tags.slug!=x, 50"
    })
    void what_the_database_has_more_to_do_for_counts_for_more(String dear, int units) {
        assertThat(left("/articles?limit=3"), equalTo(READS - 1));
        assertThat(left(dear), lessThanOrEqualTo(READS - units));
    }

    @Test
    void an_answer_for_all_tells_nobody_what_is_left_for_one() {
        var article = given.article().published();
        given.reader()
                .get("/articles/" + article.id())
                .then()
                .statusCode(200)
                .header("RateLimit", nullValue())
                .header("RateLimit-Policy", nullValue());
        given.editor()
                .get("/articles/" + article.id())
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", "\"reads\";q=50000;w=10");
    }

    private int left(String address) {
        var header =
                given.editor().get(address).then().statusCode(200).extract().header("RateLimit");
        return Integer.parseInt(header.replaceAll(".*r=(\\d+).*", "$1"));
    }

    /// Posts until it is refused: meanwhile some come in again.
    private ValidatableResponse exhaust(Made article, IntFunction<String> from) {
        for (var count = 0; count < MOST_COMMENTS; count++) {
            comment(from(from.apply(count)), article).statusCode(201);
        }
        return exhausted(article, from.apply(MOST_COMMENTS));
    }

    private ValidatableResponse exhausted(Made article, String from) {
        var answer = comment(from(from), article);
        for (var more = 0; more < MOST_COMMENTS && status(answer) != 429; more++) {
            answer = comment(from(from), article);
        }
        return answer.statusCode(429);
    }

    private static int status(ValidatableResponse answer) {
        return answer.extract().statusCode();
    }

    private static ValidatableResponse comment(RequestSpecification by, Made article) {
        return by.contentType(JSON)
                .body(Map.of("name", "A reader", "body", "Well put. " + UUID.randomUUID()))
                .post("/articles/" + article.id() + "/comments")
                .then();
    }

    /// As the proxy says, which the tests themselves are.
    private RequestSpecification from(String forwarded) {
        return RestAssured.given().basePath("/api/v1").header(FORWARDED, forwarded);
    }
}
