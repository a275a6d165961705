package bench;

import dev.byline.body.BodyFormat;
import dev.byline.body.Rendering;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// The article of a number, always the same: what it says, who wrote it, how it is discussed.
final class Story {
    static final int AUTHORS = 200;
    static final int TAGS = 500;

    /// One story in so many is discussed by more than [#MANY] readers.
    static final int DISCUSSED = 50;

    static final int MANY = 60;

    private static final Instant BEGIN = Instant.parse("2015-01-01T00:00:00Z");
    private static final Duration SPAN = Duration.ofDays(4018);
    private static final int SHORTEST = 3_000;
    private static final int LONGEST = 6_000;

    final int number;
    final UUID id;
    final Instant publishedAt;
    final String language;
    final List<Integer> authors;
    final List<Integer> tags;
    final int comments;

    private final Random random;
    private final Vocabulary vocabulary;

    Story(int number, int of, Vocabulary vocabulary) {
        this.number = number;
        this.vocabulary = vocabulary;
        this.random = Vocabulary.random(1, number);
        long millis = SPAN.toMillis() / of;
        this.publishedAt =
                BEGIN.plusMillis(millis * (number - 1) + (long) (random.nextDouble() * millis));
        this.id = id(publishedAt);
        this.language = pick(random.nextInt(100), 85, "en", 93, "de", 97, "fr", "es");
        this.authors = distinct(pick(random.nextInt(100), 75, 1, 95, 2, 99, 3, 4), AUTHORS, 1.6);
        this.tags = distinct(random.nextInt(6), TAGS, 3);
        this.comments = number % DISCUSSED == 0 ? MANY + pareto(70) : geometric(7.2);
    }

    /// One of the values, each behind the percentage at which its turn ends.
    @SuppressWarnings("unchecked")
    private static <T> T pick(int percent, Object... turns) {
        for (int i = 0; i < turns.length - 1; i += 2) {
            if (percent < (int) turns[i]) {
                return (T) turns[i + 1];
            }
        }
        return (T) turns[turns.length - 1];
    }

    /// Numbers from 0, the lower ones far more often: the density falls with a power.
    private List<Integer> distinct(int count, int below, double power) {
        var numbers = new ArrayList<Integer>();
        while (numbers.size() < count) {
            int next = (int) (below * Math.pow(random.nextDouble(), power));
            if (!numbers.contains(next)) {
                numbers.add(next);
            }
        }
        return numbers;
    }

    private int pareto(int mean) {
        return (int) Math.min(3_000, mean * 0.4 * (Math.pow(1 - random.nextDouble(), -0.6) - 0.5));
    }

    private int geometric(double mean) {
        return (int) (Math.log(1 - random.nextDouble()) / Math.log(mean / (1 + mean)));
    }

    /// A UUIDv7 of that instant.
    UUID id(Instant at) {
        long high = at.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(high, random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 1L << 63);
    }

    String slug() {
        return "story-" + number;
    }

    /// Whether readers got another text at first.
    boolean wasEdited() {
        return number % 10 == 3;
    }

    Random random() {
        return random;
    }

    String title() {
        var title = words(4 + random.nextInt(6));
        return Character.toUpperCase(title.charAt(0)) + title.substring(1);
    }

    String words(int count) {
        var words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ").append(vocabulary.word(random));
        }
        return words.toString();
    }

    /// Markdown: paragraphs of sentences, here and there a heading, a list, a quotation, a link.
    String body() {
        int length = SHORTEST + random.nextInt(LONGEST - SHORTEST - 200);
        var body = new StringBuilder();
        while (body.length() < length) {
            body.append(body.isEmpty() ? "" : "\n\n");
            switch (random.nextInt(12)) {
                case 0 -> body.append("## ").append(title());
                case 1 -> body.append("- ").append(title()).append("\n- ").append(title());
                case 2 -> body.append("> ").append(sentence());
                default -> paragraph(body);
            }
        }
        return body.toString();
    }

    private void paragraph(StringBuilder body) {
        int sentences = 2 + random.nextInt(4);
        for (int i = 0; i < sentences; i++) {
            body.append(i == 0 ? "" : " ").append(sentence());
        }
    }

    private String sentence() {
        var sentence = title() + " " + words(2 + random.nextInt(8));
        return switch (random.nextInt(15)) {
            case 0 -> sentence + " [" + words(2) + "](https://example.org/" + words(1) + ").";
            case 1 -> sentence + " *" + words(2) + "*.";
            default -> sentence + ".";
        };
    }

    /// By the server's own rules, so that what is read is what the server would have written.
    static Rendering rendered(String body) {
        return Rendering.of(body, BodyFormat.MARKDOWN);
    }
}
