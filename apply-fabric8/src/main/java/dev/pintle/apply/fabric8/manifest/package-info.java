/** Takes documents of a manifest apart into objects, and says as Helm does what is none. */
package dev.pintle.apply.fabric8.manifest;
