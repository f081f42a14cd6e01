/** What Pintle warns of and Helm does not; only looked for when asked for. */
package dev.pintle.render.warning;
