package dev.byline.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/// The directory of what must outlive a restart, held by one server at a time. The operating
/// system releases the lock when the process dies, however it dies.
public final class DataDirectory implements AutoCloseable {

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /// Creates the directory where it is missing and takes its lock.
    ///
    /// @throws CannotStart when it cannot be written or another server holds it
    public static DataDirectory open(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            Path real = absolute.toRealPath();
            return new DataDirectory(real, lock(real));
        } catch (IOException e) {
            throw new CannotStart(
                    "The data directory %s cannot be written (%s): set BYLINE_DATA_DIR to one that can."
                            .formatted(absolute, reason(e)),
                    e);
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        var channel =
                FileChannel.open(
                        directory.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw inUse(directory, channel);
            }
        } catch (OverlappingFileLockException _) {
            throw inUse(directory, channel);
        }
        // An open file proves little where root ignores permissions or the disk is full.
        channel.write(ByteBuffer.wrap("held by a running server\n".getBytes()), 0);
        return channel;
    }

    private static CannotStart inUse(Path directory, FileChannel channel) throws IOException {
        channel.close();
        return new CannotStart(
                "The data directory %s is in use by another server: stop that one, or set BYLINE_DATA_DIR to another directory."
                        .formatted(directory));
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException _ -> "it is a file";
            case NoSuchFileException _ -> "no such directory";
            case null, default -> e.getMessage();
        };
    }

    public Path path() {
        return path;
    }

    /// A directory in here that only its owner may enter.
    Path ownersOnly(String name) throws IOException {
        return Files.createDirectories(
                path.resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
