package vn.motcua.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.asm.ClassReader;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every code with which the portal can refuse: the message keys that stand in classes which make a {@code Problem}. Read from
 * the compiled classes themselves when first asked, so that the public list cannot fall behind.
 */
public final class Codes {

    private static final String PROBLEM = "vn/motcua/shared/Problem";
    private static final Set<String> MAKERS = Set.of("of", "invalid", "notFound", "later");
    private static final int STRING = 8;
    private static final int METHOD = 10;

    private Codes() {}

    private static final class Found {
        static final List<String> CODES = read();
    }

    public static List<String> all() {
        return Found.CODES;
    }

    private static List<String> read() {
        var sentences = new Sentences();
        var codes = new TreeSet<String>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:vn/motcua/**/*.class")) {
                try (var bytes = file.getInputStream()) {
                    var type = new ClassReader(bytes);
                    if (refuses(type)) {
                        collect(type, sentences, codes);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(codes);
    }

    private static boolean refuses(ClassReader type) {
        var buffer = new char[type.getMaxStringLength()];
        for (int i = 1; i < type.getItemCount(); i++) {
            int at = type.getItem(i);
            if (at > 0
                    && type.readByte(at - 1) == METHOD
                    && type.readClass(at, buffer).startsWith(PROBLEM)) {
                int nameAndType = type.getItem(type.readUnsignedShort(at + 2));
                if (MAKERS.contains(type.readUTF8(nameAndType, buffer))) {
                    return true;
                }
            }
        }
        return type.getClassName().equals("vn/motcua/web/Refusals")
                || type.getClassName().equals("vn/motcua/web/JsonMistakes");
    }

    private static void collect(ClassReader type, Sentences sentences, Set<String> codes) {
        var buffer = new char[type.getMaxStringLength()];
        for (int i = 1; i < type.getItemCount(); i++) {
            int at = type.getItem(i);
            if (at > 0 && type.readByte(at - 1) == STRING) {
                var text = (String) type.readConst(i, buffer);
                if (sentences.knows(text) && !text.startsWith("web.type.")) {
                    codes.add(text);
                }
            }
        }
    }
}
