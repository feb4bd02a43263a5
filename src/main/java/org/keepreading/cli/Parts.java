package org.keepreading.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands; one whose constructor takes an {@link Installation} is given it. */
record Parts(Installation installation) implements IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (var constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Installation.class) {
                return type.cast(constructor.newInstance(installation));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
