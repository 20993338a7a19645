package vn.motcua.sandbox.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.identity.Official;
import vn.motcua.identity.People;
import vn.motcua.identity.Tokens;
import vn.motcua.identity.web.IdentityPortal;
import vn.motcua.shared.AgencyCode;

/** The people that the contract promises. */
@SpringBootTest(
        classes = IdentityPortal.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"motcua.data=target/sandbox-people-test", "motcua.identity.password-memory-kib=1024"})
@Import({SandboxPeople.class, SampleCitizens.class, SandboxTokens.class})
class SandboxPeopleTest {

    @Autowired
    SandboxPeople sandboxPeople;

    @Autowired
    SandboxTokens sandboxTokens;

    @Autowired
    Tokens tokens;

    @Autowired
    People people;

    @Autowired
    JdbcClient sql;

    @Test
    void contractsPeopleAreThereAfterTheFirstStartAndOnlyOnce() throws Exception {
        sandboxPeople.run(new DefaultApplicationArguments());

        var an = people.citizen(people.account("001190000017").orElseThrow());
        assertThat(an.fullName()).isEqualTo("Nguyễn Thị An");
        assertThat(an.phone()).isEqualTo("0912000017");
        assertThat(an.level()).isEqualTo(2);
        assertThat(people.citizen(people.account("048201000035").orElseThrow()).level())
                .isOne();
        assertThat(people.officials(new AgencyCode("H26"), Official.Duty.HANDLER))
                .extracting(Official::userName)
                .containsExactly("handler.hanoi");
        assertThat(people.officials(new AgencyCode("G02"), Official.Duty.LEADER))
                .extracting(Official::userName)
                .containsExactly("leader.ministry");
        assertThat(people.official("admin").orElseThrow().is(Official.Duty.ADMIN))
                .isTrue();
        var picture =
                ImageIO.read(new ByteArrayInputStream(people.portrait(an.id()).orElseThrow()));
        assertThat(picture.getHeight()).isEqualTo(400);
        assertThat(sql.sql("""
                                select p.full_name from identity.mandate m
                                join identity.person p on p.id = m.person
                                join identity.account o on o.id = m.organisation
                                where o.login = '0109900016' and m.kind = 'LEGAL_REPRESENTATIVE'
                                """).query(String.class).list()).containsExactly("Trần Văn Bình");
    }

    @Test
    void moreCitizensAreTheSameEveryTimeAndFollowEachOther() {
        var first = sandboxPeople.more(3);
        var next = sandboxPeople.more(500);

        assertThat(first).startsWith("001060100000", "002161100001");
        assertThat(next).hasSize(500).doesNotContainAnyElementsOf(first).doesNotHaveDuplicates();
        assertThat(people.citizen(people.account(next.getLast()).orElseThrow()).level())
                .isEqualTo(2);
    }

    @Test
    void tokenForWhoeverIsAskedFor() {
        var token = sandboxTokens.person("clerk.hanoi", Tokens.Scope.WORK).orElseThrow();

        assertThat(tokens.verify(token).orElseThrow().subject())
                .isEqualTo(people.account("clerk.hanoi").orElseThrow().toString());
        assertThat(sandboxTokens.person("nobody", Tokens.Scope.ME)).isEmpty();
    }
}
