package vn.motcua;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The portal: one process that serves pages and the API, and reads its own journal. */
@SpringBootApplication(proxyBeanMethods = false, nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class Motcua {

    public static void main(String[] args) {
        var portal = new SpringApplication(Motcua.class);
        // two rooms may each have a class of the same name
        portal.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        portal.addInitializers(new SafeStart());
        portal.run(args);
    }
}
