package bench;

import dev.byline.body.Rendering;

import java.util.List;
import java.util.stream.IntStream;

/// What readers say. There are some thousand of them, which come again and again.
record Remark(String name, String body, String html) {
    private static final int COUNT = 4_000;

    static List<Remark> all(Vocabulary vocabulary) {
        return IntStream.range(0, COUNT).mapToObj(number -> of(number, vocabulary)).toList();
    }

    private static Remark of(int number, Vocabulary vocabulary) {
        var random = Vocabulary.random(2, number);
        var body = new StringBuilder("Well");
        int words = 8 + random.nextInt(50);
        for (int i = 0; i < words; i++) {
            body.append(' ').append(vocabulary.word(random));
        }
        body.append('.');
        return new Remark(
                "Reader" + number % 1000,
                body.toString(),
                Rendering.ofComment(body.toString()));
    }
}
