package dev.byline.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.byline.body.BodyFormat;
import dev.byline.http.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// What the acts of DESIGN's part 1 do to the ranges of an article, at noon.
class TimelineTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant ONE = at(13);
    private static final Instant TWO = at(14);
    private static final Instant MORNING = at(8);
    private static final Plan NOW = new Plan(null, null);

    private final Revision first = revision(1);
    private final Revision second = revision(2);
    private final Timeline timeline = new Timeline(List.of(first, second), NOON);

    @Nested
    class Refuses {

        @Test
        void an_end_before_the_beginning() {
            assertEquals("invalid", refusal(() -> timeline.publish(second, new Plan(TWO, ONE))));
        }

        @Test
        void an_end_at_the_beginning() {
            assertEquals("invalid", refusal(() -> timeline.publish(second, new Plan(ONE, ONE))));
        }

        @Test
        void an_end_before_the_beginning_of_what_is_live() {
            second.live(NOON, null);
            assertEquals(
                    "invalid", refusal(() -> timeline.publish(second, new Plan(null, MORNING))));
        }

        @Test
        void a_beginning_that_takes_from_a_revision_all_the_time_it_had() {
            first.live(MORNING, null);
            assertEquals(
                    "timeline-conflict",
                    refusal(() -> timeline.publish(second, new Plan(MORNING, null))));
        }

        @Test
        void a_withdrawal_in_the_past() {
            first.live(MORNING, null);
            assertEquals("timeline-conflict", refusal(() -> timeline.withdraw(at(11))));
        }

        private static String refusal(Executable act) {
            return assertThrows(ProblemException.class, act).problem().code();
        }
    }

    @Nested
    class Publishing {

        @Test
        void now_ends_what_is_live() {
            first.live(MORNING, null);
            timeline.publish(second, NOW);
            assertRange(first, MORNING, NOON);
            assertRange(second, NOON, null);
        }

        @Test
        void later_ends_what_is_live_later() {
            first.live(MORNING, null);
            timeline.publish(second, new Plan(ONE, TWO));
            assertRange(first, MORNING, ONE);
            assertRange(second, ONE, TWO);
        }

        @Test
        void later_leaves_alone_what_ends_before() {
            first.live(MORNING, ONE);
            timeline.publish(second, new Plan(TWO, null));
            assertRange(first, MORNING, ONE);
        }

        @Test
        void in_the_past_ends_what_was_live_then() {
            first.live(MORNING, null);
            timeline.publish(second, new Plan(at(9), null));
            assertRange(first, MORNING, at(9));
        }

        @Test
        void now_takes_the_place_of_a_plan() {
            first.live(ONE, null);
            timeline.publish(second, NOW);
            assertNeverLive(first);
            assertRange(second, NOON, null);
        }

        @Test
        void after_a_plan_takes_its_place_all_the_same() {
            first.live(ONE, null);
            timeline.publish(second, new Plan(TWO, null));
            assertNeverLive(first);
        }

        @Test
        void moves_its_own_plan() {
            first.live(MORNING, null);
            first.endAt(ONE);
            second.live(ONE, null);
            timeline.publish(second, new Plan(TWO, null));
            assertRange(first, MORNING, TWO);
            assertRange(second, TWO, null);
        }

        @Test
        void moves_its_own_plan_behind_an_end_that_was_agreed() {
            first.live(MORNING, TWO);
            first.endAt(ONE);
            second.live(ONE, null);
            timeline.publish(second, new Plan(at(20), null));
            assertRange(first, MORNING, TWO);
            assertRange(second, at(20), null);
        }

        @Test
        void what_is_live_does_not_begin_at_another_time() {
            second.live(MORNING, null);
            assertThrows(
                    ProblemException.class, () -> timeline.publish(second, new Plan(TWO, null)));
            assertRange(second, MORNING, null);
        }

        @Test
        void what_begins_at_this_very_instant_changes_its_end_alone() {
            second.live(NOON, null);
            timeline.publish(second, new Plan(null, ONE));
            assertRange(second, NOON, ONE);
        }

        @Test
        void what_is_live_without_an_end_takes_its_end_away() {
            second.live(MORNING, ONE);
            timeline.publish(second, NOW);
            assertRange(second, MORNING, null);
        }
    }

    @Nested
    class Withdrawing {

        @Test
        void now_ends_what_is_live_and_what_is_planned() {
            first.live(MORNING, ONE);
            second.live(ONE, null);
            timeline.withdraw(NOON);
            assertRange(first, MORNING, NOON);
            assertNeverLive(second);
        }

        @Test
        void what_begins_at_this_very_instant_leaves_nothing_of_it() {
            first.live(NOON, null);
            timeline.withdraw(NOON);
            assertNeverLive(first);
        }

        @Test
        void later_ends_what_is_planned_before() {
            first.live(MORNING, ONE);
            second.live(ONE, null);
            timeline.withdraw(TWO);
            assertRange(first, MORNING, ONE);
            assertRange(second, ONE, TWO);
        }

        @Test
        void later_than_it_would_end_anyway_changes_nothing() {
            first.live(MORNING, ONE);
            timeline.withdraw(TWO);
            assertRange(first, MORNING, ONE);
        }

        @Test
        void leaves_the_past_alone() {
            first.live(MORNING, at(9));
            timeline.withdraw(NOON);
            assertRange(first, MORNING, at(9));
        }
    }

    @Test
    void is_published_since_its_first_range_whichever_revision_had_it() {
        first.live(at(9), at(10));
        second.live(ONE, null);
        assertEquals(at(9), timeline.publishedAt());
    }

    @Test
    void is_not_published_without_a_range() {
        assertNull(timeline.publishedAt());
    }

    private static Instant at(int hour) {
        return Instant.parse("2026-11-24T%02d:00:00Z".formatted(hour));
    }

    private static void assertRange(Revision revision, Instant from, Instant until) {
        assertEquals(from, revision.liveFrom);
        assertEquals(until, revision.liveUntil);
    }

    private static void assertNeverLive(Revision revision) {
        assertRange(revision, null, null);
    }

    private static Revision revision(int number) {
        var article = new Story(ArticleKind.ARTICLE, UUID.randomUUID(), "a-night", MORNING);
        var content =
                Content.COMPONENTS.make(
                        Map.of(
                                "title",
                                "A night",
                                "body",
                                "Text",
                                "bodyFormat",
                                BodyFormat.MARKDOWN));

        return new Revision(
                article, number, content, TermIds.NONE, new Save(null, null, MORNING, null));
    }
}
