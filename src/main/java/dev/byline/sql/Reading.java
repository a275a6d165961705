package dev.byline.sql;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Beside `@Transactional`: the method only reads. All its statements see one snapshot, none
/// may write, and none may take longer than three seconds (writes have no such bound: one that
/// is cancelled may have happened all the same).
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Reading {}
