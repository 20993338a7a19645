package vn.motcua;

import java.util.Map;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For whoever watches over the process: ready means that pages are served, live means that a restart would not help. */
@RestController
@RequestMapping("/health")
class Health {

    private final ApplicationAvailability availability;
    private final JdbcClient sql;

    Health(ApplicationAvailability availability, JdbcClient sql) {
        this.availability = availability;
        this.sql = sql;
    }

    @GetMapping("/ready")
    ResponseEntity<Map<String, String>> ready() {
        return answer(availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC && databaseAnswers());
    }

    @GetMapping("/live")
    ResponseEntity<Map<String, String>> live() {
        return answer(availability.getLivenessState() == LivenessState.CORRECT);
    }

    private boolean databaseAnswers() {
        try {
            return sql.sql("select true").query(Boolean.class).single();
        } catch (DataAccessException e) {
            return false;
        }
    }

    private static ResponseEntity<Map<String, String>> answer(boolean well) {
        return ResponseEntity.status(well ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(Map.of("status", well ? "UP" : "DOWN"));
    }
}
