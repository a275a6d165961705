package dev.byline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.byline.identity.Role;
import dev.byline.identity.TestTokens;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Whoever copies the lines of the README, one after the other, succeeds with each.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ReadmeTest {
    private static final Pattern STEPS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    /// A refusal ends it, with what was refused.
    private static final String STRICT =
            "set -e\ncurl() { command curl --silent --show-error --fail-with-body \"$@\" || { echo \"$@\"; exit 1; }; }\n";

    @TestHTTPResource("/")
    URI server;

    @Test
    void its_lines_succeed_as_they_stand() throws Exception {
        var script = STRICT + steps("Ten steps with curl") + steps("Working as a team");
        var process =
                new ProcessBuilder("bash", "-c", script.replace("http://localhost:8080", address()))
                        .redirectErrorStream(true);
        process.environment().put("TOKEN", TestTokens.of(Role.ADMIN));
        var run = process.start();
        var output = new String(run.getInputStream().readAllBytes());
        assertEquals(0, run.waitFor(), output);
        assertEquals(2, script.split("\n# 10 ", -1).length - 1);
    }

    private String address() {
        return "http://localhost:" + server.getPort();
    }

    /// The last block below a heading that has steps.
    private static String steps(String heading) throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        var section = readme.substring(readme.indexOf("## " + heading));
        var steps = STEPS.matcher(section);
        while (steps.find()) {
            if (steps.group(1).contains("# 1 ")) {
                return steps.group(1);
            }
        }
        throw new IllegalStateException(heading);
    }
}
