package dev.byline.limit;

import static dev.byline.http.ProblemType.RATE_LIMITED;

import dev.byline.http.ProblemException;
import java.util.Map;

/// What is left of a quota to whom it was counted for.
///
/// @param retryAfter in how many seconds what was refused may be had; 0 where it was not refused
public record Balance(Policy policy, Quota quota, long left, long retryAfter) {
    public boolean isRefused() {
        return retryAfter > 0;
    }

    /// Those that tell of it, by their names; `Retry-After` where it is refused.
    public Map<String, String> headers() {
        return isRefused()
                ? Map.of(
                        "RateLimit-Policy", policyHeader(),
                        "RateLimit", header(),
                        "Retry-After", String.valueOf(retryAfter))
                : Map.of("RateLimit-Policy", policyHeader(), "RateLimit", header());
    }

    /// For `RateLimit-Policy`, as draft-ietf-httpapi-ratelimit-headers-10 has it.
    private String policyHeader() {
        return "\"%s\";q=%d;w=%d"
                .formatted(policy.text(), quota.units(), quota.window().toSeconds());
    }

    /// For `RateLimit`: what is left, and in how many seconds all of it is there again.
    private String header() {
        var rest = Math.max(0, left);
        return "\"%s\";r=%d;t=%d"
                .formatted(policy.text(), rest, quota.seconds(quota.units() - rest));
    }

    /// 429.
    public ProblemException refusal() {
        return RATE_LIMITED.because(sentence());
    }

    public String sentence() {
        return "The limit `%s` is reached: %d in %d seconds. Try again in %d seconds."
                .formatted(policy.text(), quota.units(), quota.window().toSeconds(), retryAfter);
    }
}
