package bench;

/// What one drive yielded.
///
/// @param rate requests a second
/// @param p50 milliseconds, as the client waited
/// @param bytes a response, its head included
/// @param server milliseconds of processor time a request, of the process that answers
/// @param database likewise, of all processes of PostgreSQL
/// @param errors answers that were none: a status of 400 or more, a broken connection
record Run(
        double rate,
        double p50,
        double p99,
        double bytes,
        double server,
        double database,
        long errors) {

    double cpu() {
        return server + database;
    }

    /// The one that the rest of the machine disturbed less.
    static Run better(Run one, Run other) {
        return other.rate > one.rate ? other : one;
    }
}
