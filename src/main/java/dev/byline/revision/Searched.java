package dev.byline.revision;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// That an article is found by the words of this part of its [Content].
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Searched {
    /// As a tsvector has it, `A` the most; see [dev.byline.analysis.Indexed].
    char weight();

    /// Whether it is rendered, and its plain text searched.
    boolean rendered() default false;
}
