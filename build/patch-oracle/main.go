// Writes what ThreeWayPatchTest holds our patches against: random objects of real kinds as they were
// wanted, as they are and as they are wanted now, one such triple a line, with the patch that
// Kubernetes' own patch maker makes of them, or its error.
//
//	go run . -n 20000 -seed 50000 > patches.jsonl
//	mvn test -pl apply-fabric8 -am -Dtest=ThreeWayPatchTest -Dsurefire.failIfNoSpecifiedTests=false \
//	    -DargLine=-Dpintle.patches=$PWD/patches.jsonl
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand"
	"os"
	"reflect"
	"strings"

	jsonpatch "gopkg.in/evanphx/json-patch.v4"
	admissionv1 "k8s.io/api/admissionregistration/v1"
	appsv1 "k8s.io/api/apps/v1"
	autoscalingv2 "k8s.io/api/autoscaling/v2"
	batchv1 "k8s.io/api/batch/v1"
	corev1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
	policyv1 "k8s.io/api/policy/v1"
	rbacv1 "k8s.io/api/rbac/v1"
	storagev1 "k8s.io/api/storage/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/intstr"
	"k8s.io/apimachinery/pkg/util/jsonmergepatch"
	"k8s.io/apimachinery/pkg/util/strategicpatch"
)

type kind struct {
	apiVersion, kind string
	object           interface{}
}

var kinds = []kind{
	{"apps/v1", "Deployment", appsv1.Deployment{}},
	{"apps/v1", "StatefulSet", appsv1.StatefulSet{}},
	{"apps/v1", "DaemonSet", appsv1.DaemonSet{}},
	{"batch/v1", "Job", batchv1.Job{}},
	{"batch/v1", "CronJob", batchv1.CronJob{}},
	{"v1", "Pod", corev1.Pod{}},
	{"v1", "Service", corev1.Service{}},
	{"v1", "ConfigMap", corev1.ConfigMap{}},
	{"v1", "ServiceAccount", corev1.ServiceAccount{}},
	{"v1", "PersistentVolume", corev1.PersistentVolume{}},
	{"v1", "PersistentVolumeClaim", corev1.PersistentVolumeClaim{}},
	{"v1", "Node", corev1.Node{}},
	{"networking.k8s.io/v1", "Ingress", networkingv1.Ingress{}},
	{"networking.k8s.io/v1", "NetworkPolicy", networkingv1.NetworkPolicy{}},
	{"autoscaling/v2", "HorizontalPodAutoscaler", autoscalingv2.HorizontalPodAutoscaler{}},
	{"policy/v1", "PodDisruptionBudget", policyv1.PodDisruptionBudget{}},
	{"rbac.authorization.k8s.io/v1", "ClusterRole", rbacv1.ClusterRole{}},
	{"storage.k8s.io/v1", "StorageClass", storagev1.StorageClass{}},
	{"admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration", admissionv1.ValidatingWebhookConfiguration{}},
}

var words = []string{"a", "b", "c", "web", "10", "9", "x y"}

type maker struct {
	*rand.Rand
}

// value makes a random JSON value of a type; nil if it leaves it out.
func (r maker) value(t reflect.Type, depth int) interface{} {
	switch t {
	case reflect.TypeOf(resource.Quantity{}):
		return []string{"1", "100m", "1Gi"}[r.Intn(3)]
	case reflect.TypeOf(metav1.Time{}), reflect.TypeOf(metav1.MicroTime{}):
		return "2026-01-01T00:00:00Z"
	case reflect.TypeOf(intstr.IntOrString{}):
		if r.Intn(2) == 0 {
			return r.Intn(3)
		}
		return words[r.Intn(len(words))]
	case reflect.TypeOf(runtime.RawExtension{}), reflect.TypeOf(metav1.FieldsV1{}), reflect.TypeOf(metav1.ManagedFieldsEntry{}):
		return nil
	}
	switch t.Kind() {
	case reflect.Pointer:
		return r.value(t.Elem(), depth)
	case reflect.String:
		return words[r.Intn(len(words))]
	case reflect.Bool:
		return r.Intn(2) == 0
	case reflect.Int, reflect.Int32, reflect.Int64, reflect.Uint8:
		return r.Intn(4)
	case reflect.Struct:
		m := map[string]interface{}{}
		r.fields(t, m, depth)
		return m
	case reflect.Map:
		m := map[string]interface{}{}
		for i := r.Intn(3); i > 0; i-- {
			if v := r.value(t.Elem(), depth-1); v != nil {
				m[words[r.Intn(len(words))]] = v
			}
		}
		return m
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Uint8 {
			return "AA=="
		}
		l := []interface{}{}
		for i := r.Intn(4); i > 0; i-- {
			if v := r.value(t.Elem(), depth-1); v != nil {
				l = append(l, v)
			}
		}
		return l
	}
	return nil
}

func (r maker) fields(t reflect.Type, m map[string]interface{}, depth int) {
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name == "-" || name == "status" || name == "managedFields" {
			continue
		}
		if f.Anonymous && name == "" {
			if f.Type != reflect.TypeOf(metav1.TypeMeta{}) {
				r.fields(f.Type, m, depth)
			}
			continue
		}
		strategy := f.Tag.Get("patchStrategy")
		must := name == "spec" || name == "metadata" || name == "template" || name == "jobTemplate" || name == "containers"
		likely := strategy != ""
		switch {
		case must:
		case depth <= 0 && !likely:
			ft := f.Type
			for ft.Kind() == reflect.Pointer {
				ft = ft.Elem()
			}
			scalar := ft.Kind() != reflect.Struct && ft.Kind() != reflect.Map && ft.Kind() != reflect.Slice
			if scalar && r.Intn(5) != 0 || !scalar && (depth < -4 || r.Intn(12) != 0) {
				continue
			}
		case likely && r.Intn(3) != 0 && depth > -6:
		case r.Intn(9) != 0:
			continue
		}
		if v := r.value(f.Type, depth-1); v != nil {
			m[name] = v
		}
	}
}

// the names by which items of lists are told apart, so that items are seldom without
var keys = []string{"name", "containerPort", "port", "mountPath", "devicePath", "ip", "uid", "type", "topologyKey", "key"}

func (r maker) change(v interface{}) interface{} {
	switch v := v.(type) {
	case map[string]interface{}:
		out := map[string]interface{}{}
		for k, each := range v {
			isKey := false
			for _, key := range keys {
				isKey = isKey || key == k
			}
			switch n := r.Intn(24); {
			case n == 0 && !isKey:
				continue
			case n == 1 && !isKey:
				out[k] = nil
			case n < 14:
				out[k] = each
			default:
				out[k] = r.change(each)
			}
			if isKey && r.Intn(12) != 0 {
				out[k] = each
			}
		}
		return out
	case []interface{}:
		out := []interface{}{}
		for _, each := range v {
			switch n := r.Intn(8); {
			case n == 0:
				continue
			case n < 4:
				out = append(out, each)
			case n == 4:
				out = append([]interface{}{each}, out...)
			default:
				out = append(out, r.change(each))
			}
		}
		if len(v) > 0 && r.Intn(6) == 0 {
			extra := r.change(v[r.Intn(len(v))])
			if m, ok := extra.(map[string]interface{}); ok {
				for _, key := range keys {
					if s, ok := m[key].(string); ok && r.Intn(4) != 0 {
						m[key] = s + "2"
					}
				}
			}
			out = append(out, extra)
		}
		return out
	case string:
		if r.Intn(2) == 0 {
			return v
		}
		return words[r.Intn(len(words))]
	case bool:
		return r.Intn(2) == 0
	case int:
		return r.Intn(4)
	}
	return v
}

// fill gives items of merged lists their keys, most of the time.
func (r maker) fill(v interface{}, t reflect.Type) {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	m, ok := v.(map[string]interface{})
	if !ok || t.Kind() != reflect.Struct {
		return
	}
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Anonymous && name == "" {
			r.fill(v, f.Type)
			continue
		}
		ft := f.Type
		for ft.Kind() == reflect.Pointer {
			ft = ft.Elem()
		}
		switch each := m[name].(type) {
		case map[string]interface{}:
			r.fill(each, ft)
		case []interface{}:
			if ft.Kind() != reflect.Slice {
				continue
			}
			key := f.Tag.Get("patchMergeKey")
			for n, item := range each {
				r.fill(item, ft.Elem())
				im, ok := item.(map[string]interface{})
				if !ok || key == "" {
					continue
				}
				if _, there := im[key]; (!there || r.Intn(3) != 0) && r.Intn(60) != 0 {
					if key == "containerPort" || key == "port" {
						im[key] = []int{80, 443, 53, 8080}[(n+r.Intn(2))%4]
					} else {
						im[key] = []string{"c", "a", "b", "d", "e"}[(n+r.Intn(2))%5]
					}
				}
			}
		}
	}
}

func marshal(v interface{}) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return b
}

func main() {
	count := flag.Int("n", 300, "how many")
	seed := flag.Int64("seed", 1, "the first")
	longest := flag.Int("longest", 100000, "the longest line")
	errors := flag.Int("errors", 10, "one in how many of those that fail is kept")
	js := flag.Bool("json", false, "JSON merge patches")
	flag.Parse()
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	failed := 0
	for made, s := 0, *seed; made < *count; s++ {
		r := maker{Rand: rand.New(rand.NewSource(s))}
		k := kinds[r.Intn(len(kinds))]
		t := reflect.TypeOf(k.object)
		base := r.value(t, 3)
		r.fill(base, t)
		objects := make([]map[string]interface{}, 3)
		for i := range objects {
			v := base
			for n := r.Intn(3); n > 0; n-- {
				v = r.change(v)
			}
			o := map[string]interface{}{}
			json.Unmarshal(marshal(v), &o)
			o["apiVersion"], o["kind"] = k.apiVersion, k.kind
			objects[i] = o
		}
		original, live, wanted := marshal(objects[0]), marshal(objects[1]), marshal(objects[2])
		row := map[string]json.RawMessage{
			"apiVersion": marshal(k.apiVersion), "kind": marshal(k.kind),
			"original": original, "live": live, "wanted": wanted}
		var patch []byte
		var err error
		if *js {
			patch, err = jsonmergepatch.CreateThreeWayJSONMergePatch(original, wanted, live)
			two, err2 := jsonpatch.CreateMergePatch(original, wanted)
			if err2 != nil {
				panic(err2)
			}
			row["twoWay"] = two
		} else {
			meta, _ := strategicpatch.NewPatchMetaFromStruct(k.object)
			patch, err = strategicpatch.CreateThreeWayMergePatch(original, wanted, live, meta, true)
		}
		if err != nil {
			failed++
			if failed%*errors != 0 {
				continue
			}
			row["error"] = marshal(err.Error())
		} else {
			row["patch"] = patch
		}
		line := marshal(row)
		if len(line) > *longest {
			continue
		}
		made++
		fmt.Fprintf(out, "%s\n", line)
	}
	fmt.Fprintln(os.Stderr, "failed", failed)
}
