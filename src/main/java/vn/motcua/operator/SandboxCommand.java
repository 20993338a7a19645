package vn.motcua.operator;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;
import vn.motcua.database.StartRefused;

/** Starts the outside world, which has its own jar and its own options; a production installation may not have it. */
@Command(
        name = "sandbox",
        description = "The outside world as a process of its own (--port N --data DIR; --help says more).")
final class SandboxCommand implements Callable<Integer> {

    private static final String SANDBOX = "vn.motcua.sandbox.Sandbox";

    @Unmatched
    List<String> options = new java.util.ArrayList<>();

    @Override
    public Integer call() throws ReflectiveOperationException {
        try {
            Class.forName(SANDBOX).getMethod("main", String[].class).invoke(null, (Object)
                    options.toArray(String[]::new));
            return 0;
        } catch (ClassNotFoundException e) {
            throw new StartRefused(
                    "motcua-sandbox.jar is not here: build it with bin/run, or start without the sandbox.");
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
