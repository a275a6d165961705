package dev.byline.story;

import dev.byline.change.Change;
import dev.byline.edit.Said;
import dev.byline.identity.Caller;
import dev.byline.revision.Content;
import dev.byline.revision.Place;
import dev.byline.revision.Plan;
import dev.byline.revision.Revision;
import dev.byline.revision.Save;
import dev.byline.revision.Story;
import dev.byline.revision.StoryKind;
import dev.byline.revision.TermIds;
import dev.byline.revision.Timeline;
import dev.byline.sql.Moment;
import dev.byline.sql.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// A story as a command holds it: locked, with the revisions of its timeline, the newest and
/// the instant of the command. Its methods change it in memory alone; [HeldStories#settle] writes
/// the [StoryDifference].
public final class HeldStory {
    public final Story story;
    public final StoryKind kind;
    final Moment moment;
    final EditOrigin origin = new EditOrigin();

    private final List<Revision> revisions;
    private final StoryState before;
    private List<String> addedSlugs = List.of();
    private final List<Revision> added = new ArrayList<>();
    private final List<Revision> saved = new ArrayList<>();
    private boolean isWithdrawn;
    private Revision removed;
    private Revision kept;
    private final List<Further> further = new ArrayList<>();

    HeldStory(StoryKind kind, Story story, List<Revision> revisions, Moment moment) {
        this.kind = kind;
        this.story = story;
        this.revisions = new ArrayList<>(revisions);
        this.moment = moment;
        this.before = StoryState.of(story, revisions);
    }

    /// One that is not there yet, and has nothing to say before the first [#save].
    static HeldStory created(StoryKind kind, UUID id, String slug, Moment moment) {
        return new HeldStory(kind, new Story(kind, id, slug, moment.now()), List.of(), moment);
    }

    boolean isNew() {
        return before.newest() == 0;
    }

    boolean isInTrash() {
        return story.trashedAt != null;
    }

    public Instant now() {
        return moment.now();
    }

    public Revision newest() {
        return revisions.getLast();
    }

    /// The revision from which the command began.
    Revision base() {
        return origin.base().orElseGet(this::newest);
    }

    /// What the answer to the command tells beside the story, by the names of a [StoryView].
    public Map<String, Object> report() {
        var report = new HashMap<String, Object>();
        report.put("warnings", newest().warnings());
        report.put("merged", origin.merged());
        report.put("published", origin.published());
        return report;
    }

    /// The revision in whose place another came.
    Optional<Revision> removed() {
        return Optional.ofNullable(removed);
    }

    /// The autosave that was saved on purpose now, as it is.
    Optional<Revision> kept() {
        return Optional.ofNullable(kept);
    }

    /// Whether readers get something of it, were it not in the trash.
    public boolean isLive() {
        return live().isPresent();
    }

    Optional<Revision> live() {
        return Optional.ofNullable(timeline().at(now()));
    }

    /// What comes after what readers get: a plan, and the newest, each if it is another.
    List<Revision> waiting() {
        return revisions.stream()
                .filter(one -> one.isPlanned(now()) || one == newest())
                .filter(one -> one != timeline().at(now()))
                .toList();
    }

    /// Whether saves that readers never got were there before the command.
    boolean hasUnfinished() {
        return lastShown() < before.newest();
    }

    /// The number of the last revision that readers got; 0 for none.
    int lastShown() {
        return revisions.stream()
                .filter(one -> one.liveFrom != null && !one.isPlanned(now()))
                .mapToInt(one -> one.number)
                .max()
                .orElse(0);
    }

    /// The number of the newest revision before the command.
    int newestBefore() {
        return before.newest();
    }

    List<Revision> revisions() {
        return revisions;
    }

    /// Saves this content in a new revision, unless the newest says the same, and with the same
    /// note or without need of one.
    void save(Content content, TermIds terms, Save save) {
        if (isNew() || !newest().says(content, terms) || save.isNoted(newest().note)) {
            saved.add(
                    origin.takesAutosave()
                            ? instead(content, terms, save)
                            : add(content, terms, save));
            if (origin.isAutosave()) {
                newest().beginAutosaves();
            }
        } else if (!origin.isAutosave() && newest().isAutosave()) {
            newest().endAutosaves();
            kept = newest();
        }
    }

    /// In the place of the newest, which nobody was shown.
    private Revision instead(Content content, TermIds terms, Save save) {
        removed = newest();
        var revision = Revision.instead(removed, content, terms, save);
        revisions.set(revisions.size() - 1, revision);
        added.add(revision);
        return revision;
    }

    private Revision add(Content content, TermIds terms, Save save) {
        story.newestRevision += 1;
        return add(new Revision(story, story.newestRevision, content, terms, save));
    }

    private Revision add(Revision revision) {
        added.add(revision);
        revisions.add(revision);
        return revision;
    }

    /// @param slug null keeps the one it has
    void rename(String slug) {
        if (slug != null) {
            story.slug = slug;
        }
    }

    public void openComments(boolean open) {
        story.commentsOpen = open;
    }

    /// Changes what a kind has besides, or what names the story, in a row of its own.
    ///
    /// @param change that tells of it; a new one tells no more than that it is there
    public void further(Change change, Sql row) {
        further.add(new Further(change, row));
    }

    record Further(Change change, Sql row) {}

    Stream<Further> further() {
        return further.stream();
    }

    /// @param slugs those that it did not have before
    void addFormerSlugs(List<String> slugs) {
        addedSlugs = slugs;
    }

    /// Nothing happens where it is there already.
    void trash(UUID by) {
        if (story.trashedAt == null) {
            story.trashedAt = now();
            story.trashedBy = by;
        }
    }

    void takeOutOfTrash() {
        story.trashedAt = null;
        story.trashedBy = null;
    }

    /// Publishes a revision: the newest, or another whose content was loaded. One has one live
    /// range: what was withdrawn comes back as a new revision that says the same.
    ///
    /// @param by whose revision that is
    /// @return the one that has its place on the timeline now
    Revision publish(Revision revision, Plan plan, Caller by) {
        story.mustNotBeInTrash();
        if (revision.hasEnded(now()) && revision.hasRange(plan)) {
            return revision;
        }
        var published = revision.hasEnded(now()) ? again(revision, by) : revision;
        timeline().publish(published, plan);
        story.publishedAt = timeline().publishedAt();
        isWithdrawn = false;
        return published;
    }

    /// A new revision that says the same. A draft that waits stays the newest, as one that says
    /// the same as it did.
    private Revision again(Revision ended, Caller by) {
        var newest = newest();
        story.newestRevision += 1;
        var save = Save.of(by, now(), ended.note);
        var again = add(Revision.copy(ended, story, story.newestRevision, save));
        if (newest.liveFrom == null) {
            saved.add(add(newest.content, newest.terms(), again(newest)));
        }
        return again;
    }

    /// Publishes a correction of what readers get, until that would have ended. What waits behind
    /// it waits on, merged with it, as the save of whoever saved it.
    ///
    /// @param merged of each that waits, what it says with the correction
    /// @return the numbers of what came in the place of what was live and of what waited, by theirs
    Map<Integer, Integer> correct(Said correction, List<Said> merged, Save save) {
        var waiting = waiting();
        var corrected = add(correction.content(), correction.terms(), save);
        saved.add(corrected);
        timeline().correct(base(), corrected);
        var successors = new HashMap<>(Map.of(base().number, corrected.number));
        for (var place = 0; place < waiting.size(); place++) {
            var one = waiting.get(place);
            var said = merged.get(place);
            successors.put(one.number, corrected.number);
            if (one.isPlanned(now()) || !said.equals(correction)) {
                var next = add(said.content(), said.terms(), again(one));
                saved.add(next);
                successors.put(one.number, next.number);
                if (one.isPlanned(now())) {
                    timeline().replan(one, next);
                }
            }
        }
        story.publishedAt = timeline().publishedAt();
        return successors;
    }

    /// The same save once more.
    private Save again(Revision revision) {
        return new Save(revision.savedBy, revision.savedByName, now(), revision.note);
    }

    /// Takes back what a command planned: see [Timeline#takeBack].
    public void takeBack(List<Place> before, List<Place> after) {
        timeline().takeBack(before, after);
        story.publishedAt = timeline().publishedAt();
        isWithdrawn = true;
    }

    /// @param at null for now
    public void withdraw(Instant at) {
        story.mustNotBeInTrash();
        timeline().withdraw(at == null ? now() : at);
        story.publishedAt = timeline().publishedAt();
        isWithdrawn = true;
    }

    /// Whether readers have had this revision.
    boolean hasBegun(Revision revision) {
        return revision.liveFrom != null && !revision.liveFrom.isAfter(now());
    }

    /// The number of the revision that readers get at an instant, unless it is in the trash.
    public Optional<Integer> liveAt(Instant instant) {
        return Optional.ofNullable(timeline().at(instant)).map(revision -> revision.number);
    }

    /// Where each of its revisions stands on the timeline, as far as they were loaded.
    public List<Place> places() {
        return revisions.stream().map(Revision::place).toList();
    }

    /// Likewise of one.
    public Place place(int number) {
        return revision(number).orElseThrow().place();
    }

    /// Of those that were loaded.
    Optional<Revision> revision(int number) {
        return revisions.stream().filter(one -> one.number == number).findFirst();
    }

    private Timeline timeline() {
        return new Timeline(revisions, now());
    }

    boolean isRenamed() {
        return !story.slug.equals(before.slug());
    }

    boolean isWithdrawn() {
        return isWithdrawn;
    }

    /// With the version that it left of the story, unless it tells of something else.
    Change versioned(Change change) {
        return change.subjectId().equals(story.id) ? change.leaving(story.version) : change;
    }

    /// What was done to it since it is held.
    StoryDifference difference() {
        return new StoryDifference(this, before, StoryState.of(story, revisions));
    }

    List<String> addedSlugs() {
        return addedSlugs;
    }

    /// The revisions that this command made.
    List<Revision> added() {
        return added;
    }

    /// The revisions that the log tells of as saves: not what a place on the timeline alone made.
    List<Revision> saved() {
        return saved;
    }
}
