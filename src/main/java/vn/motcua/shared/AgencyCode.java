package vn.motcua.shared;

import java.util.regex.Pattern;

/**
 * The code of an agency: {@code G01} for a ministry, {@code H26} for a province, {@code H15.50.05.13} below it (Quyết định
 * 20/2020/QĐ-TTg). Refuses anything else.
 */
public record AgencyCode(String value) {

    private static final Pattern SHAPE = Pattern.compile("[GH]\\d{2}(\\.\\d{2}){0,5}");

    public AgencyCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the code of an agency: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
