package org.keepreading.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.keepreading.teaser.PictureSize;

/** A JPEG's segments up to the frame's (ITU-T T.81, annex B), and what EXIF says of how the camera was held. */
final class JpegHeader {
    private static final int START_OF_FRAME = 0xC0;
    private static final int EXIF = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int ORIENTATION = 0x0112;

    private final ByteBuffer bytes;
    private boolean turned;

    JpegHeader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** Empty where no frame begins within the bytes. */
    Optional<PictureSize> size() {
        for (var at = 2; at + 9 < bytes.limit(); ) {
            var marker = bytes.get(at + 1) & 0xFF;
            if (bytes.get(at) != (byte) 0xFF || marker == START_OF_SCAN) {
                return Optional.empty();
            }
            if (isFrame(marker)) {
                return Optional.of(shown(PictureHeader.unsigned(bytes, at + 7), PictureHeader.unsigned(bytes, at + 5)));
            }
            at += marker == 0xFF ? 1 : segment(marker, at);
        }
        return Optional.empty();
    }

    /** Its length, with the marker. */
    private int segment(int marker, int at) {
        var length = 2 + Math.max(2, PictureHeader.unsigned(bytes, at + 2));
        if (marker == EXIF && PictureHeader.text(bytes, at + 4, 4).equals("Exif")) {
            turned = isTurned(at + 10, Math.min(bytes.limit(), at + length));
        }
        return length;
    }

    /** SOF0 to SOF15 but for DHT, JPG and DAC, which stand among them. */
    private static boolean isFrame(int marker) {
        return marker >= START_OF_FRAME && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private PictureSize shown(int width, int height) {
        return turned ? new PictureSize(height, width) : new PictureSize(width, height);
    }

    /** Orientations 5 to 8 (EXIF 2.3, 4.6.4 A): by a quarter, which browsers and mail clients undo. */
    private boolean isTurned(int from, int to) {
        try {
            return isTurned(bytes.slice(from, to - from));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return false; // a camera's mistake: the frame still says how large it is
        }
    }

    private static boolean isTurned(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(4);
        var entries = PictureHeader.unsigned(tiff, directory);
        for (var entry = directory + 2; entry < directory + 2 + 12 * entries; entry += 12) {
            if (PictureHeader.unsigned(tiff, entry) == ORIENTATION) {
                return PictureHeader.unsigned(tiff, entry + 8) >= 5;
            }
        }
        return false;
    }
}
