package dev.byline.http;

import java.util.Locale;

/// What can be wrong at one place of a body or of a parameter, by its stable code: the constant's
/// name in lower case with hyphens. `/problems` lists them all.
public enum FaultCode {
    MISSING("It is needed, and was left out or is null."),
    UNKNOWN_PROPERTY("There is no property of this name here."),
    WRONG_TYPE("It is of another type than the document says, such as a number instead of a text."),
    WRONG_VALUE("It is of the right type, and not one of the values that it can have."),
    OUT_OF_RANGE("The number is less or more than this place takes."),
    BEYOND_YEARS("The instant is not in the years 0001 to 9999."),
    NOT_UNICODE("The text holds half a surrogate pair."),
    HOLDS_NUL("The text holds the character U+0000."),
    BLANK("The text shows nothing: it is empty, or holds blanks and invisible characters alone."),
    TOO_SHORT("The text has fewer characters than it must have."),
    TOO_LONG("The text has more characters than it may have."),
    TOO_MANY_ITEMS("The list has more items than it may have."),
    NOT_ONE_LINE(
            "The text has a line break or a control character, or leaves a mark of direction open."),
    INVALID_SLUG("The text is no slug."),
    INVALID_LANGUAGE("The text is no language tag of BCP 47."),
    INVALID_ADDRESS("The text is no address of the web. The detail says why."),
    INVALID_EMAIL("The text is no email address."),
    RESERVED("The API needs this name for itself."),
    TWICE("The list has it before this place already."),
    TOO_DEEP("It is nested deeper than it may be."),
    NOT_AFTER_FROM("The end is not after the beginning."),
    NOT_IN_FUTURE("The instant is past."),
    NOT_NOW("A correction of what readers get is published at once, and ends when that would."),
    IN_TRASH("The article is in the trash."),
    TIMELINE_CONFLICT("The timeline of the article forbids it."),
    APPROVAL_REQUIRED("The revision needs an approval, or a further one."),
    PUBLISHED_SINCE("Somebody changed the timeline of the article since the release."),
    INVALID_RANGE("The text is no address, and no range of addresses (CIDR)."),
    BEYOND_RIGHTS("It is more than the account, or the token of this request, may."),
    NOT_IN_BYLINE("The author as whom the account writes is left out of the byline."),
    TOO_LATE("The instant is later than it may be."),
    UNKNOWN_ACCOUNT("There is no account of this id or name."),
    UNKNOWN_ARTICLE("There is no article of this id or slug."),
    UNKNOWN_AUTHOR("There is no author of this id or slug that the caller may know of."),
    UNKNOWN_COMMENT("There is no comment of this id on this article."),
    UNKNOWN_PARENT("There is nothing of this id or slug that it could stand below."),
    UNKNOWN_RELEASE("There is no release of this id."),
    UNKNOWN_REVISION("The history has no revision of this number."),
    CIRCULAR("It would stand below itself."),
    UNKNOWN_TAG("There is no tag of this id or slug that the caller may know of."),
    SYNTAX("The text of the filter cannot be read from this place on."),
    UNKNOWN_FIELD("There is no field of this name to filter by."),
    FORBIDDEN_FIELD("The field is not for this caller."),
    UNKNOWN_OPERATOR("There is no operator of this name."),
    WRONG_OPERATOR("The field does not take this operator."),
    MISSING_VALUE("The operator needs a value behind it."),
    TOO_MANY_VALUES("The operator takes fewer values."),
    TOO_MANY_COMPARISONS("The filter has more comparisons than it may have.");

    private final String explanation;

    FaultCode(String explanation) {
        this.explanation = explanation;
    }

    /// What is not known of this kind.
    ///
    /// @param noun such as `author`
    public static FaultCode unknown(String noun) {
        return valueOf("UNKNOWN_" + noun.toUpperCase(Locale.ROOT));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// A sentence.
    public String explanation() {
        return explanation;
    }
}
