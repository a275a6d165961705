package dev.byline.http;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// What a client says of codings (RFC 9110, 12.5.3).
///
/// @param best the codings that it takes and that are worth making, the best first
/// @param refusesPlain whether it does not take bytes that are not coded
public record AcceptEncoding(List<Coding> best, boolean refusesPlain) {
    private static final AcceptEncoding NONE = new AcceptEncoding(List.of(), false);
    private static final ParsedHeaders<AcceptEncoding> KNOWN =
            new ParsedHeaders<>(AcceptEncoding::parse);

    public static AcceptEncoding of(String header) {
        if (header == null) {
            return NONE;
        }
        return KNOWN.of(header);
    }

    /// Whether there is no form of an answer that it takes.
    public boolean takesNothing() {
        return refusesPlain && best.isEmpty();
    }

    /// The coding for an answer of so many bytes.
    public Coding choose(int length) {
        return best.isEmpty() || length < Coding.WORTH_IT && !refusesPlain
                ? Coding.IDENTITY
                : best.getFirst();
    }

    private static AcceptEncoding parse(String header) {
        var weights = new EnumMap<Coding, Double>(Coding.class);
        Double others = null;
        for (var part : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            var name = part.split(";", 2)[0].strip();
            if (name.equals("*")) {
                others = weight(part);
            }
            named(name).forEach(coding -> weights.put(coding, weight(part)));
        }
        var rest = others;
        var plain = weights.getOrDefault(Coding.IDENTITY, rest == null || rest > 0 ? 1.0 : 0.0);
        var best =
                Stream.of(Coding.BROTLI, Coding.GZIP)
                        .map(coding -> Map.entry(coding, weights.getOrDefault(coding, zero(rest))))
                        .filter(weighed -> weighed.getValue() > 0)
                        .filter(weighed -> weighed.getKey().isThere())
                        .sorted(Map.Entry.<Coding, Double>comparingByValue().reversed())
                        .map(Map.Entry::getKey)
                        .toList();
        return prefersPlain(weights, best) ? NONE : new AcceptEncoding(best, plain == 0);
    }

    private static double zero(Double weight) {
        return weight == null ? 0 : weight;
    }

    private static boolean prefersPlain(Map<Coding, Double> weights, List<Coding> best) {
        return weights.getOrDefault(Coding.IDENTITY, 0.0) > 0
                && best.stream()
                        .allMatch(
                                coding ->
                                        weights.getOrDefault(coding, 0.0)
                                                < weights.get(Coding.IDENTITY));
    }

    private static Stream<Coding> named(String name) {
        return switch (name) {
            case "br" -> Stream.of(Coding.BROTLI);
            case "gzip", "x-gzip" -> Stream.of(Coding.GZIP);
            case "identity" -> Stream.of(Coding.IDENTITY);
            default -> Stream.empty();
        };
    }

    /// A weight that is none counts as 0: better no coding than one that was not asked for.
    private static double weight(String part) {
        var at = part.indexOf("q=");
        if (at < 0) {
            return 1;
        }
        try {
            return Double.parseDouble(part.substring(at + 2).strip());
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
