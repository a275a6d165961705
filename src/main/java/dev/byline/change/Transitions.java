package dev.byline.change;

/// What becomes of things of one kind by time alone. Each room that has such things tells the
/// [Ticker] of them.
public interface Transitions {
    /// The SQL of those in a span of time that no command's entry tells, however often it is asked:
    /// a query that yields the columns `act`, `subject_type`, `subject_id`, `at`,
    /// `revision_before` and `revision_after`. The span is the table `span` with one row: later
    /// than `span.since`, not later than `span.now`.
    String query();
}
