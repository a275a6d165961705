package dev.byline.reading;

import static dev.byline.http.ProblemType.UNKNOWN_FIELD;

import dev.byline.author.AuthorView;
import dev.byline.identity.Audience;
import dev.byline.identity.Caller;
import dev.byline.list.FieldNames;
import dev.byline.list.Fields;
import dev.byline.property.Properties;
import dev.byline.property.Selection;
import dev.byline.sql.Cost;
import dev.byline.sql.Reads;
import dev.byline.story.StoryView;
import dev.byline.tag.TagView;
import dev.byline.term.TermLookup;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// What of an article a response shows: what the caller may see, of that what was asked for,
/// and whether authors and tags are shown whole. What `include` names is shown in any case.
///
/// @param glance the same without the long texts
/// @param named whether a query yields the names of authors and tags with their ids
public record ArticleFields(Fields shown, Fields glance, Set<String> included, boolean named) {
    /// What `fields` cannot ask for of one article, and of those of a list.
    public static final String NOT_OF_ONE = "highlights";

    public static final String NOT_OF_ITEM = "previous,next,related";

    private static final FieldNames STANDARD = ArticleView.PROPERTIES.standard();
    private static final FieldNames ONE = ArticleView.PROPERTIES.fieldNames().without(NOT_OF_ONE);
    private static final FieldNames ITEM = ArticleView.PROPERTIES.fieldNames().without(NOT_OF_ITEM);
    private static final List<String> BODY = List.of("body", "bodyHtml");
    private static final List<String> TEXTS = ArticleView.PROPERTIES.onRequest();
    private static final Map<List<String>, Selection<ArticleView>> SELECTIONS =
            new ConcurrentHashMap<>();
    private static final String WHOLE =
            """
            (select coalesce(json_agg(%1$s order by j.position), '[]') from revision_%2$s j
            join %2$s x on x.id = j.%2$s_id where j.revision_id = r.id and %3$s)""";
    private static final String IDS =
            """
            array(select j.%_id from revision_% j where j.revision_id = r.id order by j.position)""";
    private static final String REFERENCE =
            "json_build_object('id', x.id, 'slug', x.slug, 'name', x.name, 'internal', x.internal)";
    private static final List<String> HIGHLIGHTS = List.of("highlights");
    private static final List<String> BESIDE = List.of("previous", "next", "related");
    private static final List<String> RELATIONS = List.of("authors", "tags");

    /// What those get who ask for nothing else. [Fields] find out once where their properties are.
    private static final Map<Usual, ArticleFields> USUAL = new ConcurrentHashMap<>();

    private record Usual(boolean seesDrafts, boolean isItem, boolean found) {}

    public static ArticleFields ofOne(Caller caller, String fields, String include) {
        return fields == null && include == null
                ? USUAL.computeIfAbsent(
                        new Usual(caller.seesDrafts(), false, false), _ -> one(caller, null, null))
                : one(caller, fields, include);
    }

    private static ArticleFields one(Caller caller, String fields, String include) {
        var shown = Fields.of(fields, join(STANDARD.of(caller), BODY), ONE, caller);
        return of(shown, Fields.includes(include, join(RELATIONS, BESIDE)));
    }

    /// @param found whether the items are hits of a search, and show where
    public static ArticleFields ofItem(
            Caller caller, String fields, String include, boolean found) {
        return fields == null && include == null
                ? USUAL.computeIfAbsent(
                        new Usual(caller.seesDrafts(), true, found),
                        _ -> item(caller, null, null, found))
                : item(caller, fields, include, found);
    }

    private static ArticleFields item(Caller caller, String fields, String include, boolean found) {
        var standard = STANDARD.of(caller);
        var shown = Fields.of(fields, found ? join(standard, HIGHLIGHTS) : standard, ITEM, caller);
        if (!found && shown.has("highlights")) {
            throw UNKNOWN_FIELD.because(
                    "fields names highlights, which only a search has: send q.");
        }
        return of(shown, Fields.includes(include, RELATIONS));
    }

    private static ArticleFields of(Fields shown, Set<String> included) {
        return of(shown.with(included), included, false);
    }

    private static ArticleFields of(Fields shown, Set<String> included, boolean named) {
        return new ArticleFields(shown, shown.without(TEXTS), included, named);
    }

    private static List<String> join(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /// Whether other articles are shown beside it.
    public boolean hasNeighbours() {
        return BESIDE.stream().anyMatch(shown::has);
    }

    boolean hasHighlights() {
        return shown.has("highlights");
    }

    public ArticleFields withoutBodies() {
        return new ArticleFields(glance, glance, included, named);
    }

    /// The long texts that were asked for.
    Selection<ArticleView> texts() {
        var asked = TEXTS.stream().filter(shown::has).toList();
        return SELECTIONS.computeIfAbsent(asked, _ -> ArticleView.PROPERTIES.requested(shown));
    }

    /// Of a list: the long texts of a hundred articles take as long as a search.
    Cost cost() {
        return texts().isEmpty() ? Cost.LOW : Cost.SEARCH;
    }

    /// For the answer to a write.
    public ArticleFields ofAnswer() {
        return of(shown.with(StoryView.OF_ANSWERS), included, named);
    }

    /// For an answer to an editor that is read in one statement.
    ArticleFields withNames() {
        return new ArticleFields(shown, glance, included, true);
    }

    /// SQL for authors and tags in their order, whole as JSON or as ids, or null where nobody asked
    /// for them, and for what the long texts that were asked for weigh, in bytes.
    String columns(boolean seesDrafts) {
        return related("authors", "author", AuthorView.PROPERTIES, seesDrafts)
                + " as authors, "
                + related("tags", "tag", TagView.PROPERTIES, seesDrafts)
                + " as tags, "
                + texts().bytes().text()
                + " as weight";
    }

    private String related(String name, String noun, Properties<?> properties, boolean seesDrafts) {
        if (included.contains(name)) {
            var whole =
                    properties.json(
                            (seesDrafts ? Audience.NEWSROOM : Audience.EVERYONE).andEveryone());
            return WHOLE.formatted(whole.text(), noun, TermLookup.visible("x", seesDrafts));
        }
        if (!shown.has(name)) {
            return "null::uuid[]";
        }
        return named ? WHOLE.formatted(REFERENCE, noun, "true") : IDS.replace("%", noun);
    }

    List<?> authors(Reads reads, ResultSet row) throws SQLException {
        return things(reads, row, "authors", AuthorView[].class);
    }

    List<?> tags(Reads reads, ResultSet row) throws SQLException {
        return things(reads, row, "tags", TagView[].class);
    }

    private List<?> things(Reads reads, ResultSet row, String name, Class<? extends Object[]> whole)
            throws SQLException {
        if (included.contains(name)) {
            return List.of(reads.json(row, name, whole));
        }
        return named && shown.has(name)
                ? List.of(reads.json(row, name, Reference[].class))
                : Reads.ids(row, name);
    }

    public Object of(ArticleView view) {
        return shown.of(view);
    }
}
