package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What Linux tells of processes under `/proc` (proc(5)).
public final class Processes {
    /// USER_HZ, in which `/proc/<pid>/stat` counts: 100 a second on every kind of machine that
    /// Linux runs Java on.
    private static final double TICKS = 100;

    private static final int PARENT = 1;
    private static final int USER_TIME = 11;
    private static final int REAPED_SYSTEM_TIME = 14;

    private Processes() {}

    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Seconds of processor time that a process took, its children that have ended included.
    static double cpu(long pid) {
        var fields = stat(pid);
        double ticks = 0;
        for (int i = USER_TIME; fields.length > 0 && i <= REAPED_SYSTEM_TIME; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return ticks / TICKS;
    }

    /// With its children, which for PostgreSQL are all of its processes.
    static double cpuOfFamily(long pid) {
        return cpu(pid) + children(pid).stream().mapToDouble(Processes::cpu).sum();
    }

    private static List<Long> children(long parent) {
        try (var processes = Files.list(Path.of("/proc"))) {
            return processes
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .map(Long::valueOf)
                    .filter(pid -> isChild(pid, parent))
                    .toList();
        } catch (IOException e) {
            throw new Failure(
                    "/proc cannot be read (" + e.getMessage() + "): the bench needs Linux.");
        }
    }

    private static boolean isChild(long pid, long parent) {
        var fields = stat(pid);
        return fields.length > 0 && fields[PARENT].equals(Long.toString(parent));
    }

    /// From the state on, which is behind the name in brackets; nothing of a process that is gone.
    private static String[] stat(long pid) {
        try {
            var line = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return line.substring(line.lastIndexOf(')') + 2).split(" ");
        } catch (IOException _) {
            return new String[0];
        }
    }

    /// Megabytes (of 1,000,000 bytes) of memory that a process holds.
    static double resident(long pid) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    * 1.024
                    / 1000;
        } catch (IOException _) {
            return Double.NaN;
        }
    }
}
