package dev.byline.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/// A server that keeps Byline's contract as far as an import needs it, in memory, and can be told
/// to fail.
final class StandIn implements AutoCloseable {
    static final String TOKEN = "byl_test";

    private static final ObjectMapper JSON = new ObjectMapper();

    final Map<String, ObjectNode> articles = new TreeMap<>();
    final Map<String, ArrayNode> revisions = new TreeMap<>();
    final Map<String, ObjectNode> authors = new TreeMap<>();
    final Map<String, ObjectNode> tags = new TreeMap<>();
    final List<String> writes = new ArrayList<>();

    /// Present addresses by former ones, such as `tags/old`.
    final Map<String, String> moved = new TreeMap<>();

    /// How many writes are answered 503 before one is done.
    int busy;

    /// How many writes are done without their answer arriving.
    int lost;

    /// What every request is answered, where it is not 0.
    int always;

    private final Map<String, String> keys = new TreeMap<>();
    private final HttpServer http;

    StandIn() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/api/v1/", this::answer);
        http.start();
    }

    URI address() {
        return URI.create("http://localhost:" + http.getAddress().getPort());
    }

    /// What an editor's save leaves, made behind the importer's back.
    void edit(String slug) {
        var article = bySlug(slug);
        article.put("title", "An editor's title");
        addRevision(article.path("id").asText(), "Better title");
    }

    ObjectNode bySlug(String slug) {
        return articles.values().stream()
                .filter(article -> article.path("slug").asText().equals(slug))
                .findFirst()
                .orElse(null);
    }

    private record Answer(int status, Object body, String etag) {
        Answer(int status, Object body) {
            this(status, body, null);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var octets = exchange.getRequestBody().readAllBytes();
            var isWrite = octets.length > 0 || exchange.getRequestMethod().equals("DELETE");
            Answer answer;
            synchronized (this) {
                answer = answer(exchange, octets, isWrite);
                if (isWrite && answer.status() / 100 == 2 && lost-- > 0) return;
            }
            if (answer.etag() != null) {
                exchange.getResponseHeaders().set("ETag", answer.etag());
            }
            if (answer.status() == 503) exchange.getResponseHeaders().set("Retry-After", "0");
            if (answer.status() == 308) {
                exchange.getResponseHeaders().set("Location", "/api/v1/" + answer.body());
            }
            var body = JSON.writeValueAsBytes(answer.body());
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(HttpExchange exchange, byte[] octets, boolean isWrite)
            throws IOException {
        if (always != 0) return problem(always, "as told");
        var headers = exchange.getRequestHeaders();
        if (!("Bearer " + TOKEN).equals(headers.getFirst("Authorization"))) {
            return problem(401, "who?");
        }
        if (isWrite && busy-- > 0) return problem(503, "busy");
        var path = exchange.getRequestURI().getPath().substring("/api/v1/".length()).split("/");
        if (!isWrite) return read(path, exchange.getRequestURI().getQuery());
        if (exchange.getRequestMethod().equals("DELETE")) return withdraw(path[1]);
        var body = (ObjectNode) JSON.readTree(octets);
        return switch (path[0]) {
            case "articles" -> putArticle(path[1], body, headers.getFirst("If-Match"));
            case "authors" -> put(authors, path, body, headers.getFirst("Idempotency-Key"));
            default -> put(tags, path, body, headers.getFirst("Idempotency-Key"));
        };
    }

    private Answer read(String[] path, String query) {
        if (path.length == 3 && path[2].equals("publication")) return timeline(path[1]);
        if (path.length == 3) return list(revisions.get(path[1]), query);
        if (path.length == 1) {
            var items = JSON.createArrayNode();
            of(path[0]).values().stream()
                    .filter(item -> !item.path("status").asText().equals("trashed"))
                    .forEach(items::add);
            return list(items, query);
        }
        var present = moved.get(String.join("/", path));
        if (present != null) return new Answer(308, present);
        var one = path[0].equals("articles") ? article(path[1]) : named(path);
        return one == null
                ? problem(404, "none")
                : new Answer(200, one, "\"" + one.path("version").asInt() + "\"");
    }

    /// Pages of two, whatever limit was asked for: a client must follow them.
    private static Answer list(ArrayNode items, String query) {
        int from =
                query.contains("after=") ? Integer.parseInt(query.replaceAll(".*after=", "")) : 0;
        var page = JSON.createObjectNode();
        var data = page.putArray("data");
        for (int i = from; i < Math.min(from + 2, items.size()); i++) data.add(items.get(i));
        var next = from + 2 < items.size() ? Integer.toString(from + 2) : null;
        page.putObject("page").put("next", next);
        return new Answer(200, page);
    }

    private ObjectNode article(String idOrSlug) {
        var byId = articles.get(idOrSlug);
        return byId == null ? bySlug(idOrSlug) : byId;
    }

    private ObjectNode named(String[] path) {
        return of(path[0]).get(path[1]);
    }

    private Map<String, ObjectNode> of(String path) {
        return switch (path) {
            case "articles" -> articles;
            case "authors" -> authors;
            default -> tags;
        };
    }

    /// An article with a property `planned` has a plan beside what is live, if anything is.
    private Answer timeline(String id) {
        var publication = JSON.createObjectNode();
        var timeline = publication.putArray("timeline");
        timeline.addObject().put("from", "2015-06-29T05:00:19Z").put("when", "live");
        var planned = articles.get(id).path("planned").textValue();
        if (planned != null) timeline.addObject().put("from", planned).put("when", "planned");
        return new Answer(200, publication);
    }

    private Answer withdraw(String id) {
        var article = articles.get(id);
        article.remove("planned");
        article.put("version", version(article) + 1);
        writes.add("no publication of " + article.path("slug").asText());
        return new Answer(200, Map.of());
    }

    private Answer putArticle(String id, ObjectNode body, String ifMatch) {
        var existing = articles.get(id);
        if (existing != null && ifMatch == null) return problem(428, "If-Match is missing");
        if (existing != null && !ifMatch.equals("\"" + existing.path("version").asInt() + "\"")) {
            return problem(412, "changed meanwhile");
        }
        var holder = bySlug(body.path("slug").asText());
        if (holder != null && holder != existing) return problem(409, "slug taken");
        for (var author : body.path("authors")) {
            var isKnown =
                    authors.containsKey(author.asText())
                            || moved.containsKey("authors/" + author.asText());
            if (!isKnown) return problem(422, "no such author");
        }
        if (body.path("title").asText().length() > 300) return problem(422, "title too long");
        body.put("id", id).put("version", version(existing) + 1);
        if (body.has("publication")) body.put("status", "published");
        articles.put(id, body);
        addRevision(id, body.path("note").asText());
        writes.add("article " + body.path("slug").asText());
        var status = existing == null ? 201 : 200;
        return new Answer(status, body, "\"" + body.path("version").asInt() + "\"");
    }

    private static int version(JsonNode existing) {
        return existing == null ? 0 : existing.path("version").asInt();
    }

    private void addRevision(String id, String note) {
        var all = revisions.computeIfAbsent(id, _ -> JSON.createArrayNode());
        var revision = JSON.createObjectNode().put("number", all.size() + 1).put("note", note);
        all.insert(0, revision);
        articles.get(id).put("revision", all.size());
    }

    private Answer put(Map<String, ObjectNode> all, String[] path, ObjectNode body, String key) {
        return path.length > 1 ? replace(all, path[0], body) : create(all, path[0], body, key);
    }

    private Answer create(Map<String, ObjectNode> all, String path, ObjectNode body, String key) {
        var slug = body.path("slug").asText();
        var first = keys.putIfAbsent(key, path + body);
        if (first != null && !first.equals(path + body)) return problem(422, "another's key");
        if (first != null) return new Answer(201, all.get(slug));
        if (all.containsKey(slug)) return problem(409, "slug taken");
        all.put(slug, body);
        writes.add(path + " " + slug);
        return new Answer(201, body);
    }

    private Answer replace(Map<String, ObjectNode> all, String path, ObjectNode body) {
        var slug = body.path("slug").asText();
        all.put(slug, body.put("version", version(all.get(slug)) + 1));
        writes.add(path + " " + slug);
        return new Answer(200, body);
    }

    private static Answer problem(int status, String detail) {
        return new Answer(status, Map.of("status", status, "detail", detail));
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
