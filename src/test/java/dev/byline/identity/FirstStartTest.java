package dev.byline.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.database.CannotStart;
import dev.byline.support.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("dialect")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FirstStartTest {

    @Inject FirstStart firstStart;

    @BeforeEach
    void noAccounts() {
        QuarkusTransaction.requiringNew().run(() -> Account.deleteAll());
    }

    @Test
    void refuses_a_chosen_token_that_is_weak() {
        assertThrows(CannotStart.class, () -> FirstStart.check(choosing("swordfish")));
    }

    @Test
    void takes_a_chosen_token_that_is_one() {
        FirstStart.check(choosing(Secret.random().reveal()));
    }

    @Test
    void makes_an_administrator_once() {
        var secret = Secret.parse(firstStart.welcome().orElseThrow()).orElseThrow();

        assertEquals(Optional.empty(), firstStart.welcome());
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            Token token = Token.<Token>find("hash", secret.hash()).singleResult();
                            assertEquals("admin", token.account.name);
                            assertEquals(Role.ADMIN, token.account.role);
                        });
    }

    @Test
    void makes_one_administrator_when_many_nodes_start_at_once() throws Exception {
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Optional<String>> start = firstStart::welcome;
            long secrets = 0;
            for (var shown : nodes.invokeAll(Stream.generate(() -> start).limit(8).toList())) {
                secrets += shown.get().stream().count();
            }
            assertEquals(1, secrets);
        }
        assertTrue(QuarkusTransaction.requiringNew().call(() -> Account.count() == 1));
    }

    private static Config choosing(String token) {
        return new SmallRyeConfigBuilder().withDefaultValue("byline.admin-token", token).build();
    }
}
