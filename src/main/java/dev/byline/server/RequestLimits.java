package dev.byline.server;

import dev.byline.http.Methods;
import dev.byline.identity.Caller;
import dev.byline.limit.Balance;
import dev.byline.limit.Limited;
import dev.byline.limit.Policy;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// Counts each request that comes to a resource before anything is done for it, and tells in
/// `RateLimit` what is left. Answers that are for all do not tell it: a cache would tell others.
final class RequestLimits {
    private final RequestBudget budget;
    private final SecurityIdentity identity;

    RequestLimits(RequestBudget budget, SecurityIdentity identity) {
        this.budget = budget;
        this.identity = identity;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    void count(ContainerRequestContext request, ResourceInfo resource) {
        budget.begin(policy(request, resource));
    }

    private Policy policy(ContainerRequestContext request, ResourceInfo resource) {
        if (Methods.isReading(request.getMethod())) {
            return Policy.READS;
        }
        var method = resource.getResourceMethod();
        var own = method == null ? null : method.getAnnotation(Limited.class);
        return own == null || !Caller.of(identity).isAnonymous() ? Policy.WRITES : own.value();
    }

    @ServerResponseFilter
    void tell(ContainerResponseContext response) {
        if (!isForAll(response)) {
            budget.balance().ifPresent(balance -> tell(response, balance));
        }
    }

    private static boolean isForAll(ContainerResponseContext response) {
        var control = response.getHeaders().getFirst(HttpHeaders.CACHE_CONTROL);
        return control != null && control.toString().contains("public");
    }

    private static void tell(ContainerResponseContext response, Balance balance) {
        balance.headers().forEach(response.getHeaders()::putSingle);
    }
}
