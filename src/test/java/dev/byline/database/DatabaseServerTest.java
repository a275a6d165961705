package dev.byline.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class DatabaseServerTest {

    @Test
    void says_where_nothing_answers_and_keeps_the_password_to_itself() throws Exception {
        int closed;
        try (var socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        String url = "jdbc:postgresql://127.0.0.1:%d/news?password=hush".formatted(closed);

        String sentence = refusal(new DatabaseServer(url, "editor", "secret"));

        assertTrue(
                sentence.startsWith(
                        "The database at 127.0.0.1:%d/news does not answer: ".formatted(closed)),
                sentence);
        assertFalse(sentence.contains("hush") || sentence.contains("secret"), sentence);
        assertEquals(1, sentence.lines().count());
    }

    @Test
    void says_what_form_an_address_has() {
        String sentence = refusal(new DatabaseServer("jdbc:mysql://localhost/news", null, null));
        assertTrue(sentence.contains("jdbc:postgresql://host:port/database"), sentence);
    }

    private static String refusal(DatabaseServer server) {
        return assertThrows(CannotStart.class, server::prepare).getMessage();
    }
}
