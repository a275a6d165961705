package dev.byline.body;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A bare address in a text, as the extended autolinks of GitHub Flavored Markdown have it: of the
/// web or of FTP, of a host that begins with `www.`, or of email.
///
/// @param address where a link of it leads
record Autolink(int start, int end, String address) {
    private static final Pattern BEGIN =
            Pattern.compile("(?:https?|ftp)://|www\\.|@", CASE_INSENSITIVE);

    /// The DNS has no longer ones.
    private static final Pattern HOST =
            Pattern.compile("[\\p{L}\\p{N}\\p{So}][\\p{L}\\p{M}\\p{N}\\p{So}_.-]{0,252}+");

    private static final Pattern UNDERSCORE_AT_THE_END = Pattern.compile("_[^.]*+(?:\\.[^.]*+)?+$");
    private static final Pattern REST = Pattern.compile("[^\\s\\p{Z}\\p{Cc}<]*+");

    private static final Pattern DOMAIN =
            Pattern.compile("[\\p{L}\\p{N}_-]++(?:\\.(?=[\\p{L}\\p{N}])[\\p{L}\\p{N}_-]++)++");

    private static final String MAILTO = "mailto:";

    static List<Autolink> in(String text) {
        if (!mayHaveOne(text)) {
            return List.of();
        }
        var found = new ArrayList<Autolink>();
        var begin = BEGIN.matcher(text);
        for (int done = 0; begin.find(done); ) {
            var one = at(text, begin.start(), begin.group(), done(found));
            if (one != null) {
                found.add(one);
            }
            done = Math.max(begin.end(), done(found));
        }
        return found;
    }

    /// Most texts have none, and are looked through for these signs sooner than by the pattern.
    private static boolean mayHaveOne(String text) {
        for (int i = 0; i < text.length(); i++) {
            boolean isBegin =
                    switch (text.charAt(i)) {
                        case '@' -> true;
                        case ':' -> text.startsWith("//", i + 1);
                        case '.' -> text.regionMatches(true, i - 3, "www", 0, 3);
                        default -> false;
                    };
            if (isBegin) {
                return true;
            }
        }
        return false;
    }

    private static int done(List<Autolink> found) {
        return found.isEmpty() ? 0 : found.getLast().end;
    }

    private static Autolink at(String text, int start, String begin, int done) {
        if (begin.equals("@")) {
            return email(text, start, done);
        }
        boolean hasScheme = begin.endsWith("/");
        return mayBegin(text, start, hasScheme)
                ? web(text, start, hasScheme ? start + begin.length() : start, hasScheme)
                : null;
    }

    private static boolean mayBegin(String text, int start, boolean hasScheme) {
        if (start == 0) {
            return true;
        }
        int before = text.codePointBefore(start);
        return hasScheme
                ? !Character.isLetterOrDigit(before)
                : Character.isWhitespace(before)
                        || Character.isSpaceChar(before)
                        || "*_~(".indexOf(before) >= 0
                        || before > 0x7F && isPunctuation(before);
    }

    private static Autolink web(String text, int start, int hostStart, boolean hasScheme) {
        var host = HOST.matcher(text).region(hostStart, text.length());
        if (!host.lookingAt() || UNDERSCORE_AT_THE_END.matcher(host.group()).find()) {
            return null;
        }
        var rest = REST.matcher(text).region(host.end(), text.length());
        int end = withoutTrail(text, hostStart, rest.lookingAt() ? rest.end() : host.end());
        var address = text.substring(start, end);
        boolean isWhole = hasScheme ? end > hostStart : end > start + "www.".length();
        return isWhole ? new Autolink(start, end, hasScheme ? address : "http://" + address) : null;
    }

    private static Autolink email(String text, int at, int done) {
        int start = at;
        while (start > done && isLocal(text.codePointBefore(start))) {
            start -= Character.charCount(text.codePointBefore(start));
        }
        var domain = DOMAIN.matcher(text).region(at + 1, text.length());
        boolean isWhole = start < at && (start == 0 || text.charAt(start - 1) != '@');
        if (!isWhole || !domain.lookingAt() || !endsDomain(text, domain.end())) {
            return null;
        }
        boolean hasScheme =
                start - MAILTO.length() >= done
                        && text.regionMatches(
                                true, start - MAILTO.length(), MAILTO, 0, MAILTO.length());
        int from = hasScheme ? start - MAILTO.length() : start;
        return new Autolink(from, domain.end(), MAILTO + text.substring(start, domain.end()));
    }

    private static boolean isLocal(int c) {
        return Character.isLetterOrDigit(c) || "._+-".indexOf(c) >= 0;
    }

    private static boolean endsDomain(String text, int end) {
        return "-_".indexOf(text.charAt(end - 1)) < 0 && !text.startsWith("@", end);
    }

    /// Without the marks of the sentence that the address stands in.
    private static int withoutTrail(String text, int start, int whole) {
        var address = text.substring(start, whole);
        int unopened = count(address, ')') - count(address, '(');
        int end = whole;
        while (end > start) {
            int last = text.codePointBefore(end);
            if (last == ')' && unopened > 0) {
                unopened--;
                end--;
            } else if (last == ';') {
                end = withoutEntity(text, start, end - 1);
            } else if ("?!.,:*_~'\"".indexOf(last) >= 0 || last > 0x7F && isPunctuation(last)) {
                end -= Character.charCount(last);
            } else {
                break;
            }
        }
        return end;
    }

    private static int withoutEntity(String text, int start, int semicolon) {
        int i = semicolon;
        while (i > start && isAsciiLetterOrDigit(text.charAt(i - 1))) {
            i--;
        }
        return i < semicolon && i > start && text.charAt(i - 1) == '&' ? i - 1 : semicolon;
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return c <= 0x7F && Character.isLetterOrDigit(c);
    }

    private static boolean isPunctuation(int c) {
        return switch (Character.getType(c)) {
            case Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.OTHER_PUNCTUATION ->
                    true;
            default -> false;
        };
    }

    private static int count(String text, int character) {
        return (int) text.chars().filter(c -> c == character).count();
    }
}
