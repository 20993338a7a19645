package vn.motcua.notification;

/** What became of one try to send a letter. */
sealed interface Fate {

    /** The other side has taken it and answers for it; {@code gatewayId} is its name there. */
    record Taken(String gatewayId) implements Fate {}

    /** Not taken, and another try may help. */
    record Refused(String reason) implements Fate {}

    /** Not taken, and no other try will change that: the address does not exist. */
    record Hopeless(String reason) implements Fate {}

    /** Not even tried, because the line had broken before its turn; says nothing of the letter. */
    record Untried() implements Fate {}

    /** The line broke before an answer came: taken or not, nobody knows until it is sent again. */
    record Unknown(String reason) implements Fate {}
}
