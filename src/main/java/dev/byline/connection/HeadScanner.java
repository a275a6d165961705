package dev.byline.connection;

import io.netty.util.ByteProcessor;
import java.util.BitSet;

/// Looks at each byte of a request's head (RFC 9112, sections 2 to 5), which may come in parts.
final class HeadScanner implements ByteProcessor {
    private static final BitSet TOKEN = new BitSet();

    static {
        TOKEN.set('0', '9' + 1);
        TOKEN.set('A', 'Z' + 1);
        TOKEN.set('a', 'z' + 1);
        "!#$%&'*+-.^_`|~".chars().forEach(TOKEN::set);
    }

    private static final int LONGEST_WORD = 9;

    private enum Place {
        START,
        METHOD,
        TARGET,
        VERSION,
        LINE,
        NAME,
        VALUE,
        END
    }

    private final StringBuilder word = new StringBuilder(LONGEST_WORD);
    private Place place;
    private boolean isTargetEmpty;
    private boolean isReturned;
    private boolean isOfHead;
    private MalformedRequest fault;

    HeadScanner() {
        begin();
    }

    /// Another request follows.
    void begin() {
        place = Place.START;
        word.setLength(0);
        isTargetEmpty = true;
        isReturned = false;
        isOfHead = false;
        fault = null;
    }

    /// The first that was found, or null.
    MalformedRequest fault() {
        return fault;
    }

    /// Whether the method is HEAD.
    boolean isOfHead() {
        return isOfHead;
    }

    @Override
    public boolean process(byte signed) {
        var sign = signed & 0xff;
        if (isReturned) {
            isReturned = false;
            return sign == '\n' ? endLine() : refuse("A carriage return stands alone.");
        }
        return switch (sign) {
            case '\r' -> isReturned = true;
            case '\n' -> refuse("A line ends without a carriage return.");
            default -> take(sign);
        };
    }

    private boolean take(int sign) {
        return switch (place) {
            case START -> sign <= ' ' ? refuse("A blank stands ahead of the method.") : begin(sign);
            case METHOD -> sign == ' ' ? endMethod() : keep(sign, TOKEN.get(sign), "The method");
            case TARGET -> sign == ' ' ? endTarget() : ofTarget(sign);
            case VERSION -> keep(sign, sign > ' ', "The version");
            case LINE -> beginLine(sign);
            case NAME -> sign == ':' ? go(Place.VALUE) : ofName(sign);
            case VALUE ->
                    sign >= ' ' && sign != 0x7f
                            || sign == '\t'
                            || refuse("The value of a header holds a control character.");
            case END -> false;
        };
    }

    private boolean begin(int sign) {
        place = Place.METHOD;
        return take(sign);
    }

    private boolean keep(int sign, boolean isGood, String what) {
        if (!isGood) {
            return refuse(what + " holds a character that it cannot have, or a blank too many.");
        }
        if (word.length() < LONGEST_WORD) {
            word.append((char) sign);
        }
        return true;
    }

    private boolean endMethod() {
        isOfHead = word.toString().equals("HEAD");
        word.setLength(0);
        return go(Place.TARGET);
    }

    private boolean ofTarget(int sign) {
        isTargetEmpty = false;
        return sign > ' ' && sign != 0x7f
                || refuse("The address holds a control character, or a tab.");
    }

    private boolean endTarget() {
        return isTargetEmpty
                ? refuse("One blank stands between the method and the address, not two.")
                : go(Place.VERSION);
    }

    private boolean beginLine(int sign) {
        return switch (sign) {
            case ' ', '\t' -> refuse("A header is folded: each has a line of its own.");
            case ':' -> refuse("A header has no name.");
            default -> {
                place = Place.NAME;
                yield ofName(sign);
            }
        };
    }

    private boolean ofName(int sign) {
        return TOKEN.get(sign)
                || refuse("The name of a header holds a blank, or what a name cannot have.");
    }

    private boolean endLine() {
        return switch (place) {
            // the empty lines that some clients send behind a body
            case START -> true;
            case METHOD, TARGET -> refuse("The first line is method, address and version.");
            case VERSION -> version();
            case LINE -> end();
            case NAME -> refuse("A header has no colon.");
            case VALUE -> go(Place.LINE);
            case END -> false;
        };
    }

    private boolean version() {
        return switch (word.toString()) {
            case "HTTP/1.1", "HTTP/1.0" -> go(Place.LINE);
            case String other when other.matches("HTTP/\\d\\.\\d") ->
                    refuse(
                            new MalformedRequest(
                                    MalformedRequest.Kind.VERSION,
                                    "This server speaks HTTP/1.1, and HTTP/2 with TLS."));
            default -> refuse("The first line does not end with a version such as HTTP/1.1.");
        };
    }

    private boolean go(Place next) {
        place = next;
        return true;
    }

    private boolean end() {
        place = Place.END;
        return false;
    }

    private boolean refuse(String detail) {
        return refuse(MalformedRequest.syntax(detail));
    }

    private boolean refuse(MalformedRequest found) {
        fault = found;
        return end();
    }
}
