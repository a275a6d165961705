package dev.byline.importer;

import dev.byline.importer.folder.FieldKind;
import dev.byline.importer.report.Halt;
import dev.byline.text.Nearest;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What the importer was asked to do.
///
/// @param overwrite whether the folder's version wins over what was edited in Byline
/// @param buildExpired whether what has expired is published all the same, as by Hugo's
/// `--buildExpired`
/// @param ignored unknown fields of front matter, in lower case, that say nothing about readers
record Settings(
        Path folder,
        boolean overwrite,
        boolean buildExpired,
        Set<String> ignored,
        Path report,
        URI server,
        String token) {
    private static final List<String> OPTIONS =
            List.of("--overwrite", "--buildExpired", "--ignore", "--report", "--help");

    static Settings from(List<String> arguments, Map<String, String> environment) {
        var folders = new ArrayList<String>();
        var overwrite = false;
        var buildExpired = false;
        var ignored = new HashSet<String>();
        var report = "import-report.txt";
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var argument = rest.next();
            switch (argument) {
                case "--overwrite" -> overwrite = true;
                case "--buildExpired" -> buildExpired = true;
                case "--ignore" -> ignored.addAll(harmless(next(rest, "--ignore", "a field")));
                case "--report" -> report = next(rest, "--report", "a file");
                default -> folders.add(folder(argument));
            }
        }
        if (folders.size() != 1) throw new Halt("Name one folder; --help tells more.");
        return new Settings(
                Path.of(folders.getFirst()).toAbsolutePath().normalize(),
                overwrite,
                buildExpired,
                ignored,
                Path.of(report),
                server(environment.getOrDefault("BYLINE_URL", "http://localhost:8080")),
                token(environment));
    }

    private static String next(Iterator<String> rest, String option, String what) {
        if (!rest.hasNext()) throw new Halt(option + " takes the name of " + what + ".");
        return rest.next();
    }

    /// Fields that are known to be about readers cannot be passed over.
    private static List<String> harmless(String fields) {
        var names = List.of(fields.toLowerCase(Locale.ROOT).split(","));
        for (var name : names) {
            switch (FieldKind.of(name)) {
                case HARMLESS, UNKNOWN -> {}
                default ->
                        throw new Halt(
                                "--ignore %s: this field tells who may see a text, or when."
                                        .formatted(name));
            }
        }
        return names;
    }

    private static String folder(String argument) {
        if (!argument.startsWith("-")) return argument;
        var meant = Nearest.of(argument, OPTIONS);
        throw new Halt(
                "There is no option %s%s; --help tells which there are."
                        .formatted(argument, meant.map(" (%s?)"::formatted).orElse("")));
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
