package org.keepreading.home;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.async.FilePathAsync;

/** H2's {@code async:} file system, whose files are made for their owner alone: database, lock and trace. H2 makes it, hence public. */
public final class PrivateFiles extends FilePathAsync {

    /** From now on H2 makes its files so. */
    static void use() {
        FilePath.register(new PrivateFiles());
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        if (!mode.equals("r")) {
            OwnersOnly.create(file());
        }
        return super.open(mode);
    }

    @Override
    public OutputStream newOutputStream(boolean append) throws IOException {
        OwnersOnly.create(file());
        return super.newOutputStream(append);
    }

    @Override
    public boolean createFile() {
        try {
            return OwnersOnly.create(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file() {
        return Path.of(getBase().toString());
    }
}
