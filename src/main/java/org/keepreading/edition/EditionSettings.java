package org.keepreading.edition;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where templates lie, and the bounds of what they make.
 *
 * @param templates the folder that wins over the templates of the jar
 * @param htmlLimit excerpts shrink until the HTML is at most this large: Gmail clips at about 102 KB
 * @param encodedLimit the same for the HTML as it is sent, in quoted-printable
 * @param templateTime a template that runs longer is stopped
 * @param templateOutput a template that prints more is stopped
 */
@Validated
@ConfigurationProperties("keepreading.edition")
public record EditionSettings(
        @DefaultValue("templates") Path templates,
        @DefaultValue("90KB") DataSize htmlLimit,
        @DefaultValue("102KB") DataSize encodedLimit,
        @DefaultValue("5s") Duration templateTime,
        @DefaultValue("2MB") DataSize templateOutput) {

    /** The settings where nothing is set. */
    public static EditionSettings defaults() {
        return new EditionSettings(
                Path.of("templates"),
                DataSize.ofKilobytes(90),
                DataSize.ofKilobytes(102),
                Duration.ofSeconds(5),
                DataSize.ofMegabytes(2));
    }
}
