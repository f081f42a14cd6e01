/** YAML as Go's {@code sigs.k8s.io/yaml}, which Helm uses, reads and writes it. */
package dev.pintle.go.yaml;
