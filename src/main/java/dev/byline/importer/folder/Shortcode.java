package dev.byline.importer.folder;

import java.util.List;
import java.util.Map;

/// A Hugo shortcode: `{{< name "argument" key="value" >}}`, or the closing `{{< /name >}}` of a
/// pair.
///
/// @param source the shortcode as it is written
/// @param start where in the text it begins
public record Shortcode(
        String name,
        boolean closing,
        List<String> arguments,
        Map<String, String> named,
        String source,
        int start) {

    public int end() {
        return start + source.length();
    }

    /// The first argument, or null.
    public String argument() {
        return arguments.isEmpty() ? null : arguments.getFirst();
    }

    /// The plain text of a parameter, free of Markdown's escapes and HTML's entities; null
    /// where it is absent or empty.
    public String plain(String key) {
        var value = named.get(key);
        if (value == null || value.isBlank()) return null;
        return StrippedMarkup.withoutEntities(StrippedMarkup.withoutEscapes(value)).strip();
    }
}
