{{/*
Pieces of the VirtualServices. Each takes a scope (see _helpers.tpl) with values, the
values of the component routed to.
*/}}

{{/* A destination: one version of a component. Takes weight, too. */}}
{{- define "remla-all.destination" -}}
destination:
  host: {{ include "remla-all.fqdn" . }}
  subset: {{ .track }}
  port:
    number: {{ int .values.service.port }}
weight: {{ .weight }}
{{- end -}}

{{/* Tells the version to the app, in a request header of its own. */}}
{{- define "remla-all.versionHeaders" -}}
request:
  set:
    {{ .root.Values.istio.versionHeader }}: {{ .track }}
{{- end -}}

{{/* Timeout and retries of a route. */}}
{{- define "remla-all.routeLimits" -}}
timeout: {{ .values.timeout }}
{{- with .values.retries }}
retries:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* Weight of a version. While there is no canary, stable has it all. */}}
{{- define "remla-all.weight" -}}
{{- $weight := int .root.Values.canaryWeight -}}
{{- ternary $weight (sub 100 $weight) (eq .track "canary") -}}
{{- end -}}

{{/* Whether visitors are divided: only then is there a choice to remember. */}}
{{- define "remla-all.divided" -}}
{{- $weight := int .Values.canaryWeight -}}
{{- if and .Values.canary.enabled (gt $weight 0) (lt $weight 100) -}}true{{- end -}}
{{- end -}}

{{/* The cookie by which a version is remembered. */}}
{{- define "remla-all.cookie" -}}
{{- $sticky := .root.Values.istio.sticky -}}
{{- $sticky.cookieName }}={{ .track }}; Path=/; Max-Age={{ int $sticky.maxAgeSeconds }}; HttpOnly; SameSite=Lax
{{- if .root.Values.ingress.tls.enabled }}; Secure{{ end -}}
{{- end -}}
