package main

import (
	"encoding/json"
	"fmt"
	"html"
	"maps"
	"slices"
	"strings"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/shipped"
	"github.com/gasburden/gasburden/web/words"
)

const (
	moduleName  = "gasburden.js"         // the calculator in code
	typesName   = "gasburden.d.ts"       // its types
	schemaName  = "scenario.schema.json" // of what it runs
	exampleName = "example.html"
)

// addModule fills the module, its types, and the schema.
func (s *site) addModule(made map[string][]byte, id string) error {
	words := map[string]string{"build": id}
	maps.Copy(words, s.inCode)
	types := fill(s.templates[typesName], words)
	if err := checkFilled(types); err != nil {
		return fmt.Errorf("%s: %w", typesName, err)
	}
	made[typesName] = []byte(types)
	module, err := s.bundler.make(moduleBundle, map[string]any{
		"SITE_BUILD": id, "SITE_ADDRESS": s.site, "SITE_VERSION": json.RawMessage(words["version"]),
		"SITE_SCHEMA": json.RawMessage(words["schema"]), "SITE_PRESETS": json.RawMessage(words["presets"]),
	})
	if err != nil {
		return err
	}
	made[moduleName] = module
	made[schemaName] = assumption.Schema(assets.SnapshotNames())
	return nil
}

// exampleWords are those of the example, which shows its own script.
func (s *site) exampleWords(template string) map[string]string {
	text, shown := s.text.Code, ""
	for _, m := range inline.FindAllStringSubmatch(template, -1) {
		shown += m[2]
	}
	words := map[string]string{"code_shown": strings.TrimSpace(shown)}
	maps.Copy(words, map[string]string{
		"code_title": text.Title, "code_lead": text.Lead, "code_caption": text.Caption, "code_rate": text.Rate,
		"code_month":      text.Month,
		"code_status_quo": text.StatusQuo, "code_direct": text.Direct, "code_page": text.Page,
	})
	for name, word := range words {
		words[name] = html.EscapeString(word)
	}
	return words
}

// codeOf computes the words of module and types from what the simulator says of itself.
func codeOf(text *words.Text) (map[string]string, error) {
	view, err := shipped.Page(text, "", nil)
	if err != nil {
		return nil, err
	}
	editions, err := assets.Editions()
	if err != nil {
		return nil, err
	}
	last := editions[len(editions)-1]
	version, err := json.Marshal(struct {
		Edition   int    `json:"edition"`
		Released  string `json:"released"`
		Equations int    `json:"equations"`
	}{last.Number, last.Released.String(), last.Equations})
	if err != nil {
		return nil, err
	}
	type preset struct {
		Name     string               `json:"name"`
		Meaning  string               `json:"meaning"`
		Scenario assumption.Overrides `json:"scenario"`
	}
	var presets []preset
	var presetNames []string
	for _, p := range assumption.Presets() {
		presets = append(presets, preset{p.Name, p.Meaning, p.Scenario()})
		presetNames = append(presetNames, p.Name)
	}
	listed, err := json.Marshal(presets)
	if err != nil {
		return nil, err
	}
	var schema any // in one line
	if err := json.Unmarshal(assumption.Schema(assets.SnapshotNames()), &schema); err != nil {
		return nil, err
	}
	packed, err := json.Marshal(schema)
	if err != nil {
		return nil, err
	}
	run := view.Result.Runs[0]
	var fields, series, summary strings.Builder
	for _, f := range assumption.Rows() {
		name, since := f.Name, ""
		if f.Since > assumption.FirstVersion { // a scenario of the first version is written without it
			name, since = name+"?", fmt.Sprintf(" From version %d on.", f.Since)
		}
		fmt.Fprintf(&fields, "\t/** %s [%s]; %s. Default: %s.%s */\n\t%s: %s;\n",
			f.Meaning, f.Unit, f.Legal(), f.Source, since, name, typeOf(f))
	}
	for _, s := range run.Series() {
		fmt.Fprintf(&series, "\t%s: %q;\n", s.Name, s.Unit)
	}
	for _, f := range run.Summary.Figures() {
		fmt.Fprintf(&summary, "\t/** [%s] */\n\t%s: number;\n", f.Unit, f.Name)
	}
	lines := func(b *strings.Builder) string { return strings.TrimSuffix(b.String(), "\n") }
	return map[string]string{
		"version": string(version), "schema": string(packed), "presets": string(listed),
		"snapshots": union(assets.SnapshotNames()), "default_snapshot": assumption.DefaultSnapshot,
		"preset_names": union(presetNames),
		"fields":       lines(&fields), "series": lines(&series), "summary": lines(&summary),
	}, nil
}

// typeOf is a field's type in TypeScript.
func typeOf(f *assumption.Row) string {
	switch f.Kind {
	case assumption.Whole, assumption.Number:
		return "number"
	case assumption.Daily:
		return "Daily"
	case assumption.Rates:
		return "readonly Daily[]"
	case assumption.Switch:
		return "boolean"
	case assumption.Choice:
		if len(f.Choices) > 0 {
			return union(f.Choices)
		}
		return "SnapshotName"
	}
	return "string"
}

// union is the type of one of several names.
func union(names []string) string {
	quoted := slices.Clone(names)
	for i, name := range quoted {
		quoted[i] = `"` + name + `"`
	}
	return strings.Join(quoted, " | ")
}
