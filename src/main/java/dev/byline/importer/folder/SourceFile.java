package dev.byline.importer.folder;

import dev.byline.importer.report.Refusal;
import java.util.regex.Pattern;

/// A Markdown file as it lies in the folder: its front matter, and its body to the character.
///
/// @param path relative to the folder, with `/`
/// @param bodyLine the line of the file on which the body begins, counted from 1
/// @param led whether anything was passed over before the front matter
public record SourceFile(
        String path, FrontMatter frontMatter, String body, int bodyLine, boolean led) {
    private static final Pattern FENCE =
            Pattern.compile("(?<![^\\r\\n])---[ \\t]*(?:\\r\\n?|\\n|\\z)");
    private static final Pattern LEAD = Pattern.compile("\\A[\\uFEFF\\s]*+");

    private static final Pattern EXTENSION = Pattern.compile("(?i)\\.(md|markdown)$");
    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|\\r|\\n");

    public static SourceFile parse(String path, String text) throws Refusal {
        var lead = LEAD.matcher(text);
        int begin = lead.lookingAt() ? lead.end() : 0;
        var fence = FENCE.matcher(text).region(begin, text.length());
        if (!fence.lookingAt()) {
            throw new Refusal("no front matter: the file does not begin with a line ---");
        }
        int yaml = fence.end();
        fence.region(yaml, text.length());
        if (!fence.find()) {
            throw new Refusal("front matter has no end: there is no second line ---");
        }
        return new SourceFile(
                path,
                FrontMatter.parse(text.substring(yaml, fence.start())),
                text.substring(fence.end()),
                1 + lineBreaks(text.substring(0, fence.end())),
                begin > 0);
    }

    /// The file's name without folder and extension; of the `index.md` of a page bundle, that of
    /// its folder.
    public String stem() {
        var name = path.substring(path.lastIndexOf('/') + 1);
        var stem = EXTENSION.matcher(name).replaceFirst("");
        return stem.equalsIgnoreCase("index") ? parent() : stem;
    }

    /// The name of the folder that the file lies in.
    public String parent() {
        var folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        return folder.substring(folder.lastIndexOf('/') + 1);
    }

    /// The line of the file that a place in its body is on.
    public int lineOf(int index) {
        return bodyLine + lineBreaks(body.substring(0, index));
    }

    private static int lineBreaks(String text) {
        return (int) LINE_BREAK.matcher(text).results().count();
    }
}
