package org.keepreading.home;

import static java.nio.file.attribute.PosixFilePermission.GROUP_READ;
import static java.nio.file.attribute.PosixFilePermission.GROUP_WRITE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Stream;

/** Files and folders that their owner alone can read, whatever the umask: 0600 and 0700. Elsewhere than on POSIX nothing is changed. */
public final class OwnersOnly {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private OwnersOnly() {}

    /** @return false: the file is there already, and stays as it is */
    public static boolean create(Path file) throws IOException {
        try {
            Files.createFile(file, attributes(file, FILE));
            giveToOwnerOfFolder(file);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /** One that is there already is closed to others first; what is no file, such as a pipe, stays as it is. */
    public static Writer writer(Path file) throws IOException {
        try {
            Files.createFile(file, attributes(file, FILE));
        } catch (FileAlreadyExistsException e) {
            var real = file.toRealPath();
            if (Files.isRegularFile(real) && isOpenToOthers(real)) {
                close(real);
            }
        }
        return Files.newBufferedWriter(file);
    }

    static void createFolder(Path folder) throws IOException {
        Files.createDirectories(folder, attributes(folder, FOLDER));
    }

    /** Whether anybody but the owner has any right to it. */
    public static boolean isOpenToOthers(Path path) {
        return !Collections.disjoint(rights(path), Set.of(GROUP_READ, GROUP_WRITE, OTHERS_READ, OTHERS_WRITE));
    }

    /** Whether anybody at all can read it: it, and the way to it. */
    public static boolean isOpenToAll(Path file) {
        return rights(file).contains(OTHERS_READ)
                && Stream.iterate(file.getParent(), folder -> folder != null, Path::getParent)
                        .filter(OwnersOnly::isPosix)
                        .allMatch(folder -> rights(folder).contains(OTHERS_EXECUTE));
    }

    /** Takes the rights from all others. */
    static void close(Path path) throws IOException {
        Files.setPosixFilePermissions(path, Files.isDirectory(path) ? FOLDER : FILE);
    }

    /** Such as "rwxr-xr-x"; a link has none of its own, and elsewhere than on POSIX nothing does. */
    private static Set<PosixFilePermission> rights(Path path) {
        try {
            return isPosix(path) && !Files.isSymbolicLink(path)
                    ? Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS)
                    : Set.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What root makes is the service's, whose folder it is: else the service could not read it. */
    private static void giveToOwnerOfFolder(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (isPosix(file)
                && folder != null
                && "root".equals(Files.getOwner(file).getName())) {
            Files.setOwner(file, Files.getOwner(folder));
        }
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> rights) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
