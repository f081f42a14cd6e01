/** Commands that show releases: {@code list}, {@code get}, {@code history}, {@code status}. */
package dev.pintle.cli.release;
