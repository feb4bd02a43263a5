package org.keepreading.web.reader;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Turns what is not there into a page that says so. */
@ControllerAdvice
class NotHereAdvice {

    @ExceptionHandler
    ModelAndView page(NotHere missing, HttpServletResponse response) {
        PageHeaders.OWN_PAGE.writeTo(response);
        return new ModelAndView(
                "not-here",
                Map.of("title", missing.title(), "sentence", String.valueOf(missing.getMessage())),
                HttpStatus.NOT_FOUND);
    }
}
