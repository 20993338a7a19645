package vn.motcua.dossier.web;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.web.Idempotency.Answer;

/** Turns shapes into answers that can be kept, and kept answers into responses. */
@Component
class Answering {

    private final JsonMapper json;

    Answering(JsonMapper json) {
        this.json = json;
    }

    Answer with(int status, Object shape) {
        return new Answer(status, json.writeValueAsString(shape));
    }

    static ResponseEntity<String> response(Answer answer) {
        return ResponseEntity.status(answer.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer.body());
    }
}
