package dev.byline.identity;

import dev.byline.limit.Balance;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;

/// Why a token opens nothing, and the problem document that says so.
enum TokenRefusal {
    MALFORMED(
            "invalid-token",
            "The token is not valid",
            401,
            "The Authorization header holds no token of Byline's (Bearer byl_…), nor one of an identity provider that is set."),
    UNKNOWN(
            "invalid-token",
            "The token is not valid",
            401,
            "The token is unknown, expired or revoked, or not good here."),
    NO_PASS(
            "invalid-token",
            "The token is not valid",
            401,
            "The preview link is unknown, expired or revoked."),
    TWO(
            "invalid-token",
            "The token is not valid",
            401,
            "A token in the Authorization header and a preview link in the address: send one of them."),
    READS_ALONE("forbidden", "Not allowed", 403, "A preview link lets read, and do nothing else."),
    LIMITED("rate-limited", "Too many requests", 429, "Too many tokens were refused."),
    UNAVAILABLE(
            "unavailable",
            "Not available right now",
            503,
            "The token cannot be looked up at the moment: try again.");

    static final String CHALLENGE = "Bearer realm=\"byline\"";

    private final String code;
    private final String title;
    private final int status;
    private final String detail;

    TokenRefusal(String code, String title, int status, String detail) {
        this.code = code;
        this.title = title;
        this.status = status;
        this.detail = detail;
    }

    void answer(RoutingContext context) {
        var response = context.response().setStatusCode(status);
        var detail = this.detail;
        if (status == 401) {
            response.putHeader(
                    HttpHeaders.WWW_AUTHENTICATE, CHALLENGE + ", error=\"invalid_token\"");
        } else if (this == LIMITED) {
            Balance balance = context.get(Balance.class.getName());
            balance.headers().forEach(response::putHeader);
            detail = balance.sentence();
        } else if (status == 503) {
            response.putHeader(HttpHeaders.RETRY_AFTER, "2");
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(problem(detail).encode());
    }

    private JsonObject problem(String detail) {
        return new JsonObject()
                .put("type", "/problems/" + code)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("code", code);
    }
}
