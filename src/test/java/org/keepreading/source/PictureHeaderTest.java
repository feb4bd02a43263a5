package org.keepreading.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keepreading.teaser.PictureSize;

/** How large a picture is, as its first bytes say. */
class PictureHeaderTest {
    private static final PictureSize SIZE = new PictureSize(640, 427);

    @ParameterizedTest
    @CsvSource({"jpg", "png", "gif"})
    void saysTheSizeOfEachKindThatMailsShow(String kind) throws IOException {
        assertThat(PictureHeader.read(picture(kind))).contains(SIZE);
    }

    @ParameterizedTest
    @CsvSource({
        "lossy,    52494646 00000000 57454250 56503820 00000000 000000 9d012a 8002 ab01",
        "lossless, 52494646 00000000 57454250 5650384c 00000000 2f 7f82 6a00",
        "extended, 52494646 00000000 57454250 56503858 0a000000 00000000 7f0200 aa0100"
    })
    void saysTheSizeOfEachKindOfWebP(String kind, String hex) {
        assertThat(PictureHeader.read(bytes(hex))).as(kind).contains(SIZE);
    }

    @ParameterizedTest
    @CsvSource({"1, 640, 427", "3, 640, 427", "6, 427, 640", "8, 427, 640", "0, 640, 427"})
    void turnsAPictureAsItsCameraWasHeld(int orientation, int width, int height) throws IOException {
        assertThat(PictureHeader.read(withExif(
                        picture("jpg"),
                        "4949 2a00 08000000 0100 1201 0300 01000000 0%d00 0000".formatted(orientation))))
                .contains(new PictureSize(width, height));
        assertThat(PictureHeader.read(withExif(
                        picture("jpg"),
                        "4d4d 002a 00000008 0001 0112 0003 00000001 000%d 0000".formatted(orientation))))
                .contains(new PictureSize(width, height));
    }

    @Test
    void passesOverExifThatIsBroken() throws IOException {
        assertThat(PictureHeader.read(withExif(picture("jpg"), "4949 2a00 ffffff7f 0100")))
                .contains(SIZE);
    }

    @Test
    void needsNoMoreThanTheBeginning() throws IOException {
        assertThat(PictureHeader.read(Arrays.copyOf(picture("jpg"), 1024))).contains(SIZE);
    }

    @ParameterizedTest
    @CsvSource({
        "nothing at all,      ''",
        "a web page,          3c21444f43545950452068746d6c3e3c68746d6c3e",
        "a PNG without width, 89504e470d0a1a0a 0000000d 49484452 00000000 00000100",
        "a PNG beyond all,    89504e470d0a1a0a 0000000d 49484452 7fffffff 00000100",
        "a PNG below nothing, 89504e470d0a1a0a 0000000d 49484452 ffffffff 00000100",
        "a JPEG cut short,    ffd8ffe000104a46494600010100000100010000ffc0001108",
        "a JPEG in a circle,  ffd8ffe00000ffe00000ffe00000ffe00000",
        "an unknown WebP,     52494646 00000000 57454250 56503859 0a000000 00000000 7f0200 aa0100"
    })
    void saysNothingOf(String what, String hex) {
        assertThat(PictureHeader.read(bytes(hex))).as(what).isEmpty();
    }

    @Test
    void endsWhateverBytesThereAre() throws IOException {
        var random = new Random(11);
        for (var kind : new String[] {"jpg", "png", "gif"}) {
            for (var i = 0; i < 300; i++) {
                var broken = withExif(picture(kind), "4949 2a00 08000000 0100 1201 0300 01000000 0600 0000");
                for (var flips = random.nextInt(20); flips >= 0; flips--) {
                    broken[random.nextInt(Math.min(broken.length, 200))] = (byte) random.nextInt();
                }
                assertThat(PictureHeader.read(broken))
                        .satisfiesAnyOf(
                                size -> assertThat(size).isEmpty(),
                                size -> assertThat(size.orElseThrow().width()).isBetween(1, 65_535));
            }
        }
    }

    static byte[] picture(String kind) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(SIZE.width(), SIZE.height(), BufferedImage.TYPE_INT_RGB), kind, bytes);
        return bytes.toByteArray();
    }

    private static byte[] withExif(byte[] jpeg, String tiff) {
        var exif = bytes("45786966 0000 " + tiff);
        var bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (exif.length + 2)});
        bytes.writeBytes(exif);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
