/** URLs and IP addresses as Go's {@code net/url} and {@code net/netip} read and write them. */
package dev.pintle.go.net;
