package vn.motcua.web;

/** One of the answers at the top of a page: {@code Lệ phí}, {@code 135.000 đ}, {@code mỗi lần cấp}; the note may be empty. */
public record Fact(String term, String value, String note) {}
