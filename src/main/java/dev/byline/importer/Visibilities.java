package dev.byline.importer;

import dev.byline.importer.folder.FieldKind;
import dev.byline.importer.folder.Location;
import dev.byline.importer.folder.PublicationDate;
import dev.byline.importer.folder.Sections;
import dev.byline.importer.folder.ShortcodeScanner;
import dev.byline.importer.folder.SourceFile;
import dev.byline.importer.folder.Visibility;
import dev.byline.importer.folder.Visibility.Bound;
import dev.byline.importer.folder.VisibilityReader;
import dev.byline.importer.report.Refusal;
import dev.byline.importer.report.Remark;
import dev.byline.importer.report.Report;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds out what may keep a text from readers: its fields, its body, its name and its folders;
/// and reports it, so that nobody has to guess why a text is a draft.
final class Visibilities {
    private static final Pattern LIQUID = Pattern.compile("(?<!\\{)\\{%-?\\s*(\\w+)[^\\n]*");
    private static final Pattern HIDING_SHORTCODE = Pattern.compile("(?i)comment|if|else|unless");

    /// From `<!--members-only-->` on Ghost shows a text to members alone; `[private]…[/private]`
    /// and `::: private` are likewise what plug-ins hide.
    private static final Pattern MARK =
            Pattern.compile(
                    "<!--([^\\n]{1,100}?)-->|\\[/([\\w-]{1,40})]|(?m:^)[ \\t]*:::+[ \\t]*\\{?[.\\s]*([\\w-]{1,40})");

    private final Settings settings;
    private final Sections sections;
    private final Report report;

    Visibilities(Settings settings, Sections sections, Report report) {
        this.settings = settings;
        this.sections = sections;
        this.report = report;
    }

    /// When readers get an article; null for never, which makes it a draft.
    ///
    /// @param date what the article says of itself
    ArticleDraft.Publication publication(SourceFile file, PublicationDate date) {
        var place = new Visibility(Location.limits(file.path()), List.of(), List.of());
        var visibility = said(file).and(place).and(inBody(file)).checked();
        if (visibility.isDraft()) {
            reportLimits(file, visibility.limits());
            return null;
        }
        var begin = visibility.begin();
        var end = visibility.end();
        var now = Instant.now();
        if (end != null && !end.isAfter(now)) {
            report.remark(Remark.ENDED, file.path(), plan(visibility));
        } else if (begin.isAfter(date.instant()) || begin.isAfter(now) || end != null) {
            report.remark(Remark.PLANNED, file.path(), plan(visibility));
        }
        return new ArticleDraft.Publication(begin, end);
    }

    /// Refuses an author or a topic that is not for everybody at once: Byline shows all of them.
    void mustBePublic(SourceFile file) throws Refusal {
        var visibility = said(file);
        var now = Instant.now();
        var ahead = visibility.from().stream().filter(bound -> bound.instant().isAfter(now));
        var bounds = Stream.concat(ahead, visibility.until().stream()).map(Bound::said);
        var limits = Stream.concat(visibility.limits().stream(), bounds).toList();
        if (limits.isEmpty()) return;
        reportLimits(file, limits);
        throw new Refusal("not for all readers, and Byline shows every author and topic");
    }

    private void reportLimits(SourceFile file, List<String> limits) {
        limits.forEach(limit -> report.remark(Remark.HIDDEN, file.path(), limit));
    }

    private Visibility said(SourceFile file) {
        var own = VisibilityReader.read(file.frontMatter(), settings.ignored());
        var all = own.and(again(file)).and(sections.of(file.path()));
        for (var bound : all.from()) offset(file, bound);
        for (var bound : all.until()) offset(file, bound);
        return settings.buildExpired() ? withoutPastEnds(file, all) : all;
    }

    /// What a second front matter says, below the first, that an editor or a conversion left.
    private Visibility again(SourceFile file) {
        try {
            var below = SourceFile.parse(file.path(), file.body()).frontMatter();
            return VisibilityReader.readSection(below, settings.ignored());
        } catch (Refusal _) {
            return Visibility.PUBLIC;
        }
    }

    private void offset(SourceFile file, Bound bound) {
        if (bound.date().hasOffset()) return;
        report.remark(Remark.OFFSET, file.path(), bound.instant().toString());
    }

    private Visibility withoutPastEnds(SourceFile file, Visibility visibility) {
        var now = Instant.now();
        visibility.until().stream()
                .filter(bound -> !bound.instant().isAfter(now))
                .forEach(bound -> report.remark(Remark.EXPIRED, file.path(), bound.said()));
        return visibility.withoutPastEnds(now);
    }

    private static String plan(Visibility visibility) {
        return Stream.concat(visibility.from().stream(), visibility.until().stream())
                .map(Bound::said)
                .collect(Collectors.joining(", "));
    }

    /// Liquid, and some shortcodes, decide who sees a passage.
    private static Visibility inBody(SourceFile file) {
        var liquid = LIQUID.matcher(file.body());
        if (liquid.find())
            return Visibility.limited("in its text, not understood: " + liquid.group());
        var mark = MARK.matcher(file.body()).results().filter(Visibilities::isLimit).findFirst();
        if (mark.isPresent()) return Visibility.limited("in its text: " + mark.get().group());
        return ShortcodeScanner.scan(file.body()).stream()
                .filter(code -> isHiding(code.name()))
                .findFirst()
                .map(code -> Visibility.limited("in its text: " + code.source()))
                .orElse(Visibility.PUBLIC);
    }

    private static boolean isLimit(MatchResult mark) {
        return Stream.of(1, 2, 3)
                .map(mark::group)
                .filter(Objects::nonNull)
                .anyMatch(words -> FieldKind.isLimit(words) || FieldKind.isLimited(words));
    }

    private static boolean isHiding(String shortcode) {
        return HIDING_SHORTCODE.matcher(shortcode).matches() || FieldKind.isLimit(shortcode);
    }
}
