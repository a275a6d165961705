package dev.byline.list;

import dev.byline.text.Languages;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The language by whose rules names are sorted, held to its form before anything is.
@Singleton
class SiteLanguage {
    void check(
            @Observes StartupEvent event,
            @ConfigProperty(name = "byline.language") String language) {
        if (!Languages.isValid(language)) {
            throw new ConfigurationException(
                    "BYLINE_LANGUAGE must be a language tag such as en or pt-BR: not " + language);
        }
    }
}
