package vn.motcua.question;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.shared.Text;

/** The published words of questions, or those that shall be. */
@Repository
class Wordings {

    private final JdbcClient sql;

    Wordings(JdbcClient sql) {
        this.sql = sql;
    }

    /** Empty words where nobody has answered yet. */
    Wording of(QuestionCode code) {
        return sql.sql("select * from question.wording where code = ?")
                .param(code.value())
                .query(Wordings::row)
                .optional()
                .orElse(Wording.NONE);
    }

    void save(QuestionCode code, Wording wording) {
        sql.sql("""
                insert into question.wording
                    (code, title_vi, title_en, details_vi, details_en, answer_vi, answer_en, law)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (code) do update set
                    title_vi = excluded.title_vi, title_en = excluded.title_en,
                    details_vi = excluded.details_vi, details_en = excluded.details_en,
                    answer_vi = excluded.answer_vi, answer_en = excluded.answer_en, law = excluded.law
                """)
                .params(
                        code.value(),
                        wording.title().vi(),
                        wording.title().en(),
                        wording.details().vi(),
                        wording.details().en(),
                        wording.answer().vi(),
                        wording.answer().en(),
                        wording.law())
                .update();
    }

    static Wording row(ResultSet row, int number) throws SQLException {
        return new Wording(
                new Text(row.getString("title_vi"), row.getString("title_en")),
                new Text(row.getString("details_vi"), row.getString("details_en")),
                new Text(row.getString("answer_vi"), row.getString("answer_en")),
                row.getString("law"));
    }
}
