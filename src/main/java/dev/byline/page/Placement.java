package dev.byline.page;

import java.util.UUID;

/// Where a page stands in menus.
///
/// @param parent null at the top
record Placement(UUID parent, int position) {
    static final Placement TOP = new Placement(null, 0);
}
