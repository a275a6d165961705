package dev.byline.review;

import dev.byline.identity.Audience;
import dev.byline.list.Listing;
import dev.byline.list.Order;
import dev.byline.list.Paging;
import dev.byline.list.Slice;
import dev.byline.property.Selection;
import dev.byline.property.ViewBuilder;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every query for what is shown of notes, each with its place in the newest revision.
@Singleton
class Notes {
    private static final Selection<NoteView> ALL =
            NoteView.PROPERTIES.select(Audience.NEWSROOM.andEveryone());

    private static final String TEXTS =
            "select r.number, %s from revision r where r.article_id = ? and r.number = any (?::integer[])"
                    .formatted(NotedTexts.COLUMNS);

    private final Reads reads;

    Notes(Reads reads) {
        this.reads = reads;
    }

    /// A note, and where what it is about stood.
    private record Row(
            ViewBuilder<NoteView> builder, int revision, NoteField field, Passage passage) {}

    static Listing list(UUID article) {
        var columns = ALL.sql().then(", n.field, n.begins, n.ends");
        return Listing.of(columns, Sql.of(NoteView.ROWS)).and("n.article_id = ?", article);
    }

    Slice<NoteView> page(UUID article, Listing list, Order order, Paging paging) {
        return reads.together(
                () -> {
                    var page = list.page(reads, order, paging, row());
                    var texts = texts(article, page.data());
                    return page.map(row -> view(row, texts));
                });
    }

    Optional<NoteView> read(UUID article, UUID id) {
        return list(article)
                .and("n.id = ?", id)
                .single(reads, row())
                .map(row -> view(row, texts(article, List.of(row))));
    }

    private Reads.Row<Row> row() {
        var builder = ALL.builder(reads);
        return row -> {
            var field = row.getString("field");
            return new Row(
                    builder.of(row),
                    row.getInt("revision"),
                    field == null ? null : NoteField.valueOf(field),
                    new Passage(row.getInt("begins"), row.getInt("ends")));
        };
    }

    /// What the revisions say that these are about and, under the greatest number, the newest.
    private Map<Integer, NotedTexts> texts(UUID article, List<Row> rows) {
        var numbers =
                rows.stream()
                        .filter(row -> row.field != null)
                        .map(Row::revision)
                        .distinct()
                        .toList();
        return numbers.isEmpty()
                ? Map.of()
                : texts(article, Stream.concat(numbers.stream(), newest(article)));
    }

    private Stream<Integer> newest(UUID article) {
        return reads
                .first(
                        Sql.of("select newest_revision from article where id = ?", article),
                        row -> row.getInt(1))
                .stream();
    }

    Map<Integer, NotedTexts> texts(UUID article, Stream<Integer> numbers) {
        var asked = numbers.map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        var texts = new HashMap<Integer, NotedTexts>();
        reads.all(
                        Sql.of(TEXTS, article, asked),
                        row -> Map.entry(row.getInt("number"), NotedTexts.of(row)))
                .forEach(one -> texts.put(one.getKey(), one.getValue()));
        return texts;
    }

    private static NoteView view(Row row, Map<Integer, NotedTexts> texts) {
        var place = row.field == null ? Optional.<NotePlace>empty() : place(row, texts);
        return row.builder
                .set("place", place.orElse(null))
                .set("lost", row.field != null && place.isEmpty())
                .build();
    }

    private static Optional<NotePlace> place(Row row, Map<Integer, NotedTexts> texts) {
        var before = texts.get(row.revision);
        var newest = texts.get(texts.keySet().stream().max(Integer::compareTo).orElseThrow());
        return row.passage
                .in(before.of(row.field), newest.of(row.field), before.markup())
                .map(found -> new NotePlace(row.field, found.start(), found.end()));
    }
}
