package dev.byline.filter;

import dev.byline.identity.Audience;
import dev.byline.sql.Cost;
import dev.byline.sql.Sql;
import dev.byline.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// A field that a filter may ask for.
///
/// @param expression the SQL that yields it
/// @param nullable whether it may have no value
/// @param relation of whose rows it is, or null
/// @param choices of a [FilterType#CHOICE]: its values, and the condition that each stands for
/// @param text how it is compared as a text
public record FilterField(
        String name,
        String expression,
        FilterType type,
        Audience audience,
        boolean nullable,
        FilterRelation relation,
        Map<String, Sql> choices,
        Comparing text) {

    /// How texts are compared.
    ///
    /// @param form the one in which a text is stored, of all that mean the same
    /// @param named of a slug, the condition that the row is the one it leads to; else null
    /// @param parts what it costs to look for a part of the text; null where nobody can
    /// @param sortKey the SQL that yields the key by which it is sorted; null where a
    ///     text is sorted by code point
    public record Comparing(
            UnaryOperator<String> form, Function<String, Sql> named, Cost parts, String sortKey) {
        private static final Comparing PLAIN =
                new Comparing(UnaryOperator.identity(), null, null, null);
    }

    public static FilterField text(String name, String expression) {
        return of(name, expression, FilterType.TEXT);
    }

    public static FilterField number(String name, String expression) {
        return of(name, expression, FilterType.NUMBER);
    }

    public static FilterField instant(String name, String expression) {
        return of(name, expression, FilterType.INSTANT);
    }

    public static FilterField bool(String name, String expression) {
        return of(name, expression, FilterType.BOOLEAN);
    }

    public static FilterField id(String name, String expression) {
        return of(name, expression, FilterType.ID);
    }

    /// @param choices in the order in which they are told
    public static FilterField choice(String name, Map<String, Sql> choices) {
        return of(name, null, FilterType.CHOICE, choices);
    }

    private static FilterField of(String name, String expression, FilterType type) {
        return of(name, expression, type, Map.of());
    }

    private static FilterField of(
            String name, String expression, FilterType type, Map<String, Sql> choices) {
        return new FilterField(
                name, expression, type, Audience.EVERYONE, false, null, choices, Comparing.PLAIN);
    }

    /// As a slug: what `==`, `!=`, `=in=` and `=out=` compare with may be a former one.
    public FilterField leadingTo(Function<String, Sql> named) {
        return compared(new Comparing(Texts::nfc, named, text.parts, text.sortKey));
    }

    public static FilterField slug(String name, String expression, Function<String, Sql> named) {
        return text(name, expression).leadingTo(named);
    }

    public FilterField inForm(UnaryOperator<String> form) {
        return compared(new Comparing(form, text.named, text.parts, text.sortKey));
    }

    /// `*part*` may be asked for, and an index of trigrams finds it.
    public FilterField withParts() {
        return withParts(Cost.SEARCH);
    }

    /// Likewise without an index.
    public FilterField withPartsRead() {
        return withParts(Cost.SCAN);
    }

    private FilterField withParts(Cost parts) {
        return compared(new Comparing(text.form, text.named, parts, text.sortKey));
    }

    /// It is compared as it is sorted.
    public FilterField sortedBy(String sortKey) {
        return compared(new Comparing(text.form, text.named, text.parts, sortKey));
    }

    private FilterField compared(Comparing text) {
        return new FilterField(name, expression, type, audience, nullable, relation, choices, text);
    }

    public FilterField orNull() {
        return new FilterField(name, expression, type, audience, true, relation, choices, text);
    }

    public FilterField only(Audience audience) {
        return new FilterField(name, expression, type, audience, nullable, relation, choices, text);
    }

    /// As a field of related rows, under the relation's name.
    public FilterField of(FilterRelation relation) {
        return new FilterField(
                relation.name() + "." + name,
                expression,
                type,
                audience,
                nullable,
                relation,
                choices,
                text);
    }

    /// Whether `=null=` can be asked; of related things it asks whether there are any.
    public boolean takesNull() {
        return nullable || relation != null && !relation.together();
    }

    List<FilterOperator> operators() {
        return type.operators(takesNull());
    }

    boolean isTogether() {
        return relation != null && relation.together();
    }
}
