module oracle

go 1.26.0

require (
	helm.sh/helm/v4 v4.2.4
	sigs.k8s.io/yaml v1.6.0
)
