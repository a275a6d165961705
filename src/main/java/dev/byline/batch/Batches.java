package dev.byline.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.answer.Idempotency;
import dev.byline.http.MovedException;
import dev.byline.http.Problem;
import dev.byline.http.ProblemException;
import dev.byline.http.ProblemType;
import dev.byline.input.RecordReader;
import dev.byline.server.Problems;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/// Does the operations of a batch in their order: all in one transaction, or each in its own.
@Singleton
class Batches {
    private static final byte[] NOTHING = {};

    private final Endpoints endpoints;
    private final Idempotency idempotency;
    private final RecordReader records;
    private final Problems problems;
    private final ObjectMapper mapper;
    private final Session session;

    Batches(
            Endpoints endpoints,
            Idempotency idempotency,
            RecordReader records,
            Problems problems,
            ObjectMapper mapper,
            Session session) {
        this.endpoints = endpoints;
        this.idempotency = idempotency;
        this.records = records;
        this.problems = problems;
        this.mapper = mapper;
        this.session = session;
    }

    /// A batch, and how it is asked for.
    ///
    /// @param key by which a retry of it is known, or null
    record Asked(BatchInput input, String key, boolean isTogether, boolean isDryRun) {
        List<BatchInput.Item> operations() {
            return input.operations();
        }
    }

    /// All of them or none.
    ///
    /// @throws ProblemException `batch-failed`, with the one that was refused
    BatchReport together(Asked asked) {
        return BatchReport.of(asked.isDryRun(), inTransaction(asked, () -> all(asked)));
    }

    private List<BatchReport.Item> all(Asked asked) {
        var results = new ArrayList<BatchReport.Item>();
        var made = new References();
        for (var index = 0; index < asked.operations().size(); index++) {
            var result = orFail(asked, index, made);
            made.add(result);
            results.add(result);
            session.flush();
            session.clear();
        }
        return results;
    }

    /// What is only tried is undone.
    private static <T> T inTransaction(Asked asked, Supplier<T> work) {
        QuarkusTransaction.begin();
        var result = orRollback(work);
        if (asked.isDryRun()) {
            QuarkusTransaction.rollback();
        } else {
            QuarkusTransaction.commit();
        }
        return result;
    }

    private static <T> T orRollback(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error thrown) {
            QuarkusTransaction.rollback();
            throw thrown;
        }
    }

    private BatchReport.Item orFail(Asked asked, int index, References made) {
        try {
            return done(asked, index, made);
        } catch (RuntimeException refused) {
            throw failure(asked, index, refused);
        }
    }

    /// What is no fault of the operation is told as of any request.
    private RuntimeException failure(Asked asked, int index, RuntimeException refused) {
        var problem = problem(refused);
        if (problem.status() >= 500) {
            return new ProblemException(problem);
        }
        var item = asked.operations().get(index);
        return ProblemException.ofPart(
                ProblemType.BATCH_FAILED,
                "Operation %d (%s) was refused, and nothing was done: %s"
                        .formatted(index, item.operation(), problem.detail()),
                index,
                item.id(),
                problem);
    }

    /// Each by itself, whatever becomes of the others.
    BatchReport apart(Asked asked) {
        var results = new ArrayList<BatchReport.Item>();
        var made = new References();
        for (var index = 0; index < asked.operations().size(); index++) {
            var result = alone(asked, index, made);
            made.add(asked.isDryRun() ? result.withoutBody() : result);
            results.add(result);
        }
        return BatchReport.of(asked.isDryRun(), results);
    }

    private BatchReport.Item alone(Asked asked, int index, References made) {
        try {
            return inTransaction(asked, () -> done(asked, index, made));
        } catch (RuntimeException refused) {
            return BatchReport.Item.refused(asked.operations().get(index), problem(refused));
        }
    }

    private BatchReport.Item done(Asked asked, int index, References made) {
        var item = asked.operations().get(index);
        return idempotency
                .oncePart(asked.key(), index, "POST /batch", asked, () -> answer(item, made))
                .map(answer -> result(item, answer))
                .orElseGet(
                        () -> BatchReport.Item.refused(item, Idempotency.deletedSince().problem()));
    }

    private RestResponse<byte[]> answer(BatchInput.Item item, References made) {
        var endpoint = endpoints.of(item.operation());
        var answer =
                endpoint.call(
                        made.in(item.parameters()),
                        made.in(item.body()),
                        (body, type) -> type == JsonNode.class ? body : records.read(body, type));
        var builder =
                ResponseBuilder.<byte[]>create(answer.getStatus())
                        .entity(answer.getEntity() instanceof byte[] body ? body : NOTHING);
        answer.getHeaders().forEach((name, values) -> builder.header(name, values.getFirst()));
        return located(builder.build(), endpoint);
    }

    /// What is kept of a thing for a retry is found by where the thing is, when it is deleted: also
    /// the answer to a change, which by itself has no `Location`.
    private RestResponse<byte[]> located(RestResponse<byte[]> answer, Endpoint endpoint) {
        var body = json(answer.getEntity());
        if (body != null && body.hasNonNull("id") && !isMade(answer)) {
            answer.getHeaders()
                    .putSingle(HttpHeaders.LOCATION, endpoint.address(body.get("id").textValue()));
        }
        return answer;
    }

    private static boolean isMade(RestResponse<byte[]> answer) {
        return answer.getStatus() == 201;
    }

    private BatchReport.Item result(BatchInput.Item item, RestResponse<byte[]> answer) {
        return new BatchReport.Item(
                item.id(),
                item.operation(),
                answer.getStatus(),
                isMade(answer) ? answer.getHeaderString(HttpHeaders.LOCATION) : null,
                answer.getHeaderString(HttpHeaders.ETAG),
                json(answer.getEntity()),
                null);
    }

    private JsonNode json(byte[] body) {
        try {
            return body.length == 0 ? null : mapper.readTree(body);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// A request by itself would be led on from a former slug: within a batch nothing is led on.
    private Problem problem(RuntimeException refused) {
        return problems.problem(
                refused instanceof MovedException moved
                        ? ProblemType.NOT_FOUND.because(
                                "%s is a former slug: it is %s now."
                                        .formatted(moved.from(), moved.to()))
                        : refused);
    }
}
