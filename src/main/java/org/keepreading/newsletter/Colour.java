package org.keepreading.newsletter;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A colour as web pages write it, such as {@code #a3291b}.
 *
 * @param rgb red, green and blue, 8 bits each
 */
public record Colour(int rgb) {
    /** Of text on its ground (WCAG 2.2, success criterion 1.4.3). */
    public static final double READABLE = 4.5;

    private static final Pattern LONG = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Pattern SHORT = Pattern.compile("^#([0-9a-fA-F])([0-9a-fA-F])([0-9a-fA-F])$");
    private static final double STEP = 1 / 255.0;

    /** @throws IllegalArgumentException that says what to write */
    public static Colour parse(String text) {
        var hex = SHORT.matcher(text).replaceFirst("#$1$1$2$2$3$3");
        if (!LONG.matcher(hex).matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is no colour. Write # and six digits, in quotes, such as \"#a3291b\".".formatted(text));
        }
        return new Colour(Integer.parseInt(hex.substring(1), 16));
    }

    /** How much one stands out from the other, from 1 to 21 (WCAG 2.2, contrast ratio). */
    public double contrast(Colour other) {
        var one = luminance() + 0.05;
        var two = other.luminance() + 0.05;
        return Math.max(one, two) / Math.min(one, two);
    }

    /** The least contrast with any of these grounds. */
    public double contrast(Iterable<Colour> grounds) {
        var least = Double.MAX_VALUE;
        for (var ground : grounds) {
            least = Math.min(least, contrast(ground));
        }
        return least;
    }

    public boolean isReadableOn(Iterable<Colour> grounds) {
        return contrast(grounds) >= READABLE;
    }

    /** The nearest darker one of this hue that can be read on these grounds, which are light. */
    public Colour darkenedFor(Iterable<Colour> grounds) {
        return shifted(grounds, -STEP);
    }

    /** The nearest lighter one of this hue that can be read on these grounds, which are dark. */
    public Colour lightenedFor(Iterable<Colour> grounds) {
        return shifted(grounds, STEP);
    }

    private Colour shifted(Iterable<Colour> grounds, double step) {
        var colour = this;
        var hsl = hsl();
        for (var lightness = hsl[2]; !colour.isReadableOn(grounds) && lightness >= 0 && lightness <= 1; ) {
            lightness += step;
            colour = of(hsl[0], hsl[1], Math.max(0, Math.min(1, lightness)));
        }
        return colour;
    }

    private double luminance() {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        var value = (channel & 0xff) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    /** Hue in sixths of a circle, saturation and lightness from 0 to 1 (CSS Color 4, section 7). */
    private double[] hsl() {
        var channels = new double[] {(rgb >> 16 & 0xff) / 255.0, (rgb >> 8 & 0xff) / 255.0, (rgb & 0xff) / 255.0};
        var most = Arrays.stream(channels).max().orElseThrow();
        var least = Arrays.stream(channels).min().orElseThrow();
        var range = most - least;
        var lightness = (most + least) / 2;
        var saturation = range == 0 ? 0 : range / (1 - Math.abs(2 * lightness - 1));
        return new double[] {range == 0 ? 0 : hue(channels, most, range), saturation, lightness};
    }

    private static double hue(double[] channels, double most, double range) {
        if (most == channels[0]) {
            return ((channels[1] - channels[2]) / range + 6) % 6;
        }
        return most == channels[1] ? (channels[2] - channels[0]) / range + 2 : (channels[0] - channels[1]) / range + 4;
    }

    private static Colour of(double hue, double saturation, double lightness) {
        return new Colour(channel(0, hue, saturation, lightness) << 16
                | channel(8, hue, saturation, lightness) << 8
                | channel(4, hue, saturation, lightness));
    }

    private static int channel(int offset, double hue, double saturation, double lightness) {
        var k = (offset + hue * 2) % 12;
        var amount = saturation * Math.min(lightness, 1 - lightness);
        return (int) Math.round(255 * (lightness - amount * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1))));
    }

    @Override
    public String toString() {
        return "#%06x".formatted(rgb);
    }
}
