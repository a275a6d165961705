package dev.byline.input;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/// Hibernate Validator without its Quarkus extension, which reads the rules of all types at each
/// start, a tenth of it. This one is made when the first body is held to its rules.
@Singleton
final class Validation {

    /// Speaks English wherever the server is.
    @Produces
    @ApplicationScoped
    static Validator validator() {
        var configuration =
                jakarta.validation.Validation.byProvider(HibernateValidator.class).configure();
        var sizes = configuration.createConstraintMapping();
        sizes.constraintDefinition(Size.class)
                .includeExistingValidators(true)
                .validatedBy(SizeInCharacters.class);
        return configuration
                .addMapping(sizes)
                .ignoreXmlConfiguration()
                .messageInterpolator(
                        new ParameterMessageInterpolator(
                                Set.of(Locale.ENGLISH), Locale.ENGLISH, false))
                .buildValidatorFactory()
                .getValidator();
    }
}
