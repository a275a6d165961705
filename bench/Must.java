package bench;

/// What a figure must be, beside its limit.
enum Must {
    CACHED("0.85 of it, p99 at most twice, CPU < 0.03") {
        @Override
        boolean met(Run run, Run limit) {
            return share(run, limit) >= 0.85 && run.p99() <= 2 * limit.p99() && run.cpu() < 0.03;
        }
    },
    UNCACHED("0.35 of it, CPU < 0.4") {
        @Override
        boolean met(Run run, Run limit) {
            return share(run, limit) >= 0.35 && run.cpu() < 0.4;
        }
    },
    WARM("0.8 of it, p99 < 100 ms") {
        @Override
        boolean met(Run run, Run limit) {
            return share(run, limit) >= 0.8 && run.p99() < 100;
        }
    },
    PAGE("within 1.2 of it") {
        @Override
        boolean met(Run run, Run limit) {
            return share(run, limit) >= 1 / 1.2;
        }
    },
    SEARCH("p50 < 1.5 times + 2 ms") {
        @Override
        boolean met(Run run, Run limit) {
            return run.p50() < 1.5 * limit.p50() + 2;
        }
    },
    COMMON_SEARCH("p50 < 1.5 times + 2 ms, p99 < 100 ms") {
        @Override
        boolean met(Run run, Run limit) {
            return SEARCH.met(run, limit) && run.p99() < 100;
        }
    },
    WRITE("0.4 of it") {
        @Override
        boolean met(Run run, Run limit) {
            return share(run, limit) >= 0.4;
        }
    },
    NOTHING("") {
        @Override
        boolean met(Run run, Run limit) {
            return true;
        }
    };

    final String words;

    Must(String words) {
        this.words = words;
    }

    abstract boolean met(Run run, Run limit);

    private static double share(Run run, Run limit) {
        return run.rate() / limit.rate();
    }

    Line line(String work, int connections, Run run, String against, Run limit) {
        Boolean met = this == NOTHING ? null : run.errors() == 0 && met(run, limit);
        return new Line(work, connections, run, against, limit, words, met, null);
    }
}
