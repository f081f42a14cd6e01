/** Patches that a client makes by itself, as Helm does where the server does not apply. */
package dev.pintle.apply.fabric8.patch;
