package dev.byline.identity;

import static dev.byline.identity.TokenRefusal.MALFORMED;
import static dev.byline.identity.TokenRefusal.NO_PASS;
import static dev.byline.identity.TokenRefusal.READS_ALONE;
import static dev.byline.identity.TokenRefusal.TWO;
import static dev.byline.identity.TokenRefusal.UNAVAILABLE;
import static dev.byline.identity.TokenRefusal.UNKNOWN;

import dev.byline.input.PassParameter;
import io.quarkus.arc.All;
import io.quarkus.runtime.util.ExceptionUtil;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/// Knows a caller by `Authorization: Bearer byl_…` (RFC 6750), before anything of the body is
/// read. Without the header the caller is a reader; with one that is not good, nothing else is
/// looked at. A pass may stand in a parameter as well, and lets read alone.
@Singleton
class TokenAuthentication implements HttpAuthenticationMechanism {

    private static final Logger LOG = Logger.getLogger(TokenAuthentication.class);
    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +(\\S+)");

    /// Look-ups at one time, which is how many connections there are for them.
    private static final int LOOKUPS = 4;

    private static final int PATIENCE_SECONDS = 2;

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Tokens tokens;
    private final List<Passes> passes;
    private final Semaphore lookups = new Semaphore(LOOKUPS);
    private final AtomicBoolean isFailing = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    TokenAuthentication(Tokens tokens, @All List<Passes> passes) {
        this.tokens = tokens;
        this.passes = passes;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext context, IdentityProviderManager providers) {
        List<String> headers = context.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        var parameters = context.queryParam(PassParameter.NAME);
        if (parameters.isEmpty()) {
            return headers.isEmpty()
                    ? Uni.createFrom().nullItem()
                    : identify(one(headers).flatMap(this::secretIn), MALFORMED, context);
        }
        return headers.isEmpty()
                ? identify(one(parameters).flatMap(this::passIn), NO_PASS, context)
                : refuse(TWO, context);
    }

    private static Optional<String> one(List<String> texts) {
        return texts.size() == 1 ? Optional.of(texts.getFirst()) : Optional.empty();
    }

    private Optional<Secret> secretIn(String header) {
        var bearer = BEARER.matcher(header);
        return bearer.matches()
                ? Secret.parse(bearer.group(1)).or(() -> passIn(bearer.group(1)))
                : Optional.empty();
    }

    private Optional<Secret> passIn(String text) {
        return passes.stream()
                .flatMap(kind -> Secret.parse(kind.prefix(), text).stream())
                .findAny();
    }

    private Uni<SecurityIdentity> identify(
            Optional<Secret> secret, TokenRefusal refusal, RoutingContext context) {
        return secret.map(found -> identify(found, context))
                .orElseGet(() -> refuse(refusal, context));
    }

    private Uni<SecurityIdentity> identify(Secret secret, RoutingContext context) {
        Context eventLoop = Vertx.currentContext();
        return Uni.createFrom()
                .item(Unchecked.supplier(() -> lookUp(secret)))
                .runSubscriptionOn(threads)
                .emitOn(task -> eventLoop.runOnContext(_ -> task.run()))
                .onFailure()
                .invoke(this::tell)
                .onFailure()
                .recoverWithItem(new Finding(null, UNAVAILABLE))
                .flatMap(
                        finding ->
                                finding.refusal == null
                                        ? let(finding.caller, context)
                                        : refuse(finding.refusal, context));
    }

    private static Uni<SecurityIdentity> let(Caller caller, RoutingContext context) {
        return caller.pass() == null || READS.contains(context.request().method())
                ? Uni.createFrom().item(caller.identity())
                : refuse(READS_ALONE, context);
    }

    /// Once, until a look-up succeeds again: an outage is one line of the log.
    private void tell(Throwable failure) {
        if (!isFailing.getAndSet(true)) {
            LOG.errorf("Tokens cannot be looked up: %s", ExceptionUtil.getRootCause(failure));
        }
    }

    private record Finding(Caller caller, TokenRefusal refusal) {}

    private Finding lookUp(Secret secret) throws InterruptedException {
        if (!lookups.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            return new Finding(null, UNAVAILABLE);
        }
        try {
            var finding = find(secret);
            if (isFailing.getAndSet(false)) {
                LOG.info("Tokens can be looked up again");
            }
            return finding;
        } finally {
            lookups.release();
        }
    }

    private Finding find(Secret secret) {
        return passes.stream()
                .filter(kind -> secret.isOf(kind.prefix()))
                .findAny()
                .map(kind -> found(caller(kind, secret), NO_PASS))
                .orElseGet(() -> found(tokens.callerWith(secret), UNKNOWN));
    }

    private static Optional<Caller> caller(Passes kind, Secret secret) {
        return kind.with(secret).map(pass -> Caller.with(pass, kind.prefix()));
    }

    private static Finding found(Optional<Caller> caller, TokenRefusal refusal) {
        return caller.map(known -> new Finding(known, null)).orElse(new Finding(null, refusal));
    }

    private static Uni<SecurityIdentity> refuse(TokenRefusal refusal, RoutingContext context) {
        context.put(TokenRefusal.class.getName(), refusal);
        return Uni.createFrom().failure(new AuthenticationFailedException());
    }

    /// Answers in full: a refusal at this point never reaches what maps the errors of resources.
    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        TokenRefusal refusal = context.get(TokenRefusal.class.getName());
        if (refusal == null) {
            return HttpAuthenticationMechanism.super.sendChallenge(context);
        }
        refusal.answer(context);
        return Uni.createFrom().item(true);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom()
                .item(new ChallengeData(401, HttpHeaders.WWW_AUTHENTICATE, TokenRefusal.CHALLENGE));
    }

    @PreDestroy
    void close() {
        threads.close();
    }
}
