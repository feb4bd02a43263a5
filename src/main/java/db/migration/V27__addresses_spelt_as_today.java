package db.migration;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.keepreading.teaser.Respelling;

/** Until V22 addresses were compared with less care, and until V20 a hidden article was not known by its guid. */
public class V27__addresses_spelt_as_today extends BaseJavaMigration {

    @Override
    public void migrate(Context context) {
        new Respelling(context.getConnection()).run();
    }
}
