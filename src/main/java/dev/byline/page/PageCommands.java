package dev.byline.page;

import static dev.byline.page.PageKind.PAGE;

import dev.byline.answer.Answers;
import dev.byline.http.Addresses;
import dev.byline.http.Representation;
import dev.byline.identity.Caller;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.Writes;
import dev.byline.story.Editing;
import dev.byline.story.HeldStories;
import dev.byline.story.HeldStory;
import dev.byline.story.StoryView;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/// Writes pages, in the transaction that the endpoint began, and answers with the whole of one as
/// it is then.
@Singleton
class PageCommands {
    private final Pages pages;
    private final Placing placing;
    private final HeldStories stories;
    private final Editing editing;
    private final Writes writes;
    private final Answers answers;
    private final SecurityIdentity identity;

    PageCommands(
            Pages pages,
            Placing placing,
            HeldStories stories,
            Editing editing,
            Writes writes,
            Answers answers,
            SecurityIdentity identity) {
        this.pages = pages;
        this.placing = placing;
        this.stories = stories;
        this.editing = editing;
        this.writes = writes;
        this.answers = answers;
        this.identity = identity;
    }

    RestResponse<byte[]> create(UUID id, PageInput input) {
        var held = editing.create(PAGE, id, input, Editing.Terms.NONE);
        placing.add(held, input);
        return answers.created(
                settled(held), held.story.version, Addresses.of(PAGE.plural(), held.story.id));
    }

    RestResponse<byte[]> write(HeldStory held, Placement before, PageInput input) {
        editing.write(held, input, Editing.Terms.NONE);
        placing.move(held, before, input);
        return changed(held);
    }

    RestResponse<byte[]> changed(HeldStory held) {
        return answers.changed(settled(held), held.story.version);
    }

    /// Its tag is that of a read: the warnings are beside what it tags.
    private Representation settled(HeldStory held) {
        var fields = PageFields.ofOne(Caller.of(identity), null);
        var batch = writes.batch();
        stories.settle(held, batch);
        var viewpoint = Viewpoint.afterWrite(PAGE, held.now());
        var asked = pages.ask(batch, held.story.id, viewpoint, fields);
        batch.run();
        var seen = asked.first().orElseThrow();
        var view = seen.view();
        var warned = seen.with(held.report());
        return new Representation(
                fields.of(view), () -> fields.with(StoryView.OF_ANSWERS).of(warned));
    }
}
