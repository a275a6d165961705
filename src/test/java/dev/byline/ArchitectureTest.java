package dev.byline;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What may know what. A new package has to be given its place here.
@Execution(CONCURRENT)
class ArchitectureTest {

    private static final String ROOT = "dev.byline";
    private static final int MOST_FILES = 30;

    /// From the ground up: a room imports those on lower floors, never one above or beside it.
    private static final List<Set<String>> FLOORS =
            List.of(
                    Set.of("analysis", "connection", "database", "diff", "http", "record", "text"),
                    Set.of("body", "input", "limit", "sql"),
                    Set.of("cache"),
                    Set.of("identity"),
                    Set.of("filter"),
                    Set.of("list"),
                    Set.of("property"),
                    Set.of("answer"),
                    Set.of("server"),
                    Set.of("openapi"),
                    Set.of("change"),
                    Set.of("term"),
                    Set.of("account", "author", "tag"),
                    Set.of("revision"),
                    Set.of("edit"),
                    Set.of("fulltext", "story"),
                    Set.of("reading"),
                    Set.of("history"),
                    Set.of("article"),
                    Set.of("comment", "page", "preview", "release", "review"),
                    Set.of("batch", "search"),
                    // a program beside the server
                    Set.of("importer.report"),
                    Set.of("importer.folder"),
                    Set.of("importer.body"),
                    Set.of("importer"));

    /// Feature rooms that hold nothing for those above them but what is named here: besides
    /// entities, resources and what is generated.
    private static final Map<String, Set<String>> SHOWN =
            Map.of(
                    "account", Set.of(),
                    "author", Set.of("AuthorLink", "AuthorView"),
                    "tag", Set.of("TagView"),
                    "article", Set.of(),
                    "comment", Set.of(),
                    "page", Set.of("PageSearch"),
                    "preview", Set.of(),
                    "release", Set.of(),
                    "review", Set.of(),
                    "search", Set.of());

    /// Those that use a part of a library that it keeps for itself, each for a reason that it
    // tells.
    private static final Set<String> USES_INTERNALS =
            Set.of(
                    "body.BoundedInlineParser",
                    "body.StrictTables",
                    "cache.SharedBytes",
                    "connection.ConnectionSetup",
                    "connection.LingeringClose",
                    "connection.MalformedRequest",
                    "connection.RequestDecoder",
                    "server.IncomingBody");

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
    @MethodSource("rooms")
    void aRoomImportsOnlyThoseOnFloorsBelowIt(String room, Set<String> below) {
        classes()
                .that(are(in(Set.of(room))))
                .should()
                .onlyDependOnClassesThat(
                        not(resideInAnyPackage(ROOT + "..")).or(in(Set.of(room))).or(in(below)))
                .check(BYLINE);
    }

    static Stream<Arguments> rooms() {
        return all().map(room -> Arguments.of(room, below(room)));
    }

    @ParameterizedTest
    @MethodSource("features")
    void aFeatureShowsItsEntityItsResourcesAndLittleElse(String room, Set<String> shown) {
        classes()
                .that(are(in(Set.of(room))))
                .and()
                .areTopLevelClasses()
                .and()
                .arePublic()
                .should(be(meantToBeSeen(shown)))
                .allowEmptyShould(true)
                .check(BYLINE);
    }

    static Stream<Arguments> features() {
        return SHOWN.entrySet().stream().map(one -> Arguments.of(one.getKey(), one.getValue()));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomHasNoMoreThanThirtyFiles(String room) {
        assertThat(
                BYLINE.stream()
                        .filter(type -> type.getPackageName().equals(ROOT + "." + room))
                        .filter(JavaClass::isTopLevelClass)
                        .toList(),
                hasSize(lessThanOrEqualTo(MOST_FILES)));
    }

    @Test
    void whatALibraryKeepsForItselfIsUsedInFewPlaces() {
        classes()
                .that(
                        DescribedPredicate.describe(
                                "are not among the few",
                                type -> !USES_INTERNALS.contains(nameOfFile(type))))
                .should()
                .onlyDependOnClassesThat(not(resideInAnyPackage("..impl..", "..internal..")))
                .check(BYLINE);
    }

    private static String nameOfFile(JavaClass type) {
        return type.getName().substring(ROOT.length() + 1).replaceFirst("\\$.*", "");
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

    private static DescribedPredicate<JavaClass> meantToBeSeen(Set<String> shown) {
        return annotatedWith(Entity.class)
                .<JavaClass>forSubtype()
                .or(
                        DescribedPredicate.describe(
                                "resources, what is shown on purpose and what is generated",
                                type ->
                                        type.getSimpleName().matches(".*(Resource|_)")
                                                || shown.contains(type.getSimpleName())));
    }

    private static Set<String> below(String room) {
        return FLOORS.stream()
                .takeWhile(floor -> !floor.contains(room))
                .flatMap(Set::stream)
                .collect(toUnmodifiableSet());
    }

    private static Stream<String> all() {
        return FLOORS.stream().flatMap(floor -> floor.stream().sorted());
    }

    private static DescribedPredicate<JavaClass> in(Set<String> names) {
        return resideInAnyPackage(inside(names.stream()).toArray(String[]::new));
    }

    private static Stream<String> inside(Stream<String> names) {
        return names.sorted().map(name -> ROOT + "." + name);
    }
}
