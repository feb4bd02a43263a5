package org.keepreading.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.keepreading.teaser.PictureSize;

/** Reads how large a picture is from its first bytes; nothing else of it is looked at, and nothing is decoded. */
final class PictureHeader {
    /** What no newsroom's picture exceeds (JPEG's own limit); a larger one is a mistake or an attack. */
    private static final int MOST = 65_535;

    private static final int JPEG = 0xFFD8;
    private static final long PNG = 0x89504E470D0A1A0AL;

    private PictureHeader() {}

    /** Empty where these bytes are of no JPEG, PNG, GIF or WebP, or too few. */
    static Optional<PictureSize> read(byte[] bytes) {
        try {
            return size(ByteBuffer.wrap(bytes)).filter(PictureHeader::isPossible);
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static Optional<PictureSize> size(ByteBuffer bytes) {
        if (bytes.remaining() < 12) {
            return Optional.empty();
        }
        if (Short.toUnsignedInt(bytes.getShort(0)) == JPEG) {
            return new JpegHeader(bytes).size();
        }
        if (bytes.getLong(0) == PNG && text(bytes, 12, 4).equals("IHDR")) {
            return Optional.of(new PictureSize(bytes.getInt(16), bytes.getInt(20)));
        }
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        if (text(bytes, 0, 4).equals("GIF8")) {
            return Optional.of(new PictureSize(unsigned(bytes, 6), unsigned(bytes, 8)));
        }
        return text(bytes, 0, 4).equals("RIFF") && text(bytes, 8, 4).equals("WEBP") ? webp(bytes) : Optional.empty();
    }

    /** The three kinds of RFC 9649, sections 2.5 to 2.7. */
    private static Optional<PictureSize> webp(ByteBuffer bytes) {
        return switch (text(bytes, 12, 4)) {
            case "VP8 " -> Optional.of(new PictureSize(unsigned(bytes, 26) & 0x3FFF, unsigned(bytes, 28) & 0x3FFF));
            case "VP8L" -> Optional.of(lossless(bytes.getInt(21)));
            case "VP8X" -> Optional.of(new PictureSize(1 + threeBytes(bytes, 24), 1 + threeBytes(bytes, 27)));
            default -> Optional.empty();
        };
    }

    private static PictureSize lossless(int bits) {
        return new PictureSize(1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF));
    }

    private static int threeBytes(ByteBuffer bytes, int at) {
        return unsigned(bytes, at) | (bytes.get(at + 2) & 0xFF) << 16;
    }

    static int unsigned(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    static String text(ByteBuffer bytes, int at, int length) {
        var text = new byte[length];
        bytes.get(at, text);
        return new String(text, ISO_8859_1);
    }

    private static boolean isPossible(PictureSize size) {
        return size.width() > 0 && size.height() > 0 && size.width() <= MOST && size.height() <= MOST;
    }
}
