package dev.byline.importer.body;

import dev.byline.importer.body.Meaning.Unknown;
import dev.byline.importer.folder.Shortcode;
import dev.byline.importer.folder.ShortcodeScanner;
import dev.byline.importer.folder.SourceFile;
import dev.byline.importer.report.Refusal;
import dev.byline.importer.report.Remark;
import dev.byline.importer.report.Report;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Turns a file's body into one that is whole without Hugo. All but the shortcodes and the ids of
/// headings stays as it is, to the character, and each replacement is reported with its line.
public final class Body {
    private static final Pattern HEADING_ID =
            Pattern.compile("(?m)[ \\t]+\\{#([A-Za-z][A-Za-z0-9_:.-]*)}[ \\t]*(?=\\r?$)");
    private static final int LONGEST_SHOWN = 160;

    /// @param shortcode null for the id of a heading
    private record Piece(Marks.Span span, String source, Shortcode shortcode, String id) {}

    private final SourceFile file;
    private final Vocabulary vocabulary;
    private final Report report;
    private final List<Piece> pieces;
    private final Marks marks;
    private final Map<Integer, Place> places;

    private Body(SourceFile file, Vocabulary vocabulary, Report report) throws Refusal {
        this.file = file;
        this.vocabulary = vocabulary;
        this.report = report;
        this.pieces = pieces(file.body());
        this.marks = Marks.of(file.body(), pieces.stream().map(Piece::span).toList());
        this.places = Places.of(marks);
    }

    public static String of(SourceFile file, Vocabulary vocabulary, Report report) throws Refusal {
        if (!file.body().contains("{{") && !file.body().contains("{#")) return file.body();
        return new Body(file, vocabulary, report).rewritten();
    }

    private static List<Piece> pieces(String body) {
        var pieces = new ArrayList<Piece>();
        for (var shortcode : ShortcodeScanner.scan(body)) {
            var span = new Marks.Span(shortcode.start(), shortcode.end());
            pieces.add(new Piece(span, shortcode.source(), shortcode, null));
        }
        HEADING_ID
                .matcher(body)
                .results()
                .map(id -> new Marks.Span(id.start(), id.end()))
                .filter(span -> pieces.stream().noneMatch(piece -> overlap(piece.span(), span)))
                .toList()
                .forEach(span -> pieces.add(headingId(span, body)));
        pieces.sort(Comparator.comparingInt(piece -> piece.span().start()));
        return pieces;
    }

    private static boolean overlap(Marks.Span one, Marks.Span other) {
        return one.start() < other.end() && other.start() < one.end();
    }

    private static Piece headingId(Marks.Span span, String body) {
        var source = body.substring(span.start(), span.end());
        var id = source.substring(source.indexOf('#') + 1, source.indexOf('}'));
        return new Piece(span, source, null, id);
    }

    private String rewritten() {
        var replacer = new Replacer(marks.text(), new Edits());
        var paired = paired();
        for (int number = 0; number < pieces.size(); number++) {
            replace(number, replacer, paired);
        }
        return replacer.result();
    }

    private void replace(int number, Replacer replacer, Set<Integer> paired) {
        var piece = pieces.get(number);
        var place = places.getOrDefault(number, Place.of(Place.Kind.LITERAL));
        if (piece.shortcode() == null) {
            replaceId(piece, place, marks.mark(number), replacer);
        } else {
            var unpaired = Vocabulary.isPaired(piece.shortcode()) && !paired.contains(number);
            var meaning =
                    unpaired
                            ? new Unknown(Remark.SHORTCODE_SHOWN)
                            : vocabulary.of(piece.shortcode());
            replaceShortcode(piece, place, marks.mark(number), meaning, replacer);
        }
    }

    private void replaceId(Piece piece, Place place, String mark, Replacer replacer) {
        if (place.kind() != Place.Kind.HEADING) {
            replacer.put(mark, piece.source());
            return;
        }
        replacer.put(mark, " <a id=\"" + piece.id() + "\"></a>");
        remark(Remark.HEADING, piece, "#" + piece.id());
    }

    private void replaceShortcode(
            Piece piece, Place place, String mark, Meaning meaning, Replacer replacer) {
        if (replacer.replace(mark, place, meaning)) {
            var address = meaning.address() == null ? "" : " → " + meaning.address();
            var isReference = piece.shortcode().name().endsWith("ref");
            var remark = isReference ? Remark.REFERENCE : Remark.SHORTCODE;
            remark(remark, piece, piece.source() + address);
            return;
        }
        var shown = replacer.show(mark, place, piece.source());
        var why = meaning instanceof Unknown(var reason) ? reason : Remark.SHORTCODE_SHOWN;
        remark(place.kind() == Place.Kind.LITERAL ? Remark.LITERAL : why, piece, shown);
    }

    /// The numbers of the opening and closing shortcodes that belong together and stand where a
    /// block may begin and end.
    private Set<Integer> paired() {
        var paired = new HashSet<Integer>();
        var open = new ArrayDeque<Integer>();
        for (int number = 0; number < pieces.size(); number++) {
            var shortcode = pieces.get(number).shortcode();
            if (shortcode == null || !Vocabulary.isPaired(shortcode)) continue;
            if (!shortcode.closing()) {
                open.push(number);
            } else if (!open.isEmpty() && nameOf(open.peek()).equals(shortcode.name())) {
                int opening = open.pop();
                if (isText(opening) && isText(number)) paired.addAll(List.of(opening, number));
            }
        }
        return paired;
    }

    private String nameOf(int number) {
        return pieces.get(number).shortcode().name();
    }

    private boolean isText(int number) {
        var place = places.get(number);
        return place != null
                && (place.kind() == Place.Kind.PARAGRAPH || place.kind() == Place.Kind.TEXT);
    }

    private void remark(Remark remark, Piece piece, String what) {
        var line = file.lineOf(piece.span().start());
        var shown = what.strip().replaceAll("\\s+", " ");
        report.remark(remark, file.path(), "line " + line + ": " + shortened(shown));
    }

    private static String shortened(String text) {
        if (text.length() <= 2 * LONGEST_SHOWN) return text;
        return text.substring(0, LONGEST_SHOWN)
                + " … "
                + text.substring(text.length() - LONGEST_SHOWN);
    }
}
