package vn.motcua.catalogue.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.Procedure;
import vn.motcua.catalogue.ProvinceValues;
import vn.motcua.catalogue.QuestionsBeside;
import vn.motcua.catalogue.eligibility.Eligibilities;
import vn.motcua.catalogue.web.ProcedurePage.Line;
import vn.motcua.catalogue.web.ProcedurePage.Link;
import vn.motcua.catalogue.web.ProcedurePage.Question;
import vn.motcua.catalogue.web.ProcedurePage.Questions;
import vn.motcua.shared.AgencyCode;
import vn.motcua.web.Formats;
import vn.motcua.web.Frame;

/** What stands beside a procedure's record: guides, questions of the public, what a province says in its place. */
@Component
class Beside {

    private static final int QUESTIONS_OF_ONE = 5;
    private static final int QUESTIONS_FOUND = 3;

    private final ObjectProvider<QuestionsBeside> questions;
    private final ProvinceValues values;
    private final Eligibilities eligibilities;
    private final Agencies agencies;

    Beside(
            ObjectProvider<QuestionsBeside> questions,
            ProvinceValues values,
            Eligibilities eligibilities,
            Agencies agencies) {
        this.questions = questions;
        this.values = values;
        this.eligibilities = eligibilities;
        this.agencies = agencies;
    }

    List<Link> guides(Procedure procedure, Frame frame) {
        var guides = new ArrayList<Link>();
        var page = "/procedures/" + procedure.code();
        if (eligibilities.find(procedure.code()).isPresent()) {
            guides.add(new Link(frame.text("catalogue.procedure.guide.check"), page + "/check", false));
        }
        guides.add(new Link(frame.text("catalogue.procedure.guide.checklist"), page + "/checklist", false));
        guides.add(new Link(frame.text("catalogue.procedure.guide.channels"), page + "/channels", false));
        guides.add(new Link(frame.text("catalogue.procedure.guide.forms"), page + "/forms", false));
        return guides;
    }

    Questions questions(Procedure procedure, Frame frame) {
        var room = questions.getIfAvailable();
        return room == null
                ? new Questions(List.of(), "")
                : new Questions(
                        room.of(procedure.code(), frame.locale(), QUESTIONS_OF_ONE).stream()
                                .map(Beside::question)
                                .toList(),
                        "/questions/ask?procedure=" + procedure.code());
    }

    /** Those that a search means, beside its procedures. */
    List<Question> found(String query, Frame frame) {
        var room = questions.getIfAvailable();
        return room == null || query.isEmpty()
                ? List.of()
                : room.find(query, frame.locale(), QUESTIONS_FOUND).stream()
                        .map(Beside::question)
                        .toList();
    }

    private static Question question(QuestionsBeside.Beside question) {
        return new Question(question.address(), question.title(), question.language());
    }

    /** What the chosen province says in place of the national record; empty where none is chosen or says anything. */
    List<Line> province(Procedure procedure, String agency, LocalDate day, Frame frame) {
        if (agency.isEmpty()) {
            return List.of();
        }
        var code = new AgencyCode(agency);
        var name = agencies.find(code)
                .map(known -> known.name().in(frame.locale()))
                .orElse(agency);
        return values.of(procedure.code(), code, day).stream()
                .map(value -> new Line(
                        frame.text("catalogue.procedure.province." + value.part(), name),
                        value.amount() == null
                                ? value.text().in(frame.locale())
                                : Formats.money(frame.locale(), value.amount()) + ". "
                                        + value.text().in(frame.locale()),
                        frame.text("catalogue.procedure.province.by", value.decision(), value.validFrom()),
                        value.text().otherThan(frame.locale())))
                .toList();
    }
}
