package vn.motcua.catalogue.national;

/**
 * Something in a record that could not be read for certain, for an editor to decide.
 *
 * @param part where, as in the record: {@code channels[0].fee}
 * @param said what the source says there, at most {@value #MAX_SAID} characters
 */
record Doubt(String part, Kind kind, String said) {

    static final int MAX_SAID = 500;

    /** Which rule was unsure; the sentence for the editor has the key {@code catalogue.doubt.KIND}. */
    enum Kind {
        /** A mandatory part is empty. */
        PART_MISSING,
        /** The agency stands in no list of agencies. */
        AGENCY_UNKNOWN,
        /** A word for an audience, a level or a kind that the national lists do not have. */
        WORD_UNKNOWN,
        /** Marked as free, and the text names an amount or a law on fees. */
        FEE_FLAG_AGAINST_TEXT,
        /** The amount and the text beside it differ. */
        AMOUNT_AGAINST_TEXT,
        /** An amount below 1,000 đồng, probably written in thousands. */
        AMOUNT_IN_THOUSANDS,
        /** Several amounts, or one that depends on the matter: nothing is asked for until an editor says what. */
        FEE_ONLY_IN_PROSE,
        /** A reduced amount with its days, read out of a sentence. */
        FEE_PERIOD_READ,
        /** A limit was read out of a sentence. */
        LIMIT_FROM_PROSE,
        /** No limit that a machine can read. */
        LIMIT_ONLY_IN_PROSE,
        /** A number without a unit; 1 was taken as the same day. */
        LIMIT_WITHOUT_UNIT,
        /** The unit and the sentence beside it differ. */
        LIMIT_AGAINST_TEXT,
        /** The same way of handing in stands there more than once with other limits; the longest was taken. */
        CHANNEL_TWICE,
        /** A case that is no case but a remark. */
        NOTE_AS_CASE,
        /** Whether a case is a choice or a part of the papers had to be guessed from its name. */
        CASE_KIND_GUESSED,
        /** A piece of a sentence stands as a paper. */
        PAPER_IS_FRAGMENT,
        /** A number of copies that cannot be. */
        QUANTITY,
        /** The number of a legal text could not be separated from what stands beside it. */
        LAW_NUMBER_UNSURE,
        /** Related procedures are named without their codes. */
        RELATED_WITHOUT_CODE,
        /** A text was longer than the portal keeps, and was cut. */
        TEXT_CUT
    }

    Doubt {
        said = said.length() <= MAX_SAID ? said : said.substring(0, MAX_SAID - 1) + "…";
    }
}
