package dev.byline.importer;

import dev.byline.importer.folder.FieldKind;
import dev.byline.importer.folder.SourceFile;
import dev.byline.importer.folder.StrippedMarkup;
import dev.byline.importer.report.Refusal;
import dev.byline.importer.report.Remark;
import dev.byline.importer.report.Report;
import dev.byline.text.Slugs;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads the fields of one file and remembers which, so that those nobody asked for can be
/// reported.
final class FrontMatterFields {
    private final SourceFile file;
    private final Report report;
    private final Set<String> read = new HashSet<>();

    FrontMatterFields(SourceFile file, Report report) {
        this.file = file;
        this.report = report;
    }

    String text(String name) throws Refusal {
        read.add(name);
        return file.frontMatter().text(name);
    }

    /// The field as plain text, its entities decoded.
    String plain(String name) throws Refusal {
        var text = text(name);
        if (text == null) return null;
        var plain = StrippedMarkup.withoutEntities(text);
        if (!plain.equals(text)) remark(Remark.ENTITIES, name + ": " + plain);
        return plain;
    }

    List<String> texts(String name) throws Refusal {
        read.add(name);
        return file.frontMatter().texts(name);
    }

    boolean has(String name) {
        return file.frontMatter().names().contains(name);
    }

    void remark(Remark remark, String detail) {
        report.remark(remark, file.path(), detail);
    }

    /// The slug in the front matter, else the fallback's, in Byline's form.
    String slug(String fallback) throws Refusal {
        var given = text("slug");
        var text = given == null ? fallback : given;
        var slug = Slugs.isValid(text) ? text : Slugs.from(percentDecoded(text));
        if (slug.isEmpty()) throw new Refusal("no slug can be made of " + text);
        if (given == null) remark(Remark.SLUG, "from the file's name: " + slug);
        else if (!slug.equals(given)) remark(Remark.SLUG, given + " → " + slug);
        return slug;
    }

    private static String percentDecoded(String text) {
        if (!text.contains("%")) return text;
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    void reportTheRest() {
        file.frontMatter().repeated().forEach(name -> remark(Remark.FIELD_TWICE, name));
        if (file.led()) remark(Remark.LEAD, "the front matter begins further down");
        file.frontMatter().names().stream()
                .filter(name -> !read.contains(name) && !isAboutReaders(name))
                .forEach(name -> remark(Remark.FIELD, file.frontMatter().describe(name)));
    }

    /// Told apart, by what it comes to.
    private static boolean isAboutReaders(String name) {
        return switch (FieldKind.of(name)) {
            case BARS, LIMITS, OPENS, STATE, FROM, UNTIL, CASCADE -> true;
            case ROUTE, HARMLESS, UNKNOWN -> false;
        };
    }
}
