package dev.byline.http;

/// The tags of `If-None-Match` and, of what is read, of `If-Match` (RFC 9110, 13.1).
public final class EntityTags {
    private EntityTags() {}

    /// Whether one of them is this tag, in whatever coding. Compared weakly, as 13.1.2 asks: a
    /// proxy that compresses weakens the tag.
    public static boolean contains(String header, String tag) {
        return contains(header, tag, true);
    }

    /// Whether one of them is this tag, in whatever coding, and not weak (13.1.1).
    public static boolean containsStrong(String header, String tag) {
        return contains(header, tag, false);
    }

    private static boolean contains(String header, String tag, boolean weakly) {
        if (header.strip().equals("*")) {
            return true;
        }
        var from = 0;
        while (true) {
            var begin = header.indexOf('"', from);
            var end = begin < 0 ? -1 : header.indexOf('"', begin + 1);
            if (end < 0) {
                return false;
            }
            if ((weakly || !isWeak(header, begin)) && isSame(header, begin + 1, end, tag)) {
                return true;
            }
            from = end + 1;
        }
    }

    private static boolean isWeak(String header, int begin) {
        return header.startsWith("W/", begin - 2);
    }

    private static boolean isSame(String header, int begin, int end, String tag) {
        var rest = end - begin - tag.length();
        return rest >= 0
                && header.startsWith(tag, begin)
                && (rest == 0 || isCoding(header.substring(end - rest, end)));
    }

    private static boolean isCoding(String suffix) {
        return suffix.equals("-gzip") || suffix.equals("-br");
    }
}
