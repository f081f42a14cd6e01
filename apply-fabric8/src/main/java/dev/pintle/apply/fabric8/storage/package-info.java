/** Keeps releases in Secrets, where Helm keeps them and finds them. */
package dev.pintle.apply.fabric8.storage;
