package vn.motcua.dossier.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Offering;
import vn.motcua.dossier.Dossier;
import vn.motcua.time.Deadline;
import vn.motcua.time.WorkingTime;
import vn.motcua.web.Messages;

/** Why a dossier is due when it is: each day on the way, counted or not. */
@Component
class DueWhy {

    record Day(LocalDate date, boolean counted, String why) {}

    private final WorkingTime workingTime;
    private final Messages messages;

    DueWhy(WorkingTime workingTime, Messages messages) {
        this.workingTime = workingTime;
        this.messages = messages;
    }

    /** The count from acceptance by the limit of the dossier's own version; empty before acceptance. */
    java.util.Optional<Deadline> deadline(Dossier dossier, Offering offering) {
        var accepted = dossier.times().accepted();
        var limit = offering.caseOf(dossier.caseCode()).limits().get(Offering.Channel.ONLINE);
        return accepted == null || limit == null
                ? java.util.Optional.empty()
                : java.util.Optional.of(workingTime.due(accepted, limit));
    }

    List<Day> of(Dossier dossier, Offering offering, Locale locale) {
        return deadline(dossier, offering).stream()
                .flatMap(deadline -> deadline.explanation().stream())
                .map(day -> new Day(day.date(), day.counted(), why(locale, day.why())))
                .toList();
    }

    private String why(Locale locale, String key) {
        int bar = key.indexOf('|');
        return bar < 0
                ? messages.text(locale, key)
                : messages.text(locale, key.substring(0, bar), key.substring(bar + 1));
    }
}
