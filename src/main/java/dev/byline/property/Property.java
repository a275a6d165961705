package dev.byline.property;

import dev.byline.identity.Audience;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a component of a view's record is besides its JSON, of which [Properties] makes all that
/// asks for it: the select list and the rows, the names of `fields`, what `filter` and `sort` take.
/// Its description and whether it may be null stand in `@Schema`, and whether it is left out where
/// it is null in `@JsonInclude`.
///
/// On a component that is itself a record it holds for all that is in there. The components of one
/// with `@JsonUnwrapped` are properties like those beside it, those of another have its name ahead,
/// as `by.name`, and it is null where the first of them is.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Property {
    /// The SQL that yields it. `{name}` stands for what [Properties#with] puts there. Without any
    /// no query yields it: it is set in a [ViewBuilder].
    String sql() default "";

    /// Whether a list can be sorted by it.
    boolean sort() default false;

    /// The SQL by which it is sorted, where that is not the value: of a text a key of
    /// [dev.byline.text.Collation], by which it is compared too. A text without one is sorted by
    /// code point.
    String sortKey() default "";

    Filtering filter() default Filtering.NONE;

    /// Of all texts that mean the same, the one that is stored.
    TextForm form() default TextForm.AS_WRITTEN;

    /// Who sees it, asks for it and filters and sorts by it. For others it is not read.
    Audience audience() default Audience.EVERYONE;

    /// Whether it is read and shown only where it is named.
    boolean onRequest() default false;
}
