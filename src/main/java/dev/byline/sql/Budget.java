package dev.byline.sql;

/// Who pays for what is dear: a floor above knows who asks.
public interface Budget {
    /// Before it is read.
    ///
    /// @throws dev.byline.http.ProblemException 429 for whom has had enough
    void charge(Cost cost);

    /// Before so many more things are done than a request does.
    ///
    /// @throws dev.byline.http.ProblemException likewise
    void charge(int more);

    /// When it was read.
    ///
    /// @param nanos that it took
    void spent(long nanos);
}
