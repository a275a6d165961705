package dev.byline.history;

import static dev.byline.http.ProblemType.INVALID_PARAMETER;
import static dev.byline.http.ProblemType.NOT_FOUND;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.answer.Answers;
import dev.byline.http.MediaTypes;
import dev.byline.reading.Reference;
import dev.byline.revision.Revision;
import dev.byline.revision.Story;
import dev.byline.revision.StoryKind;
import dev.byline.revision.StoryLookup;
import dev.byline.revision.Viewpoint;
import dev.byline.story.StoryEntities;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/// What the endpoints of every kind of stories answer that compares the revisions of one.
@Singleton
public class HistoryEndpoint {
    private final StoryEntities entities;
    private final StoryLookup lookup;
    private final Bodies bodies;
    private final Answers answers;
    private final ObjectMapper mapper;

    HistoryEndpoint(
            StoryEntities entities,
            StoryLookup lookup,
            Bodies bodies,
            Answers answers,
            ObjectMapper mapper) {
        this.entities = entities;
        this.lookup = lookup;
        this.bodies = bodies;
        this.answers = answers;
        this.mapper = mapper;
    }

    /// In the transaction that the endpoint began.
    ///
    /// @param against the number of another revision; null for the one before
    /// @param lists the authors and tags of a revision, of kinds that have them
    public RestResponse<byte[]> diff(
            StoryKind kind,
            String reference,
            String number,
            String against,
            Function<Revision, Map<String, List<Reference>>> lists) {
        var story = entities.visible(kind, reference);
        var after =
                number(number)
                        .flatMap(one -> entities.revision(story.id, one))
                        .orElseThrow(() -> notFound(kind));
        var before =
                other(kind, story, after, against)
                        .map(revision -> Written.of(revision, lists.apply(revision), mapper))
                        .orElse(null);
        var written = Written.of(after, lists.apply(after), mapper);
        var diff =
                answers.isIn(MediaTypes.DIFF)
                        ? UnifiedDiff.of(before, written)
                        : RevisionDiff.of(before, written);
        return answers.one(diff, story.version);
    }

    private Optional<Revision> other(StoryKind kind, Story story, Revision after, String against) {
        if (against == null) {
            return entities.revision(story.id, after.number - 1);
        }
        var other = entities.revision(story.id, parameter("against", against));
        return Optional.of(other.orElseThrow(() -> notFound(kind)));
    }

    /// @param number of the revision; null for the newest
    public RestResponse<byte[]> blame(StoryKind kind, String reference, String number) {
        var revision = number == null ? null : parameter("revision", number);
        return answers.one(
                bodies.blame(kind, lookup.visibleId(Viewpoint.editor(kind), reference), revision),
                null);
    }

    private static int parameter(String name, String text) {
        return number(text)
                .orElseThrow(
                        () -> INVALID_PARAMETER.because(name + " must be a number from 1 on."));
    }

    private static Optional<Integer> number(String text) {
        return Optional.of(text)
                .filter(digits -> digits.matches("[1-9][0-9]{0,8}"))
                .map(Integer::parseInt);
    }

    private static RuntimeException notFound(StoryKind kind) {
        return NOT_FOUND.because("The %s has no revision of this number.".formatted(kind));
    }
}
