package dev.byline.support;

import groovy.lang.Closure;
import groovy.lang.ExpandoMetaClass;
import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovyShell;
import groovy.lang.GroovySystem;
import groovy.lang.Script;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.codehaus.groovy.runtime.InvokerHelper;

/// REST Assured reads each path into a JSON body, such as `data[0].title`, as a program in Groovy,
/// and lets Groovy's shell compile it each time: a third of what the tests took. Here the shell
/// keeps what it compiled.
public final class CompiledPaths {
    private static final Map<String, Class<?>> SCRIPTS = new ConcurrentHashMap<>();
    private static final GroovyClassLoader COMPILER =
            new GroovyClassLoader(CompiledPaths.class.getClassLoader());

    private CompiledPaths() {}

    /// For all that is asked of REST Assured from now on.
    public static void keep() {
        var shell = new ExpandoMetaClass(GroovyShell.class, true, true);
        shell.registerInstanceMethod("evaluate", new Evaluation());
        shell.initialize();
        GroovySystem.getMetaClassRegistry().setMetaClass(GroovyShell.class, shell);
    }

    private static final class Evaluation extends Closure<Object> {
        private static final long serialVersionUID = 1;

        Evaluation() {
            super(null);
        }

        /// Groovy finds it by its name.
        public Object doCall(String path) {
            var shell = (GroovyShell) getDelegate();
            Script script = InvokerHelper.createScript(compiled(path), shell.getContext());
            return script.run();
        }
    }

    private static Class<?> compiled(String path) {
        return SCRIPTS.computeIfAbsent(path, CompiledPaths::compile);
    }

    private static Class<?> compile(String path) {
        synchronized (COMPILER) {
            return COMPILER.parseClass(path);
        }
    }
}
