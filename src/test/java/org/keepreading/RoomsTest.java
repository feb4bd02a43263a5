package org.keepreading;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class RoomsTest {

    @Test
    void useOnlyTheRoomsThatTheDesignAllows() {
        ApplicationModules.of(KeepReading.class).verify();
    }
}
