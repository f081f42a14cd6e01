/**
 * Commands that change what runs in a cluster or run something there: {@code install}, {@code
 * upgrade}, {@code rollback}, {@code uninstall}, {@code test}.
 */
package dev.pintle.cli.rollout;
