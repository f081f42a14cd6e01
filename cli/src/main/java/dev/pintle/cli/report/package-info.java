/** How a release is told: as text in the layouts of Helm and kubectl, as JSON, as YAML. */
package dev.pintle.cli.report;
