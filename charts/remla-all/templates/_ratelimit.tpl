{{/* Domain of the rate limits, of its own per release. */}}
{{- define "remla-all.rateLimitDomain" -}}
{{- printf "%s-%s" .Release.Namespace (include "remla-all.fullname" .) -}}
{{- end -}}

{{/* Configuration of the rate limit service: what to count and how much is allowed. */}}
{{- define "remla-all.rateLimitConfig" -}}
{{- $limit := .Values.rateLimit -}}
domain: {{ include "remla-all.rateLimitDomain" . }}
descriptors:
  # All users together.
  - key: generic_key
    value: total
    rate_limit:
      unit: {{ $limit.total.unit }}
      requests_per_unit: {{ int $limit.total.requestsPerUnit }}
  {{- if $limit.perUser.enabled }}
  # Each value of the user header by itself.
  - key: user
    rate_limit:
      unit: {{ $limit.perUser.unit }}
      requests_per_unit: {{ int $limit.perUser.requestsPerUnit }}
  {{- end }}
  {{- with $limit.extraDescriptors }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- end -}}
