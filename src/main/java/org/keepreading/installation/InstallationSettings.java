package org.keepreading.installation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What tells this installation from a trial of it.
 *
 * @param installation its name, such as "production"; empty: none
 */
@ConfigurationProperties("keepreading")
record InstallationSettings(@DefaultValue("") String installation) {}
