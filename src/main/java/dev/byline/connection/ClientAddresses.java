package dev.byline.connection;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// From which address a request comes. That is who opened the connection, unless it is a proxy that
/// the setting names: then it is who the proxy says that it was asked by, in `X-Forwarded-For`. Of
/// several there the last counts that is none of the proxies: whatever stands before it the client
/// may have written itself.
@Singleton
public final class ClientAddresses {
    private static final Logger LOG = Logger.getLogger(ClientAddresses.class);
    private static final String KEY = ClientAddresses.class.getName();
    private static final String HEADER = "X-Forwarded-For";

    /// Of a connection that has no address.
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final List<AddressRange> proxies;
    private final AtomicBoolean isWarned = new AtomicBoolean();

    /// @param proxies addresses and ranges; where there are none, no header is believed
    ClientAddresses(
            @ConfigProperty(name = "byline.trusted-proxies") Optional<List<String>> proxies) {
        this.proxies = proxies.orElse(List.of()).stream().map(ClientAddresses::range).toList();
    }

    private static AddressRange range(String text) {
        return AddressRange.parse(text.strip())
                .orElseThrow(
                        () ->
                                new ConfigurationException(
                                        "BYLINE_TRUSTED_PROXIES must be addresses and ranges such as 10.0.0.7,192.0.2.0/24,2001:db8::/32: not "
                                                + text));
    }

    /// Of a request, by its connection and what proxies added; found out once.
    public InetAddress of(RoutingContext context) {
        InetAddress known = context.get(KEY);
        if (known == null) {
            known = of(context.request());
            context.put(KEY, known);
        }
        return known;
    }

    private InetAddress of(HttpServerRequest request) {
        var peer = AddressRange.address(request.remoteAddress().hostAddress()).orElse(LOOPBACK);
        var forwarded = request.headers().getAll(HEADER);
        if (forwarded.isEmpty()) {
            return peer;
        }
        if (!isProxy(peer)) {
            warn(peer);
            return peer;
        }
        return client(peer, String.join(",", forwarded).split(","));
    }

    /// What is no address ends the way back: behind it nothing can be believed.
    private InetAddress client(InetAddress peer, String[] hops) {
        var client = peer;
        for (var hop = hops.length - 1; hop >= 0 && isProxy(client); hop--) {
            var before = AddressRange.address(hops[hop].strip());
            if (before.isEmpty()) {
                return client;
            }
            client = before.get();
        }
        return client;
    }

    private boolean isProxy(InetAddress address) {
        return proxies.stream().anyMatch(range -> range.holds(address));
    }

    /// Once: all who come by that proxy count as one until somebody sets it right.
    private void warn(InetAddress peer) {
        if (!isWarned.getAndSet(true)) {
            LOG.warnf(
                    "Requests from %s bear X-Forwarded-For. If it is a proxy of yours, name it in BYLINE_TRUSTED_PROXIES:"
                            + " until then all who come by it are one address",
                    peer.getHostAddress());
        }
    }
}
