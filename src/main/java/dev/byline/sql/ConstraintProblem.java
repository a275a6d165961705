package dev.byline.sql;

import dev.byline.http.ProblemType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a caller is told of a statement that broke a constraint of an entity's table. Uniqueness is
/// the database's business alone: two requests at the same moment meet there.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(ConstraintProblem.Several.class)
public @interface ConstraintProblem {
    String[] constraint();

    ProblemType type();

    String detail();

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Several {
        ConstraintProblem[] value();
    }
}
