{{/*
What the app and the model service have in common. Each helper takes a scope (see
_helpers.tpl) which also holds
  values  the values of the component: .Values.app or .Values.modelService
  tag     the tag of the version, where a track is given
*/}}

{{/* Name of a component's ServiceAccount. */}}
{{- define "remla-all.serviceAccountName" -}}
{{- $account := .values.serviceAccount -}}
{{- if $account.create -}}
{{- $account.name | default (include "remla-all.componentName" .) -}}
{{- else -}}
{{- $account.name | default "default" -}}
{{- end -}}
{{- end -}}

{{/* Data of a component's ConfigMap: the chart's own keys, then the user's. */}}
{{- define "remla-all.configData" -}}
{{- $data := dict -}}
{{- if eq .component "app" -}}
{{- $service := dict "root" .root "component" "model-service" -}}
{{- $url := printf "http://%s:%d" (include "remla-all.fqdn" $service) (int .root.Values.modelService.service.port) -}}
{{- $_ := set $data "MODEL_SERVICE_URL" $url -}}
{{- $_ := set $data "VERSION_HEADER" .root.Values.istio.versionHeader -}}
{{- else -}}
{{- $_ := set $data "MODEL_CACHE_DIR" .values.modelCache.mountPath -}}
{{- end -}}
{{- $_ := set $data "PORT" (.values.containerPort | int | toString) -}}
{{- range $key, $value := .values.config -}}
{{- $_ := set $data $key (tpl $value $.root) -}}
{{- end -}}
{{- range $key, $value := $data }}
{{ $key }}: {{ $value | quote }}
{{- end }}
{{- end -}}

{{/* Name of the Secret a component reads, or nothing. */}}
{{- define "remla-all.secretName" -}}
{{- if .values.secret.existingSecret -}}
{{- .values.secret.existingSecret -}}
{{- else if .values.secret.data -}}
{{- include "remla-all.componentName" . -}}
{{- end -}}
{{- end -}}

{{/* Data of a component's Secret. */}}
{{- define "remla-all.secretData" -}}
{{- range $key, $value := .values.secret.data }}
{{ $key }}: {{ $value | b64enc | quote }}
{{- end }}
{{- end -}}

{{/* Affinity of a version's pods: the user's, or the one podAntiAffinity stands for. */}}
{{- define "remla-all.affinity" -}}
{{- if .values.affinity -}}
affinity:
  {{- toYaml .values.affinity | nindent 2 }}
{{- else if eq .values.podAntiAffinity "hard" -}}
affinity:
  podAntiAffinity:
    requiredDuringSchedulingIgnoredDuringExecution:
      - topologyKey: kubernetes.io/hostname
        labelSelector:
          matchLabels:
            {{- include "remla-all.selectorLabels" . | nindent 12 }}
{{- else if eq .values.podAntiAffinity "soft" -}}
affinity:
  podAntiAffinity:
    preferredDuringSchedulingIgnoredDuringExecution:
      - weight: 100
        podAffinityTerm:
          topologyKey: kubernetes.io/hostname
          labelSelector:
            matchLabels:
              {{- include "remla-all.selectorLabels" . | nindent 14 }}
{{- end -}}
{{- end -}}

{{/* Topology spread constraints; those without a selector get the version's. */}}
{{- define "remla-all.topologySpreadConstraints" -}}
{{- $labels := include "remla-all.selectorLabels" . | fromYaml -}}
{{- with .values.topologySpreadConstraints -}}
topologySpreadConstraints:
  {{- range . }}
  {{- $constraint := . }}
  {{- if not .labelSelector }}
  {{- $constraint = set (deepCopy .) "labelSelector" (dict "matchLabels" $labels) }}
  {{- end }}
  - {{ toYaml $constraint | nindent 4 | trim }}
  {{- end }}
{{- end -}}
{{- end -}}

{{/* Environment of a version's container. */}}
{{- define "remla-all.env" -}}
env:
  - name: RELEASE_TRACK
    value: {{ .track }}
  - name: RELEASE_VERSION
    value: {{ .tag | quote }}
  - name: POD_NAME
    valueFrom:
      fieldRef:
        fieldPath: metadata.name
  {{- with .values.extraEnv }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
  {{- if eq .track "canary" }}
  {{- with .values.canary.extraEnv }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
  {{- end }}
envFrom:
  - configMapRef:
      name: {{ include "remla-all.componentName" . }}
  {{- with include "remla-all.secretName" . }}
  - secretRef:
      name: {{ . }}
  {{- end }}
  {{- with .values.extraEnvFrom }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- end -}}

{{/* Probes of a component's container. */}}
{{- define "remla-all.probes" -}}
{{- range $name := list "startup" "liveness" "readiness" }}
{{- with get $.values.probes $name }}
{{ $name }}Probe:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}
{{- end -}}

{{/* Volumes of a version's pod. */}}
{{- define "remla-all.volumes" -}}
- name: tmp
  emptyDir:
    sizeLimit: {{ .values.tmpSizeLimit }}
{{- with .values.modelCache }}
- name: model-cache
  {{- if .persistence.enabled }}
  persistentVolumeClaim:
    claimName: {{ .persistence.existingClaim | default (printf "%s-cache" (include "remla-all.trackName" $)) }}
  {{- else }}
  emptyDir:
    sizeLimit: {{ .sizeLimit }}
  {{- end }}
{{- end }}
{{- with .values.extraVolumes }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* Volume mounts of a component's container. */}}
{{- define "remla-all.volumeMounts" -}}
- name: tmp
  mountPath: /tmp
{{- with .values.modelCache }}
- name: model-cache
  mountPath: {{ .mountPath }}
{{- end }}
{{- with .values.extraVolumeMounts }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* The Deployment of one version of a component. */}}
{{- define "remla-all.deployment" -}}
{{- $values := .values -}}
{{- $root := .root -}}
{{- $resources := $values.resources -}}
{{- if and (eq .track "canary") $values.canary.resources -}}
{{- $resources = $values.canary.resources -}}
{{- end -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  {{- include "remla-all.metadata" (merge (dict "name" (include "remla-all.trackName" .)) .) | nindent 2 }}
spec:
  {{- if not $values.autoscaling.enabled }}
  replicas: {{ include "remla-all.replicas" (dict "root" $root "track" .track "all" $values.replicas "canary" $values.canary.replicas) }}
  {{- end }}
  revisionHistoryLimit: {{ int $values.revisionHistoryLimit }}
  {{- with $values.strategy }}
  strategy:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  selector:
    matchLabels:
      {{- include "remla-all.selectorLabels" . | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "remla-all.selectorLabels" . | nindent 8 }}
        app.kubernetes.io/version: {{ include "remla-all.versionLabel" . | quote }}
        {{- with include "remla-all.meshPodLabels" . }}
        {{- . | nindent 8 }}
        {{- end }}
        {{- with merge (dict) $values.podLabels $root.Values.commonLabels }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
      annotations:
        kubectl.kubernetes.io/default-container: {{ .component }}
        checksum/config: {{ include "remla-all.configData" . | sha256sum }}
        {{- if and $values.secret.data (not $values.secret.existingSecret) }}
        checksum/secret: {{ include "remla-all.secretData" . | sha256sum }}
        {{- end }}
        {{- with include "remla-all.meshPodAnnotations" . }}
        {{- . | nindent 8 }}
        {{- end }}
        {{- with $values.podAnnotations }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
    spec:
      serviceAccountName: {{ include "remla-all.serviceAccountName" . }}
      automountServiceAccountToken: {{ $values.serviceAccount.automountToken }}
      enableServiceLinks: false
      {{- with include "remla-all.imagePullSecrets" $root }}
      {{- . | nindent 6 }}
      {{- end }}
      {{- with $values.priorityClassName }}
      priorityClassName: {{ . }}
      {{- end }}
      terminationGracePeriodSeconds: {{ int $values.terminationGracePeriodSeconds }}
      securityContext:
        {{- mergeOverwrite (deepCopy $root.Values.podSecurityContext) $values.podSecurityContext | toYaml | nindent 8 }}
      {{- with include "remla-all.affinity" . }}
      {{- . | nindent 6 }}
      {{- end }}
      {{- with include "remla-all.topologySpreadConstraints" . }}
      {{- . | nindent 6 }}
      {{- end }}
      {{- with $values.nodeSelector }}
      nodeSelector:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with $values.tolerations }}
      tolerations:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with $values.initContainers }}
      initContainers:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      containers:
        - name: {{ .component }}
          image: {{ include "remla-all.image" (dict "root" $root "image" $values.image "tag" .tag "digest" (include "remla-all.digest" .)) | quote }}
          imagePullPolicy: {{ $values.image.pullPolicy }}
          {{- with $values.command }}
          command:
            {{- toYaml . | nindent 12 }}
          {{- end }}
          {{- with $values.args }}
          args:
            {{- toYaml . | nindent 12 }}
          {{- end }}
          ports:
            - name: http
              containerPort: {{ int $values.containerPort }}
              protocol: TCP
          {{- include "remla-all.env" . | nindent 10 }}
          {{- with include "remla-all.probes" . | trim }}
          {{- . | nindent 10 }}
          {{- end }}
          {{- with $values.lifecycle }}
          lifecycle:
            {{- toYaml . | nindent 12 }}
          {{- end }}
          {{- with $resources }}
          resources:
            {{- toYaml . | nindent 12 }}
          {{- end }}
          securityContext:
            {{- mergeOverwrite (deepCopy $root.Values.securityContext) $values.securityContext | toYaml | nindent 12 }}
          volumeMounts:
            {{- include "remla-all.volumeMounts" . | nindent 12 }}
        {{- with $values.extraContainers }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
      volumes:
        {{- include "remla-all.volumes" . | nindent 8 }}
{{- end -}}

{{/* The autoscaler of one version of a component. */}}
{{- define "remla-all.autoscaler" -}}
{{- $scaling := .values.autoscaling -}}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  {{- include "remla-all.metadata" (merge (dict "name" (include "remla-all.trackName" .)) .) | nindent 2 }}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: {{ include "remla-all.trackName" . }}
  minReplicas: {{ include "remla-all.replicas" (dict "root" .root "track" .track "all" $scaling.minReplicas "canary" .values.canary.replicas) }}
  maxReplicas: {{ int $scaling.maxReplicas }}
  metrics:
    {{- range $resource, $target := dict "cpu" $scaling.targetCPUUtilizationPercentage "memory" $scaling.targetMemoryUtilizationPercentage }}
    {{- if int $target }}
    - type: Resource
      resource:
        name: {{ $resource }}
        target:
          type: Utilization
          averageUtilization: {{ int $target }}
    {{- end }}
    {{- end }}
  {{- with $scaling.behavior }}
  behavior:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end -}}

{{/* The disruption budget of one version of a component. */}}
{{- define "remla-all.disruptionBudget" -}}
{{- $budget := .values.podDisruptionBudget -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  {{- include "remla-all.metadata" (merge (dict "name" (include "remla-all.trackName" .)) .) | nindent 2 }}
spec:
  {{- if ne (toString $budget.minAvailable) "" }}
  minAvailable: {{ $budget.minAvailable }}
  {{- else }}
  maxUnavailable: {{ $budget.maxUnavailable }}
  {{- end }}
  selector:
    matchLabels:
      {{- include "remla-all.selectorLabels" . | nindent 6 }}
{{- end -}}

{{/*
Runs a helper for each version of each component, as documents of their own. Takes
root, template (name of the helper) and, optionally, only: the path of a switch in
the component's values, as a list.
*/}}
{{- define "remla-all.eachVersion" -}}
{{- range $component, $values := dict "app" .root.Values.app "model-service" .root.Values.modelService }}
{{- if or (not $.only) (get (get $values $.only) "enabled") }}
{{- range $track := splitList " " (include "remla-all.tracks" $.root) }}
{{- $scope := dict "root" $.root "component" $component "values" $values "track" $track }}
{{- $_ := set $scope "tag" (include "remla-all.tag" $scope) }}
---
{{ include $.template $scope }}
{{- end }}
{{- end }}
{{- end }}
{{- end -}}
