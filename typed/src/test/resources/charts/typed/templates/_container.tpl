{{- define "container" -}}
name: app
image: registry.example.com/app:1.2.3
{{- end -}}
{{- define "typos" -}}
imagePullpolicy: Always
resources:
  limit: {cpu: 1}
{{- end -}}
{{- define "env" -}}
env:
- {name: PORT, value: 8080}
{{- end -}}
