package dev.byline.page;

import dev.byline.change.Act;

/// What is done to pages alone, as the change log tells it.
enum PageAct implements Act {
    /// To another place in menus.
    MOVED;

    @Override
    public String subject() {
        return PageKind.PAGE.noun();
    }
}
