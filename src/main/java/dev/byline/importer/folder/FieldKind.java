package dev.byline.importer.folder;

import dev.byline.text.Nearest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a field of front matter says about readers, by its name alone. Only a name that is known
/// to say nothing about them is harmless; what is not known may be a misspelt `draft`, or the way
/// in which somebody's theme hides a page.
public enum FieldKind {
    /// Keeps a text from readers whatever it holds: a password may be `no`, and who writes
    /// `build: false` means the opposite of who writes `_build: false`.
    BARS,
    /// True keeps a text from readers.
    LIMITS,
    /// False keeps a text from readers; a date is when they get it.
    OPENS,
    /// A word, of which few mean that a text is public.
    STATE,
    /// When readers get a text.
    FROM,
    /// When readers no longer get it.
    UNTIL,
    /// Where a text is to be found; false is nowhere.
    ROUTE,
    /// Fields that pages below inherit.
    CASCADE,
    /// Nothing about readers.
    HARMLESS,
    UNKNOWN;

    private static final Set<String> BARRING = names("password passphrase build");
    private static final Set<String> LIMITING =
            names(
                    """
                    draft drafts isdraft unpublished unlisted hidden hide invisible secret private
                    isprivate headless protected protect restricted embargo
                    embargoed confidential internal membersonly subscribersonly premium paywall
                    locked noindex exclude excluded skip ignore disable disabled deleted trash eleventyexcludefromcollections
                    trashed removed retracted withdrawn expired pending wip
                    """);
    /// Words that say of a text what it is, and never what it is about.
    private static final Set<String> LIMITED =
            names(
                    """
                    draft drafts unpublished unlisted hidden private embargoed confidential internal
                    wip withdrawn retracted trashed deleted membersonly subscribersonly noindex
                    nopublish notpublic nonpublic donotpublish
                    """);
    private static final Set<String> OPENING =
            names(
                    """
                    published ispublished publish public ispublic visible live approved released
                    listed listable search searchable indexed indexable
                    """);
    private static final Set<String> STATES =
            names(
                    """
                    status state visibility access accesslevel audience permission permissions role
                    roles group groups member members stage workflow workflowstate robots
                    """);
    private static final Set<String> BEGINNINGS =
            names(
                    """
                    date publishdate publishingdate publicationdate publisheddate pubdate
                    datepublished datepublish publishat publishedat publishon publishedon
                    publishfrom publishtime releasedate releaseat golive goliveat availablefrom
                    visiblefrom embargountil embargodate
                    """);
    private static final Set<String> ENDS =
            names(
                    """
                    expirydate expirationdate expiredate expires expiresat expireson expiry
                    expiration expire unpublishdate unpublishat unpublishon publishuntil publishto
                    validuntil validto availableuntil visibleuntil until
                    """);
    private static final Set<String> ROUTES =
            names("permalink url path sitemap feed rss outputs render list");

    /// What else may stand before a name without changing what it says: `is_draft`.
    private static final Set<String> BEFORE = names("is post page article wp");

    private static final List<String> ABOUT_READERS =
            Stream.of(BARRING, LIMITING, OPENING, STATES, BEGINNINGS, ENDS)
                    .flatMap(Set::stream)
                    .sorted()
                    .toList();

    private static final Pattern HUMP = Pattern.compile("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /// The kind of a name in whatever case, with whatever stands between its words.
    public static FieldKind of(String name) {
        var words = words(name);
        var joined = String.join("", words);
        if (words.size() > 1 && BEFORE.contains(words.getFirst())) {
            var rest = aboutReaders(String.join("", words.subList(1, words.size())));
            if (rest != UNKNOWN) return rest;
        }
        var kind = aboutReaders(joined);
        if (kind != UNKNOWN) return kind;
        return HarmlessFields.contain(joined, words) ? HARMLESS : UNKNOWN;
    }

    private static FieldKind aboutReaders(String name) {
        if (BARRING.contains(name)) return BARS;
        if (LIMITING.contains(name)) return LIMITS;
        if (OPENING.contains(name)) return OPENS;
        if (STATES.contains(name)) return STATE;
        if (BEGINNINGS.contains(name)) return FROM;
        if (ENDS.contains(name)) return UNTIL;
        if (ROUTES.contains(name)) return ROUTE;
        return name.equals("cascade") ? CASCADE : UNKNOWN;
    }

    /// Words of which one is enough in the name of a folder: `old_drafts`, `staff-only`.
    private static final Set<String> UNFINISHED =
            names(
                    """
                    draft drafts unpublished unlisted embargoed wip trash trashed scheduled inbox
                    members subscribers templates archetypes only unreviewed
                    """);

    /// Names of folders for what is not done: `to-review`.
    private static final Set<String> UNREADY =
            names(
                    """
                    toreview inreview forreview underreview toedit topublish tocheck todo inprogress
                    notready notyet later onhold hold
                    """);

    /// Whether the name of a folder keeps from readers what lies in it.
    static boolean isLimitingFolder(String name) {
        var words = words(name);
        return isLimit(name)
                || UNREADY.contains(String.join("", words))
                || words.stream().anyMatch(UNFINISHED::contains);
    }

    /// The name about readers that an unknown one was probably meant to be.
    static Optional<String> nearest(String name) {
        return Nearest.of(String.join("", words(name)), ABOUT_READERS);
    }

    /// Whether a name, of a folder say, keeps from readers what bears it.
    public static boolean isLimit(String name) {
        return LIMITING.contains(String.join("", words(name)));
    }

    /// Whether a category or a tag keeps from readers what bears it.
    public static boolean isLimited(String category) {
        return LIMITED.contains(String.join("", words(category)));
    }

    static List<String> words(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKC);
        var apart = HUMP.matcher(plain).replaceAll(" ").toLowerCase(Locale.ROOT);
        return Arrays.stream(NO_WORD.split(apart)).filter(word -> !word.isEmpty()).toList();
    }

    private static Set<String> names(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
