{{/*
What values.schema.json cannot say: values that don't go together. Each problem
ends the rendering with a message that names the values and the way out.
*/}}
{{- define "remla-all.validate" -}}
{{- $v := .Values -}}
{{- $weight := int $v.canaryWeight -}}

{{- if and (not $v.canary.enabled) $weight -}}
{{- fail (printf "canaryWeight is %d, but canary.enabled is false: set canaryWeight to 0 or enable the canary" $weight) -}}
{{- end -}}
{{- if not $v.istio.enabled -}}
{{- if $v.canary.enabled -}}
{{- fail "canary.enabled needs istio.enabled: without Istio nothing divides the visitors by canaryWeight; set canary.enabled to false and canaryWeight to 0" -}}
{{- end -}}
{{- if $v.rateLimit.enabled -}}
{{- fail "rateLimit.enabled needs istio.enabled: the limit is kept by Istio's ingress gateway; set rateLimit.enabled to false" -}}
{{- end -}}
{{- else if and (not $v.istio.gateway.create) (not $v.istio.gateway.name) -}}
{{- fail "istio.gateway.create is false: set istio.gateway.name to the existing Gateway, as <namespace>/<name>" -}}
{{- end -}}
{{- if and $v.ingress.tls.enabled (not $v.ingress.tls.secretName) (or (not $v.istio.enabled) $v.istio.gateway.create) -}}
{{- fail "ingress.tls.enabled needs ingress.tls.secretName" -}}
{{- end -}}
{{- if and $v.rateLimit.enabled (not $v.rateLimit.redis.create) (not $v.rateLimit.redis.url) -}}
{{- fail "rateLimit.redis.create is false: set rateLimit.redis.url to the existing Redis, as <host>:<port>" -}}
{{- end -}}

{{- range $name, $values := dict "app" $v.app "modelService" $v.modelService -}}
{{- if and $values.secret.existingSecret $values.secret.data -}}
{{- fail (printf "%s.secret.existingSecret and %s.secret.data exclude each other: give one of them" $name $name) -}}
{{- end -}}
{{- $scaling := $values.autoscaling -}}
{{- if and $scaling.enabled (gt (int $scaling.minReplicas) (int $scaling.maxReplicas)) -}}
{{- fail (printf "%s.autoscaling.minReplicas (%d) is greater than maxReplicas (%d)" $name (int $scaling.minReplicas) (int $scaling.maxReplicas)) -}}
{{- end -}}
{{- if and $scaling.enabled (not (int $scaling.targetCPUUtilizationPercentage)) (not (int $scaling.targetMemoryUtilizationPercentage)) -}}
{{- fail (printf "%s.autoscaling needs a target: set targetCPUUtilizationPercentage or targetMemoryUtilizationPercentage" $name) -}}
{{- end -}}
{{- end -}}

{{- range $track := splitList " " (include "remla-all.tracks" .) -}}
{{- include "remla-all.validatePair" (dict "root" $ "track" $track
      "app" (include "remla-all.tag" (dict "values" $v.app "track" $track))
      "modelService" (include "remla-all.tag" (dict "values" $v.modelService "track" $track))) -}}
{{- end -}}
{{- end -}}

{{/* Refuses an app and a model service whose tags don't belong together. */}}
{{- define "remla-all.validatePair" -}}
{{- $policy := .root.Values.compatibility.policy -}}
{{- $pair := printf "%s app %q and %s model service %q" .track .app .track .modelService -}}
{{- $semver := `^v?(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(\.(0|[1-9][0-9]*))?(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?$` -}}
{{- if or (eq $policy "none") (eq .app .modelService) -}}
{{- /* anything goes, or they are of the same build */ -}}
{{- else if eq $policy "exact" -}}
{{- fail (printf "%s don't belong together: compatibility.policy exact asks for the same tag" $pair) -}}
{{- else if not (and (regexMatch $semver .app) (regexMatch $semver .modelService)) -}}
{{- fail (printf "%s cannot be compared: compatibility.policy %s asks for semantic versions, or for the same tag; set it to none to go without" $pair $policy) -}}
{{- else if eq $policy "matrix" -}}
{{- $allowed := false -}}
{{- range .root.Values.compatibility.matrix -}}
{{- if and (semverCompare .app $.app) (semverCompare .modelService $.modelService) -}}
{{- $allowed = true -}}
{{- end -}}
{{- end -}}
{{- if not $allowed -}}
{{- fail (printf "%s don't belong together: no row of compatibility.matrix allows this pair" $pair) -}}
{{- end -}}
{{- else -}}
{{- $depth := ternary 2 1 (eq $policy "minor") -}}
{{- $app := slice (splitList "." (trimPrefix "v" .app)) 0 $depth | join "." -}}
{{- $model := slice (splitList "." (trimPrefix "v" .modelService)) 0 $depth | join "." -}}
{{- if ne (regexFind "^[0-9.]+" $app) (regexFind "^[0-9.]+" $model) -}}
{{- fail (printf "%s don't belong together: compatibility.policy %s asks for the same %s" $pair $policy (ternary "major and minor version" "major version" (eq $policy "minor"))) -}}
{{- end -}}
{{- end -}}
{{- end -}}
