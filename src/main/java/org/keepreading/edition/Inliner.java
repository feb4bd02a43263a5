package org.keepreading.edition;

import com.helger.css.decl.CSSDeclaration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Puts a style sheet's rules into style attributes, as many mail clients look nowhere else. */
final class Inliner {
    private static final Pattern GROUND = Pattern.compile("(?:^|;)background-color:(#[0-9a-fA-F]{6})(?:;|$)");

    private Inliner() {}

    static void inline(Document document, StyleSheet styles) {
        fillAttributes(document, styles);
        nameGrounds(document);
        keepClasses(document, styles);
        keepRules(document, styles);
    }

    private static void fillAttributes(Document document, StyleSheet styles) {
        var all = new LinkedHashMap<Element, Map<String, String>>();
        for (var rule : styles.inline()) {
            for (var element : document.select(rule.selector())) {
                add(all.computeIfAbsent(element, one -> new LinkedHashMap<>()), rule.declarations());
            }
        }
        all.forEach(Inliner::write);
    }

    private static void add(Map<String, String> style, List<CSSDeclaration> declarations) {
        for (var declaration : declarations) {
            // Out and in again: a later shorthand must come after what it overrides.
            style.remove(declaration.getProperty());
            style.put(declaration.getProperty(), declaration.getExpressionAsCSSString());
        }
    }

    private static void write(Element element, Map<String, String> style) {
        var own = element.attr("style");
        var text = style.entrySet().stream()
                .map(property -> property.getKey() + ":" + property.getValue())
                .collect(Collectors.joining(";"));
        element.attr("style", own.isEmpty() ? text : text + ";" + own);
    }

    /** Beside the style, for clients that take an attribute and drop the style. */
    private static void nameGrounds(Document document) {
        for (var element : document.select("body, table, td")) {
            var ground = GROUND.matcher(element.attr("style"));
            if (ground.find()) {
                element.attr("bgcolor", ground.group(1));
            }
        }
    }

    private static void keepClasses(Document document, StyleSheet styles) {
        var kept = styles.classes();
        for (var element : document.select("[class]")) {
            element.classNames(element.classNames().stream()
                    .filter(kept::contains)
                    .collect(Collectors.toCollection(LinkedHashSet::new)));
            if (element.className().isEmpty()) {
                element.removeAttr("class");
            }
        }
    }

    // Two elements: Gmail drops a whole <style> in which it meets what it does not know, such as [data-ogsc].
    private static void keepRules(Document document, StyleSheet styles) {
        var byKind = styles.kept().stream().collect(Collectors.partitioningBy(rule -> rule.contains("[")));
        for (var kind : List.of(byKind.get(false), byKind.get(true))) {
            if (!kind.isEmpty()) {
                document.head().appendElement("style").appendChild(new DataNode(String.join("", kind)));
            }
        }
    }
}
