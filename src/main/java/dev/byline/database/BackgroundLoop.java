package dev.byline.database;

import java.time.Duration;

/// A thread of the server's own that does the same again and again, with a rest after each time,
/// until it is stopped: then it is interrupted where it rests.
public final class BackgroundLoop {
    private final Duration rest;
    private final Runnable turn;
    private final Runnable end;
    private final Thread thread;
    private volatile Duration first = Duration.ZERO;
    private volatile boolean isStopped;

    /// @param name of the thread
    /// @param turn what is done, which lets no exception out
    /// @param end what is done when it is stopped, by the same thread
    public BackgroundLoop(String name, Duration rest, Runnable turn, Runnable end) {
        this.rest = rest;
        this.turn = turn;
        this.end = end;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /// @param first how long it rests before the first time
    public void startAfter(Duration first) {
        this.first = first;
        start();
    }

    public void stop() {
        isStopped = true;
        thread.interrupt();
    }

    /// To be asked by what takes long.
    public boolean isStopped() {
        return isStopped;
    }

    private void run() {
        rest(first);
        while (!isStopped) {
            turn.run();
            rest(rest);
        }
        end.run();
    }

    private static void rest(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
