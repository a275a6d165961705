package bench;

/// A line of the table: what was measured, beside its limit.
///
/// @param limit null where there is none
/// @param must what the figures must be, in words; empty where nothing is asked
/// @param met whether they are, null where nothing is asked
/// @param note why there are no figures, else null
record Line(
        String work,
        int connections,
        Run run,
        String against,
        Run limit,
        String must,
        Boolean met,
        String note) {

    static Line missing(String work, String note) {
        return new Line(work, 0, null, "", null, "", null, note);
    }

    /// Two figures that are no run.
    static Line single(String work, double ours, double limit, String must, boolean met) {
        var note = "%.2f | empty Quarkus %.2f |".formatted(ours, limit);
        return new Line(work, 0, null, "", null, must, met, note);
    }

    /// The rate as a share of that with 10,000 articles.
    static Line scaled(Line line, double share) {
        var work = line.work + ", " + line.connections + " connections, against 10,000";
        return new Line(
                work, 0, null, "", null, "at least 0.8", share >= 0.8, "%.2f".formatted(share));
    }

    double ratio() {
        return limit == null ? Double.NaN : run.rate() / limit.rate();
    }
}
