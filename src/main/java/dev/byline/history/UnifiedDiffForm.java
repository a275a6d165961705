package dev.byline.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.byline.answer.Form;
import dev.byline.http.MediaTypes;
import jakarta.inject.Singleton;

/// A [UnifiedDiff] as it is.
@Singleton
class UnifiedDiffForm implements Form {
    @Override
    public String type() {
        return MediaTypes.DIFF;
    }

    @Override
    public byte[] bytes(Object view) {
        return ((UnifiedDiff) view).text().getBytes(UTF_8);
    }
}
