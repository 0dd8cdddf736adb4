package main

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim/assumption"
)

func TestModule(t *testing.T) {
	s := buildTwice(t)[0]
	module := string(s.files[moduleName])
	for _, want := range []string{`"` + s.id + `"`, `"` + defaultSite + `"`} {
		if !strings.Contains(module, want) {
			t.Errorf("%s has no %s", moduleName, want)
		}
	}
	if strings.Contains(module, "import(") || regexp.MustCompile(`\bimport[ {"]`).MatchString(module) {
		t.Errorf("%s depends on other modules", moduleName)
	}
	offers := regexp.MustCompile(`export\{([^}]*)\};\s*$`).FindStringSubmatch(module)
	var names []string
	if offers != nil {
		for name := range strings.SplitSeq(offers[1], ",") {
			names = append(names, name[strings.LastIndex(name, " ")+1:])
		}
	}
	slices.Sort(names)
	if want := []string{"GasburdenError", "load", "presets", "run", "schema", "version"}; !slices.Equal(names, want) {
		t.Errorf("%s offers %q, want %q", moduleName, names, want)
	}
	if !bytes.Equal(s.files[schemaName], assumption.Schema(assets.SnapshotNames())) {
		t.Errorf("%s is another schema", schemaName)
	}
	var listed []struct {
		Name     string
		Scenario assumption.Overrides
	}
	if err := json.Unmarshal([]byte(s.inCode["presets"]), &listed); err != nil ||
		len(listed) != len(assumption.Presets()) || len(listed[1].Scenario) != 4 ||
		string(listed[0].Scenario["snapshot"]) != `"2026-04-20"` ||
		len(listed[3].Scenario) != 4 { // with snapshot, version, horizon and daily inputs
		t.Errorf("presets %q, %v", listed, err)
	}
	if !strings.Contains(string(s.files[typesName]), `gas_model: "scaling" | "regime";`) {
		t.Errorf("%s does not say which gas models there are", typesName)
	}
}

// None of it is loaded by a page but the example, which may run its own script.
func TestModuleIsNotInTheFirstView(t *testing.T) {
	s := buildTwice(t)[0]
	for _, row := range s.sizes() {
		if slices.Contains([]string{moduleName, typesName, schemaName, exampleName}, row.name) && row.firstView {
			t.Errorf("%s is in the first view", row.name)
		}
	}
	page := string(s.files[exampleName])
	script := regexp.MustCompile(`(?s)<script type="module">(.*?)</script>`).FindStringSubmatch(page)
	if script == nil || !strings.Contains(page, scriptSum(script[1])) || !strings.Contains(string(s.files["_headers"]),
		scriptSum(script[1])) {
		t.Error("the policy does not let the example run its script")
	}
}

// Others import the module and its files from other origins, and always get the module of the newest build.
func TestModuleHeaders(t *testing.T) {
	headers := string(buildTwice(t)[0].files["_headers"])
	common, _, _ := strings.Cut(headers, "\n/")
	if !strings.HasPrefix(common, "/*\n") || !strings.Contains(common, "\n  Access-Control-Allow-Origin: *") {
		t.Errorf("headers of everything:\n%s", common)
	}
	for _, name := range []string{moduleName, typesName, schemaName} {
		if strings.Count(headers, "/"+name+"\n") != 1 ||
			!strings.Contains(headers, "/"+name+"\n  Cache-Control: no-cache\n") {
			t.Errorf("%s may be kept for ever", name)
		}
	}
}
