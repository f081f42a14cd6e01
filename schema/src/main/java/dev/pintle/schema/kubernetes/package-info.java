/** Rendered objects checked against the schemas of the Kubernetes API and of custom resources. */
package dev.pintle.schema.kubernetes;
