package org.keepreading.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keepreading.teaser.Author;

class BylinesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<dc:creator>Ana Reis</dc:creator>                                            | Ana Reis           |",
                "<dc:creator><![CDATA[By Ana Reis]]></dc:creator>                             | Ana Reis           |",
                "<author>ana@harbour.example (Ana Reis)</author>                              | Ana Reis           | ana@harbour.example",
                "<author>Ana Reis &lt;ana@harbour.example&gt;</author>                        | Ana Reis           | ana@harbour.example",
                "<author>Ana Reis</author>                                                    | Ana Reis           |",
                "<itunes:author>Ana Reis</itunes:author>                                      | Ana Reis           |",
                "<author>desk@harbour.example</author><dc:creator>Ana Reis</dc:creator>       | Ana Reis           |",
                "<dc:creator>Ana Reis</dc:creator><dc:creator>Rui S\u00e1</dc:creator>        | Ana Reis, Rui S\u00e1 |",
                "<dc:creator>Ana Reis</dc:creator><dc:creator>Ana Reis</dc:creator>           | Ana Reis           |",
                "<dc:creator>&lt;a href='/ana'&gt;Ana Reis&lt;/a&gt;</dc:creator>             | Ana Reis           |",
                "<dc:creator>O&amp;#8217;Neill</dc:creator>                                   | O\u2019Neill       |",
            })
    void nameThePerson(String elements, String name, String email) {
        assertThat(Reading.ofItem(elements).only().author()).isEqualTo(new Author(name, null, email, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<author>desk@harbour.example</author>", "<author> </author>", "<dc:creator/>"})
    void areMissingWhereNobodyIsNamed(String elements) {
        assertThat(Reading.ofItem(elements).only().author()).isNull();
    }
}
