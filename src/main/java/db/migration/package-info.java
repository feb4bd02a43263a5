/** Migrations that need more than SQL; Flyway finds them here beside the scripts of the same folder. */
@NullMarked
package db.migration;

import org.jspecify.annotations.NullMarked;
