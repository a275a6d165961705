package dev.byline.review;

import dev.byline.edit.SavedBy;
import dev.byline.identity.Audience;
import dev.byline.list.Listing;
import dev.byline.property.Selection;
import dev.byline.revision.Save;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/// Every query about reviews.
@Singleton
class Reviews {
    static final Selection<ReviewItem> ITEMS =
            ReviewItem.PROPERTIES.select(Audience.NEWSROOM.andEveryone());

    private static final String ITEM =
            """
            article a join revision r on r.article_id = a.id and r.number = a.newest_revision
                cross join lateral (%s) s
            """;

    private static final String ADD =
            """
            insert into review (id, article_id, revision, state, note, account_id, at)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String HISTORY =
            """
            select v.revision, v.state, v.note, v.at, v.account_id, s.name
            from review v left join account s on s.id = v.account_id
            where v.article_id = ? and v.revision <= ? order by v.at desc, v.id desc limit 100
            """;

    private static final String LAST =
            """
            select v.state = ? and v.note is not distinct from ? as is_same from review v
            where v.article_id = ? and v.revision = ? and v.account_id = ? order by v.at desc, v.id desc limit 1
            """;

    private final Reads reads;
    private final Approvals approvals;

    Reviews(Reads reads, Approvals approvals) {
        this.reads = reads;
        this.approvals = approvals;
    }

    /// Of the articles whose newest revision somebody said something of.
    Listing list() {
        var sum = approvals.sum("a.id", "a.newest_revision");
        return Listing.of(ITEMS.sql(), Sql.of(ITEM.formatted(sum)))
                .and("a.id in (select article_id from review)")
                .and("a.trashed_at is null");
    }

    boolean hasRevision(UUID article, int revision) {
        return reads.first(
                        Sql.of(
                                "select 1 from revision where article_id = ? and number = ?",
                                article,
                                revision),
                        _ -> true)
                .isPresent();
    }

    int newest(UUID article) {
        return reads.first(
                        Sql.of("select newest_revision from article where id = ?", article),
                        row -> row.getInt(1))
                .orElseThrow();
    }

    /// Whether that was the last that the account said of it.
    boolean isSaid(UUID article, int revision, ReviewInput input, UUID account) {
        return reads.first(
                        Sql.of(LAST, input.state(), input.note(), article, revision, account),
                        row -> row.getBoolean("is_same"))
                .orElse(false);
    }

    static Sql add(UUID article, int revision, ReviewState state, Save said) {
        return Sql.of(
                ADD,
                UuidVersion7Strategy.INSTANCE.generateUuid(null),
                article,
                revision,
                state,
                said.note(),
                said.by(),
                said.at());
    }

    ReviewView view(UUID article, int revision) {
        var sum =
                reads.first(
                        approvals.of(article, revision),
                        row ->
                                new ReviewView(
                                        revision,
                                        ReviewState.valueOf(row.getString("state")),
                                        row.getInt("approvals"),
                                        approvals.needed(),
                                        null));
        return new ReviewView(
                revision,
                sum.map(ReviewView::state).orElse(null),
                sum.map(ReviewView::approvals).orElse(0),
                approvals.needed(),
                history(article, revision));
    }

    /// What was said of this revision and those before it.
    private List<ReviewView.Said> history(UUID article, int revision) {
        return reads.all(
                Sql.of(HISTORY, article, revision),
                row ->
                        new ReviewView.Said(
                                row.getInt("revision"),
                                ReviewState.valueOf(row.getString("state")),
                                row.getString("note"),
                                SavedBy.of(Reads.id(row, "account_id"), row.getString("name")),
                                Reads.instant(row, "at")));
    }

    /// The state of this name.
    static Optional<ReviewState> state(String text) {
        return Arrays.stream(ReviewState.values())
                .filter(state -> state.text().equals(text))
                .findFirst();
    }
}
