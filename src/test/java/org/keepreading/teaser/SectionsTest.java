package org.keepreading.teaser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.address.SectionKey;
import org.keepreading.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sections in the database. */
@ParameterizedClass
@EnumSource
class SectionsTest {
    private static final Section SPORT = new Section(new SectionKey("sport"), "Sport");
    private static final Section CITY = new Section(new SectionKey("city"), "City");

    private final Sections sections;

    SectionsTest(TestDatabase database) {
        sections = new Sections(JdbcClient.create(database.fresh()));
    }

    @Test
    void standInTheOrderInWhichTheyCame() {
        sections.ensure(SPORT);
        sections.ensure(CITY);

        assertThat(sections.all()).containsExactly(SPORT, CITY);
    }

    @Test
    void keepTheTitleOfASectionThatIsThere() {
        sections.ensure(CITY);

        sections.ensure(new Section(CITY.key(), "Town"));

        assertThat(sections.find(CITY.key())).contains(CITY);
        assertThat(sections.find(SPORT.key())).isEmpty();
    }
}
