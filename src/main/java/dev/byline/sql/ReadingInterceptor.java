package dev.byline.sql;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.hibernate.Session;

/// Runs inside the transaction's interceptor, whose priority is lower, and before any other
/// statement.
@Reading
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class ReadingInterceptor {
    private static final String SETTINGS =
            """
            set transaction isolation level repeatable read, read only;
            set local statement_timeout = '3s'
            """;

    private final Session session;

    ReadingInterceptor(Session session) {
        this.session = session;
    }

    @AroundInvoke
    Object read(InvocationContext invocation) throws Exception {
        session.setDefaultReadOnly(true);
        session.doWork(
                connection -> {
                    try (var statement = connection.createStatement()) {
                        statement.execute(SETTINGS);
                    }
                });
        return invocation.proceed();
    }
}
