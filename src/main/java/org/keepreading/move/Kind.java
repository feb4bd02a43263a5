package org.keepreading.move;

import static java.time.ZoneOffset.UTC;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** How a column's values are read from either database so that equal ones are equal, and how they are written. */
enum Kind {
    INSTANT {
        @Override
        @Nullable
        Object read(ResultSet row, int number) throws SQLException {
            var value = row.getObject(number, OffsetDateTime.class);
            return value == null ? null : value.toInstant();
        }

        @Override
        void write(PreparedStatement statement, int number, @Nullable Object value) throws SQLException {
            statement.setObject(number, value == null ? null : ((Instant) value).atOffset(UTC));
        }
    },

    BYTES {
        @Override
        @Nullable
        Object read(ResultSet row, int number) throws SQLException {
            var value = row.getBytes(number);
            return value == null ? null : ByteBuffer.wrap(value);
        }

        @Override
        void write(PreparedStatement statement, int number, @Nullable Object value) throws SQLException {
            statement.setBytes(number, value == null ? null : ((ByteBuffer) value).array());
        }
    },

    TEXT {
        @Override
        @Nullable
        Object read(ResultSet row, int number) throws SQLException {
            return row.getString(number);
        }

        @Override
        void write(PreparedStatement statement, int number, @Nullable Object value) throws SQLException {
            statement.setString(number, (String) value);
        }
    },

    OTHER {
        @Override
        @Nullable
        Object read(ResultSet row, int number) throws SQLException {
            return row.getObject(number);
        }

        @Override
        void write(PreparedStatement statement, int number, @Nullable Object value) throws SQLException {
            statement.setObject(number, value);
        }
    };

    /** @param type as the source's metadata has it, one of {@link Types} */
    static Kind of(int type) {
        return switch (type) {
            case Types.TIMESTAMP_WITH_TIMEZONE -> INSTANT;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> TEXT;
            default -> OTHER;
        };
    }

    abstract @Nullable Object read(ResultSet row, int number) throws SQLException;

    abstract void write(PreparedStatement statement, int number, @Nullable Object value) throws SQLException;
}
