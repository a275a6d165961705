package bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The processes that are measured, each called by the same java with the same options
/// (`BENCH_JAVA`, which `./byline` sets).
///
/// @param root where `byline` and `bench` are
/// @param home where the data of this size, the logs and the token are
public record Machine(Path root, Path home) {
    private static final Set<String> CONNECTION =
            Set.of("connection", "content-length", "transfer-encoding", "keep-alive");

    static final String FIRST = "/api/v1/articles";

    /// Byline on that database, as it is or with settings.
    public Server byline(Postgres postgres, Map<String, String> settings) {
        var environment = new HashMap<>(postgres.environment());
        environment.put("BYLINE_DATA_DIR", home.resolve("byline").toString());
        environment.put("BYLINE_ADMIN_TOKEN", token());
        environment.put("BYLINE_LIMITS", "none");
        environment.putAll(settings);
        return start("byline", app("target"), environment, FIRST);
    }

    /// The Quarkus application with one empty route.
    Server empty() {
        return start("empty", app("bench/empty/target"), Map.of(), "/");
    }

    /// Gives it the start that `./byline` gives Byline.
    void trainEmpty() {
        var app = root.resolve("bench/empty/target/quarkus-app");
        var cache = app.resolve("app.aot");
        if (!Files.exists(cache)) {
            var jar = app.resolve("quarkus-run.jar").toString();
            var words = List.of("-XX:AOTCacheOutput=" + cache, "-jar", jar);
            start("training", words, Map.of(), "/").close();
        }
    }

    private List<String> app(String target) {
        var app = root.resolve(target).resolve("quarkus-app");
        var cache = app.resolve("app.aot");
        var words = new ArrayList<String>();
        if (Files.exists(cache)) {
            words.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=off", "-Xlog:cds*=off"));
        }
        words.addAll(List.of("-jar", app.resolve("quarkus-run.jar").toString()));
        return words;
    }

    /// The bare route that sends what is in a folder.
    Server bare(Path answers) {
        var classes = System.getProperty("java.class.path");
        return start(
                "bare", List.of("-cp", classes, "bench.Bare", answers.toString()), Map.of(), "/");
    }

    private Server start(
            String name, List<String> words, Map<String, String> environment, String path) {
        var command = new ArrayList<>(Arrays.asList(System.getenv("BENCH_JAVA").split(" ")));
        command.addAll(words);
        return Server.start(command, environment, home.resolve(name + ".log"), path);
    }

    /// The token of the administrator, made with the first start.
    public String token() {
        var file = home.resolve("token");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(home);
                Files.writeString(file, newToken());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Failure("The token cannot be kept: " + e.getMessage());
        }
    }

    private String newToken() throws IOException {
        var command = new ArrayList<>(Arrays.asList(System.getenv("BENCH_JAVA").split(" ")));
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.byline.identity.NewToken"));
        var process = new ProcessBuilder(command).start();
        return new String(process.getInputStream().readAllBytes());
    }

    /// Keeps an answer for the bare route to send.
    static void keep(HttpResponse<byte[]> answer, Path folder, String name) {
        var head =
                answer.headers().map().entrySet().stream()
                        .filter(header -> !CONNECTION.contains(header.getKey().toLowerCase()))
                        .flatMap(
                                header ->
                                        header.getValue().stream()
                                                .map(value -> header.getKey() + ": " + value))
                        .collect(Collectors.joining("\n"));
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name + ".head"), head);
            Files.write(folder.resolve(name + ".body"), answer.body());
        } catch (IOException e) {
            throw new Failure("An answer cannot be kept: " + e.getMessage());
        }
    }
}
