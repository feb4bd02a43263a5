package org.keepreading.edition;

import org.jspecify.annotations.Nullable;
import org.keepreading.teaser.Image;

/** How large a picture is shown: never larger than it is, no wider than the column, no taller than the column is wide. */
record Size(int width, @Nullable Integer height) {

    static Size shown(Image image, int column) {
        var width = image.width();
        var height = image.height();
        if (width == null || height == null || width < 1 || height < 1) {
            return new Size(column, null);
        }
        var scale = Math.min(1, (double) column / Math.max(width, height));
        return new Size(rounded(width * scale), rounded(height * scale));
    }

    private static int rounded(double pixels) {
        return Math.max(1, (int) Math.round(pixels));
    }
}
