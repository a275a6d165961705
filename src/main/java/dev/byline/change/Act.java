package dev.byline.change;

import java.util.List;
import java.util.Locale;

/// Something that can be done to things of one kind. Each room declares its own beside the thing,
/// as an enum, so that the log has no act that nobody declared.
public interface Act {
    /// The kind of things, such as `article`.
    String subject();

    /// What is done to one, as an enum names its constants: `FORMER_SLUGS_ADDED`.
    String name();

    /// As the log has it: `article.former-slugs-added`.
    default String text() {
        return subject() + "." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The properties that are others after it, by the names of the API, beside those that a new
    /// revision has.
    default List<String> properties() {
        return List.of();
    }
}
