package dev.byline.revision;

import static dev.byline.http.ProblemType.INVALID_TOKEN;
import static dev.byline.http.ProblemType.IN_USE;
import static dev.byline.http.ProblemType.TIMELINE_CONFLICT;

import dev.byline.body.BodyWarning;
import dev.byline.body.Rendering;
import dev.byline.sql.ConstraintProblem;
import dev.byline.text.Collation;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Transient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeRegistration;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.type.descriptor.jdbc.TimestampUtcAsOffsetDateTimeJdbcType;

/// What one save left of a story. Its content never changes afterwards; what does is the
/// span of time in which readers get it: from `liveFrom`, up to but without `liveUntil`, or
/// never while `liveFrom` is null. An autosave gives way to the next one, under its number.
/// [StoryRows] writes it.
///
/// Instants of all entities go to the database as they are: as `java.sql.Timestamp`, those before
/// 1582-10-15 would be dates of the Julian calendar.
@ConstraintProblem(
        constraint = "revision_one_live_at_a_time",
        type = TIMELINE_CONFLICT,
        detail = "Two revisions would be live at once.")
@ConstraintProblem(
        constraint = {"revision_author_exists", "revision_tag_exists"},
        type = IN_USE,
        detail = "It came into use, or was deleted, at the same moment.")
@ConstraintProblem(
        constraint = "revision_saved_by_fkey",
        type = INVALID_TOKEN,
        detail = "The account was deleted at the same moment.")
@Entity
@Immutable
@JdbcTypeRegistration(TimestampUtcAsOffsetDateTimeJdbcType.class)
public class Revision extends PanacheEntityBase {
    /// For how long a revision takes in autosaves.
    private static final Duration AUTOSAVES = Duration.ofMinutes(10);

    @Id UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "article_id", updatable = false)
    Story story;

    public int number;
    @Embedded public Content content;

    /// By which its title is sorted.
    @Column(updatable = false)
    byte[] sortKey;

    @ElementCollection
    @OrderColumn(name = "position")
    @CollectionTable(name = "revision_author", joinColumns = @JoinColumn(name = "revision_id"))
    @Column(name = "author_id")
    public List<UUID> authors;

    @ElementCollection
    @OrderColumn(name = "position")
    @CollectionTable(name = "revision_tag", joinColumns = @JoinColumn(name = "revision_id"))
    @Column(name = "tag_id")
    public List<UUID> tags;

    public String note;

    public Instant savedAt;
    public UUID savedBy;

    /// The account's name, or null where it was deleted since.
    @Formula("(select saver.name from account saver where saver.id = saved_by)")
    public String savedByName;

    int renderingVersion;
    public String bodyHtml;
    String bodyText;
    public int wordCount;
    public Instant liveFrom;
    public Instant liveUntil;

    /// The end it has by itself, which a plan for a later revision may come before.
    Instant agreedUntil;

    /// The version of the story with which it came, or null for what an older release saved.
    Integer sinceVersion;

    /// Since when it takes in autosaves, or null where it does not.
    Instant autosaveSince;

    /// Of which it is a copy, or null.
    @Transient UUID source;

    @Transient private List<BodyWarning> warnings;

    protected Revision() {}

    public Revision(Story story, int number, Content content, TermIds terms, Save save) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.story = story;
        this.number = number;
        this.content = content;
        this.sortKey = Collation.ofSite().key(content.title());
        this.authors = new ArrayList<>(terms.authors());
        this.tags = new ArrayList<>(terms.tags());
        this.note = save.note();
        this.savedAt = save.at();
        this.savedBy = save.by();
        this.savedByName = save.name();
        render();
    }

    /// A new one that says the same as one that readers had, of whose rows its own are copied.
    public static Revision copy(Revision source, Story story, int number, Save save) {
        var revision = new Revision();
        revision.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        revision.story = story;
        revision.number = number;
        revision.complete(source);
        revision.note = save.note();
        revision.savedAt = save.at();
        revision.savedBy = save.by();
        revision.savedByName = save.name();
        revision.source = source.id;
        return revision;
    }

    /// In the place of an autosave, with what the next one says.
    public static Revision instead(Revision former, Content content, TermIds terms, Save save) {
        var revision = new Revision(former.story, former.number, content, terms, save);
        revision.note = save.note() == null ? former.note : save.note();
        revision.sinceVersion = former.sinceVersion;
        revision.autosaveSince = former.autosaveSince;
        return revision;
    }

    /// It takes in autosaves, from now on if it did not.
    public void beginAutosaves() {
        autosaveSince = autosaveSince == null ? savedAt : autosaveSince;
    }

    /// It stays as it is.
    public void endAutosaves() {
        autosaveSince = null;
    }

    public boolean isAutosave() {
        return autosaveSince != null;
    }

    /// Whether an autosave of this account goes into it, as far as that is known here.
    public boolean takesAutosaves(UUID account, Instant now) {
        return autosaveSince != null
                && liveFrom == null
                && account.equals(savedBy)
                && now.isBefore(autosaveSince.plus(AUTOSAVES));
    }

    public boolean isCopy() {
        return source != null;
    }

    public UUID id() {
        return id;
    }

    private void render() {
        var rendering = rendering();
        this.renderingVersion = Rendering.VERSION;
        this.bodyHtml = rendering.html();
        this.bodyText = rendering.text();
        this.wordCount = rendering.words();
        this.warnings = rendering.warnings();
    }

    /// What of the body its rendering took out or changed.
    public List<BodyWarning> warnings() {
        return warnings == null ? rendering().warnings() : warnings;
    }

    private Rendering rendering() {
        return Rendering.of(content.body(), content.bodyFormat());
    }

    public TermIds terms() {
        return new TermIds(List.copyOf(authors), List.copyOf(tags));
    }

    /// What it says, and who saved it, where its place on the timeline alone was loaded.
    ///
    /// @param whole the same revision
    public void complete(Revision whole) {
        this.content = whole.content;
        this.authors = whole.authors;
        this.tags = whole.tags;
        this.note = whole.note;
        this.savedBy = whole.savedBy;
        this.savedByName = whole.savedByName;
    }

    /// Whether a save of these would leave the same.
    public boolean says(Content content, TermIds terms) {
        return this.content.equals(content) && terms().equals(terms);
    }

    boolean isLive(Instant now) {
        return hasBegun(now) && !hasEnded(now);
    }

    boolean hasBegun(Instant now) {
        return liveFrom != null && !liveFrom.isAfter(now);
    }

    public boolean isPlanned(Instant now) {
        return liveFrom != null && liveFrom.isAfter(now);
    }

    public boolean hasEnded(Instant now) {
        return liveUntil != null && !liveUntil.isAfter(now);
    }

    void live(Instant from, Instant until) {
        live(from, until, until);
    }

    void live(Instant from, Instant until, Instant agreed) {
        this.liveFrom = from;
        this.liveUntil = until;
        this.agreedUntil = agreed;
    }

    void withdrawAt(Instant at) {
        endAt(at);
        this.agreedUntil = liveUntil;
    }

    /// Ends at that instant; what would not have begun by then never begins.
    void endAt(Instant at) {
        if (liveFrom.isBefore(at)) {
            this.liveUntil = at;
        } else {
            neverLive();
        }
    }

    void neverLive() {
        live(null, null);
    }

    public Place place() {
        return new Place(number, liveFrom, liveUntil, agreedUntil);
    }

    public boolean hasRange(Plan plan) {
        return Objects.equals(plan.from(), liveFrom) && Objects.equals(plan.until(), liveUntil);
    }

    boolean endsAt(Instant at) {
        return Objects.equals(liveUntil, at);
    }
}
