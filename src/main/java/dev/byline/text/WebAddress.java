package dev.byline.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.net.URISyntaxException;

/// The text is an absolute address of the web, `http` or `https` (RFC 3986), without a user
/// name in it. Null is valid.
@Target({ElementType.FIELD, ElementType.TYPE_USE, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = WebAddress.Validator.class)
public @interface WebAddress {
    String message() default "must be an address that begins with https:// or http://";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Validator implements ConstraintValidator<WebAddress, String> {
        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || isAddress(text);
        }

        private static boolean isAddress(String text) {
            try {
                var uri = new URI(text);
                var scheme = uri.getScheme();
                return ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme))
                        && uri.getHost() != null
                        && uri.getRawUserInfo() == null;
            } catch (URISyntaxException _) {
                return false;
            }
        }
    }
}
