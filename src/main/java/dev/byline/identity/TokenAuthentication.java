package dev.byline.identity;

import static dev.byline.identity.TokenRefusal.LIMITED;
import static dev.byline.identity.TokenRefusal.MALFORMED;
import static dev.byline.identity.TokenRefusal.NO_PASS;
import static dev.byline.identity.TokenRefusal.READS_ALONE;
import static dev.byline.identity.TokenRefusal.TWO;
import static dev.byline.identity.TokenRefusal.UNAVAILABLE;
import static dev.byline.identity.TokenRefusal.UNKNOWN;

import dev.byline.connection.ClientAddresses;
import dev.byline.http.Methods;
import dev.byline.input.PassParameter;
import dev.byline.limit.Balance;
import dev.byline.limit.Holders;
import dev.byline.limit.Policy;
import dev.byline.limit.RateLimiter;
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
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/// Knows a caller by `Authorization: Bearer byl_…` (RFC 6750), before anything of the body is
/// read. Without the header the caller is a reader; with one that is not good, nothing else is
/// looked at. Where an identity provider is set, its access tokens are taken likewise. A pass may
/// stand in a parameter as well, and lets read alone.
@Singleton
class TokenAuthentication implements HttpAuthenticationMechanism {

    private static final Logger LOG = Logger.getLogger(TokenAuthentication.class);
    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +(\\S+)");

    /// Look-ups at one time, which is how many connections there are for them.
    private static final int LOOKUPS = 4;

    private static final int PATIENCE_SECONDS = 2;

    private static final Set<TokenRefusal> COUNTED = Set.of(UNKNOWN, NO_PASS);

    private final Tokens tokens;
    private final List<Passes> passes;
    private final TokenUse use;
    private final ClientAddresses addresses;
    private final RefusalLog refusals;
    private final ProviderSignIn provider;
    private final RateLimiter limiter;
    private final Semaphore lookups = new Semaphore(LOOKUPS);

    /// For those whose tokens were refused too often: what they ask takes nothing from others.
    private final Semaphore suspects = new Semaphore(1);

    private final AtomicBoolean isFailing = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    TokenAuthentication(
            Tokens tokens,
            @All List<Passes> passes,
            TokenUse use,
            ClientAddresses addresses,
            RefusalLog refusals,
            ProviderSignIn provider,
            RateLimiter limiter) {
        this.limiter = limiter;
        this.tokens = tokens;
        this.passes = passes;
        this.use = use;
        this.addresses = addresses;
        this.refusals = refusals;
        this.provider = provider;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext context, IdentityProviderManager providers) {
        List<String> headers = context.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        var parameters = context.queryParam(PassParameter.NAME);
        if (parameters.isEmpty()) {
            return headers.isEmpty()
                    ? Uni.createFrom().nullItem()
                    : identify(one(headers), context);
        }
        return headers.isEmpty()
                ? identify(one(parameters).flatMap(this::passIn), NO_PASS, context)
                : refuse(TWO, context);
    }

    private static Optional<String> one(List<String> texts) {
        return texts.size() == 1 ? Optional.of(texts.getFirst()) : Optional.empty();
    }

    private Uni<SecurityIdentity> identify(Optional<String> header, RoutingContext context) {
        var bearer = header.map(BEARER::matcher).filter(Matcher::matches).map(one -> one.group(1));
        return bearer.filter(provider::mayRead)
                .map(jwt -> identify(from -> signIn(jwt, from), context))
                .orElseGet(() -> identify(bearer.flatMap(this::secretIn), MALFORMED, context));
    }

    private Optional<Secret> secretIn(String bearer) {
        return Secret.parse(bearer).or(() -> passIn(bearer));
    }

    private Optional<Secret> passIn(String text) {
        return passes.stream()
                .flatMap(kind -> Secret.parse(kind.prefix(), text).stream())
                .findAny();
    }

    private Uni<SecurityIdentity> identify(
            Optional<Secret> secret, TokenRefusal refusal, RoutingContext context) {
        return secret.map(found -> identify(from -> lookUp(() -> find(found, from)), context))
                .orElseGet(() -> refuse(refusal, context));
    }

    /// Who it is, by what a request from this address shows.
    @FunctionalInterface
    private interface Looking {
        Finding from(InetAddress address) throws InterruptedException;
    }

    private Uni<SecurityIdentity> identify(Looking looking, RoutingContext context) {
        Context eventLoop = Vertx.currentContext();
        var from = addresses.of(context);
        return Uni.createFrom()
                .item(Unchecked.supplier(() -> limited(looking, from)))
                .runSubscriptionOn(threads)
                .emitOn(task -> eventLoop.runOnContext(_ -> task.run()))
                .onFailure()
                .invoke(this::tell)
                .onFailure()
                .recoverWithItem(new Finding(null, UNAVAILABLE))
                .flatMap(finding -> answer(finding, context));
    }

    private static Uni<SecurityIdentity> answer(Finding finding, RoutingContext context) {
        if (finding.refusal == null) {
            return let(finding.caller, context);
        }
        finding.balance.ifPresent(balance -> context.put(Balance.class.getName(), balance));
        return refuse(finding.refusal, context);
    }

    /// Of an address whose tokens were refused too often one at a time is looked up, so that a good
    /// one from there is let in.
    private Finding limited(Looking looking, InetAddress from) throws InterruptedException {
        var exhausted = limiter.exhausted(Policy.REFUSED_TOKENS, Holders.of(from));
        if (exhausted.isEmpty()) {
            return counted(looking.from(from), from);
        }
        if (!suspects.tryAcquire()) {
            return new Finding(null, LIMITED, exhausted);
        }
        try {
            return counted(looking.from(from), from);
        } finally {
            suspects.release();
        }
    }

    private Finding counted(Finding finding, InetAddress from) {
        return finding.refusal != null && COUNTED.contains(finding.refusal)
                ? limiter.take(Policy.REFUSED_TOKENS, Holders.of(from), 1)
                        .filter(Balance::isRefused)
                        .map(balance -> new Finding(null, LIMITED, Optional.of(balance)))
                        .orElse(finding)
                : finding;
    }

    private static Uni<SecurityIdentity> let(Caller caller, RoutingContext context) {
        return caller.pass() == null || Methods.isReading(context.request().method().name())
                ? Uni.createFrom().item(caller.identity())
                : refuse(READS_ALONE, context);
    }

    /// Once, until a look-up succeeds again: an outage is one line of the log.
    private void tell(Throwable failure) {
        if (!isFailing.getAndSet(true)) {
            LOG.errorf("Tokens cannot be looked up: %s", ExceptionUtil.getRootCause(failure));
        }
    }

    /// @param balance of who is refused for having been so too often
    private record Finding(Caller caller, TokenRefusal refusal, Optional<Balance> balance) {
        Finding(Caller caller, TokenRefusal refusal) {
            this(caller, refusal, Optional.empty());
        }
    }

    /// What the provider signed is read before: it may have to be asked for its keys.
    private Finding signIn(String jwt, InetAddress from) throws InterruptedException {
        try {
            var token = provider.read(jwt);
            return lookUp(() -> judged(provider.account(token, from), from));
        } catch (ProviderTokens.Refused refused) {
            return refused(null, UNKNOWN, from, refused.getMessage());
        } catch (ProviderTokens.Away _) {
            return new Finding(null, UNAVAILABLE);
        }
    }

    private Finding lookUp(Supplier<Finding> question) throws InterruptedException {
        if (!lookups.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            return new Finding(null, UNAVAILABLE);
        }
        try {
            var finding = question.get();
            if (isFailing.getAndSet(false)) {
                LOG.info("Tokens can be looked up again");
            }
            return finding;
        } finally {
            lookups.release();
        }
    }

    private Finding find(Secret secret, InetAddress from) {
        return passes.stream()
                .filter(kind -> secret.isOf(kind.prefix()))
                .findAny()
                .map(kind -> pass(kind, secret, from))
                .orElseGet(() -> token(secret, from));
    }

    private Finding pass(Passes kind, Secret secret, InetAddress from) {
        return kind.with(secret)
                .map(pass -> new Finding(Caller.with(pass, kind.prefix()), null))
                .orElseGet(() -> refused(null, NO_PASS, from, "nobody has it"));
    }

    private Finding token(Secret secret, InetAddress from) {
        return tokens.find(secret)
                .map(token -> judged(token, from))
                .orElseGet(() -> refused(null, UNKNOWN, from, "nobody has it"));
    }

    private Finding judged(FoundToken token, InetAddress from) {
        var why = token.refusal(from);
        if (why.isPresent()) {
            return refused(token.caller(), UNKNOWN, from, why.get());
        }
        if (token.isFirstOfDay()) {
            use.note(token.caller().tokenId());
        }
        return new Finding(token.caller(), null);
    }

    private Finding refused(Caller token, TokenRefusal refusal, InetAddress from, String why) {
        refusals.token(token, from.getHostAddress(), why);
        return new Finding(null, refusal);
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
