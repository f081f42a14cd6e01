/** {@code lint}: finds what is wrong with charts and tells it in one of several forms. */
package dev.pintle.cli.lint;
