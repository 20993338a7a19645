package vn.motcua.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.TestDatabase;
import vn.motcua.keys.TestKeys;
import vn.motcua.shared.AgencyCode;

class SealsTest {

    @TempDir
    Path data;

    final TestDatabase.Fresh database = TestDatabase.fresh();
    Instant now = Instant.parse("2026-11-16T03:40:12Z");
    final InstantSource clock = () -> now;
    Pki pki;
    Papers papers;
    Seals seals;

    @BeforeEach
    void open() {
        pki = pki(database, data);
        papers = new Papers(database.sql(), clock, TestKeys.in(database, data, clock));
        seals = new Seals(pki, papers, clock);
    }

    Pki pki(TestDatabase.Fresh in, Path directory) {
        var transactions = new TransactionTemplate(new DataSourceTransactionManager(in.app()));
        return new Pki(in.sql(), transactions, clock, TestKeys.in(in, directory, clock));
    }

    @AfterEach
    void close() {
        database.close();
    }

    Seals.Paper paper() {
        return paper(seals.newToken());
    }

    Seals.Paper paper(String token) {
        return new Seals.Paper(
                Seals.Kind.RESULT,
                token,
                new AgencyCode("H26"),
                "Sở Xây dựng thành phố Hà Nội",
                "dossier/H26-261116-0001",
                now);
    }

    byte[] sealed() {
        return seals.seal(SheetTest.receipt().pdf(), paper());
    }

    SealReader reader() {
        return new SealReader(pki.anchors());
    }

    @Test
    void aSealedPaperIsOursWholeAndInForce() {
        var verdict = seals.check(sealed());
        assertThat(verdict)
                .isEqualTo(new Verdict(true, true, true, Seals.Kind.RESULT, "Sở Xây dựng thành phố Hà Nội", now));
    }

    @Test
    void itsTokenSaysTheSameHoweverItIsTyped() {
        var token = seals.newToken();
        seals.seal(SheetTest.receipt().pdf(), paper(token));
        assertThat(seals.check(token).inForce()).isTrue();
        assertThat(seals.check(Seals.readable(token).toLowerCase(java.util.Locale.ROOT))
                        .inForce())
                .isTrue();
        assertThat(seals.check(seals.newToken())).isEqualTo(Verdict.NOT_OURS);
        assertThat(seals.check("")).isEqualTo(Verdict.NOT_OURS);
        assertThatThrownBy(() -> paper("short")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theRegisterKeepsNoTokenThatAThiefCouldUse() {
        var token = seals.newToken();
        seals.seal(SheetTest.receipt().pdf(), paper(token));
        var row = database.sql()
                .sql("select paper::text from signing.paper")
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(token);
    }

    @Test
    void everyChangedByteMakesItNotWhole() {
        var whole = sealed();
        var reader = reader();
        assertThat(reader.read(whole).whole()).isTrue();
        var survivors = new ArrayList<Integer>();
        var random = new Random(42);
        for (int i = 0; i < 200; i++) {
            int at = random.nextInt(whole.length);
            var changed = whole.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            if (seals.check(changed).whole() || reader.read(changed).whole()) {
                survivors.add(at);
            }
        }
        assertThat(survivors).isEmpty();
    }

    @Test
    void everyChangedByteOfTheSealItselfMakesItNotWhole() {
        var whole = sealed();
        var reader = reader();
        int open = new String(whole, StandardCharsets.ISO_8859_1).indexOf("/Contents <") + 10;
        var survivors = new ArrayList<Integer>();
        for (int at = open; at < open + 10_002; at += 41) {
            var changed = whole.clone();
            changed[at] = changed[at] == '0' ? (byte) '1' : (byte) '0';
            if (!Arrays.equals(changed, whole) && reader.read(changed).whole()) {
                survivors.add(at - open);
            }
        }
        assertThat(survivors).isEmpty();
    }

    @Test
    void whatIsAddedAfterTheSealMakesItNotWhole() throws Exception {
        var whole = sealed();
        var appended = Arrays.copyOf(whole, whole.length + 1);
        appended[whole.length] = '\n';
        assertThat(seals.check(appended)).isEqualTo(Verdict.ALTERED);

        var shadow = new ByteArrayOutputStream();
        try (var document = Loader.loadPDF(whole)) {
            document.getPage(0).setRotation(90);
            document.getPage(0).getCOSObject().setNeedToBeUpdated(true);
            document.getDocumentCatalog().getPages().getCOSObject().setNeedToBeUpdated(true);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(shadow);
        }
        assertThat(shadow.size()).isGreaterThan(whole.length);
        assertThat(seals.check(shadow.toByteArray())).isEqualTo(Verdict.ALTERED);
    }

    @Test
    void aSealUnderAnotherRootIsNotOurs(@TempDir Path elsewhere) {
        try (var other = TestDatabase.fresh()) {
            var foreign = new Seals(
                    pki(other, elsewhere), new Papers(other.sql(), clock, TestKeys.in(other, elsewhere, clock)), clock);
            var pdf = foreign.seal(SheetTest.receipt().pdf(), paper());
            assertThat(foreign.check(pdf).whole()).isTrue();
            assertThat(seals.check(pdf)).isEqualTo(Verdict.NOT_OURS);
        }
        assertThat(seals.check(SheetTest.receipt().pdf())).isEqualTo(Verdict.NOT_OURS);
        assertThat(seals.check("not a pdf".getBytes())).isEqualTo(Verdict.NOT_OURS);
        assertThat(seals.check(new byte[0])).isEqualTo(Verdict.NOT_OURS);
    }

    @Test
    void aRevokedOrReplacedPaperIsOursButNotInForce() {
        var first = seals.newToken();
        var second = seals.newToken();
        var old = seals.seal(SheetTest.receipt().pdf(), paper(first));
        var fresh = seals.seal(SheetTest.receipt().pdf(), paper(second));
        assertThat(papers.replace(first, second, "correction")).isTrue();
        assertThat(seals.check(old))
                .matches(verdict -> verdict.ours() && verdict.whole() && Boolean.FALSE.equals(verdict.inForce()));
        assertThat(seals.check(first).inForce()).isFalse();
        assertThat(seals.check(fresh).inForce()).isTrue();
        assertThat(papers.revoke(second, "issued by mistake")).isTrue();
        assertThat(papers.revoke(second, "again")).isFalse();
        assertThat(seals.check(fresh).inForce()).isFalse();
        assertThat(seals.check(fresh).kind()).isEqualTo(Seals.Kind.RESULT);
    }

    @Test
    void withTheRootsAloneItCanBeCheckedOffline() {
        var published = new Anchors(pki, new NoAnnouncers()).published();
        var file = String.join("", published.anchors()).getBytes(StandardCharsets.UTF_8);
        var check = OfflineCheck.with(file);
        var pdf = sealed();
        assertThat(check.check(pdf))
                .isEqualTo(new Verdict(
                        true,
                        true,
                        null,
                        Seals.Kind.RESULT,
                        "Sở Xây dựng thành phố Hà Nội",
                        now.truncatedTo(java.time.temporal.ChronoUnit.SECONDS)));
        pdf[pdf.length / 3] ^= 1;
        assertThat(check.check(pdf).whole()).isFalse();
        assertThatThrownBy(() -> OfflineCheck.with("nothing".getBytes())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OfflineCheck.with(
                        String.join("", published.certificates()).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoNodesMakeOneRootAndTheNextGenerationComesInTime() {
        var other = pki(database, data);
        assertThat(other.anchors()).isEqualTo(pki.anchors()).hasSize(1);
        var before = sealed();
        var first = pki.member(Role.SEAL).certificate();
        now = pki.nextRenewal().orElseThrow().plusSeconds(1);
        pki.renew();
        assertThat(pki.member(Role.SEAL).generation()).isEqualTo(2);
        assertThat(pki.member(Role.SEAL).certificate()).isNotEqualTo(first);
        other.renew();
        assertThat(other.member(Role.SEAL).certificate())
                .isEqualTo(pki.member(Role.SEAL).certificate());
        var after = sealed();
        assertThat(reader().read(before).whole()).isTrue();
        assertThat(reader().read(after).whole()).isTrue();
    }

    @Test
    void anIndependentValidatorSaysTheSame() {
        var seal = dss(sealed());
        assertThat(seal.getSignatureFormat()).isEqualTo(SignatureLevel.PAdES_BASELINE_T);
        assertThat(seal.isSignatureIntact() && seal.isSignatureValid()).isTrue();
        assertThat(seal.isTrustedChain()).isTrue();
        assertThat(seal.getTimestampList()).hasSize(1);
        assertThat(seal.getTimestampList().getFirst().isSignatureValid()).isTrue();

        var changed = sealed();
        changed[changed.length / 3] ^= 1;
        assertThat(dss(changed).isSignatureIntact() && dss(changed).isSignatureValid())
                .isFalse();
    }

    private eu.europa.esig.dss.diagnostic.SignatureWrapper dss(byte[] pdf) {
        var trusted = new CommonTrustedCertificateSource();
        pki.anchors().forEach(root -> trusted.addCertificate(new CertificateToken(root)));
        var verifier = new CommonCertificateVerifier();
        verifier.setAIASource(null);
        verifier.setTrustedCertSources(trusted);
        var validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(pdf));
        validator.setCertificateVerifier(verifier);
        validator.setValidationTime(Date.from(now.plus(Duration.ofMinutes(1))));
        return validator.validateDocument().getDiagnosticData().getSignatures().getFirst();
    }

    private static final class NoAnnouncers implements org.springframework.beans.factory.ObjectProvider<KeyAnnouncer> {
        @Override
        public java.util.stream.Stream<KeyAnnouncer> stream() {
            return java.util.stream.Stream.empty();
        }

        @Override
        public java.util.Iterator<KeyAnnouncer> iterator() {
            return java.util.Collections.emptyIterator();
        }
    }
}
