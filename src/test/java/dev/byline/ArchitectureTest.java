package dev.byline;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What may know what. A new package has to be given its place here.
class ArchitectureTest {

    private static final String ROOT = "dev.byline";

    /// The part of the kernel that knows nothing else of Byline's.
    private static final Set<String> GROUND = Set.of("analysis", "text", "database");

    /// Imports no feature.
    private static final Set<String> KERNEL =
            Set.of("http", "query", "analysis", "text", "change", "security", "database");

    /// From the top down: a floor imports those below it, never one above or beside it.
    private static final List<Set<String>> FLOORS =
            List.of(
                    Set.of("comment", "importer", "search"),
                    Set.of("article"),
                    Set.of("author", "tag"),
                    Set.of("term"));

    /// What a feature shows to those above it besides its entity, its events and its resources.
    private static final Set<String> SHOWN =
            Set.of(
                    "ArticleSearch",
                    "FoundArticle",
                    "Understood",
                    "Articles",
                    "LiveArticles",
                    "AuthorLink",
                    "AuthorView",
                    "Horizon",
                    "NameSearch",
                    "TagView",
                    "Term",
                    "TermEndpoint",
                    "TermInput",
                    "TermKind",
                    "TermLookup",
                    "TermReading",
                    "TermUsage",
                    "TermView");

    private static final JavaClasses BYLINE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(ROOT);

    @Test
    void everyPackageHasItsPlace() {
        classes()
                .should()
                .resideInAnyPackage(
                        Stream.concat(Stream.of(ROOT), inside(all())).toArray(String[]::new))
                .check(BYLINE);
    }

    @ParameterizedTest
    @MethodSource("places")
    void aPackageImportsOnlyThoseBelowIt(String name, Set<String> below) {
        classes()
                .that(are(in(Set.of(name))))
                .should()
                .onlyDependOnClassesThat(
                        not(resideInAnyPackage(ROOT + "..")).or(in(Set.of(name))).or(in(below)))
                // a package that is planned and not written yet
                .allowEmptyShould(true)
                .check(BYLINE);
    }

    static Stream<Arguments> places() {
        return all().stream().map(name -> Arguments.of(name, below(name)));
    }

    @Test
    void aFeatureShowsItsEntityItsEventsAndLittleElse() {
        classes()
                .that(are(in(features())))
                .and()
                .areTopLevelClasses()
                .and()
                .arePublic()
                .should(be(meantToBeSeen()))
                .check(BYLINE);
    }

    @Test
    void anEndpointIsPublic() {
        // Quarkus leaves others out, and the document shows them all the same
        methods().that(are(metaAnnotatedWith(HttpMethod.class))).should().bePublic().check(BYLINE);
    }

    @Test
    void anEndpointHasNoConstraints() {
        // StrictBody holds bodies to their rules; Quarkus would answer in a form of its own
        methods()
                .that(are(metaAnnotatedWith(HttpMethod.class)))
                .should(ArchCondition.from(not(haveConstraints())))
                .check(BYLINE);
    }

    private static DescribedPredicate<JavaMethod> haveConstraints() {
        return DescribedPredicate.describe(
                "have constraints on their parameters",
                method ->
                        method.getParameters().stream()
                                .flatMap(parameter -> parameter.getAnnotations().stream())
                                .map(annotation -> annotation.getRawType().getPackageName())
                                .anyMatch(name -> name.startsWith("jakarta.validation")));
    }

    @Test
    void aResourceRunsOnVirtualThreads() {
        // a slow body then holds no thread that another request needs
        classes()
                .that(are(annotatedWith(Path.class)))
                .should()
                .beAnnotatedWith(RunOnVirtualThread.class)
                .check(BYLINE);
    }

    private static DescribedPredicate<JavaClass> meantToBeSeen() {
        return annotatedWith(Entity.class)
                .<JavaClass>forSubtype()
                .or(
                        DescribedPredicate.describe(
                                "resources, events, what is shown on purpose and what is generated",
                                type ->
                                        type.getSimpleName().matches(".*(Resource|Event|_)")
                                                || SHOWN.contains(type.getSimpleName())));
    }

    private static Set<String> below(String name) {
        if (GROUND.contains(name)) {
            return Set.of();
        }
        if (KERNEL.contains(name)) {
            return KERNEL;
        }
        List<String> below = new ArrayList<>(KERNEL);
        for (var floor : FLOORS.reversed()) {
            if (floor.contains(name)) {
                break;
            }
            below.addAll(floor);
        }
        return Set.copyOf(below);
    }

    private static Set<String> features() {
        return Set.copyOf(FLOORS.stream().flatMap(Set::stream).toList());
    }

    private static Set<String> all() {
        return Set.copyOf(Stream.of(KERNEL, features()).flatMap(Set::stream).toList());
    }

    private static DescribedPredicate<JavaClass> in(Set<String> names) {
        return resideInAnyPackage(inside(names).toArray(String[]::new));
    }

    private static Stream<String> inside(Set<String> names) {
        return names.stream().sorted().map(name -> ROOT + "." + name + "..");
    }
}
