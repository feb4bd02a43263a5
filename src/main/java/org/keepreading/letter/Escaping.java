package org.keepreading.letter;

import org.springframework.web.util.HtmlUtils;

/** What a value needs so that it stays a value where it lands. */
enum Escaping {
    NONE {
        @Override
        String escape(String value) {
            return value;
        }
    },
    HTML {
        @Override
        String escape(String value) {
            return HtmlUtils.htmlEscape(value, "UTF-8");
        }
    };

    abstract String escape(String value);
}
