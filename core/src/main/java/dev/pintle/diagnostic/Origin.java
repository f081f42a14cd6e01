package dev.pintle.diagnostic;

/**
 * A place that something comes from.
 *
 * @param position where it is
 * @param sourceLine the text of that line
 */
public record Origin(Position position, String sourceLine) {}
