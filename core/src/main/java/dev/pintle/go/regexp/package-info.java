/** Regular expressions as Go's {@code regexp} has them. */
package dev.pintle.go.regexp;
