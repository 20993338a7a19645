package vn.motcua.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.form.Form.Choice;
import vn.motcua.form.Form.Field;
import vn.motcua.form.Form.Section;
import vn.motcua.form.Form.Type;
import vn.motcua.shared.Text;

/** A form with every kind of field, and answers to which nothing can be objected on 23 November 2026. */
final class Questions {

    static final Form FORM = Form.of(
            "1",
            List.of(
                    new Section(
                            "first",
                            text("Phần một", "Part one"),
                            List.of(
                                    new Field(
                                            "number",
                                            Type.TEXT,
                                            text("Số giấy", "Number"),
                                            null,
                                            true,
                                            null,
                                            null,
                                            20,
                                            "[0-9]{12}",
                                            text("Số phải có đủ 12 chữ số.", "It must have 12 digits."),
                                            null,
                                            List.of()),
                                    field("name", Type.TEXT, true),
                                    field("story", Type.LONG_TEXT, false, 500, null, null),
                                    new Field(
                                            "kind",
                                            Type.CHOICE,
                                            text("Loại", "Kind"),
                                            null,
                                            true,
                                            null,
                                            null,
                                            0,
                                            null,
                                            null,
                                            null,
                                            List.of(
                                                    new Choice("A", text("A", "A")),
                                                    new Choice("OTHER", text("Khác", "Other")))),
                                    field("which", Type.TEXT, true, 0, "answers.kind == 'OTHER'", null))),
                    new Section(
                            "second",
                            text("Phần hai", "Part two"),
                            List.of(
                                    field("issued", Type.DATE, true, 0, null, "past"),
                                    field("starts", Type.DATE, false, 0, null, "future"),
                                    field("ends", Type.DATE, false, 0, null, "starts"),
                                    field("value", Type.MONEY, true),
                                    field("count", Type.NUMBER, false, 3, null, null),
                                    field("identity", Type.IDENTITY_NUMBER, false),
                                    field("phone", Type.PHONE, false),
                                    field("email", Type.EMAIL, false),
                                    field("agreed", Type.DECLARATION, true),
                                    new Field(
                                            "known",
                                            Type.TEXT,
                                            text("Đã biết", "Known"),
                                            null,
                                            true,
                                            "fullName",
                                            null,
                                            0,
                                            null,
                                            null,
                                            null,
                                            List.of())))));

    private Questions() {}

    static Map<String, Object> answers() {
        var answers = new LinkedHashMap<String, Object>();
        answers.put("number", "010164008823");
        answers.put("name", "Nguyễn Thị An");
        answers.put("story", "Dòng một\nDòng hai");
        answers.put("kind", "A");
        answers.put("issued", "2026-11-23");
        answers.put("starts", "2026-12-01");
        answers.put("ends", "2026-12-31");
        answers.put("value", 50_000_000L);
        answers.put("count", 999);
        answers.put("identity", "001190000017");
        answers.put("phone", "0912000017");
        answers.put("email", "an@vidu.vn");
        answers.put("agreed", true);
        return answers;
    }

    private static Text text(String vi, String en) {
        return new Text(vi, en);
    }

    private static Field field(String name, Type type, boolean required) {
        return field(name, type, required, 0, null, null);
    }

    private static Field field(
            String name, Type type, boolean required, int maxLength, @Nullable String when, @Nullable String earliest) {
        return new Field(
                name, type, text(name, name), null, required, null, when, maxLength, null, null, earliest, List.of());
    }
}
