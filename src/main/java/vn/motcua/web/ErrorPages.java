package vn.motcua.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What filters and the server itself refuse by a bare status, in the same form as every other refusal. */
@Controller
class ErrorPages implements ErrorController {

    private final Problems problems;

    ErrorPages(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var original = new ErrorRequest(request);
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            problems.send(original, response, thrown);
        } else if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                && status >= 400
                && (status < 500 || status == 503)) {
            problems.send(original, response, Refusals.ofStatus(status));
        } else if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) == null) {
            problems.send(original, response, Refusals.ofStatus(404));
        } else {
            problems.send(
                    original,
                    response,
                    new IllegalStateException(
                            "A bare status " + request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE)));
        }
    }

    /** The request as it was before the server turned to {@code /error}. */
    private static class ErrorRequest extends jakarta.servlet.http.HttpServletRequestWrapper {

        ErrorRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getRequestURI() {
            return getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                    ? uri
                    : super.getRequestURI();
        }
    }
}
