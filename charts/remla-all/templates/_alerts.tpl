{{/*
The alerts, a group per helper, as lists of
  alert, expr, for, severity, summary, description
where in the last two [[x]] stands for the alert's label x, [[]] for its value and [[%]]
for its value as a percentage: so Prometheus' template actions don't mix with those of the chart. "remla-all.alert"
makes rules of them.
*/}}

{{/* Answers to users. */}}
{{- define "remla-all.alerts.traffic" -}}
{{- $thresholds := .Values.monitoring.prometheusRule.thresholds -}}
{{- $fullname := include "remla-all.fullname" . -}}
{{- if .Values.istio.enabled -}}
- alert: RemlaErrors
  expr: |-
    remla:errors:ratio_rate5m{ {{- include "remla-all.recordSelector" . -}} } > {{ $thresholds.errorRatio }}
  for: 5m
  severity: critical
  summary: "[[destination_service_name]] ([[destination_version]]) fails too often"
  description: >-
    [[%]] of the requests to [[destination_service_name]], version
    [[destination_version]], end in HTTP 5xx.
- alert: RemlaAppSlow
  expr: |-
    remla:latency_seconds:p95_rate5m{ {{- include "remla-all.recordSelector" . }}, destination_service_name="{{ $fullname }}-app"} > {{ $thresholds.appLatencySeconds }}
  for: 10m
  severity: warning
  summary: The app ([[destination_version]]) is slow
  description: >-
    One request in twenty to the app, version [[destination_version]], takes longer
    than [[]] seconds.
- alert: RemlaModelServiceSlow
  expr: |-
    remla:latency_seconds:p95_rate5m{ {{- include "remla-all.recordSelector" . }}, destination_service_name="{{ $fullname }}-model-service"} > {{ $thresholds.modelServiceLatencySeconds }}
  for: 10m
  severity: warning
  summary: The model service ([[destination_version]]) is slow
  description: >-
    One request in twenty to the model service, version [[destination_version]],
    takes longer than [[]] seconds.
{{- end -}}
{{- end -}}

{{/* The canary, compared with stable, and whether users meet one version only. */}}
{{- define "remla-all.alerts.canary" -}}
{{- $own := include "remla-all.recordSelector" . -}}
{{- $fullname := include "remla-all.fullname" . -}}
{{- if and .Values.istio.enabled .Values.canary.enabled -}}
- alert: RemlaCanaryWorseThanStable
  expr: |-
    remla:errors:ratio_rate5m{ {{- $own }}, destination_version="canary"} > 0.01
    and on (destination_service_name)
    remla:errors:ratio_rate5m{ {{- $own }}, destination_version="canary"}
      > on (destination_service_name)
    {{ .Values.monitoring.prometheusRule.thresholds.canaryErrorFactor }} * remla:errors:ratio_rate5m{ {{- $own }}, destination_version="stable"}
  for: 5m
  severity: critical
  summary: The canary of [[destination_service_name]] fails more often than stable
  description: >-
    [[%]] of the requests to the canary of [[destination_service_name]] end in
    HTTP 5xx. Set canaryWeight to 0 to take all users back to stable.
- alert: RemlaMixedVersions
  expr: |-
    sum by (source_version, destination_version) (
      rate(istio_requests_total{reporter="destination", source_workload_namespace="{{ .Release.Namespace }}", source_canonical_service="{{ $fullname }}-app", source_version="stable", destination_service_name="{{ $fullname }}-model-service", destination_version="canary"}[5m])
      or
      rate(istio_requests_total{reporter="destination", source_workload_namespace="{{ .Release.Namespace }}", source_canonical_service="{{ $fullname }}-app", source_version="canary", destination_service_name="{{ $fullname }}-model-service", destination_version="stable"}[5m])
    ) > 0
  for: 5m
  severity: warning
  summary: The [[source_version]] app meets the [[destination_version]] model service
  description: >-
    The [[source_version]] app sends [[]] requests a second to the
    [[destination_version]] model service. Look whether its pods have a sidecar, and
    at the VirtualService {{ $fullname }}-model-service.
{{- end -}}
{{- end -}}

{{/* Whether all that should run does. */}}
{{- define "remla-all.alerts.availability" -}}
{{- $namespace := .Release.Namespace -}}
{{- $fullname := include "remla-all.fullname" . -}}
{{- $workloads := printf "%s-(app|model-service|ratelimit|ratelimit-redis)(-canary)?" $fullname -}}
{{- $components := list "app" "model-service" -}}
{{- if .Values.rateLimit.enabled -}}
{{- $components = append $components "ratelimit" -}}
{{- end -}}
{{- if .Values.monitoring.serviceMonitor.enabled }}
- alert: RemlaTargetDown
  expr: |-
    up{namespace="{{ $namespace }}", service=~"{{ $fullname }}-({{ join "|" $components }})"} == 0
  for: 5m
  severity: critical
  summary: "[[service]] is not answering Prometheus"
  description: Pod [[pod]] of [[service]] has not answered for five minutes.
- alert: RemlaTargetAbsent
  expr: |-
    {{- range $index, $component := $components }}
    {{- if $index }}
    or
    {{- end }}
    absent(up{namespace="{{ $namespace }}", service="{{ $fullname }}-{{ $component }}"})
    {{- end }}
  for: 10m
  severity: critical
  summary: Prometheus knows no pod of [[service]]
  description: >-
    There has been no target for ten minutes. Look at the Deployments and at the
    ServiceMonitor of [[service]].
{{- end }}
- alert: RemlaReplicasMissing
  expr: |-
    kube_deployment_status_replicas_available{namespace="{{ $namespace }}", deployment=~"{{ $workloads }}"}
      <
    kube_deployment_spec_replicas{namespace="{{ $namespace }}", deployment=~"{{ $workloads }}"}
  for: 15m
  severity: warning
  summary: "[[deployment]] has fewer pods than it should"
  description: Only [[]] pods of [[deployment]] have been available for fifteen minutes.
- alert: RemlaRestarts
  expr: |-
    increase(kube_pod_container_status_restarts_total{namespace="{{ $namespace }}", pod=~"{{ $workloads }}-.+"}[15m]) > 3
  for: 5m
  severity: warning
  summary: "[[pod]] restarts again and again"
  description: >-
    Container [[container]] of pod [[pod]] has restarted [[]] times in a quarter of
    an hour.
{{- if or .Values.app.autoscaling.enabled .Values.modelService.autoscaling.enabled }}
- alert: RemlaAutoscalerAtMaximum
  expr: |-
    kube_horizontalpodautoscaler_status_current_replicas{namespace="{{ $namespace }}", horizontalpodautoscaler=~"{{ $workloads }}"}
      >=
    kube_horizontalpodautoscaler_spec_max_replicas{namespace="{{ $namespace }}", horizontalpodautoscaler=~"{{ $workloads }}"}
  for: 15m
  severity: warning
  summary: "[[horizontalpodautoscaler]] cannot scale any further"
  description: >-
    [[horizontalpodautoscaler]] has been at its maximum of [[]] pods for a quarter of
    an hour.
{{- end }}
{{- with .Values.modelService.modelCache.persistence }}
{{- if .enabled }}
{{- $claims := .existingClaim | default (printf "%s-model-service(-canary)?-cache" $fullname) }}
- alert: RemlaModelCacheFull
  expr: |-
    kubelet_volume_stats_available_bytes{namespace="{{ $namespace }}", persistentvolumeclaim=~"{{ $claims }}"}
      /
    kubelet_volume_stats_capacity_bytes{namespace="{{ $namespace }}", persistentvolumeclaim=~"{{ $claims }}"}
      < 0.1
  for: 10m
  severity: warning
  summary: The model cache [[persistentvolumeclaim]] is nearly full
  description: "Only [[%]] of [[persistentvolumeclaim]] is left."
{{- end }}
{{- end }}
{{- end -}}

{{/* The rate limit. */}}
{{- define "remla-all.alerts.ratelimit" -}}
{{- $domain := include "remla-all.rateLimitDomain" . -}}
{{- if .Values.rateLimit.enabled -}}
- alert: RemlaManyRequestsLimited
  expr: |-
    sum by (key1) (rate(ratelimit_service_rate_limit_over_limit{domain="{{ $domain }}"}[5m]))
      /
    sum by (key1) (rate(ratelimit_service_rate_limit_total_hits{domain="{{ $domain }}"}[5m]))
      > {{ .Values.monitoring.prometheusRule.thresholds.rateLimitedRatio }}
  for: 10m
  severity: warning
  summary: Many requests are over the rate limit
  description: "[[%]] of the requests are over the limit [[key1]]."
{{- end -}}
{{- end -}}

{{/* A rule of the PrometheusRule. Takes root and alert, one of the above. */}}
{{- define "remla-all.alert" -}}
{{- $rules := .root.Values.monitoring.prometheusRule -}}
- alert: {{ .alert.alert }}
  expr: |-
    {{- .alert.expr | trim | nindent 4 }}
  for: {{ .alert.for }}
  labels:
    severity: {{ .alert.severity }}
    helm_release: {{ .root.Release.Name }}
    {{- with $rules.alertLabels }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  annotations:
    summary: {{ include "remla-all.alertText" .alert.summary }}
    description: {{ include "remla-all.alertText" .alert.description }}
    {{- with $rules.runbookBaseUrl }}
    runbook_url: {{ printf "%s/%s" (trimSuffix "/" .) $.alert.alert | quote }}
    {{- end }}
{{- end -}}

{{/* Puts Prometheus' own template actions where the marks are. */}}
{{- define "remla-all.alertText" -}}
{{- . | replace "[[]]" "{{ $value | humanize }}" | replace "[[%]]" "{{ $value | humanizePercentage }}" | replace "[[" "{{ $labels." | replace "]]" " }}" | quote -}}
{{- end -}}

{{/* Selects Istio's metrics of requests that the app and the model service answered. */}}
{{- define "remla-all.requestSelector" -}}
{{- $fullname := include "remla-all.fullname" . -}}
reporter="destination", destination_service_namespace="{{ .Release.Namespace }}", destination_service_name=~"{{ $fullname }}-(app|model-service)"
{{- end -}}

{{/* Rate of requests per component and version. Takes root and, optionally, match. */}}
{{- define "remla-all.requestRate" -}}
sum by (destination_service_name, destination_version) (
  rate(istio_requests_total{ {{- include "remla-all.requestSelector" .root }}{{ with .match }}, {{ . }}{{ end -}} }[5m])
)
{{- end -}}

{{/* Labels of recorded series, by which releases are told apart. */}}
{{- define "remla-all.recordLabels" -}}
labels:
  namespace: {{ .Release.Namespace }}
  helm_release: {{ .Release.Name }}
{{- end -}}

{{/* Selects the recorded series of this release. */}}
{{- define "remla-all.recordSelector" -}}
namespace="{{ .Release.Namespace }}", helm_release="{{ .Release.Name }}"
{{- end -}}
