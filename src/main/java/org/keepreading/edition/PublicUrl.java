package org.keepreading.edition;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where readers reach this installation: what every link of ours in a message begins with.
 *
 * @param publicUrl {@code keepreading.public-url}; https, unless this is a trial on one's own machine
 */
@ConfigurationProperties("keepreading")
public record PublicUrl(
        @DefaultValue("http://localhost:8080") URI publicUrl) {

    /** The full address of a path of ours, such as {@code /unsubscribe/abc}. */
    public String of(String path) {
        return publicUrl.toString().replaceAll("/+$", "") + path;
    }
}
