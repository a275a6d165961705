package dev.byline.importer;

import dev.byline.importer.folder.SourceFile;
import dev.byline.importer.folder.StrippedMarkup;
import dev.byline.importer.report.Refusal;
import dev.byline.importer.report.Remark;
import dev.byline.importer.report.Report;
import dev.byline.text.Slugs;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes authors and tags of the files that describe them.
final class Profiles {
    private static final Pattern GITHUB_ACCOUNT = Pattern.compile("[A-Za-z0-9-]{1,39}");
    private static final String GITHUB = "https://github.com/";

    private final Report report;
    private final Visibilities visibilities;

    Profiles(Report report, Visibilities visibilities) {
        this.report = report;
        this.visibilities = visibilities;
    }

    AuthorDraft author(SourceFile file) throws Refusal {
        visibilities.mustBePublic(file);
        var fields = new FrontMatterFields(file, report);
        var slug = slug(fields, file);
        var name = name(fields);
        var account = gitHubAccount(fields);
        var author =
                new AuthorDraft(
                        slug,
                        name,
                        biography(fields),
                        picture(fields, account),
                        account == null
                                ? List.of()
                                : List.of(new AuthorDraft.Link("GitHub", GITHUB + account)));
        fields.reportTheRest();
        return author;
    }

    TagDraft topic(SourceFile file) throws Refusal {
        visibilities.mustBePublic(file);
        var fields = new FrontMatterFields(file, report);
        var slug = slug(fields, file);
        var name = fields.plain("title");
        var summary = fields.plain("summary");
        var description = summary == null ? fields.plain("deck") : summary;
        fields.reportTheRest();
        return new TagDraft(slug, name == null ? file.parent() : name, description);
    }

    /// The folder's name is what articles call an author or a topic by, so it is the slug where
    /// the file gives none.
    private static String slug(FrontMatterFields fields, SourceFile file) throws Refusal {
        var given = fields.has("slug");
        var folder = file.parent();
        if (!given && Slugs.isValid(folder)) {
            fields.text("slug");
            return folder;
        }
        return given ? fields.slug(folder) : fields.slug(FolderTerms.slugOf(folder));
    }

    private static String name(FrontMatterFields fields) throws Refusal {
        var name = fields.plain("display_name");
        var parts =
                Stream.of(fields.text("first_name"), fields.text("last_name"))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "));
        if (name == null && parts.isEmpty()) throw new Refusal("front matter has no display_name");
        if (name == null) return parts;
        var said = StrippedMarkup.withoutEntities(parts);
        if (!parts.isEmpty() && !said.equals(name)) {
            fields.remark(Remark.FIELD, "first_name and last_name: " + said);
        }
        return name;
    }

    private static String biography(FrontMatterFields fields) throws Refusal {
        var parts = new ArrayList<String>();
        if (fields.has("bio")) parts.add(fields.plain("bio"));
        var agency = fields.has("agency_full_name") ? "agency_full_name" : "agency";
        if (fields.has(agency)) {
            parts.add(fields.plain(agency));
            fields.remark(Remark.PROFILE, "biography: " + parts.getLast());
        }
        return parts.isEmpty() ? null : String.join("\n\n", parts);
    }

    private static String gitHubAccount(FrontMatterFields fields) throws Refusal {
        if (!fields.has("github")) return null;
        var account = fields.text("github").strip().replaceFirst("^(https://github\\.com/|@)", "");
        if (!GITHUB_ACCOUNT.matcher(account).matches()) {
            fields.remark(Remark.FIELD, "github: " + account);
            return null;
        }
        fields.remark(Remark.PROFILE, "link: " + GITHUB + account);
        return account;
    }

    /// Where a profile names GitHub as the source of its photo, GitHub serves it under the
    /// account's name.
    private static String picture(FrontMatterFields fields, String account) throws Refusal {
        String picture = null;
        for (var field : List.of("profile_source", "profile_photo")) {
            if (account == null || !fields.has(field)) continue;
            if (!fields.text(field).equals("github")) {
                fields.remark(Remark.FIELD, field + ": " + fields.text(field));
                continue;
            }
            picture = GITHUB + account + ".png";
            fields.remark(Remark.PROFILE, "picture: " + picture);
        }
        return picture;
    }
}
