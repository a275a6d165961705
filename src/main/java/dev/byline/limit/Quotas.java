package dev.byline.limit;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The quota of each policy in this installation: the standard, or what the setting says.
@Singleton
class Quotas {
    private static final String NONE = "none";
    private static final Pattern FORM =
            Pattern.compile(
                    "(?<policy>[a-z-]+)=(?<units>[1-9][0-9]{0,8})/(?<seconds>[1-9][0-9]{0,4})");

    private final Map<Policy, Quota> quotas = new EnumMap<>(Policy.class);

    /// @param settings `policy=units/seconds` for each that is otherwise; `none` for no limits
    Quotas(@ConfigProperty(name = "byline.limits") Optional<List<String>> settings) {
        var given = settings.orElse(List.of());
        if (given.equals(List.of(NONE))) {
            return;
        }
        for (var policy : Policy.values()) {
            quotas.put(policy, policy.standard());
        }
        given.forEach(this::take);
    }

    private void take(String setting) {
        var parts = FORM.matcher(setting.strip());
        var policy =
                parts.matches() ? Policy.byText(parts.group("policy")) : Optional.<Policy>empty();
        if (policy.isEmpty()) {
            throw new ConfigurationException(
                    "BYLINE_LIMITS must be none, or some of %s, each as policy=units/seconds such as comments=5/60: not %s"
                            .formatted(
                                    Arrays.stream(Policy.values())
                                            .map(Policy::text)
                                            .collect(Collectors.joining(", ")),
                                    setting));
        }
        quotas.put(
                policy.get(),
                new Quota(
                        Long.parseLong(parts.group("units")),
                        Duration.ofSeconds(Long.parseLong(parts.group("seconds")))));
    }

    /// Nothing where it is not limited.
    Optional<Quota> of(Policy policy) {
        return Optional.ofNullable(quotas.get(policy));
    }
}
