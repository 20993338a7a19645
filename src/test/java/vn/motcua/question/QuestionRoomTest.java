package vn.motcua.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.identity.Official;
import vn.motcua.identity.Official.Duty;
import vn.motcua.journal.Journal;
import vn.motcua.journal.Recorded;
import vn.motcua.question.PublishedQuestions.Filter;
import vn.motcua.question.PublishedQuestions.Order;
import vn.motcua.question.web.Counter;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.PersonId;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.shared.Text;

/** The room behind its pages: time, transactions, what is shipped, what is forgotten, and how fast it finds. */
class QuestionRoomTest {

    private static final ProcedureCode LICENCE = new ProcedureCode("3.000347");
    private static Counter counter;

    @BeforeAll
    static void open() {
        counter = new Counter();
    }

    @AfterAll
    static void close() {
        counter.close();
    }

    private static Official official(Duty duty) {
        return new Official(PersonId.random(), "user", "Tên", "Cán bộ", new AgencyCode("G01"), Set.of(duty));
    }

    private static QuestionCode asked(String words) {
        var asking = counter.the(Asking.class);
        return asking.ask(asking.check(new Asking.Given(
                        Askers.newKey(),
                        "Lê Minh Châu",
                        "chau@example.vn",
                        "0912000035",
                        "3.000347",
                        words,
                        Locale.of("vi"),
                        null)))
                .code();
    }

    private static Question now(QuestionCode code) {
        return counter.the(Questions.class).find(code).orElseThrow();
    }

    private static Wording wording(String title) {
        return new Wording(
                new Text(title, ""), new Text("", ""), new Text("Câu trả lời đủ dài để công bố được.", ""), "12/2025");
    }

    private static QuestionCode published(String title) {
        var code = asked("Câu hỏi để công bố: " + title);
        var answering = counter.the(Answering.class);
        answering.answer(official(Duty.HANDLER), code, 1, wording(title), List.of(LICENCE));
        answering.publish(official(Duty.LEADER), code, 2, wording(title), Set.of());
        return code;
    }

    @Test
    void timeForAnAnswerSkipsTetAndItsDaysOff() {
        var before = counter.now.get();
        counter.now.set(Instant.parse("2026-02-10T02:00:00Z")); // 09:00 on the Tuesday before Tết of 2026
        var due = now(asked("Câu hỏi gửi ngay trước Tết Nguyên đán?")).times().due();
        counter.now.set(before);
        // 16 to 20 February are days off: the fifteenth working day is 10 March, not 3 March
        assertThat(due).isEqualTo(Instant.parse("2026-03-10T02:00:00Z"));
    }

    @Test
    void rowAndJournalEntryComeTogetherOrNotAtAll() {
        var code = asked("Câu hỏi mà giao dịch của nó bị hủy giữa chừng?");
        var answering = counter.the(Answering.class);
        assertThatThrownBy(() -> counter.the(TransactionTemplate.class).executeWithoutResult(_ -> {
                    answering.answer(
                            official(Duty.HANDLER), code, 1, wording("Có phải nộp ảnh không?"), List.of(LICENCE));
                    throw new IllegalStateException("pulled plug");
                }))
                .hasMessage("pulled plug");
        assertThat(now(code).state()).isEqualTo(State.ASKED);
        assertThat(history(code)).containsExactly("question.Asked");
        assertThat(counter.the(Questions.class).wording(code)).isEqualTo(Wording.NONE);
        answering.answer(official(Duty.HANDLER), code, 1, wording("Có phải nộp ảnh không?"), List.of(LICENCE));
        assertThat(history(code)).containsExactly("question.Asked", "question.Answered");
        assertThat(now(code).version()).isEqualTo(2);
    }

    private static List<String> history(QuestionCode code) {
        return counter.the(Journal.class).history(code.stream()).stream()
                .map(Recorded::type)
                .toList();
    }

    @Test
    void databaseItselfRefusesTwoEyes() {
        var code = published("Hai mắt thì có công bố được không?");
        assertThatThrownBy(() -> counter.sql()
                        .sql("update question.question set published_by = answered_by where code = ?")
                        .param(code.value())
                        .update())
                .hasMessageContaining("question_four_eyes");
    }

    @Test
    void shippedQuestionsAreReadOnceAndChangedOnlyWhereTheyChanged() {
        var ship = counter.the(ShipQuestions.class);
        var all = ShipQuestions.read();
        var one = new QuestionCode("Q-0301");
        assertThat(now(one).state()).isEqualTo(State.PUBLISHED);
        ship.ship(all);
        assertThat(now(one).version()).isEqualTo(1);

        var changed = new ArrayList<>(all);
        changed.replaceAll(each -> each.code().equals("0301")
                ? new ShipQuestions.Shipped(
                        each.code(),
                        each.procedures(),
                        new Text("Đổi bằng lái tốn bao nhiêu?", "How much is it now?"),
                        each.answer(),
                        each.law())
                : each);
        changed.removeIf(each -> each.code().equals("0302"));
        ship.ship(changed);
        assertThat(now(one).version()).isEqualTo(2);
        assertThat(now(new QuestionCode("Q-0302")).state()).isEqualTo(State.RETIRED);

        counter.the(Answering.class)
                .answer(official(Duty.CATALOGUE_ADMIN), one, 2, wording("Cán bộ đã sửa câu này"), List.of(LICENCE));
        ship.ship(all);
        assertThat(now(one).state()).as("taken over by an editor").isEqualTo(State.ANSWERED);
        assertThat(now(new QuestionCode("Q-0302")).state()).isEqualTo(State.PUBLISHED);
        assertThat(counter.the(Questions.class).find(new QuestionCode("Q-0101")))
                .as("about a procedure that is not here")
                .isEmpty();
    }

    @Test
    void askersAreForgottenAfterTheirTimeAndTheAnswerStays() {
        var before = counter.now.get();
        var code = published("Bao lâu thì cổng quên người hỏi?");
        var forget = counter.the(ForgetAskers.class);
        forget.run(counter.now.get());
        assertThat(counter.the(Askers.class).of(code)).isPresent();
        counter.now.set(before.plus(java.time.Duration.ofDays(91)));
        assertThat(forget.next()).hasValueSatisfying(next -> assertThat(next).isBefore(counter.now.get()));
        forget.run(counter.now.get());
        counter.now.set(before);
        assertThat(counter.the(Askers.class).of(code)).isEmpty();
        assertThat(counter.the(PublishedQuestions.class).find(code)).isPresent();
    }

    @Test
    void wordsAreFoundWithoutAccentsMistypedAndByEverydayNames() {
        var code = published("Giấy phép lái xe rách góc có phải đổi ngay không?");
        var published = counter.the(PublishedQuestions.class);
        for (var query : List.of("rách góc", "rach goc", "rach gocc", "GIẤY PHÉP rách góc???", "bằng lái rách góc")) {
            assertThat(published.search(query, Filter.NONE, 0, 5))
                    .as(query)
                    .anyMatch(entry -> entry.question().code().equals(code));
        }
        assertThat(published.search("3.000347.H26", Filter.NONE, 0, 50)).isNotEmpty();
        assertThat(published.search("zzqx wvvk", Filter.NONE, 0, 5)).isEmpty();
        assertThat(published.search("?!", Filter.NONE, 0, 5)).isEmpty();
        assertThat(published.search("rách góc", new Filter(Set.of(), null), 0, 5))
                .isEmpty();
        assertThat(published.search("rách góc", new Filter(null, new AgencyCode("G02")), 0, 5))
                .isEmpty();
        assertThat(published.list(Filter.NONE, Order.NEWEST, 0, 50)).isNotEmpty();
    }

    @Test
    void searchAmongTwentyThousandQuestionsStaysQuick() {
        try (var index = new QuestionIndex()) {
            var random = new Random(7);
            var pool = sentences();
            for (int i = 0; i < 20_000; i++) {
                var code = new QuestionCode("Q-261116-" + sign(i / 1024) + sign(i / 32 % 32) + sign(i % 32) + "AA");
                var begin = new Question.Begin(PersonId.SYSTEM, null, Instant.EPOCH, null);
                index.put(
                        Question.begun(
                                code,
                                Question.Origin.SHIPPED,
                                State.PUBLISHED,
                                new AgencyCode("G01"),
                                List.of(LICENCE),
                                begin),
                        new Wording(
                                new Text(said(pool, random, 1), ""),
                                new Text("", ""),
                                new Text(said(pool, random, 6), ""),
                                "x"),
                        List.of());
            }
            index.settle();
            index.show();
            var took = new ArrayList<Long>();
            var processor = ManagementFactory.getThreadMXBean();
            int hits = 0;
            for (int i = 0; i < 4_000; i++) {
                var sentence = List.of(said(pool, random, 1).split(" "));
                int from = random.nextInt(Math.max(1, sentence.size() - 6));
                var query = String.join(" ", sentence.subList(from, Math.min(sentence.size(), from + 2 + i % 5)));
                long began = processor.getCurrentThreadCpuTime();
                var found = index.search(query, Filter.NONE, 0, 21);
                if (i >= 2_000) {
                    took.add(processor.getCurrentThreadCpuTime() - began);
                }
                hits += found.size();
            }
            assertThat(hits).isGreaterThan(20_000);
            took.sort(Long::compare);
            double p50 = took.get(took.size() / 2) / 1e6;
            double p99 = took.get(took.size() * 99 / 100) / 1e6;
            System.out.printf(Locale.ROOT, "questions-search p50_ms=%.2f p99_ms=%.2f%n", p50, p99);
            // processor time; the aim of 10 ms is read from the line above on an idle machine, this bound only catches
            // a search that has become several times slower, also where four other builds share two cores
            assertThat(p99).isLessThan(40);
        }
    }

    private static char sign(int number) {
        return "ABCDEFGHJKLMNPQRSTUVWXYZ23456789".charAt(number);
    }

    /** What the shipped services say, sentence by sentence: as many words, and as often, as in real answers. */
    private static List<String> sentences() {
        try (var files = Files.walk(Path.of("services"))) {
            return files.filter(file -> file.endsWith("service.yaml"))
                    .flatMap(file -> read(file).lines())
                    .map(String::strip)
                    .filter(line -> line.startsWith("vi: "))
                    .flatMap(line -> Stream.of(line.substring(4).split("(?<=[.;]) ")))
                    .filter(sentence -> sentence.length() > 20)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String said(List<String> pool, Random random, int count) {
        var said = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            said.add(pool.get(random.nextInt(pool.size())));
        }
        return String.join(" ", said);
    }
}
