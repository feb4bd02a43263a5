package org.keepreading.newsletter;

import java.io.StringReader;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A newsletter as a file, newsletter.yaml: for those who keep their newsletters in git. */
public final class NewsletterFile {
    private static final String BARE_COLOUR = "(?s).*\\baccent:\\s*#.*";

    private NewsletterFile() {}

    /**
     * @param fileName what mistakes call the file
     * @throws NewsletterMistakes with all mistakes of the file at once
     */
    public static Newsletter parse(String fileName, String yaml) {
        return parse(fileName, yaml, Contact::of);
    }

    /**
     * One that the store has kept: also with an address that a version before took, which {@link Newsletter#mistakes} tells.
     *
     * @throws NewsletterMistakes with all other mistakes
     */
    public static Newsletter kept(String fileName, String yaml) {
        return parse(fileName, yaml, Contact::kept);
    }

    private static Newsletter parse(String fileName, String yaml, Function<String, Contact> contacts) {
        var mistakes = new FileMistakes(fileName);
        var root = compose(yaml, mistakes);
        mistakes.complain();
        var newsletter = new NewsletterReader(mistakes, contacts).read(root);
        mistakes.complain();
        return newsletter;
    }

    /** Where a file that {@link #parse} takes says this, counted from 1. */
    public static int lineOf(String key, String yaml) {
        return compose(yaml, new FileMistakes("")) instanceof MappingNode file
                ? file.getValue().stream()
                        .map(NodeTuple::getKeyNode)
                        .filter(node -> node instanceof ScalarNode word
                                && word.getValue().equals(key))
                        .map(node -> FileMistakes.lineOf(node.getStartMark()))
                        .findFirst()
                        .orElse(1)
                : 1;
    }

    /** The file that {@link #parse} makes the same newsletter of; each key is written, in a fixed order. */
    public static String write(Newsletter newsletter) {
        return NewsletterWriter.write(newsletter);
    }

    private static @Nullable Node compose(String yaml, FileMistakes mistakes) {
        try {
            // one mark at the start of the file is what some editors leave there
            return new Yaml(new LoaderOptions()).compose(new StringReader(yaml.replaceFirst("^\uFEFF", "")));
        } catch (MarkedYAMLException e) {
            mistakes.at(e.getProblemMark() == null ? 1 : FileMistakes.lineOf(e.getProblemMark()), unreadable(e, yaml));
        } catch (YAMLException e) {
            mistakes.at(1, "this is no YAML: " + e.getMessage());
        }
        return null;
    }

    private static String unreadable(MarkedYAMLException problem, String yaml) {
        return String.valueOf(problem.getMessage()).contains("single document")
                ? "a second document begins here, and a file holds one newsletter. Put the other into a file of its own."
                : "this is no YAML: " + problem.getProblem()
                        + ". Look at the indentation and the quotes here and in the line above"
                        + (yaml.matches(BARE_COLOUR) ? "; a colour stands in quotes, for # begins a comment." : ".");
    }
}
