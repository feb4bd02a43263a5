package org.keepreading.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates as folders of files, the newsroom's before those that come with the program. */
class TemplatesTest {
    @TempDir
    Path folder;

    private Templates templates = new Templates(EditionSettings.defaults());

    @BeforeEach
    void lieInAFolderOfTheirOwn() {
        var defaults = EditionSettings.defaults();
        templates = new Templates(new EditionSettings(
                folder,
                defaults.htmlLimit(),
                defaults.encodedLimit(),
                defaults.templateTime(),
                defaults.templateOutput()));
    }

    @Test
    void comeFromTheJarWhereTheFolderHasNone() {
        assertThat(templates.load("digest").files())
                .containsKeys("html.ftlh", "text.ftl", "subject.ftl", "parts.ftlh", "style.css")
                .containsKeys("../shared/frame.ftlh", "../shared/base.css", "../shared/words_en.properties");
    }

    @Test
    void comeWholeFromTheFolderWhereItHasOne() throws IOException {
        Files.createDirectory(folder.resolve("digest"));
        Files.writeString(folder.resolve("digest/html.ftlh"), "<p>Ours: ä</p>");
        Files.writeString(folder.resolve("digest/README.md"), "For designers.");

        var files = templates.load("digest").files();

        assertThat(files).containsEntry("html.ftlh", "<p>Ours: ä</p>");
        assertThat(files.keySet())
                .filteredOn(file -> !file.startsWith("../shared/"))
                .containsExactly("html.ftlh");
    }

    @Test
    void shareWhatAFolderOfOursChangesForAllOfThem() throws IOException {
        Files.createDirectory(folder.resolve("shared"));
        Files.writeString(folder.resolve("shared/base.css"), ".page { color: red }");

        assertThat(List.of(templates.load("digest"), templates.load("brief")))
                .allSatisfy(template -> assertThat(template.files())
                        .containsEntry("../shared/base.css", ".page { color: red }")
                        .containsKey("../shared/frame.ftlh"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"digset", "../digest", "Digest", "", "/etc", "*"})
    void refuseANameThatIsNoTemplates(String name) {
        assertThatExceptionOfType(TemplateProblem.class)
                .isThrownBy(() -> templates.load(name))
                .withMessageContaining("there is no such template. Copy the folder templates/digest");
    }

    @Test
    void sayWhichFileIsNotUtf8() throws IOException {
        Files.createDirectory(folder.resolve("ours"));
        Files.write(folder.resolve("ours/text.ftl"), new byte[] {(byte) 0xe4});

        assertThatExceptionOfType(TemplateProblem.class)
                .isThrownBy(() -> templates.load("ours"))
                .withMessage("templates/ours/text.ftl: is not UTF-8. Save it as UTF-8.");
    }
}
