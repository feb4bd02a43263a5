package org.keepreading.teaser;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.keepreading.address.SectionKey;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The desks of the publication, in the order in which they came. */
@Repository
public class Sections {
    private final JdbcClient jdbc;

    public Sections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Section> all() {
        return jdbc.sql("select section_key, title from section order by position")
                .query(Sections::toSection)
                .list();
    }

    public Optional<Section> find(SectionKey key) {
        return jdbc.sql("select section_key, title from section where section_key = :key")
                .param("key", key.value())
                .query(Sections::toSection)
                .optional();
    }

    /** Adds the section unless its key is taken; one that is there keeps its title. */
    public void ensure(Section section) {
        if (find(section.key()).isEmpty()) {
            add(section);
        }
    }

    private void add(Section section) {
        try {
            jdbc.sql("insert into section (section_key, title) values (:key, :title)")
                    .param("key", section.key().value())
                    .param("title", section.title())
                    .update();
        } catch (DuplicateKeyException e) {
            // another import was first, which is all that was asked for
        }
    }

    private static Section toSection(ResultSet row, int number) throws SQLException {
        return new Section(new SectionKey(row.getString("section_key")), row.getString("title"));
    }
}
