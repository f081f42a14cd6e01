{{/*
Names, labels and small pieces that all templates share.

Most helpers take a dict, the "scope":
  root       the chart's root context
  component  app, model-service, ratelimit, ...
  track      stable or canary, for what exists once per version
*/}}

{{/* Name of the chart in labels. */}}
{{- define "remla-all.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{/*
Prefix of all names. It leaves room for the longest suffix, so that every name is
a valid label; a long prefix is cut and told apart from others by a hash.
*/}}
{{- define "remla-all.fullname" -}}
{{- $name := .Values.fullnameOverride -}}
{{- if not $name -}}
{{- $chart := default .Chart.Name .Values.nameOverride -}}
{{- $name = ternary .Release.Name (printf "%s-%s" .Release.Name $chart) (contains $chart .Release.Name) -}}
{{- end -}}
{{- if gt (len $name) 40 -}}
{{- $name = printf "%s-%s" (trunc 31 $name | trimSuffix "-") (sha256sum $name | trunc 8) -}}
{{- end -}}
{{- trimSuffix "-" $name -}}
{{- end -}}

{{/* Name of a component: that of its Service, ConfigMap and so on. */}}
{{- define "remla-all.componentName" -}}
{{- printf "%s-%s" (include "remla-all.fullname" .root) .component -}}
{{- end -}}

{{/* Name of what a component has per version: stable goes without a suffix. */}}
{{- define "remla-all.trackName" -}}
{{- include "remla-all.componentName" . -}}
{{- if eq .track "canary" -}}-canary{{- end -}}
{{- end -}}

{{/* The versions deployed, divided by spaces. */}}
{{- define "remla-all.tracks" -}}
stable{{ if .Values.canary.enabled }} canary{{ end }}
{{- end -}}

{{/* Host name of a component inside the cluster. */}}
{{- define "remla-all.fqdn" -}}
{{- printf "%s.%s.svc.%s" (include "remla-all.componentName" .) .root.Release.Namespace .root.Values.clusterDomain -}}
{{- end -}}

{{/* Labels that identify a component's pods, of one version if a track is given. */}}
{{- define "remla-all.selectorLabels" -}}
app.kubernetes.io/name: {{ include "remla-all.name" .root }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- with .component }}
app.kubernetes.io/component: {{ . }}
{{- end }}
{{- with .track }}
version: {{ . }}
{{- end }}
{{- end -}}

{{/* Labels of resources. */}}
{{- define "remla-all.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{ include "remla-all.selectorLabels" . }}
app.kubernetes.io/part-of: {{ include "remla-all.name" .root }}
app.kubernetes.io/version: {{ include "remla-all.versionLabel" . | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
{{- with .root.Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* The tag of a component's image, as a label's value; elsewhere the app version. */}}
{{- define "remla-all.versionLabel" -}}
{{- $version := .tag | default .root.Chart.AppVersion -}}
{{- regexReplaceAll "[^A-Za-z0-9]+$" ($version | replace "+" "_" | trunc 63) "" -}}
{{- end -}}

{{/* The head of every resource: name, namespace, labels, annotations. */}}
{{- define "remla-all.metadata" -}}
name: {{ .name }}
namespace: {{ .namespace | default .root.Release.Namespace }}
labels:
  {{- include "remla-all.labels" . | nindent 2 }}
  {{- with .labels }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- with merge (dict) (.annotations | default dict) .root.Values.commonAnnotations }}
annotations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* Labels that the mesh reads from pods. */}}
{{- define "remla-all.meshPodLabels" -}}
{{- if .root.Values.istio.enabled -}}
service.istio.io/canonical-name: {{ include "remla-all.componentName" . }}
service.istio.io/canonical-revision: {{ .track | default "latest" }}
{{- if .root.Values.istio.sidecar.inject }}
sidecar.istio.io/inject: "true"
{{- end }}
{{- end -}}
{{- end -}}

{{/* Annotations that the mesh reads from pods. */}}
{{- define "remla-all.meshPodAnnotations" -}}
{{- $sidecar := .root.Values.istio.sidecar -}}
{{- if and .root.Values.istio.enabled $sidecar.inject $sidecar.holdApplicationUntilProxyStarts -}}
proxy.istio.io/config: '{"holdApplicationUntilProxyStarts": true}'
{{- end -}}
{{- end -}}

{{/* Reference of an image. Takes root, image and, for the canary, tag and digest. */}}
{{- define "remla-all.image" -}}
{{- $global := .root.Values.global | default dict -}}
{{- $registry := $global.imageRegistry | default .image.registry -}}
{{- $digest := ternary .digest .image.digest (hasKey . "digest") -}}
{{- with $registry }}{{ . }}/{{ end -}}
{{ .image.repository }}:{{ .tag | default .image.tag }}
{{- with $digest }}@{{ . }}{{ end -}}
{{- end -}}

{{/* Pull secrets of a pod, of the chart and of a parent chart. */}}
{{- define "remla-all.imagePullSecrets" -}}
{{- $global := .Values.global | default dict -}}
{{- with concat (.Values.imagePullSecrets | default list) ($global.imagePullSecrets | default list) | uniq -}}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end -}}
{{- end -}}

{{/*
Number of pods of a version: all for stable; for the canary what is asked for, or
the share of all that the weight asks for. Takes root, track, all and canary.
*/}}
{{- define "remla-all.replicas" -}}
{{- $all := int .all -}}
{{- if ne .track "canary" -}}
{{- $all -}}
{{- else if eq (toString .canary) "auto" -}}
{{- max 1 (div (add (mul $all (int .root.Values.canaryWeight)) 99) 100) -}}
{{- else -}}
{{- int .canary -}}
{{- end -}}
{{- end -}}

{{/* Tag of a component's version. Takes values and track. */}}
{{- define "remla-all.tag" -}}
{{- if eq .track "canary" -}}
{{- .values.canary.image.tag | default .values.image.tag -}}
{{- else -}}
{{- .values.image.tag -}}
{{- end -}}
{{- end -}}

{{/* Digest of a component's version: a canary with the stable tag has the stable digest. */}}
{{- define "remla-all.digest" -}}
{{- if and (eq .track "canary") (or .values.canary.image.tag .values.canary.image.digest) -}}
{{- .values.canary.image.digest -}}
{{- else -}}
{{- .values.image.digest -}}
{{- end -}}
{{- end -}}

{{/* Port on which the gateway serves the app. */}}
{{- define "remla-all.gatewayPort" -}}
{{- $gateway := .Values.istio.gateway -}}
{{- ternary $gateway.httpsPort $gateway.httpPort .Values.ingress.tls.enabled | int -}}
{{- end -}}

{{/* All host names of the app, as a YAML list. */}}
{{- define "remla-all.hosts" -}}
{{- range prepend .Values.ingress.extraHosts .Values.ingress.host | uniq }}
- {{ . | quote }}
{{- end }}
{{- end -}}
