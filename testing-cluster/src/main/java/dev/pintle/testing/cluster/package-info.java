/**
 * Runs a real etcd, Kubernetes API server and, where asked, controller manager on loopback ports
 * for as long as the tests run, and the real Helm beside it.
 */
package dev.pintle.testing.cluster;
