package org.keepreading.teaser;

/** In pixels, as a browser shows the picture: turned as its camera was held. */
public record PictureSize(int width, int height) {}
