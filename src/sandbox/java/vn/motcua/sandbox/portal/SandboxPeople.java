package vn.motcua.sandbox.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import vn.motcua.identity.EmailAddress;
import vn.motcua.identity.Enrolment;
import vn.motcua.identity.Enrolment.NewCitizen;
import vn.motcua.identity.Enrolment.NewOfficial;
import vn.motcua.identity.IdentityNumber;
import vn.motcua.identity.Official.Duty;
import vn.motcua.identity.People;
import vn.motcua.identity.PersonName;
import vn.motcua.identity.PhoneNumber;
import vn.motcua.shared.AgencyCode;

/**
 * The test people of the contract, enrolled when the sandbox first starts; each only where missing, so that a start that
 * was cut off is finished by the next and two nodes do no harm. Officials' codes go to 0913000001 and following.
 */
@Component
class SandboxPeople implements ApplicationRunner {

    static final String PASSWORD = "Motcua-2026!";

    /** The ministries and provinces for which the catalogue's administrator approves what their editors wrote. */
    private static final List<String> EVERY_AGENCY = List.of(
            "G01", "G02", "G03", "G06", "G09", "G10", "G12", "G15", "G16", "G17", "G18", "G19", "G24",
            "H01", "H05", "H12", "H13", "H14", "H15", "H17", "H18", "H19", "H20", "H21", "H24", "H26", "H27", "H29",
            "H31", "H32", "H35", "H36", "H37", "H38", "H41", "H42", "H44", "H48", "H49", "H50", "H52", "H53", "H55",
            "H56", "H57", "H60", "H61");

    private final Enrolment enrolment;
    private final People people;
    private final SampleCitizens samples;

    SandboxPeople(Enrolment enrolment, People people, SampleCitizens samples) {
        this.enrolment = enrolment;
        this.people = people;
        this.samples = samples;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (people.account("admin").isPresent()) {
            return; // the last one of the list: all are here
        }
        try {
            enrol(enrolment.hash(PASSWORD));
        } catch (DuplicateKeyException e) {
            // another node is at it, and finishes
        }
    }

    /** So many more citizens of level 2; their numbers. */
    List<String> more(int count) {
        return samples.more(count, enrolment.hash(PASSWORD));
    }

    private void enrol(String hash) {
        citizen("001190000017", "Nguyễn Thị An", "1990-03-15", 17, 2, "12 phố Hàng Bông, phường Hoàn Kiếm, Hà Nội", hash, true);
        citizen("079085000026", "Trần Văn Bình", "1985-07-02", 26, 2, "45 đường Lê Lợi, phường Sài Gòn, Thành phố Hồ Chí Minh", hash, true);
        citizen("048201000035", "Lê Minh Châu", "2001-11-20", 35, 1, "8 đường Bạch Đằng, phường Hải Châu, Đà Nẵng", hash, true);
        citizen("031188000044", "Phạm Thị Dung", "1988-01-09", 44, 2, "21 đường Lạch Tray, phường Gia Viên, Hải Phòng", hash, false);
        if (people.account("0109900016").isEmpty()) {
            enrolment.organisation(
                    "0109900016", "Công ty TNHH Sao Mai", people.account("079085000026").orElseThrow(), hash);
        }
        trio("hanoi", List.of("H26"), 1, List.of("Đỗ Thu Hà", "Vũ Quang Huy", "Hoàng Thị Lan"), hash);
        trio("hcm", List.of("H29"), 4, List.of("Bùi Ngọc Mai", "Đặng Văn Nam", "Ngô Thị Oanh"), hash);
        trio("ministry", List.of("G01", "G02"), 7, List.of("Dương Văn Phúc", "Lý Thị Quyên", "Phan Văn Sơn"), hash);
        official("catalogue.admin", "Mai Thị Tâm", "Quản trị danh mục thủ tục", EVERY_AGENCY, Duty.CATALOGUE_ADMIN, 10, hash);
        official("editor.ministry", "Kiều Văn Bảo", "Biên tập thủ tục hành chính", List.of("G01", "G02", "G15", "G17"), Duty.CATALOGUE_ADMIN, 16, hash);
        official("editor.hanoi", "Tạ Thị Cúc", "Biên tập thủ tục hành chính", List.of("H26"), Duty.CATALOGUE_ADMIN, 17, hash);
        official("payment.officer", "Tô Văn Uy", "Đối soát thanh toán", List.of("G01"), Duty.PAYMENT_OFFICER, 11, hash);
        official("petition.officer", "Hồ Thị Vân", "Xử lý phản ánh, kiến nghị", List.of("G01"), Duty.PETITION_OFFICER, 12, hash);
        official("hotline.agent", "Đinh Văn Xuân", "Trực tổng đài", List.of("G01"), Duty.HOTLINE_AGENT, 13, hash);
        official("auditor", "Lâm Thị Yến", "Kiểm toán", List.of("G01"), Duty.AUDITOR, 14, hash);
        official("admin", "Cao Văn Ân", "Quản trị hệ thống", List.of("G01"), Duty.ADMIN, 15, hash);
    }

    private void trio(String place, List<String> agencies, int number, List<String> names, String hash) {
        official("clerk." + place, names.get(0), "Cán bộ một cửa", agencies, Duty.CLERK, number, hash);
        official("handler." + place, names.get(1), "Cán bộ thụ lý", agencies, Duty.HANDLER, number + 1, hash);
        official("leader." + place, names.get(2), "Lãnh đạo phê duyệt", agencies, Duty.LEADER, number + 2, hash);
    }

    private void citizen(
            String number, String name, String born, int phone, int level, String address, String hash, boolean secondFactor) {
        if (people.account(number).isPresent()) {
            return;
        }
        enrolment.citizens(List.of(new NewCitizen(
                new IdentityNumber(number),
                new PersonName(name),
                LocalDate.parse(born),
                new PhoneNumber("0912%06d".formatted(phone)),
                new EmailAddress("nguoi." + phone + "@example.vn"),
                level,
                address,
                "vi",
                hash,
                secondFactor,
                people.keepPicture(Portrait.draw(phone)))));
    }

    private void official(
            String userName, String name, String title, List<String> agencies, Duty duty, int phone, String hash) {
        if (people.account(userName).isEmpty()) {
            enrolment.official(new NewOfficial(
                    userName,
                    new PersonName(name),
                    title,
                    agencies.stream().map(AgencyCode::new).toList(),
                    Set.of(duty),
                    new PhoneNumber("0913%06d".formatted(phone)),
                    hash));
        }
    }
}
