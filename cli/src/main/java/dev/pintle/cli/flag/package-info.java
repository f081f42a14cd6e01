/** Command lines by the rules of Go's pflag and cobra: flags, help, and what is said of misuse. */
package dev.pintle.cli.flag;
