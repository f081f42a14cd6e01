/**
 * Release records in the form in which Helm keeps them, so that Helm and Pintle can work on the
 * same releases.
 */
package dev.pintle.apply.history.helm;
