package vn.motcua.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Problem.Kind;

/** Refuses forms and queries with characters that no table can hold or that were not UTF-8. */
@Component
class CleanWords implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        for (var parameter : request.getParameterMap().entrySet()) {
            for (var value : parameter.getValue()) {
                if (value.indexOf('\0') >= 0) {
                    throw Problem.invalid(parameter.getKey(), "web.body.control");
                }
                if (value.indexOf('\uFFFD') >= 0) {
                    throw Problem.of(Kind.MALFORMED, "web.body.utf8");
                }
            }
        }
        return true;
    }
}
