package dev.byline;

import dev.byline.cache.ResponseCache;
import dev.byline.support.Made;
import io.quarkus.arc.Arc;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// A request that reads, and all that there are: every address, with every parameter.
///
/// @param ifNoneMatch the header, or null
record Question(String method, String address, String ifNoneMatch) {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final String PAST = "2020-01-01T00:00:00Z";
    private static final String FUTURE = "2999-01-01T00:00:00Z";

    private static final List<String> READING =
            List.of(
                    "fields=title,slug,status,revision",
                    "fields=bodyText",
                    "fields=note",
                    "include=authors,tags",
                    "include=previous,next,related",
                    "view=live",
                    "view=newest",
                    "asOf=" + PAST,
                    "asOf=" + FUTURE);

    private static final List<String> FILTERS =
            List.of(
                    "language=en",
                    "language=xx",
                    "status=draft",
                    "status=scheduled",
                    "status=published",
                    "status=withdrawn",
                    "status=trashed",
                    "publishedAfter=" + PAST,
                    "publishedAfter=" + FUTURE,
                    "publishedBefore=" + PAST,
                    "publishedBefore=" + FUTURE);

    /// In the filter language, of what is hidden: whether it is found, and counted.
    private static final List<String> HIDDEN =
            Stream.of(
                            "title==Secret",
                            "title==S*",
                            "title!=Secret",
                            "title=in=(Secret,Two)",
                            "title=gt=Secres;title=lt=Secreu",
                            "slug==draft-*,slug==scheduled-*,slug==withdrawn-*,slug==trashed-*",
                            "language==en,title==Secret",
                            "wordCount==1",
                            "revision=gt=1",
                            "summary=null=true",
                            "canonicalUrl=null=true",
                            "bodyFormat==markdown",
                            "publishedAt=null=true",
                            "publishedAt=gt=" + PAST,
                            "updatedAt=gt=" + PAST,
                            "commentCount=gt=0",
                            "commentsOpen==true",
                            "status==draft",
                            "status!=published",
                            "status=in=(scheduled,withdrawn,trashed)",
                            "authors.id=null=true",
                            "tags.slug=null=true",
                            "note==Secret",
                            "savedBy.name==x",
                            "changes.act==article.trashed")
                    .map(filter -> "count=exact&filter=" + filter)
                    .toList();

    private static final List<String> HIDDEN_COMMENTS =
            Stream.of(
                            "name==\"A reader\"",
                            "name=null=true",
                            "status==held",
                            "status!=approved",
                            "replyCount==0",
                            "createdAt=gt=" + PAST,
                            "editedAt=null=true",
                            "parentId=null=true",
                            "email=null=true")
                    .map(filter -> "count=exact&filter=" + filter)
                    .toList();

    private static final List<String> ORDERS =
            List.of(
                    "sort=publishedAt",
                    "sort=title",
                    "sort=-title",
                    "sort=commentCount",
                    "sort=updatedAt",
                    "sort=createdAt",
                    "sort=savedAt");

    private static final List<String> SEARCHES =
            List.of(
                    "q=secret",
                    "q=secret&count=exact",
                    "q=Secert",
                    "q=secr*",
                    "q=article%20-secret",
                    "q=article&limit=1",
                    "q=secret&view=live",
                    "q=secret&language=en",
                    "q=secert&facets=tags,authors,year,language",
                    "q=body&facets=tags,authors,year,language&sort=title",
                    "facets=tags,authors,year,language");

    private static final List<String> PAGES = List.of("count=exact", "count=estimate", "limit=1");

    private static final List<String> OF_COMMENTS =
            List.of(
                    "status=held",
                    "status=approved",
                    "status=rejected",
                    "status=spam",
                    "status=deleted",
                    "parent=none",
                    "sort=-createdAt",
                    "fields=body,name");

    private static final List<String> COUNTED = List.of("include=articleCount");

    /// What is different each time.
    private static final Set<String> PASSING = Set.of("date", "server-timing", "ratelimit");

    record Answer(int status, List<String> headers, String body) {}

    static Stream<Question> all(
            List<String> articles,
            List<String> comments,
            Made author,
            Made tag,
            List<String> terms) {
        var addresses =
                join(
                        articles.stream().flatMap(article -> ofArticle(article, comments)),
                        with("/articles", ofArticles(author, tag)),
                        with("/articles/archive", FILTERS.stream()),
                        with("/search", Stream.of("q=secret", "q=secert", "q=secr*", "q=article")),
                        with("/comments", ofComments(comments)),
                        comments.stream()
                                .flatMap(
                                        comment ->
                                                with(
                                                        "/comments/" + comment,
                                                        Stream.of("fields=body"))),
                        with("/authors", ofThings()),
                        with("/authors/" + author.id(), COUNTED.stream()),
                        with("/tags", ofThings()),
                        with("/tags/" + tag.id(), COUNTED.stream()),
                        terms.stream().flatMap(Question::ofTerm));
        return addresses.flatMap(Question::ways);
    }

    private static Stream<String> ofArticle(String article, List<String> comments) {
        var path = "/articles/" + article;
        return join(
                with(path, READING.stream()),
                with(path + "/comments", ofComments(comments)),
                Stream.of("/publication", "/revisions", "/revisions/1").map(path::concat));
    }

    private static Stream<String> ofArticles(Made author, Made tag) {
        var filters =
                join(
                        FILTERS.stream(),
                        Stream.of(
                                "author=" + author.id(),
                                "author=" + author.slug(),
                                "tag=" + tag.id(),
                                "tag=" + tag.slug()));
        return join(
                filters.flatMap(filter -> Stream.of(filter, filter + "&count=exact")),
                HIDDEN.stream(),
                Stream.of("authors.slug!=", "authors.slug==")
                        .map(filter -> "count=exact&filter=" + filter + author.slug()),
                Stream.of("tags.id!=", "tags.id==")
                        .map(filter -> "count=exact&filter=" + filter + tag.id()),
                READING.stream(),
                SEARCHES.stream(),
                ORDERS.stream().flatMap(order -> Stream.of(order, order + "&limit=1")),
                PAGES.stream());
    }

    /// An author or a tag that nobody but editors knows of.
    private static Stream<String> ofTerm(String name) {
        var filters =
                Stream.of(
                                "authors.slug==%s",
                                "tags.slug!=%s", "tags.slug=in=(%s,x)", "tags.name==*ecre*")
                        .map(filter -> "count=exact&filter=" + filter.formatted(name));
        var parameters =
                Stream.of(
                                "author=%s",
                                "tag=%s", "q=body&tag=%s&facets=tags", "tag=%ss", "author=x%s")
                        .map(query -> query.formatted(name));
        var ids =
                Stream.of(
                                "authors.id==%s",
                                "tags.id==%s", "tags.id!=%s", "tags.id==%s;title==Secret*")
                        .filter(_ -> name.length() == 36)
                        .map(filter -> "count=exact&filter=" + filter.formatted(name));
        return join(
                with("/articles", ids),
                Stream.of("/authors/" + name, "/tags/" + name),
                with("/articles", join(filters, parameters)),
                Stream.of("/articles/archive?tag=" + name, "/search?q=" + name),
                Stream.of("/authors", "/tags")
                        .flatMap(
                                things ->
                                        Stream.of(
                                                        "slug==" + name,
                                                        "slug!=" + name,
                                                        "name==Secret",
                                                        "internal==true")
                                                .map(
                                                        filter ->
                                                                things
                                                                        + "?count=exact&filter="
                                                                        + filter)));
    }

    private static Stream<String> ofComments(List<String> comments) {
        return join(
                OF_COMMENTS.stream(),
                HIDDEN_COMMENTS.stream(),
                comments.stream().map(comment -> "filter=id==" + comment),
                PAGES.stream(),
                comments.stream().map(comment -> "parent=" + comment));
    }

    private static Stream<String> ofThings() {
        return join(
                PAGES.stream(),
                COUNTED.stream(),
                Stream.of(
                        "sort=articleCount&include=articleCount",
                        "sort=slug&limit=1",
                        "q=secret",
                        "q=secr*&count=exact",
                        "fields=internal"));
    }

    private static Stream<String> with(String path, Stream<String> queries) {
        return Stream.concat(Stream.of(path), queries.map(query -> path + "?" + query));
    }

    private static Stream<Question> ways(String address) {
        var get = new Question("GET", address, null);
        return address.contains("?")
                ? Stream.of(get)
                : Stream.of(
                        get,
                        new Question("HEAD", address, null),
                        new Question("GET", address, "*"),
                        new Question("GET", address, "\"0.x\""));
    }

    @SafeVarargs
    private static Stream<String> join(Stream<String>... streams) {
        var all = Stream.<String>empty();
        for (var stream : streams) {
            all = Stream.concat(all, stream);
        }
        return all;
    }

    /// What is answered to whoever has this token, or none, but for the date. It is asked by the
    /// JDK's client, which takes a fraction of the time: there are thousands.
    ///
    /// @param token or null
    Answer ask(String token) {
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://localhost:%d/api/v1%s"
                                                .formatted(RestAssured.port, encoded())))
                        .method(method, BodyPublishers.noBody());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (ifNoneMatch != null) {
            request.header("If-None-Match", ifNoneMatch);
        }
        // from the database, whatever was asked before
        Arc.container().instance(ResponseCache.class).get().dropEverything();
        try {
            return answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(toString(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// As REST Assured encodes it.
    private String encoded() {
        return address.replace("\"", "%22").replace(" ", "%20");
    }

    private static Answer answer(HttpResponse<String> response) {
        var headers =
                response.headers().map().entrySet().stream()
                        .filter(header -> !PASSING.contains(header.getKey()))
                        .map(Map.Entry::toString)
                        .sorted()
                        .toList();
        return new Answer(response.statusCode(), headers, response.body());
    }

    /// The same by REST Assured, whose answers are held to the document.
    void askByTheDocument(RequestSpecification caller) {
        if (ifNoneMatch != null) {
            caller.header("If-None-Match", ifNoneMatch);
        }
        caller.request(method, address);
    }
}
