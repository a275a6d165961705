package dev.byline.server;

import dev.byline.connection.ClientAddresses;
import dev.byline.identity.Caller;
import dev.byline.limit.Balance;
import dev.byline.limit.Holders;
import dev.byline.limit.Policy;
import dev.byline.limit.RateLimiter;
import dev.byline.sql.Budget;
import dev.byline.sql.Cost;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// What a request takes of the quota of who makes it.
@RequestScoped
class RequestBudget implements Budget {
    /// Of a search, a filter without an index, a filter over relations, a count, whole texts.
    private static final int SEARCH_UNITS = 10;

    /// Of what reads all there is: facets, exact counts of what is filtered, negated relations.
    private static final int SCAN_UNITS = 50;

    /// What a search may take before it is dear in its own right, and what each millisecond costs
    /// then: the 5,000 units that come in in a second are half a second of the database's.
    private static final long FREE_MILLIS = 20;

    private static final int UNITS_A_MILLISECOND = 10;

    private final RateLimiter limiter;
    private final ClientAddresses addresses;
    private final SecurityIdentity identity;
    private final RoutingContext context;
    private Policy policy;
    private Holders holders;
    private Balance balance;

    RequestBudget(
            RateLimiter limiter,
            ClientAddresses addresses,
            SecurityIdentity identity,
            RoutingContext context) {
        this.limiter = limiter;
        this.addresses = addresses;
        this.identity = identity;
        this.context = context;
    }

    /// Takes one unit for the request itself.
    void begin(Policy policy) {
        this.policy = policy;
        this.holders = holders();
        take(1);
    }

    private Holders holders() {
        var caller = Caller.of(identity);
        return caller.isAnonymous()
                ? Holders.of(addresses.of(context))
                : Holders.of(token(caller), caller.accountId());
    }

    /// One of an identity provider's counts as one, whichever it is.
    private static UUID token(Caller caller) {
        return caller.tokenId() == null ? caller.accountId() : caller.tokenId();
    }

    private void take(int units) {
        var taken = limiter.take(policy, holders, units);
        balance = taken.orElse(null);
        taken.filter(Balance::isRefused)
                .ifPresent(
                        refused -> {
                            throw refused.refusal();
                        });
    }

    @Override
    public void charge(Cost cost) {
        if (policy != null) {
            take(cost == Cost.SCAN ? SCAN_UNITS : SEARCH_UNITS);
        }
    }

    @Override
    public void charge(int more) {
        if (more > 0) {
            take(more);
        }
    }

    @Override
    public void spent(long nanos) {
        var dear = TimeUnit.NANOSECONDS.toMillis(nanos) - FREE_MILLIS;
        if (policy != null && dear > 0) {
            limiter.owe(policy, holders, dear * UNITS_A_MILLISECOND);
        }
    }

    /// What is left; nothing where nothing was counted.
    Optional<Balance> balance() {
        return Optional.ofNullable(balance);
    }
}
