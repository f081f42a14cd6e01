// Command functions asks Sprig's own functions what they give: see ../README.md.
package main

import (
	"bufio"
	"fmt"
	"io"
	"log"
	"os"
	"reflect"
	"strconv"
	"strings"
	"text/template"

	"github.com/Masterminds/sprig/v3"
)

const arrow = " => "

var functions = sprig.TxtFuncMap()

// outcome gives what a call gives: a value, or an error after "!", and after ";" each argument that
// the call has changed. The template engine calls the function, since it is what turns panics into
// errors.
func outcome(call string) string {
	name, rest, _ := strings.Cut(call, " ")
	arguments := readAll(rest)
	source := name
	data := map[string]any{}
	before := []string{}
	for i, argument := range arguments {
		key := "a" + strconv.Itoa(i)
		source += " ." + key
		data[key] = argument
		before = append(before, show(argument))
	}
	var result any
	keep := template.FuncMap{"keep": func(value any) string { result = value; return "" }}
	t := template.Must(template.New("t").Funcs(functions).Funcs(keep).Parse("{{ keep (" + source + ") }}"))
	text := ""
	if err := t.Execute(io.Discard, data); err != nil {
		calling := "error calling " + name + ": "
		_, message, ok := strings.Cut(err.Error(), calling)
		if !ok {
			log.Fatalf("%s: %v", call, err) // of the engine, which has tables of its own
		}
		text = "! " + message
	} else {
		text = show(sorted(name, arguments, result))
	}
	for i, argument := range arguments {
		if after := show(argument); after != before[i] {
			text += fmt.Sprintf(" ; .%d = %s", i, after)
		}
	}
	return strings.ReplaceAll(text, "\n", "\\n")
}

// sorted puts the keys and values of maps, which Sprig gives in any order, into that of the keys.
func sorted(function string, maps []any, result any) any {
	if function != "keys" && function != "values" {
		return result
	}
	all := []string{}
	values := []any{}
	for _, m := range maps {
		keys := sortedKeys(reflect.ValueOf(m))
		all = append(all, keys...)
		for _, key := range keys {
			values = append(values, reflect.ValueOf(m).MapIndex(reflect.ValueOf(key)).Interface())
		}
	}
	if function == "keys" {
		return all
	}
	return values
}

// rewrite replaces what stands right of the arrow in each row of a table.
func rewrite(file string) {
	data, err := os.ReadFile(file)
	if err != nil {
		log.Fatal(err)
	}
	lines := strings.Split(strings.TrimRight(string(data), "\n"), "\n")
	for i, line := range lines {
		if line != "" && !strings.HasPrefix(line, "#") {
			call, _, _ := strings.Cut(line, arrow)
			call = strings.TrimRight(call, " ")
			lines[i] = call + arrow + outcome(call)
		}
	}
	if err := os.WriteFile(file, []byte(strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
		log.Fatal(err)
	}
}

func main() {
	if len(os.Args) == 4 && os.Args[1] == "random" {
		count, _ := strconv.Atoi(os.Args[2])
		seed, _ := strconv.ParseInt(os.Args[3], 10, 64)
		out := bufio.NewWriter(os.Stdout)
		defer out.Flush()
		for call := range randomCalls(count, seed) {
			fmt.Fprintln(out, call+arrow+outcome(call))
		}
		return
	}
	for _, file := range os.Args[1:] {
		rewrite(file)
	}
}
