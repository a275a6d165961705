package dev.byline.importer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The folder that is imported: articles in `news`, authors in `authors/{slug}/_index.md`,
/// topics in `topics/{slug}/_index.md`. Links in the file system are not followed, so it ends,
/// and nothing outside of it is read.
final class Folder {
    static final String ARTICLES = "news";
    static final String AUTHORS = "authors";
    static final String TOPICS = "topics";

    /// A body has at most 1 MiB in Byline; with the front matter, a file may have somewhat more.
    private static final long LARGEST = (1 << 20) + (64 << 10);

    private static final Pattern ARTICLE =
            Pattern.compile(ARTICLES + "/(.*/)?(?!_index\\.)[^/]+\\.md");
    private static final Pattern PROFILE =
            Pattern.compile("(" + AUTHORS + "|" + TOPICS + ")/[^/]+/_index\\.md");

    private final Path root;
    private final Report report;

    Folder(Path root, Report report) {
        this.root = root;
        this.report = report;
        if (!Files.isDirectory(root)) throw new Halt("There is no folder " + root + ".");
        if (parts().isEmpty()) {
            throw new Halt("The folder " + root + " holds neither news nor authors nor topics.");
        }
    }

    private List<Path> parts() {
        return List.of(TOPICS, AUTHORS, ARTICLES).stream()
                .map(root::resolve)
                .filter(Files::isDirectory)
                .toList();
    }

    /// What can be read as a file with front matter, in the order of the paths; what cannot is
    /// reported.
    List<SourceFile> read() {
        var files = new ArrayList<SourceFile>();
        for (var path : paths()) {
            var name = nameOf(path);
            try {
                files.add(SourceFile.parse(name, text(path)));
            } catch (Refusal refusal) {
                report.outcome(name, Outcome.REFUSED, refusal.getMessage());
            }
        }
        return files;
    }

    private List<Path> paths() {
        var paths = new ArrayList<Path>();
        for (var part : parts()) {
            try {
                Files.walkFileTree(part, new Collector(paths));
            } catch (IOException e) {
                throw new Halt("The folder " + part + " cannot be read: " + e.getMessage() + ".");
            }
        }
        paths.sort(null);
        return paths;
    }

    private final class Collector extends SimpleFileVisitor<Path> {
        private final List<Path> paths;

        Collector(List<Path> paths) {
            this.paths = paths;
        }

        @Override
        public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            var name = nameOf(path);
            if (!attributes.isRegularFile()) {
                report.outcome(name, Outcome.ASIDE, "a link, or no file");
            } else if (name.endsWith("/_index.md") && !PROFILE.matcher(name).matches()) {
                report.outcome(name, Outcome.ASIDE, "describes a section of the site");
            } else if (isTaken(name)) {
                paths.add(path);
            } else {
                report.outcome(name, Outcome.ASIDE, "no article, author or topic");
            }
            return FileVisitResult.CONTINUE;
        }

        private boolean isTaken(String name) {
            return ARTICLE.matcher(name).matches() || PROFILE.matcher(name).matches();
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException e) {
            report.outcome(nameOf(path), Outcome.REFUSED, "cannot be read: " + e.getMessage());
            return FileVisitResult.CONTINUE;
        }
    }

    private String nameOf(Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }

    private static String text(Path path) throws Refusal {
        try {
            if (Files.size(path) > LARGEST) throw new Refusal("larger than a body may be (1 MiB)");
            var octets = ByteBuffer.wrap(Files.readAllBytes(path));
            return StandardCharsets.UTF_8.newDecoder().decode(octets).toString();
        } catch (CharacterCodingException _) {
            throw new Refusal("not in UTF-8");
        } catch (IOException e) {
            throw new Refusal("cannot be read: " + e.getMessage());
        }
    }
}
