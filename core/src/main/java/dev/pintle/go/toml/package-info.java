/** TOML as Go's {@code github.com/BurntSushi/toml} 1.6.0 writes and reads it. */
package dev.pintle.go.toml;
