// Command oracle asks Helm's own engine what templates give: see README.md.
package main

import (
	"bufio"
	"encoding/json"
	"log"
	"os"
	"strings"

	"helm.sh/helm/v4/pkg/chart/common"
	chart "helm.sh/helm/v4/pkg/chart/v2"
	"helm.sh/helm/v4/pkg/engine"
	"sigs.k8s.io/yaml"
)

const name = "templates/t.yaml"

// render gives what Helm makes of a template with some values, which are JSON or empty.
func render(template, valuesAsJSON string) (string, error) {
	values := map[string]any{}
	if err := yaml.Unmarshal([]byte(valuesAsJSON), &values); err != nil {
		log.Fatalf("%v in %s", err, valuesAsJSON)
	}
	c := &chart.Chart{
		Metadata:  &chart.Metadata{Name: "c", Version: "1.0.0", APIVersion: "v2"},
		Templates: []*common.File{{Name: name, Data: []byte(template)}},
	}
	files, err := engine.Render(c, common.Values{
		"Values":  common.Values(values),
		"Release": map[string]any{"Name": "rel", "Revision": 1},
	})
	return files["c/"+name], err
}

// visible puts a text on one line of which no end is lost.
func visible(s string) string {
	line := strings.ReplaceAll(s, "\n", "⏎")
	text := strings.TrimRight(line, " ")
	return text + strings.Repeat("␠", len(line)-len(text))
}

// rewrite replaces what stands right of the arrow in each row of a table.
func rewrite(file string) {
	data, err := os.ReadFile(file)
	if err != nil {
		log.Fatal(err)
	}
	lines := strings.Split(strings.TrimRight(string(data), "\n"), "\n")
	for i, line := range lines {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		left, _, ok := strings.Cut(line, " ===>")
		if !ok {
			left, _, _ = strings.Cut(line, " !!!>")
		}
		template, values, _ := strings.Cut(left, " <=== ")
		text, err := render(strings.ReplaceAll(template, "⏎", "\n"), strings.TrimSpace(values))
		arrow := " ===> "
		if err != nil {
			text, arrow = err.Error(), " !!!> "
		}
		lines[i] = strings.TrimRight(left+arrow+visible(text), " ")
	}
	if err := os.WriteFile(file, []byte(strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
		log.Fatal(err)
	}
}

// answer reads cases, one a line, and writes what Helm makes of each.
func answer() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<24)
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	for in.Scan() {
		var c struct {
			Template string          `json:"t"`
			Values   json.RawMessage `json:"v"`
		}
		if err := json.Unmarshal(in.Bytes(), &c); err != nil {
			log.Fatal(err)
		}
		text, err := render(c.Template, string(c.Values))
		if err != nil {
			out.Encode(map[string]string{"e": err.Error()})
		} else {
			out.Encode(map[string]string{"o": text})
		}
	}
	if err := in.Err(); err != nil {
		log.Fatal(err)
	}
}

func main() {
	if len(os.Args) == 1 {
		answer()
	}
	for _, file := range os.Args[1:] {
		rewrite(file)
	}
}
