package dev.byline.identity;

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
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/// Knows a caller by `Authorization: Bearer byl_…` (RFC 6750), before anything of the body is
/// read. Without the header the caller is a reader; with one that is not good, nothing else is
/// looked at.
@Singleton
class TokenAuthentication implements HttpAuthenticationMechanism {

    private static final Logger LOG = Logger.getLogger(TokenAuthentication.class);
    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +(\\S+)");

    /// Look-ups at one time, which is how many connections there are for them.
    private static final int LOOKUPS = 4;

    private static final int PATIENCE_SECONDS = 2;

    private final Tokens tokens;
    private final Semaphore lookups = new Semaphore(LOOKUPS);
    private final AtomicBoolean isFailing = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    TokenAuthentication(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext context, IdentityProviderManager providers) {
        List<String> headers = context.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        if (headers.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        return headers.size() == 1
                ? secretIn(headers.getFirst())
                        .map(secret -> identify(secret, context))
                        .orElseGet(() -> refuse(TokenRefusal.MALFORMED, context))
                : refuse(TokenRefusal.MALFORMED, context);
    }

    private static Optional<Secret> secretIn(String header) {
        var bearer = BEARER.matcher(header);
        return bearer.matches() ? Secret.parse(bearer.group(1)) : Optional.empty();
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
                .recoverWithItem(new Finding(null, TokenRefusal.UNAVAILABLE))
                .flatMap(
                        finding ->
                                finding.refusal == null
                                        ? Uni.createFrom().item(finding.caller.identity())
                                        : refuse(finding.refusal, context));
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
            return new Finding(null, TokenRefusal.UNAVAILABLE);
        }
        try {
            var caller = tokens.callerWith(secret);
            if (isFailing.getAndSet(false)) {
                LOG.info("Tokens can be looked up again");
            }
            return caller.map(known -> new Finding(known, null))
                    .orElse(new Finding(null, TokenRefusal.UNKNOWN));
        } finally {
            lookups.release();
        }
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
