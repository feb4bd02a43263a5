package org.keepreading.move;

/** The JDBC address of a PostgreSQL database. */
public record PostgresAddress(String value) {

    public PostgresAddress {
        if (!value.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("\"" + Login.place(value)
                    + "\" is no address of a PostgreSQL database. Write jdbc:postgresql://HOST/DATABASE, such as"
                    + " jdbc:postgresql://db.example.org/keepreading.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
