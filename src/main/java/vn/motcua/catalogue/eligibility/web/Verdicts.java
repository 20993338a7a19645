package vn.motcua.catalogue.eligibility.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Offering;
import vn.motcua.catalogue.Offerings;
import vn.motcua.catalogue.Procedure;
import vn.motcua.catalogue.eligibility.Outcome;
import vn.motcua.catalogue.web.CaseWords;
import vn.motcua.catalogue.web.FindProcedure;
import vn.motcua.time.WorkingTime;
import vn.motcua.web.Choice;
import vn.motcua.web.Fact;
import vn.motcua.web.Frame;

/** The end of a check as a page: what fits and what it takes, or why not and where to go instead. */
@Component
class Verdicts {

    private final Offerings offerings;
    private final FindProcedure find;
    private final WorkingTime workingTime;
    private final InstantSource clock;

    Verdicts(Offerings offerings, FindProcedure find, WorkingTime workingTime, InstantSource clock) {
        this.offerings = offerings;
        this.find = find;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    VerdictPage page(CheckView view, Outcome outcome) {
        var fits = outcome.fits();
        var refused = outcome.refused();
        var kase = fits == null ? "" : "?case=" + fits.kase();
        return new VerdictPage(
                view.procedure().name().in(view.frame().locale()),
                view.home(),
                view.given(),
                fits == null ? null : fits(view, fits),
                refused == null ? null : refused(view, refused),
                view.address(),
                view.home() + "/checklist" + kase,
                view.home() + "/channels" + kase);
    }

    private VerdictPage.Refused refused(CheckView view, Outcome.Refused refused) {
        var frame = view.frame();
        var locale = frame.locale();
        var title = view.procedure().legalBasis().stream()
                .filter(law -> law.number().equals(refused.law()))
                .map(law -> law.title().in(locale))
                .findFirst()
                .orElse("");
        var article = refused.article();
        return new VerdictPage.Refused(
                refused.reason().in(locale),
                article == null
                        ? frame.text("catalogue.check.clause.law", refused.law(), title)
                        : frame.text("catalogue.check.clause", article.in(locale), refused.law(), title),
                refused.todo().in(locale),
                refused.procedure() == null ? null : find.link(refused.procedure(), locale));
    }

    private VerdictPage.Fits fits(CheckView view, Outcome.Fits fits) {
        var frame = view.frame();
        var today = LocalDate.ofInstant(clock.instant(), WorkingTime.ZONE);
        var words = CaseWords.of(view.procedure(), fits.kase(), today, frame)
                .knowing(view.eligibility().carried(view.answers()));
        var needed = new ArrayList<VerdictPage.Paper>();
        var perhaps = new ArrayList<VerdictPage.Paper>();
        for (var paper : words.papers()) {
            view.eligibility()
                    .needs(paper, view.answers(), today)
                    .ifPresentOrElse(
                            needs -> {
                                if (needs) {
                                    needed.add(paper(paper, words, frame));
                                }
                            },
                            () -> perhaps.add(paper(paper, words, frame)));
        }
        return new VerdictPage.Fits(
                CaseWords.alternatives(view.procedure()).size() == 1 ? "" : words.name(),
                fits.note() == null ? "" : fits.note().in(frame.locale()),
                facts(view.procedure(), fits, words),
                needed,
                perhaps,
                start(view, words));
    }

    private static VerdictPage.Paper paper(Offering.Component paper, CaseWords words, Frame frame) {
        return new VerdictPage.Paper(
                paper.name().in(frame.locale()),
                paper.why() == null ? "" : paper.why().in(frame.locale()),
                words.copies(paper));
    }

    private List<Fact> facts(Procedure procedure, Outcome.Fits fits, CaseWords words) {
        var frame = words.frame();
        return List.of(
                new Fact(frame.text("catalogue.procedure.time"), words.limits(), estimate(words)),
                new Fact(
                        frame.text("catalogue.procedure.fee"),
                        words.fee(),
                        (fits.fee() == null ? procedure.feeNote() : fits.fee()).in(frame.locale())),
                new Fact(
                        frame.text("catalogue.check.agency"),
                        (fits.agency() == null ? procedure.authority() : fits.agency()).in(frame.locale()),
                        ""),
                new Fact(
                        frame.text("catalogue.check.where"),
                        procedure.receiving().in(frame.locale()),
                        ""));
    }

    private String estimate(CaseWords words) {
        var limit = words.channels().stream()
                .map(channel -> words.limitOn(channel.channel()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return limit == null
                ? ""
                : words.frame()
                        .text(
                                "catalogue.check.estimate",
                                workingTime.due(clock.instant(), limit).due());
    }

    private VerdictPage.@Nullable Start start(CheckView view, CaseWords words) {
        var here = offerings.of(view.procedure().code()).stream()
                .filter(offering -> offering.hosting() != Offering.Hosting.AGENCY_PORTAL)
                .filter(offering -> offering.cases().stream()
                        .anyMatch(kase -> kase.code().equals(words.kase().code())))
                .toList();
        if (here.isEmpty() || words.limitOn(Offering.Channel.ONLINE) == null) {
            return null;
        }
        var locale = view.frame().locale();
        var carried = view.eligibility().carried(view.answers());
        var kept = new ArrayList<CheckPage.Kept>();
        kept.add(new CheckPage.Kept("case", words.kase().code()));
        kept.addAll(CheckView.kept(carried));
        return new VerdictPage.Start(
                view.home() + "/start",
                kept,
                here.stream()
                        .map(offering -> Choice.of(
                                offering.agency().value(),
                                offering.agencyName().in(locale),
                                offering == here.getFirst()))
                        .toList(),
                !carried.isEmpty());
    }
}
