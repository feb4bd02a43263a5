package org.keepreading.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keepreading.testing.TestDatabase;

/** Subscribers as a file that can be imported again. */
class ExportTest {

    @Test
    void writesAFileThatAnotherInstallationTakesAsItIs() throws IOException {
        var here = new SubscriberRoom(TestDatabase.H2.fresh());
        var there = new SubscriberRoom(TestDatabase.H2.fresh());
        here.imports(
                "email,name,language,zone,sections,Company,=note",
                "ada@example.org,\"Lovelace, \"\"Ada\"\"\",pt-BR,Europe/Lisbon,city;culture,\"two\nlines\",x",
                "bob@example.org,,,,,,",
                "cy@example.org,Cy,,,,,");
        here.consent.leaveEverything(here.subscriber("cy@example.org").id(), Way.PAGE);

        there.imports(here.exported());

        assertThat(everyone(there)).isEqualTo(everyone(here));
        assertThat(there.exported()).isEqualTo(here.exported());
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+351 222", "-5", "@cmd", "=cmd|' /C calc'!A0", "'=1", "''+1", "＝1+1"})
    void writesNoCellThatRunsAsAFormulaAndReadsItBackAsItWas(String value) {
        var cell = CellText.guarded(value);

        assertThat(cell).startsWith("'");
        assertThat(CellText.bare(cell)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada", "O'Hara", "'s-Gravenhage", "", "'", "1-2"})
    void leavesOtherCellsAlone(String value) {
        assertThat(CellText.guarded(value)).isEqualTo(value);
        assertThat(CellText.bare(value)).isEqualTo(value);
    }

    @Test
    void guardsEveryColumnAlsoTheAddress() throws IOException {
        var room = new SubscriberRoom(TestDatabase.H2.fresh());
        room.imports("email,name,=note", "'=ada@example.org,'=1+1,'@x");

        assertThat(room.subscriber("=ada@example.org").name()).isEqualTo("=1+1");
        assertThat(room.exported().lines())
                .containsExactly(
                        "email,name,language,zone,sections,status,'=note", "'=ada@example.org,'=1+1,,,,active,'@x");
    }

    private static List<Subscriber> everyone(SubscriberRoom room) {
        var all = new ArrayList<Subscriber>();
        room.subscribers.each(null, all::add);
        return all;
    }
}
