package vn.motcua.sandbox.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.identity.Enrolment;
import vn.motcua.identity.Enrolment.NewCitizen;
import vn.motcua.identity.IdentityNumber;
import vn.motcua.identity.People;
import vn.motcua.identity.PersonName;
import vn.motcua.identity.PhoneNumber;

/** Citizens by the thousand, the same every time: the n-th has always the same number, name and phone. */
@Component
class SampleCitizens {

    private static final List<String> FAMILY =
            List.of("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ");

    private static final List<String> MEN = List.of("Văn Hải", "Minh Khôi", "Quốc Bảo", "Đức Long", "Thanh Tùng");

    private static final List<String> WOMEN = List.of("Thị Hoa", "Ngọc Ánh", "Thu Trang", "Kim Ngân", "Thanh Thủy");

    private static final List<Integer> PROVINCES =
            IdentityNumber.provinces().stream().sorted().toList();

    private final Enrolment enrolment;
    private final People people;

    SampleCitizens(Enrolment enrolment, People people) {
        this.enrolment = enrolment;
        this.people = people;
    }

    /** One call at a time: the next begins after the last. */
    synchronized List<String> more(int count, String passwordHash) {
        int from = enrolled();
        var picture = people.keepPicture(Portrait.draw(0));
        enrolment.citizens(IntStream.range(from, from + count)
                .mapToObj(n -> sample(n, passwordHash, picture))
                .toList());
        return IntStream.range(from, from + count)
                .mapToObj(n -> number(n).value())
                .toList();
    }

    /** How many there are: they have no gaps, so the first missing one is found by halving. */
    private int enrolled() {
        int there = 0;
        int missing = 1;
        while (people.account(number(missing - 1).value()).isPresent()) {
            there = missing;
            missing *= 2;
        }
        while (missing - there > 1) {
            int middle = (there + missing) / 2;
            if (people.account(number(middle - 1).value()).isPresent()) {
                there = middle;
            } else {
                missing = middle;
            }
        }
        return there;
    }

    private static IdentityNumber number(int n) {
        return new IdentityNumber("%03d%d%02d%06d"
                .formatted(PROVINCES.get(n % PROVINCES.size()), n % 2, 60 + n % 40, 100_000 + n % 900_000));
    }

    private static NewCitizen sample(int n, String passwordHash, @Nullable UUID picture) {
        var number = number(n);
        var given = n % 2 == 0 ? MEN : WOMEN;
        return new NewCitizen(
                number,
                new PersonName(FAMILY.get(n % FAMILY.size()) + " " + given.get(n % given.size())),
                LocalDate.of(number.birthYear(), 1 + n % 12, 1 + n % 28),
                new PhoneNumber("0914%06d".formatted(n % 1_000_000)),
                null,
                2,
                "Số %d, đường Mẫu".formatted(n + 1),
                "vi",
                passwordHash,
                true,
                picture);
    }
}
