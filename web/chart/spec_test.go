package chart

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

// All that a spec holds is read by the scripts that draw it, and they read nothing of a spec that it does not hold.
func TestChartsReadTheSpec(t *testing.T) {
	files, err := filepath.Glob("../ui/site/charts/*.js")
	if err != nil || len(files) == 0 {
		t.Fatal("no scripts", err)
	}
	var script []byte
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		script = append(script, text...)
	}
	names := map[string]bool{}
	spec := reflect.TypeFor[Spec]()
	for i := range spec.NumField() {
		name, _, _ := strings.Cut(spec.Field(i).Tag.Get("json"), ",")
		names[name] = true
		if !regexp.MustCompile(`\bspec\.` + name + `\b|\{[^}\n]*\b` + name + `\b[^}\n]*\} = view\.spec`).Match(script) {
			t.Errorf("no script reads %s", name)
		}
	}
	for _, m := range regexp.MustCompile(`\bspec\.(\w+)`).FindAllSubmatch(script, -1) {
		if !names[string(m[1])] {
			t.Errorf("a script reads %s, which no spec holds", m[1])
		}
	}
	for _, part := range []reflect.Type{reflect.TypeFor[Series](), reflect.TypeFor[Band](), reflect.TypeFor[Saving](),
		reflect.TypeFor[Chip](), reflect.TypeFor[Mark](), reflect.TypeFor[Locale]()} {
		for i := range part.NumField() {
			name, _, _ := strings.Cut(part.Field(i).Tag.Get("json"), ",")
			if !regexp.MustCompile(`\.` + name + `\b|\{[^}\n]*\b` + name + `\b[^}\n]*\} = speak\(`).Match(script) {
				t.Errorf("no script reads %s of a %s", name, part.Name())
			}
		}
	}
}

// A chart without lines is one that charts.js can draw: lists are lists, and what is not said is left out.
func TestEmptySpec(t *testing.T) {
	got, err := json.Marshal(Spec{Series: []Series{{Label: "a", Kind: "line"}}, Bands: []Band{}, Chips: []Chip{}})
	want := `{"title":"","format":"","fromZero":false,"colors":0,"snapshot":0,"restEntry":0,"series":[{"label":"a","kind":"line","color":0}],"bands":[],"chips":[],"text":null}`
	if err != nil || string(got) != want {
		t.Errorf("%v, got %s", err, got)
	}
}
