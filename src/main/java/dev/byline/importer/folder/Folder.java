package dev.byline.importer.folder;

import dev.byline.importer.report.Halt;
import dev.byline.importer.report.Outcome;
import dev.byline.importer.report.Refusal;
import dev.byline.importer.report.Report;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The folder that is imported: articles in `news`, authors in `authors/{slug}/_index.md`,
/// topics in `topics/{slug}/_index.md`. Every file is accounted for. Links in the file system are
/// not followed, so it ends, and nothing outside of it is read.
public final class Folder {
    public static final String ARTICLES = "news";
    public static final String AUTHORS = "authors";
    public static final String TOPICS = "topics";

    /// A body has at most 1 MiB in Byline; with the front matter, a file may have somewhat more.
    private static final long LARGEST = (1 << 20) + (64 << 10);

    private static final Pattern ARTICLE =
            Pattern.compile(ARTICLES + "/(?:.*/)?(?!_(?i:index)\\.)[^/]+\\.(?i:md|markdown)");
    private static final Pattern PROFILE =
            Pattern.compile("(?:" + AUTHORS + "|" + TOPICS + ")/[^/]+/_(?i:index\\.md)");

    private final Path root;
    private final Sections sections;
    private final Report report;

    /// @param sections is told of all that texts inherit from their folders
    public Folder(Path root, Sections sections, Report report) {
        this.root = root;
        this.sections = sections;
        this.report = report;
        if (!Files.isDirectory(root)) throw new Halt("There is no folder " + root + ".");
        if (Stream.of(TOPICS, AUTHORS, ARTICLES).map(root::resolve).noneMatch(Files::isDirectory)) {
            throw new Halt("The folder " + root + " holds neither news nor authors nor topics.");
        }
    }

    /// What can be read as a file with front matter, in the order of the paths; what cannot is
    /// reported.
    public List<SourceFile> read() {
        var files = new ArrayList<SourceFile>();
        for (var path : paths()) {
            var name = nameOf(path);
            sections.addArticle(name);
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
        try {
            Files.walkFileTree(root, new Collector(paths));
        } catch (IOException e) {
            throw new Halt("The folder " + root + " cannot be read: " + e.getMessage() + ".");
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
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                throws IOException {
            if (folder.equals(root) || !Location.isHidden(folder.getFileName().toString())) {
                return FileVisitResult.CONTINUE;
            }
            try (var inside = Files.walk(folder)) {
                var count = inside.filter(Files::isRegularFile).count();
                aside(nameOf(folder) + "/", "a hidden folder, files in it: " + count);
            }
            return FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            var name = nameOf(path);
            if (!attributes.isRegularFile()) {
                aside(name, "a link, or no file");
            } else if (Location.isHidden(path.getFileName().toString())) {
                aside(name, "hidden, or left by an editor");
            } else if (ARTICLE.matcher(name).matches() || PROFILE.matcher(name).matches()) {
                paths.add(path);
            } else {
                other(name, path);
            }
            return FileVisitResult.CONTINUE;
        }

        private void other(String name, Path path) {
            if (Sections.isOne(name)) {
                section(name, path);
                aside(name, "describes a section of the site, or how it is built");
            } else if (name.matches("(?:" + ARTICLES + "|" + AUTHORS + "|" + TOPICS + ")/.*")) {
                aside(name, "no article, author or topic");
            } else {
                aside(name, "lies beside news, authors and topics");
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException e) {
            report.outcome(nameOf(path), Outcome.REFUSED, "cannot be read: " + e.getMessage());
            return FileVisitResult.CONTINUE;
        }
    }

    private void aside(String name, String reason) {
        report.outcome(name, Outcome.ASIDE, reason);
    }

    private void section(String name, Path path) {
        try {
            sections.add(name, text(path));
        } catch (Refusal _) {
            sections.addUnreadable(name);
        }
    }

    private String nameOf(Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }

    private static String text(Path path) throws Refusal {
        try {
            if (Files.size(path) > LARGEST) throw new Refusal("larger than a body may be (1 MiB)");
            return Encoding.decode(Files.readAllBytes(path));
        } catch (IOException e) {
            throw new Refusal("cannot be read: " + e.getMessage());
        }
    }
}
