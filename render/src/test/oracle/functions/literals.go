package main

import (
	"fmt"
	"math"
	"reflect"
	"sort"
	"strconv"
	"strings"

	"github.com/Masterminds/semver/v3"
	"helm.sh/helm/v4/pkg/chart/common"
)

// reader reads values as the class Literals among the tests writes them.
type reader struct {
	text string
	at   int
}

// readAll reads values until the text ends.
func readAll(text string) []any {
	r := &reader{text: text}
	values := []any{}
	for r.more() {
		values = append(values, r.value())
	}
	return values
}

func (r *reader) more() bool {
	for r.at < len(r.text) && (r.text[r.at] == ' ' || r.text[r.at] == ',') {
		r.at++
	}
	return r.at < len(r.text)
}

func (r *reader) word() string {
	from := r.at
	for r.at < len(r.text) && !strings.ContainsRune(" ,:[]{}\"", rune(r.text[r.at])) {
		r.at++
	}
	return r.text[from:r.at]
}

func (r *reader) quoted() string {
	from := r.at
	for r.at++; r.text[r.at] != '"'; r.at++ {
		if r.text[r.at] == '\\' {
			r.at++
		}
	}
	r.at++
	text, err := strconv.Unquote(r.text[from:r.at])
	if err != nil {
		panic(fmt.Sprintf("%v in %s", err, r.text))
	}
	return text
}

func (r *reader) value() any {
	r.more()
	word := r.word()
	if r.at < len(r.text) {
		switch word + r.text[r.at:r.at+1] {
		case "\"":
			return r.quoted()
		case "bytes\"":
			return []byte(r.quoted())
		case "semver\"":
			return semver.MustParse(r.quoted())
		case "[":
			return list[any](r)
		case "strings[":
			return list[string](r)
		case "ints[":
			return list[int](r)
		case "{":
			return table[any](r)
		case "strings{":
			return table[string](r)
		case "values{":
			return common.Values(table[any](r))
		}
	}
	return plain(word)
}

func list[T any](r *reader) []T {
	items := []T{}
	for r.at++; r.more() && r.text[r.at] != ']'; {
		item, _ := r.value().(T)
		items = append(items, item)
	}
	r.at++
	return items
}

func table[T any](r *reader) map[string]T {
	entries := map[string]T{}
	for r.at++; r.more() && r.text[r.at] != '}'; {
		key := r.quoted()
		r.at++
		entries[key], _ = r.value().(T)
	}
	r.at++
	return entries
}

func plain(word string) any {
	switch word {
	case "nil":
		return nil
	case "nillist":
		return []any(nil)
	case "nilmap":
		return map[string]any(nil)
	case "true", "false":
		return word == "true"
	case "NaN":
		return math.NaN()
	case "+Inf":
		return math.Inf(1)
	case "-Inf":
		return math.Inf(-1)
	}
	digits := word[:len(word)-1]
	var number any
	var err error
	switch {
	case strings.HasSuffix(word, "L"):
		number, err = strconv.ParseInt(digits, 10, 64)
	case strings.HasSuffix(word, "U"):
		number, err = strconv.ParseUint(digits, 10, 64)
	case strings.HasSuffix(word, "B"):
		var b uint64
		b, err = strconv.ParseUint(digits, 10, 8)
		number = uint8(b)
	case strings.ContainsAny(word, ".e"):
		number, err = strconv.ParseFloat(word, 64)
	default:
		number, err = strconv.Atoi(word)
	}
	if err != nil {
		panic(err)
	}
	return number
}

var prefixes = map[reflect.Type]string{
	reflect.TypeFor[[]string]():          "strings",
	reflect.TypeFor[[]int]():             "ints",
	reflect.TypeFor[[][]any]():           "lists",
	reflect.TypeFor[map[string]string](): "strings",
	reflect.TypeFor[common.Values]():     "values",
}

// show writes a value as readAll reads it.
func show(value any) string {
	switch v := value.(type) {
	case nil:
		return "nil"
	case string:
		return strconv.Quote(v)
	case []byte:
		return "bytes" + strconv.Quote(string(v))
	case *semver.Version:
		return "semver" + strconv.Quote(v.Original())
	case int64:
		return fmt.Sprint(v, "L")
	case uint64:
		return fmt.Sprint(v, "U")
	case uint8:
		return fmt.Sprint(v, "B")
	case float64:
		text := strconv.FormatFloat(v, 'g', -1, 64)
		if !strings.ContainsAny(text, ".eNI") {
			text += ".0"
		}
		return text
	}
	v := reflect.ValueOf(value)
	prefix := prefixes[v.Type()]
	parts := []string{}
	switch v.Kind() {
	case reflect.Slice:
		if v.IsNil() {
			return "nillist" + prefix
		}
		for i := range v.Len() {
			parts = append(parts, show(v.Index(i).Interface()))
		}
		return prefix + "[" + strings.Join(parts, ", ") + "]"
	case reflect.Map:
		if v.IsNil() {
			return "nilmap"
		}
		for _, key := range sortedKeys(v) {
			value := v.MapIndex(reflect.ValueOf(key)).Interface()
			parts = append(parts, strconv.Quote(key)+": "+show(value))
		}
		return prefix + "{" + strings.Join(parts, ", ") + "}"
	}
	return fmt.Sprint(value)
}

func sortedKeys(m reflect.Value) []string {
	keys := []string{}
	for _, key := range m.MapKeys() {
		keys = append(keys, key.String())
	}
	sort.Strings(keys)
	return keys
}
