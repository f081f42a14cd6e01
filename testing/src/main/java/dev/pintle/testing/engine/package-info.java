/** The contract that every template engine keeps, as a test to extend. */
package dev.pintle.testing.engine;
