package org.keepreading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

/** What pom.xml promises to whoever builds. */
class BuildTest {

    @Test
    void startsWithoutTheFormatsCheckAndTheTestsCompilation() throws Exception {
        var phases = of("//execution[id='default-testCompile' or id='default-testResources' or id='format']/phase");

        assertThat(phases)
                .as("spring-boot:run goes as far as test-compile, and \"mvn test\" further than this")
                .containsExactly("process-test-classes", "process-test-classes", "process-test-classes");
    }

    @Test
    void packsNothingThatSomebodyWritesBesideTheTemplates() throws Exception {
        assertThat(of("//resource[directory='${project.basedir}']/includes/include"))
                .containsExactlyInAnyOrderElementsOf(
                        templates().map(name -> "templates/" + name + "/**").toList());
    }

    private static Stream<String> templates() {
        return Stream.of("shared", "digest", "brief").filter(name -> Files.isDirectory(Path.of("templates", name)));
    }

    private static List<String> of(String path) throws Exception {
        var pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile());
        var found = (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, pom, XPathConstants.NODESET);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }
}
