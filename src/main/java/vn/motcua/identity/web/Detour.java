package vn.motcua.identity.web;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Leads whoever must sign in first to {@code /login}. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Detour {

    @ExceptionHandler
    ResponseEntity<Void> lead(SignInNeeded needed) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", needed.login())
                .build();
    }
}
