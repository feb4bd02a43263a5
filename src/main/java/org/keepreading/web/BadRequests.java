package org.keepreading.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Parameters that Tomcat can't read are the asker's mistake, not ours, wherever they are asked for. */
@ControllerAdvice
class BadRequests {

    @ExceptionHandler
    void answer(InvalidParameterException unreadable, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }
}
