package vn.motcua.identity.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.identity.Official;
import vn.motcua.identity.OnDuty;
import vn.motcua.identity.Person;
import vn.motcua.identity.Signed;

/** A test through the door of the identity room: one portal for all of them, with a few addresses behind the door. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = IdentityPortal.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "motcua.data=target/identity-test",
            "motcua.identity.password-memory-kib=1024",
            "motcua.identity.form-targets=https://wallet.example"
        })
@ActiveProfiles("identity-test")
@Import({IdentityTest.Pages.class, IdentityTest.Api.class})
@interface IdentityTest {

    @Profile("identity-test")
    @Controller
    class Pages {
        @GetMapping("/mine")
        @ResponseBody
        String mine(@Signed Person person) {
            return person.fullName();
        }

        @PostMapping("/mine")
        @ResponseBody
        String change(@Signed Person person) {
            return "changed by " + person.fullName();
        }

        @PostMapping("/payments/momo/callback")
        @ResponseBody
        String callback() {
            return "taken";
        }

        @GetMapping("/desk")
        @ResponseBody
        String desk(@OnDuty Official official) {
            return official.userName();
        }
    }

    @Profile("identity-test")
    @RestController
    class Api {
        record Who(String name) {}

        @GetMapping("/api/v1/me/test")
        Who me(@Signed Person person) {
            return new Who(person.fullName());
        }

        @PostMapping("/api/v1/me/test")
        Who post(@Signed Person person, jakarta.servlet.http.HttpServletRequest request) {
            return new Who(request.getUserPrincipal().getName());
        }

        @GetMapping("/api/v1/work/test")
        Who work(@OnDuty Official official) {
            return new Who(official.userName());
        }
    }
}
