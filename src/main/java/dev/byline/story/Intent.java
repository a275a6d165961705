package dev.byline.story;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.revision.Revision;
import dev.byline.revision.StoryInput;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/// What a request would make of a story, whichever revision it began from.
///
/// @param named the properties that it names
/// @param present what the story says now, as an input
/// @param on what it makes of a revision
/// @param terms whom an input names
public record Intent<I extends StoryInput>(
        Set<String> named, I present, Function<Revision, I> on, Function<I, Editing.Terms> terms) {

    /// Of a merge patch.
    public static <I extends StoryInput> Intent<I> patch(
            JsonNode patch, I present, Function<Revision, I> on, Function<I, Editing.Terms> terms) {
        var named = new HashSet<String>();
        patch.fieldNames().forEachRemaining(named::add);
        return new Intent<>(named, present, on, terms);
    }

    /// Of one that says all of it.
    ///
    /// @param named those of them that no revision keeps
    public static <I extends StoryInput> Intent<I> replace(
            I input, Set<String> named, I present, Function<I, Editing.Terms> terms) {
        return new Intent<>(named, present, _ -> input, terms);
    }
}
