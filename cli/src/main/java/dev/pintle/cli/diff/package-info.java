/** {@code diff} and {@code drift}: what would change in a cluster, and what has changed there. */
package dev.pintle.cli.diff;
