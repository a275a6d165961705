package dev.byline.body;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The hosts whose pages may stand in a body as frames, as a setting names them: each with those
/// below it. Bodies are rendered by entities, so that the list is static.
@Singleton
class FrameHosts {
    private static final Pattern HOST =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");

    private static volatile Set<String> allowed = Set.of();

    void start(
            @Observes @Priority(1) StartupEvent event,
            @ConfigProperty(name = "byline.frame-hosts") Optional<List<String>> hosts) {
        allow(hosts.orElse(List.of()));
    }

    static void allow(List<String> hosts) {
        allowed =
                hosts.stream()
                        .map(host -> host.toLowerCase(Locale.ROOT))
                        .peek(FrameHosts::check)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static void check(String host) {
        if (!HOST.matcher(host).matches()) {
            throw new ConfigurationException(
                    ("BYLINE_FRAME_HOSTS must be a list of hosts in ASCII without scheme or port,"
                                    + " such as youtube.com,player.vimeo.com: not %s")
                            .formatted(host));
        }
    }

    /// @param host in lower case
    static boolean areOf(String host) {
        var hosts = allowed;
        return HOST.matcher(host).matches()
                && hosts.stream().anyMatch(one -> host.equals(one) || host.endsWith("." + one));
    }
}
