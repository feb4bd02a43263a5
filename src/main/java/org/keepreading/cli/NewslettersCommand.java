package org.keepreading.cli;

import picocli.CommandLine.Command;

/** {@code newsletters}: newsletters as files, for those who keep them in git. */
@Command(
        name = "newsletters",
        mixinStandardHelpOptions = true,
        description = "Newsletters as files, for those who keep them in git.",
        subcommands = {NewslettersList.class, NewslettersShow.class, NewslettersApply.class, NewslettersExport.class})
final class NewslettersCommand {}
