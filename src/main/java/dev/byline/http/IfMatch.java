package dev.byline.http;

import static dev.byline.http.ProblemType.*;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The condition under which a thing may be changed (RFC 9110, 13.1.1).
///
/// An entity tag of Byline's is `"version.digest"`: the digest is of the bytes that were sent,
/// the version counts the writes. `If-Match` compares the versions alone, so that a comment or
/// an author's new name, which change the bytes but not what is edited, do not refuse an edit;
/// and so the tag of any representation (`fields`, `include`) will do.
public final class IfMatch {
    private static final Pattern TAG = Pattern.compile("\\s*(W/)?\"([^\"]*)\"\\s*(?:,|$)");
    private static final IfMatch ANY = new IfMatch("*");

    private final String header;

    private IfMatch(String header) {
        this.header = header;
    }

    /// 428 where the header is missing.
    public static IfMatch required(String header) {
        if (header == null) {
            throw PRECONDITION_REQUIRED.because(
                    "Send If-Match with the ETag that you read, or If-Match: * to overwrite.");
        }
        return parse(header);
    }

    /// Anything goes where the header is missing.
    public static IfMatch optional(String header) {
        return header == null ? ANY : parse(header);
    }

    /// 412 unless the thing, at this version, is one that the header names.
    public void check(int version) {
        if (!allows(version)) {
            throw stale(version, "", null);
        }
    }

    /// 412 that tells more.
    ///
    /// @param more sentences, each behind a blank
    public static ProblemException stale(int version, String more, ChangedSince since) {
        return ProblemException.changed(
                "It is at version %d now; If-Match names another.".formatted(version) + more,
                "\"" + version + "\"",
                since);
    }

    /// 412 unless what is about to be read has one of the tags that the header names.
    ///
    /// @param header null where anything goes
    public static void checkRead(String header, String tag) {
        if (header != null && !EntityTags.containsStrong(parse(header).header, tag)) {
            throw ProblemException.changed(
                    "It is another version now than If-Match names.", '"' + tag + '"');
        }
    }

    /// 412 for a thing that does not exist, where the header demands that it does.
    public static void checkAbsent(String header) {
        if (header != null) {
            throw PRECONDITION_FAILED.because(
                    "If-Match names a version, but there is nothing here.");
        }
    }

    public boolean allows(int version) {
        return header.equals("*") || versions().anyMatch(named -> named == version);
    }

    /// The latest version that it names; none where it is `*`.
    public OptionalInt version() {
        return versions().filter(named -> named >= 0).max();
    }

    private IntStream versions() {
        return TAG.matcher(header)
                .results()
                .filter(tag -> tag.group(1) == null)
                .mapToInt(tag -> version(tag.group(2)));
    }

    private static int version(String tag) {
        var digits = tag.indexOf('.') < 0 ? tag : tag.substring(0, tag.indexOf('.'));
        return Optional.of(digits)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(-1);
    }

    private static IfMatch parse(String header) {
        var trimmed = header.strip();
        if (!trimmed.equals("*") && !isList(trimmed)) {
            throw INVALID_PARAMETER.because(
                    "If-Match must be * or entity tags in double quotes, such as \"3.k2x9\".");
        }
        return new IfMatch(trimmed);
    }

    /// Of tags, beside which empty elements may stand (RFC 9110, 5.6.1).
    private static boolean isList(String header) {
        var rest = TAG.matcher(header).replaceAll("");
        return rest.length() < header.length()
                && rest.chars().allMatch(c -> c == ',' || Character.isWhitespace(c));
    }
}
