/**
 * The command itself: where it starts, which commands it has, and those that are about the command.
 */
package dev.pintle.cli;
