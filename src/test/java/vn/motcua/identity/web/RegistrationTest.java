package vn.motcua.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.identity.web.Browser.hidden;
import static vn.motcua.identity.web.Browser.location;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.identity.Captchas;

/** How somebody gets an account, and what is refused with which words. */
@IdentityTest
class RegistrationTest {

    private static final AtomicInteger NUMBER = new AtomicInteger(500);

    @LocalServerPort
    int port;

    @Autowired
    Captchas captchas;

    @Autowired
    IdentityPortal.Post post;

    @Autowired
    JdbcClient sql;

    private Browser browser;
    private final Map<String, String> typed = new LinkedHashMap<>();

    @BeforeEach
    void somebodyNew() {
        browser = new Browser(port);
        int n = NUMBER.incrementAndGet();
        typed.put("identityNumber", "048201%06d".formatted(n));
        typed.put("fullName", "Lê Minh Châu");
        typed.put("birthDateDay", "20");
        typed.put("birthDateMonth", "11");
        typed.put("birthDateYear", "2001");
        typed.put("sex", "MALE");
        typed.put("phone", "0915%06d".formatted(n));
        typed.put("email", "chau%d@example.vn".formatted(n));
        typed.put("password", "mot-cau-dai-de-nho");
    }

    @Test
    void confirmedPhoneAndMailMakeAnAccountOfLevelOneThatSaysWhatMendsIt() {
        assertThat(location(send())).isEqualTo("/register/phone");
        var toMail = browser.fill("/register/phone", "/register/phone", "code", post.code(typed("phone")));
        assertThat(location(toMail)).isEqualTo("/register/email");
        assertThat(accounts()).as("no account before both are confirmed").isZero();

        var done = browser.fill("/register/email", "/register/email", "code", post.code(typed("email")));

        assertThat(location(done)).isEqualTo("/me");
        assertThat(browser.get("/me").body())
                .contains("Xin chào Lê Minh Châu", "mức 1", "công an xã, phường", "3 ngày làm việc");
        assertThat(browser.get("/me?lang=en").body()).contains("Hello Lê Minh Châu", "level 1", "police office");
        assertThat(sql.sql(
                                "select count(*) from journal.journal where stream = 'person/' || (select id from identity.account where login = ?)")
                        .param(typed("identityNumber"))
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void numberThatHasAnAccountIsToldOnlyToSomebodyWithAConfirmedPhone() {
        confirmedPhoneAndMailMakeAnAccountOfLevelOneThatSaysWhatMendsIt();
        browser = new Browser(port);
        typed.put("phone", "0916%06d".formatted(NUMBER.get()));

        assertThat(location(send())).isEqualTo("/register/phone");
        var refused = browser.fill("/register/phone", "/register/phone", "code", post.code(typed("phone")));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("đã có tài khoản");
    }

    @ParameterizedTest
    @CsvSource({
        "identityNumber,00120100001,Bạn đã nhập 11",
        "identityNumber,003201000035,Không có tỉnh nào mang mã 003",
        "identityNumber,048901000035,Số thứ tư không thể là 9",
        "identityNumber,048202000035,năm sinh 2002",
        "sex,FEMALE,không khớp giới tính",
        "sex,,Chọn giới tính",
        "fullName,<b>Châu</b>,chỉ gồm chữ",
        "fullName,,Nhập họ và tên",
        "birthDateDay,31,Không có ngày này",
        "birthDateYear,2101,chưa tới",
        "birthDateYear,1801,quá xa",
        "birthDateYear,2020,tuổi có tài khoản riêng",
        "birthDateYear,-200,bằng số",
        "phone,02438222222,Số cố định",
        "email,chau@,dạng ten@example.vn",
        "password,ngan,ít nhất 12",
        "password,matkhau@123,nhiều người biết"
    })
    void whatIsWrongIsSaidWithItsRemedyAndTheRestStays(String field, String value, String words) {
        typed.put(field, value == null ? "" : value);

        var refused = send();

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(words)
                .contains("value=\"" + (field.equals("phone") ? typed("email") : typed("phone")));
        assertThat(refused.body()).as("the password never comes back").doesNotContain("mot-cau-dai-de-nho");
        assertThat(refused.body()).doesNotContain("<b>Châu</b>");
    }

    @Test
    void nameOfAThousandSignsIsRefused() {
        typed.put("fullName", "A".repeat(1_000));

        assertThat(send().body()).contains("dài nhất 100 ký tự");
    }

    @Test
    void passwordMadeOfTheOwnNumberIsRefused() {
        typed.put("password", "abc" + typed("identityNumber"));

        assertThat(send().body()).contains("không được chứa số định danh");
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        typed.replaceAll((field, value) -> "");

        assertThat(send().body()).contains("Có 7 chỗ cần sửa");
    }

    @Test
    void confirmingThePhoneTwiceDoesNoHarm() {
        send();
        var page = browser.get("/register/phone");
        var code = post.code(typed("phone"));
        browser.post("/register/phone", hidden(page), "code", code);

        assertThat(location(browser.post("/register/phone", hidden(page), "code", code)))
                .isEqualTo("/register/email");
    }

    private HttpResponse<String> send() {
        var form = hidden(browser.get("/register"));
        form.putAll(typed);
        return browser.post(
                "/register",
                form,
                "captcha",
                captchas.answer(form.getOrDefault("captchaId", "")).orElseThrow());
    }

    private String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    private int accounts() {
        return sql.sql("select count(*) from identity.account where login = ?")
                .param(typed("identityNumber"))
                .query(Integer.class)
                .single();
    }
}
