package main

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim"
)

func TestModule(t *testing.T) {
	s := buildTwice(t)[0]
	module := string(s.files[moduleName])
	for _, want := range []string{"const build = '" + s.id + "'", "const site = '" + defaultSite + "'", "export async function load", "function engineOf("} {
		if !strings.Contains(module, want) {
			t.Errorf("%s has no %q", moduleName, want)
		}
	}
	if strings.Contains(module, "import(") || regexp.MustCompile(`(?m)^import `).MatchString(module) {
		t.Errorf("%s depends on other modules", moduleName)
	}
	// Page and module start the engine by the same lines, which are no file of their own.
	shared := regexp.MustCompile(`(?s)function engineOf\(.*?\n}\n`)
	if a, b := shared.FindString(module), shared.FindString(string(s.files["share.js"])); a == "" || a != b {
		t.Errorf("%d bytes of the module and %d of share.js start the engine", len(a), len(b))
	}
	if _, there := s.files[askName]; there {
		t.Errorf("%s is a file of the site", askName)
	}
	if !bytes.Equal(s.files[schemaName], sim.Schema(assets.SnapshotNames())) {
		t.Errorf("%s is another schema", schemaName)
	}
	presets := regexp.MustCompile(`(?m)^export const presets = (.*);$`).FindStringSubmatch(module)
	var listed []struct {
		Name     string
		Scenario sim.Overrides
	}
	if presets == nil || json.Unmarshal([]byte(presets[1]), &listed) != nil || len(listed) != len(sim.Presets()) || len(listed[1].Scenario) != 4 || string(listed[len(listed)-1].Scenario["snapshot"]) != `"2025-09-09"` {
		t.Errorf("presets %q", presets)
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
	if script == nil || !strings.Contains(page, scriptSum(script[1])) || !strings.Contains(string(s.files["_headers"]), scriptSum(script[1])) {
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
		if strings.Count(headers, "/"+name+"\n") != 1 || !strings.Contains(headers, "/"+name+"\n  Cache-Control: no-cache\n") {
			t.Errorf("%s may be kept for ever", name)
		}
	}
}
