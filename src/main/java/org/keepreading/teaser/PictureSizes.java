package org.keepreading.teaser;

import static java.time.ZoneOffset.UTC;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How large the pictures are whose source did not say; each is looked at once. */
@Repository
public class PictureSizes {
    private final JdbcClient jdbc;

    public PictureSizes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Pictures of the source's teasers whose size nobody knows, those of the newest teasers first.
     *
     * @param since of older teasers no edition is made any more
     */
    public List<String> unknown(String source, Instant since, int most) {
        return jdbc.sql("""
                        select image_url from teaser
                        where source_key = :source and image_url is not null and aged_from >= :since
                          and (image_width is null or image_height is null)
                          and not exists (select 1 from picture_size where picture_size.url = teaser.image_url)
                        group by image_url
                        order by max(published_at) desc, image_url
                        fetch first :most rows only""")
                .param("source", source)
                .param("since", since.atOffset(UTC))
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** Keeps what a look at the picture brought; {@code null}: nothing, and nobody looks again. */
    public void keep(String url, @Nullable PictureSize size, Instant at) {
        try {
            jdbc.sql("insert into picture_size (url, width, height, looked_up_at) values (:url, :width, :height, :at)")
                    .paramSource(new MapSqlParameterSource()
                            .addValue("url", url)
                            .addValue("width", size == null ? null : size.width(), Types.INTEGER)
                            .addValue("height", size == null ? null : size.height(), Types.INTEGER)
                            .addValue("at", at.atOffset(UTC)))
                    .update();
        } catch (DuplicateKeyException e) {
            // another source's poll looked at the same picture meanwhile
        }
    }
}
