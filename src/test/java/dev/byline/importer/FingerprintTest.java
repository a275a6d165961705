package dev.byline.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final Instant THEN = Instant.parse("2014-01-09T05:44:28Z");

    @Test
    void theIdIsAUuidOfVersion7WithThePublicationInIt() {
        var id = Fingerprint.id(THEN, "news/a.md");

        assertEquals(7, id.version());
        assertEquals(2, id.variant());
        assertEquals(THEN.toEpochMilli(), id.getMostSignificantBits() >>> 16);
    }

    @Test
    void theIdIsTheSameForTheSameFileOnly() {
        assertEquals(Fingerprint.id(THEN, "news/a.md"), Fingerprint.id(THEN, "news/a.md"));
        assertNotEquals(Fingerprint.id(THEN, "news/a.md"), Fingerprint.id(THEN, "news/b.md"));
    }

    @Test
    void anEditorsNoteIsNotTheImporters() {
        assertEquals(Optional.empty(), Note.parse(null));
        assertEquals(Optional.empty(), Note.parse("Imported from memory"));
    }

    @Test
    void aNoteIsReadAsItWasWritten() {
        var note = new Note("news/a (b).md", "0123456789abcdef");

        assertEquals(Optional.of(note), Note.parse(note.text()));
    }

    @Test
    void aNoteIsNoLongerThanTheServerTakes() {
        var note = new Note("news/" + "a".repeat(5000), "0123456789abcdef");

        assertTrue(note.text().length() <= 500);
        assertEquals(Optional.of(note), Note.parse(note.text()));
    }
}
