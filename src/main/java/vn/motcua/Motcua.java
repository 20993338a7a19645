package vn.motcua;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The portal: one process that serves pages and the API, and reads its own journal. Beans go by their full class names,
 * because two rooms may each have a {@code Door}.
 */
@SpringBootApplication(proxyBeanMethods = false, nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class Motcua {

    public static void main(String[] args) {
        var portal = new SpringApplication(Motcua.class);
        portal.addInitializers(new SafeStart());
        portal.run(args);
    }
}
