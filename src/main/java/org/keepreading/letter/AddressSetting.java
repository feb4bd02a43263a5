package org.keepreading.letter;

import org.jspecify.annotations.Nullable;
import org.keepreading.address.EmailAddress;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads an address from the settings, where an empty one is none. */
@Component
@ConfigurationPropertiesBinding
class AddressSetting implements Converter<String, @Nullable EmailAddress> {

    @Override
    @SuppressWarnings("NullAway") // it does not read the interface's "T extends @Nullable Object"
    public @Nullable EmailAddress convert(String written) {
        return written.isBlank() ? null : new EmailAddress(written.strip());
    }
}
