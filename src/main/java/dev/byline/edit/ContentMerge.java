package dev.byline.edit;

import static dev.byline.http.FaultCode.TOO_LONG;
import static dev.byline.http.FaultCode.TOO_MANY_ITEMS;
import static dev.byline.revision.StoryInput.LONGEST_BODY;
import static dev.byline.revision.StoryInput.MOST_TERMS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.body.BodyFormat;
import dev.byline.diff.ListMerge;
import dev.byline.diff.Paragraphs.Markup;
import dev.byline.diff.TextMerge;
import dev.byline.http.EditConflict;
import dev.byline.http.FaultCode;
import dev.byline.http.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What two edits of one text come to together: each field as one of them changed it, the body
/// paragraph by paragraph, authors and tags by what was put in and taken out.
public final class ContentMerge {
    private final Map<String, Object> base;
    private final Map<String, Object> theirs;
    private final Map<String, Object> yours;
    private final ObjectMapper mapper;
    private final Map<String, Object> merged = new LinkedHashMap<>();
    private final List<EditConflict> conflicts = new ArrayList<>();

    private ContentMerge(Said base, Said theirs, Said yours, ObjectMapper mapper) {
        this.base = base.values();
        this.theirs = theirs.values();
        this.yours = yours.values();
        this.mapper = mapper;
    }

    public static ContentMerge of(Said base, Said theirs, Said yours, ObjectMapper mapper) {
        var merge = new ContentMerge(base, theirs, yours, mapper);
        merge.base.keySet().forEach(merge::add);
        return merge;
    }

    public List<EditConflict> conflicts() {
        return conflicts;
    }

    /// What they come to, or 409 with each place that both changed. 422 where that is more than may
    /// be written.
    public Said orConflict() {
        if (!conflicts.isEmpty()) {
            throw ProblemException.conflict(conflicts);
        }
        var said = Said.of(merged);
        mustFit(Said.BODY, length(said.content().body()), LONGEST_BODY, TOO_LONG);
        mustFit(Said.AUTHORS, said.terms().authors().size(), MOST_TERMS, TOO_MANY_ITEMS);
        mustFit(Said.TAGS, said.terms().tags().size(), MOST_TERMS, TOO_MANY_ITEMS);
        return said;
    }

    /// What one of them wrote alone was held to its rules.
    private void mustFit(String field, int size, int most, FaultCode fault) {
        if (size > most
                && !merged.get(field).equals(theirs.get(field))
                && !merged.get(field).equals(yours.get(field))) {
            throw ProblemException.invalid(
                    "/" + field,
                    fault,
                    "would have %d, and %d at most, with what was saved since"
                            .formatted(size, most));
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private void add(String field) {
        switch (field) {
            case Said.BODY -> addBody();
            case Said.AUTHORS, Said.TAGS -> addList(field);
            default -> addWhole(field);
        }
    }

    private void addWhole(String field) {
        if (isChanged(theirs, field) && isChanged(yours, field) && !isAgreed(field)) {
            conflict(field);
        } else {
            merged.put(field, (isChanged(yours, field) ? yours : theirs).get(field));
        }
    }

    /// A text that one of them wrote for another format is no paragraph of the other's.
    private void addBody() {
        if (!isChanged(theirs, Said.BODY_FORMAT) && !isChanged(yours, Said.BODY_FORMAT)) {
            addParagraphs();
        } else if (isBodyChanged(theirs)
                && isBodyChanged(yours)
                && !(isAgreed(Said.BODY) && isAgreed(Said.BODY_FORMAT))) {
            conflict(Said.BODY);
        } else {
            merged.put(Said.BODY, (isBodyChanged(yours) ? yours : theirs).get(Said.BODY));
        }
    }

    private boolean isBodyChanged(Map<String, Object> side) {
        return isChanged(side, Said.BODY) || isChanged(side, Said.BODY_FORMAT);
    }

    private void addParagraphs() {
        var merge =
                TextMerge.of(
                        (String) base.get(Said.BODY),
                        (String) theirs.get(Said.BODY),
                        (String) yours.get(Said.BODY),
                        markup());
        merged.put(Said.BODY, merge.text());
        merge.conflicts()
                .forEach(
                        one ->
                                conflicts.add(
                                        new EditConflict(
                                                Said.BODY,
                                                one.position(),
                                                one.base(),
                                                one.theirs(),
                                                one.yours())));
    }

    private Markup markup() {
        return base.get(Said.BODY_FORMAT) == BodyFormat.HTML ? Markup.HTML : Markup.MARKDOWN;
    }

    private void addList(String field) {
        ListMerge.of(list(base, field), list(theirs, field), list(yours, field))
                .ifPresentOrElse(list -> merged.put(field, list), () -> conflict(field));
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Map<String, Object> side, String field) {
        return (List<Object>) side.get(field);
    }

    private boolean isChanged(Map<String, Object> side, String field) {
        return !Objects.equals(base.get(field), side.get(field));
    }

    private boolean isAgreed(String field) {
        return Objects.equals(theirs.get(field), yours.get(field));
    }

    private void conflict(String field) {
        conflicts.add(
                new EditConflict(
                        field,
                        null,
                        text(base.get(field)),
                        text(theirs.get(field)),
                        text(yours.get(field))));
    }

    private String text(Object value) {
        return text(mapper.<JsonNode>valueToTree(value));
    }

    /// As a conflict tells it.
    public static String text(JsonNode json) {
        return json.isNull() ? null : json.isTextual() ? json.asText() : json.toString();
    }
}
