/**
 * Which cluster is spoken with: the flags that all such commands have, kubeconfig files, and the
 * way there.
 */
package dev.pintle.cli.cluster;
