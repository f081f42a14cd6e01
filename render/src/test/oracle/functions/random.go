package main

import (
	"fmt"
	"iter"
	"math"
	"math/rand"
	"reflect"
	"sort"
	"strconv"
	"strings"
)

// names are the functions that give the same for the same arguments, in no zone and on no network.
// slice is not among them: beyond the end of a list it shows what room Go has kept there.
const names = `trim trimAll trimPrefix trimSuffix contains hasPrefix hasSuffix replace trunc substr
repeat nospace initials plural upper lower title untitle swapcase camelcase snakecase kebabcase
indent nindent abbrev abbrevboth wrap wrapWith toString toStrings quote squote cat join sortAlpha
splitList split splitn default empty coalesce all any ternary int int64 float64 atoi toDecimal add1
add sub mul div mod max min maxf minf ceil floor round add1f addf subf mulf divf until untilStep seq
typeOf typeIs typeIsLike kindOf kindIs deepEqual base dir clean ext isAbs b64enc b64dec b32enc
b32dec list concat first last rest initial push prepend reverse compact uniq has chunk without
dict get set unset hasKey pluck keys values pick omit dig deepCopy merge mergeOverwrite urlParse
urlJoin semver semverCompare`

// sized are the functions whose result is as long as a number says.
const sized = " repeat until untilStep seq indent nindent chunk "

var (
	words = strings.Split(`|a|b|x|hello world|Hello World|fooBar|HTTPServer2xx|some_words-here now|Bld4Floor3rd`+
		`|héllo wörld|日本語|  spaced  out |ǅ ß ı İ|1|08|0x1F|0b11|017|1.5|1.0|2.00|-3|1e3|1_000|true|inf|nan`+
		`|99999999999999999999|/a/b/../c.txt|../../x|//x//y/|.hidden|v1.2.3|1.2.3-rc.1|>=1.0.0|^1.2|1.x - 3`+
		`|http://user:p%40ss@host:80/p/a%20th?q=1&r=2#frag|mailto:x@y.z|https://[::1]:8080/x|http://h/%zz`+
		`|YWJj|YQ==|YQ=|MFRGG===|ME======|a,b,c,a|%s %d|quo"te'd\|string|map|[]interface {}|semver.Version`, "|")
	pieces = strings.Split("a|b|A|B|1|2|0|_|-|.|/|//|..|:|@|?|#|%|%41|%2f|[|]|::1|=|==|+| |é|日|ß|ǅ|\xff|\xc3\xa9|\n|\t|,|e|x|f", "|")
	floats = strings.Fields(`0.0 -0.0 1.0 2.5 -2.5 3.7 0.1 0.2 1e+06 1e+21 1e-07 1.005 2.675 5e-324
		1.7976931348623157e+308 9.3e+18 NaN +Inf -Inf`)
	numbers = strings.Fields("0 1 2 3 4 5 7 10 20 -1 -2 -5")
	large   = strings.Fields("1000 4294967296 9223372036854775807 -9223372036854775808")
	others  = strings.Fields(`true false nil nil 5L 0L 5U 18446744073709551615U 7B nillist nilmap
		bytes"ab" bytes"" semver"v1.2.3-rc+b" values{"a":1.0} strings[] ints[1] strings{"a":"x"}`)
	keys = strings.Fields("a b c scheme host path query userinfo")
)

type source struct{ *rand.Rand }

func (s source) of(choices []string) string { return choices[s.Intn(len(choices))] }

func (s source) text() string {
	if s.Intn(2) == 0 {
		return strconv.Quote(s.of(words))
	}
	var text strings.Builder
	for range s.Intn(8) {
		text.WriteString(s.of(pieces))
	}
	return strconv.Quote(text.String())
}

func (s source) float() string {
	switch s.Intn(4) {
	case 0:
		return show(math.Float64frombits(s.Uint64()))
	case 1:
		return show(float64(s.Intn(2000)-1000) / float64(1+s.Intn(100)))
	}
	return s.of(floats)
}

func (s source) items(open, end string, item func() string) string {
	items := []string{}
	for range s.Intn(5) {
		items = append(items, item())
	}
	return open + strings.Join(items, ", ") + end
}

func (s source) table(item func() string) string {
	entries := map[string]string{}
	for range s.Intn(4) {
		entries[s.of(keys)] = item()
	}
	parts := []string{}
	for key, value := range entries {
		parts = append(parts, strconv.Quote(key)+": "+value)
	}
	sort.Strings(parts)
	return "{" + strings.Join(parts, ", ") + "}"
}

func (s source) value(depth int) string {
	kind := s.Intn(12)
	if depth > 2 {
		kind = s.Intn(8)
	}
	deeper := func() string { return s.value(depth + 1) }
	switch kind {
	case 0, 1, 2:
		return s.text()
	case 3, 4:
		return s.of(numbers)
	case 5:
		return s.float()
	case 6, 7:
		return s.of(others)
	case 8, 9:
		return s.items("[", "]", deeper)
	}
	return s.table(deeper)
}

func (s source) argument(function string, kind reflect.Kind) string {
	switch kind {
	case reflect.String:
		return s.text()
	case reflect.Int:
		if s.Intn(12) == 0 && !strings.Contains(sized, " "+function+" ") {
			return s.of(large)
		}
		return s.of(numbers)
	case reflect.Bool:
		return s.of([]string{"true", "false"})
	case reflect.Float64:
		return s.float()
	case reflect.Map:
		if function == "urlJoin" && s.Intn(3) > 0 {
			return s.table(s.text)
		}
		return s.table(func() string { return s.value(1) })
	}
	return s.value(0)
}

// randomCalls gives calls with arguments that fit the parameters of each function.
func randomCalls(count int, seed int64) iter.Seq[string] {
	return func(yield func(string) bool) {
		s := source{rand.New(rand.NewSource(seed))}
		all := strings.Fields(names)
		for i := range count {
			name := all[i%len(all)]
			f := reflect.TypeOf(functions[name])
			call := name
			for p := range f.NumIn() {
				if f.IsVariadic() && p == f.NumIn()-1 {
					for range s.Intn(4) {
						call += " " + s.argument(name, f.In(p).Elem().Kind())
					}
				} else {
					call += " " + s.argument(name, f.In(p).Kind())
				}
			}
			if !yield(fmt.Sprint(call)) {
				return
			}
		}
	}
}
