package dev.byline.importer;

import java.io.PrintStream;

/// Shows how far the import is: a bar that moves on a terminal, a line for each tenth elsewhere.
final class Progress {
    private static final int WIDTH = 40;
    private static final long REDRAW = 100_000_000;

    private final PrintStream out;
    private final boolean terminal;
    private String label;
    private int total;
    private int done;
    private long drawn;

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    synchronized void begin(String label, int total) {
        this.label = label;
        this.total = total;
        done = 0;
        drawn = 0;
        if (terminal && total > 0) draw();
    }

    synchronized void step() {
        done++;
        if (terminal) {
            if (done == total || System.nanoTime() - drawn > REDRAW) draw();
        } else if (10 * done / total > 10 * (done - 1) / total) {
            out.println(label + " " + done + "/" + total);
        }
    }

    /// Leaves the bar where it is: what comes next begins a line.
    synchronized void end() {
        if (terminal && total > 0) out.println();
        total = 0;
    }

    private void draw() {
        drawn = System.nanoTime();
        int filled = WIDTH * done / total;
        out.printf(
                "\r%-9s [%s%s] %d/%d",
                label, "#".repeat(filled), ".".repeat(WIDTH - filled), done, total);
        out.flush();
    }
}
