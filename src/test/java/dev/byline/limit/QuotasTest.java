package dev.byline.limit;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotasTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "comments",
                "comments=5",
                "comment=5/60",
                "comments=0/60",
                "comments=5/0",
                "reads=-1/1",
                ""
            })
    void a_server_that_is_told_something_else_does_not_start(String setting) {
        var refused =
                assertThrows(ConfigurationException.class, () -> quotas("reads=1/1", setting));
        assertThat(refused.getMessage(), containsString("reads, writes, comments, refused-tokens"));
    }

    @Test
    void what_is_not_named_keeps_its_standard() {
        var quotas = quotas("comments=5/3600", "reads=9/1");
        assertEquals(Optional.of(new Quota(5, Duration.ofHours(1))), quotas.of(Policy.COMMENTS));
        assertEquals(Optional.of(Policy.WRITES.standard()), quotas.of(Policy.WRITES));
    }

    @Test
    void none_is_no_limit() {
        assertEquals(Optional.empty(), quotas("none").of(Policy.READS));
    }

    private static Quotas quotas(String... settings) {
        return new Quotas(Optional.of(List.of(settings)));
    }
}
