/** JSON as Go's {@code encoding/json} writes and reads it. */
package dev.pintle.go.json;
