package dev.byline.openapi;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/// Makes the OpenAPI document when it is first asked for: by Serving a second after the start, if
/// not before. Quarkus makes it on the way, a quarter of a start, until it has
/// [quarkus#55538](https://github.com/quarkusio/quarkus/pull/55538): then this is to go. There is
/// one document.
@LateDocument.Late
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
final class LateDocument {

    private InvocationContext making;

    /// Both methods of the service come here: the one that makes the document, and the one that
    /// yields it.
    @AroundInvoke
    Object late(InvocationContext call) throws Exception {
        synchronized (this) {
            if (call.getMethod().getName().equals("prepareDocument")) {
                making = call;
                return null;
            }
            if (making != null) {
                making.proceed();
                making = null;
            }
        }
        return call.proceed();
    }

    @InterceptorBinding
    @Retention(RetentionPolicy.RUNTIME)
    @interface Late {}

    /// Binds the interceptor to a class of Quarkus. Not in tests and development, where that class
    /// and this have two class loaders, and what is private to its package is out of reach.
    public static final class Binding implements BuildCompatibleExtension {

        @Enhancement(types = OpenApiDocumentService.class)
        public void bind(ClassConfig service) {
            if (LaunchMode.current() == LaunchMode.NORMAL) {
                service.addAnnotation(Late.class);
            }
        }
    }
}
