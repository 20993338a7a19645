package vn.motcua;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The portal: one process that serves pages and the API, and reads its own journal. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class Motcua {

    public static void main(String[] args) {
        var portal = new SpringApplication(Motcua.class);
        portal.addInitializers(new SafeStart());
        portal.run(args);
    }
}
