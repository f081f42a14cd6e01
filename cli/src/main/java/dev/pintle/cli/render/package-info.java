/** {@code template}, and the flags with which other commands, too, have a chart rendered. */
package dev.pintle.cli.render;
