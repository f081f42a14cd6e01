/**
 * Rendered resources as objects of fabric8's Kubernetes and Istio classes, and of the caller's
 * custom resource classes.
 */
package dev.pintle.typed;
