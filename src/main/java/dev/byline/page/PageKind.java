package dev.byline.page;

import dev.byline.change.Act;
import dev.byline.identity.Permission;
import dev.byline.revision.StoryAct;
import dev.byline.revision.StoryKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Pages: stories that stand by themselves, such as an imprint. Nobody comments on them.
final class PageKind extends StoryKind {
    static final StoryKind PAGE = new PageKind();

    private PageKind() {
        super("page", Set.of(), Permission.PAGES_WRITE, Permission.PAGES_WRITE);
    }

    @Override
    protected List<Act> further() {
        return List.of(PageAct.values());
    }

    @Override
    public List<Act> acts() {
        return Stream.of(StoryAct.values())
                .filter(act -> !act.name().startsWith("COMMENTS_"))
                .map(act -> act.of(this))
                .toList();
    }
}
