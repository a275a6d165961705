package dev.byline.support.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/// Texts beside an example: shorter, longer, odd, and by chance; the same ones for the same seed.
final class TextVariations {
    /// A text that may be longer is only tried where it is too long, which costs little.
    private static final int LONG = 20_000;

    private static final List<String> ODD =
            List.of("", " ", "\u200B", "a\nb", "a\0b", "\u202Ea", " a\u2028");
    private static final List<String> INSTANTS =
            List.of("2026-11-24", "2026-11-24T08:00:00Z", "9999-12-31T23:59:59Z");

    /// Of every kind that a rule is about.
    private static final String SIGNS =
            "aZ9-_ .:/?#@\\\t\n\r\u0085\u00A0\u00AD\u0301\u0131\u115F\u200B\u200D\u2028\u202E\u202C\u2067"
                    + "\u2800\u3164\u4E2D\uFE0F\uFEFF\uFFFD\uD83D\uDE00";

    private final Random random;

    TextVariations(long seed) {
        random = new Random(seed);
    }

    List<JsonNode> of(String example, JsonNode schema) {
        var texts = new ArrayList<>(ODD);
        texts.add(example);
        texts.add(example.toUpperCase(java.util.Locale.ROOT));
        if (schema.has("format")) {
            texts.addAll(INSTANTS);
        }
        if (schema.has("minLength")) {
            var least = schema.get("minLength").asInt();
            texts.add(stretched(example, least));
            texts.add(stretched(example, Math.max(0, least - 1)));
        }
        if (schema.has("maxLength")) {
            var most = schema.get("maxLength").asInt();
            texts.add(stretched(example, most + 1));
            if (most <= LONG) {
                texts.add(stretched(example, most));
                texts.add("\uD83D\uDE00".repeat(most));
                texts.add("\uD83D\uDE00".repeat(most + 1));
            }
        }
        for (var index = 0; index < 3; index++) {
            texts.add(byChance());
        }
        return texts.stream().<JsonNode>map(JsonNodeFactory.instance::textNode).toList();
    }

    private static String stretched(String example, int length) {
        return example.length() < length
                ? example + "a".repeat(length - example.length())
                : example.substring(0, length);
    }

    private String byChance() {
        var signs = SIGNS.codePoints().toArray();
        return random.ints(1 + random.nextInt(5), 0, signs.length)
                .mapToObj(index -> Character.toString(signs[index]))
                .collect(Collectors.joining());
    }
}
