package dev.byline.page;

import dev.byline.change.Act;
import java.util.List;

/// What is done to pages alone, as the change log tells it.
enum PageAct implements Act {
    /// To another place in menus.
    MOVED;

    @Override
    public String subject() {
        return PageKind.PAGE.noun();
    }

    @Override
    public List<String> properties() {
        return List.of("parent", "position");
    }
}
