package dev.byline.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's own programs, taken once from the jar of this machine's kind and then left where
/// they are.
public final class Programs {

    private final Path directory;

    private Programs(Path directory) {
        this.directory = directory;
    }

    /// The programs in a directory under `parent`, unpacked there where they are not yet.
    public static Programs in(Path parent) throws IOException {
        var archive = archive();
        Path directory = parent.resolve("programs-" + checksum(archive));
        if (!Files.isDirectory(directory)) {
            unpack(archive, directory);
        }
        return new Programs(directory);
    }

    private static URL archive() {
        String kind = "postgres-%s-%s.txz".formatted(system(), processor());
        URL archive = Programs.class.getResource("/" + kind);
        if (archive == null) {
            throw new CannotStart(
                    "There is no embedded PostgreSQL for this kind of machine (%s, %s): set QUARKUS_DATASOURCE_JDBC_URL to the address of a PostgreSQL server."
                            .formatted(
                                    System.getProperty("os.name"), System.getProperty("os.arch")));
        }
        return archive;
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name;
    }

    private static String processor() {
        String name = System.getProperty("os.arch");
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> name;
        };
    }

    /// What the jar says of its entry anyway, so that no start reads the 15 MB to know its
    /// version.
    private static String checksum(URL archive) throws IOException {
        var connection = (JarURLConnection) archive.openConnection();
        return Long.toHexString(connection.getJarEntry().getCrc());
    }

    private static void unpack(URL archive, Path directory) throws IOException {
        Path part = Files.createTempDirectory(directory.getParent(), "unpacking-");
        try (var tar =
                new TarArchiveInputStream(
                        new XZInputStream(new BufferedInputStream(archive.openStream())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, part);
            }
        }
        try {
            Files.move(part, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException _) {
            Trees.delete(part);
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path root)
            throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("Entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /// Such as 18, as the programs themselves say.
    String majorVersion() throws IOException {
        var process = call("postgres", "--version").start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said.replaceFirst("(?s).*PostgreSQL\\) (\\d+).*", "$1");
    }

    /// A call of one of the programs. They refuse to run as root, who therefore runs them in a
    /// user namespace in which it is nobody in particular.
    ProcessBuilder call(String program, String... arguments) {
        List<String> words = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            words.addAll(List.of("unshare", "--user"));
        }
        words.add(directory.resolve("bin").resolve(program).toString());
        words.addAll(List.of(arguments));
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        // Whatever the caller's shell says about another PostgreSQL is not about this one.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }
}
