package dev.byline.story;

import dev.byline.revision.Revision;
import dev.byline.revision.Story;
import dev.byline.revision.StoryKind;
import dev.byline.revision.StoryLookup;
import dev.byline.revision.Viewpoint;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/// Stories and revisions as entities, for what only reads them whole: the history and the
/// timeline. What changes them holds them, see [HeldStories].
@Singleton
public class StoryEntities {
    private final Session session;
    private final StoryLookup stories;

    StoryEntities(Session session, StoryLookup stories) {
        this.session = session;
        this.stories = stories;
    }

    /// The one of this id or slug, for editors also what is not published.
    public Story visible(StoryKind kind, String reference) {
        return session.find(Story.class, stories.visibleId(Viewpoint.editor(kind), reference));
    }

    /// The revisions that the timeline is about.
    List<Revision> timeline(Story story) {
        return session.createSelectionQuery(
                        "from Revision r where r.story = :story and r.liveFrom is not null",
                        Revision.class)
                .setParameter("story", story)
                .getResultList();
    }

    public Optional<Revision> revision(UUID story, int number) {
        return session.createSelectionQuery(
                        "from Revision r where r.story.id = :story and r.number = :number",
                        Revision.class)
                .setParameter("story", story)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }
}
