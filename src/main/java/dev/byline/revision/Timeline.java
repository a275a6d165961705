package dev.byline.revision;

import static dev.byline.http.ProblemType.TIMELINE_CONFLICT;

import dev.byline.http.FaultCode;
import dev.byline.http.ProblemException;
import java.time.Instant;
import java.util.List;

/// The live ranges of one article, and what the acts of DESIGN's part 1 do to them. It is used
/// under the lock of the article's row; that no two ranges overlap is the database's constraint
/// besides.
///
/// @param revisions all revisions with a live range, ended, live or planned, beside the newest
/// one, and others that are to get one
public record Timeline(List<Revision> revisions, Instant now) {

    /// Gives a revision its range, mostly the newest. What is live then ends when it begins; a plan
    /// that has not begun gives way, so that an older text never comes up later.
    public void publish(Revision newest, Plan plan) {
        if (newest.isLive(now)) {
            checkBeginning(newest, plan.from());
            checkEnd(newest.liveFrom, plan.until());
            checkShown(plan.until(), "until");
            newest.live(newest.liveFrom, plan.until());
            return;
        }
        var from = plan.from() == null ? now : plan.from();
        checkEnd(from, plan.until());
        checkHistory(newest, from);
        revisions.stream().filter(revision -> revision.isPlanned(now)).forEach(this::cancel);
        revisions.stream()
                .filter(revision -> revision != newest && endsAfter(revision, from))
                .forEach(revision -> revision.endAt(from));
        newest.live(from, plan.until());
    }

    /// Puts a correction in the place of what is live: it begins now, and ends as that would have.
    public void correct(Revision live, Revision correction) {
        correction.live(now, live.liveUntil, live.agreedUntil);
        live.endAt(now);
    }

    /// Puts another revision in the place of one that is planned.
    public void replan(Revision planned, Revision other) {
        other.live(planned.liveFrom, planned.liveUntil, planned.agreedUntil);
        planned.neverLive();
    }

    /// Nothing is live from that instant on: what would end later ends then, and what would begin
    /// later never begins. An
    /// instant in the past is no withdrawal: readers had it.
    public void withdraw(Instant at) {
        checkShown(at, "at");
        revisions.stream()
                .filter(revision -> revision.liveFrom != null && !revision.hasEnded(now))
                .forEach(revision -> end(revision, at));
    }

    private void end(Revision revision, Instant at) {
        if (endsAfter(revision, at)) {
            revision.withdrawAt(at);
        }
    }

    /// Takes back what an act planned. Where nothing was changed since that it changed, all is as
    /// it was, and what would have begun or ended by now does so now. Otherwise what it planned
    /// never begins.
    ///
    /// @param before the places that the act changed, as they were
    /// @param after the same places, as it left them
    public void takeBack(List<Place> before, List<Place> after) {
        if (after.stream().allMatch(this::stands)) {
            before.forEach(this::putBack);
        } else {
            after.stream()
                    .filter(this::stands)
                    .map(place -> find(place.revision()))
                    .filter(revision -> revision.isPlanned(now))
                    .forEach(this::cancel);
        }
    }

    private boolean stands(Place place) {
        return find(place.revision()).place().equals(place);
    }

    private Revision find(int number) {
        return revisions.stream()
                .filter(revision -> revision.number == number)
                .findFirst()
                .orElseThrow();
    }

    private void putBack(Place place) {
        var revision = find(place.revision());
        if (place.nowhere() || !revision.hasBegun(now) && isOver(place)) {
            revision.neverLive();
        } else {
            var from = revision.hasBegun(now) ? place.from() : notPast(place.from());
            revision.live(from, notPast(place.until()), notPast(place.agreed()));
        }
    }

    private boolean isOver(Place place) {
        return place.until() != null && !place.until().isAfter(now);
    }

    private Instant notPast(Instant instant) {
        return instant != null && instant.isBefore(now) ? now : instant;
    }

    /// The revision that is live at an instant, or null.
    public Revision at(Instant instant) {
        return revisions.stream()
                .filter(revision -> revision.place().holds(instant))
                .findFirst()
                .orElse(null);
    }

    /// The start of the first range, or null while there is none.
    public Instant publishedAt() {
        return revisions.stream()
                .map(revision -> revision.liveFrom)
                .filter(from -> from != null)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /// A plan that cut short what is live gives it back the end it had.
    private void cancel(Revision planned) {
        revisions.stream()
                .filter(revision -> revision.hasBegun(now) && revision.endsAt(planned.liveFrom))
                .forEach(revision -> revision.live(revision.liveFrom, revision.agreedUntil));
        planned.neverLive();
    }

    private static boolean endsAfter(Revision revision, Instant at) {
        return revision.liveFrom != null
                && (revision.liveUntil == null || revision.liveUntil.isAfter(at));
    }

    private static void checkBeginning(Revision live, Instant from) {
        if (from != null && !from.equals(live.liveFrom)) {
            throw TIMELINE_CONFLICT.because(
                    "Revision %d is live since %s already: leave `from` out, or save a new one."
                            .formatted(live.number, live.liveFrom));
        }
    }

    private void checkShown(Instant end, String name) {
        if (end != null && end.isBefore(now)) {
            throw TIMELINE_CONFLICT.because(
                    "What readers were shown cannot be taken back: `%s` is past.".formatted(name));
        }
    }

    private static void checkEnd(Instant from, Instant until) {
        if (until != null && !until.isAfter(from)) {
            throw ProblemException.invalid(
                    "/until",
                    FaultCode.NOT_AFTER_FROM,
                    "must be after the beginning, which is " + from);
        }
    }

    /// A beginning in the past is for imports: what was live before may end earlier, but no
    /// revision loses the whole of the time in which readers had it.
    private void checkHistory(Revision newest, Instant from) {
        revisions.stream()
                .filter(revision -> revision != newest && revision.hasBegun(now))
                .filter(revision -> !revision.liveFrom.isBefore(from))
                .findAny()
                .ifPresent(
                        revision -> {
                            throw TIMELINE_CONFLICT.because(
                                    "Revision %d went live at %s: `from` must be later."
                                            .formatted(revision.number, revision.liveFrom));
                        });
    }
}
