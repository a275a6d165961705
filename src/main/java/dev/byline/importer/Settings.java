package dev.byline.importer;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the importer was asked to do.
///
/// @param overwrite whether the folder's version wins over what was edited in Byline
record Settings(Path folder, boolean overwrite, Path report, URI server, String token) {
    static final String HELP =
            """
            Usage: ./byline import [--overwrite] [--report FILE] FOLDER

            Imports a publication into the running Byline. FOLDER holds Markdown files with front
            matter: articles in news/, authors in authors/SLUG/_index.md, topics in
            topics/SLUG/_index.md; each of the three may be missing.

            A second import writes only what changed in the folder; one that was stopped can be
            started again. An article that was edited in Byline and changed in the folder is refused,
            and an author or a topic that differs is kept as it is in Byline.

              --overwrite    the folder wins
              --report FILE  where the report goes (import-report.txt)

              BYLINE_URL     the server (http://localhost:8080)
              BYLINE_TOKEN   an editor's token (else BYLINE_ADMIN_TOKEN)

            Exit status: 0 all files are in Byline, 1 some were refused (the report says why),
            2 the import could not begin or was stopped.
            """;

    static Settings from(List<String> arguments, Map<String, String> environment) {
        var folders = new ArrayList<String>();
        var overwrite = false;
        var report = "import-report.txt";
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var argument = rest.next();
            switch (argument) {
                case "--overwrite" -> overwrite = true;
                case "--report" -> {
                    if (!rest.hasNext()) throw new Halt("--report takes the name of a file.");
                    report = rest.next();
                }
                default -> folders.add(folder(argument));
            }
        }
        if (folders.size() != 1) throw new Halt("Name one folder; --help tells more.");
        return new Settings(
                Path.of(folders.getFirst()).toAbsolutePath().normalize(),
                overwrite,
                Path.of(report),
                server(environment.getOrDefault("BYLINE_URL", "http://localhost:8080")),
                token(environment));
    }

    private static String folder(String argument) {
        if (argument.startsWith("-")) {
            throw new Halt("There is no option " + argument + "; --help tells which there are.");
        }
        return argument;
    }

    private static URI server(String address) {
        var halt = new Halt("BYLINE_URL is not an address like http://localhost:8080.");
        try {
            var uri = URI.create(address);
            var scheme = uri.getScheme();
            if (uri.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
                throw halt;
            }
            return uri;
        } catch (IllegalArgumentException _) {
            throw halt;
        }
    }

    private static String token(Map<String, String> environment) {
        var admin = environment.getOrDefault("BYLINE_ADMIN_TOKEN", "");
        var token = environment.getOrDefault("BYLINE_TOKEN", admin).strip();
        if (token.isEmpty()) throw new Halt("Set BYLINE_TOKEN to the token of an editor.");
        if (!token.chars().allMatch(character -> character > ' ' && character < 127)) {
            throw new Halt("BYLINE_TOKEN holds what no token can.");
        }
        return token;
    }
}
