package vn.motcua.operator;

/** One thing that the doctor looked at: {@code ok}, or what is wrong and what mends it. */
record Finding(boolean wrong, String about, String words) {

    static Finding well(String about, String words) {
        return new Finding(false, about, words);
    }

    static Finding wrong(String about, String what, String remedy) {
        return new Finding(true, about, what + " → " + remedy);
    }

    String line() {
        return "%s  %-12s %s".formatted(wrong ? "WRONG" : "ok   ", about, words);
    }
}
