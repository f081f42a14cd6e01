/**
 * What a person at the prompt reads: output, errors, progress; and how an operation is broken off.
 */
package dev.pintle.cli.console;
