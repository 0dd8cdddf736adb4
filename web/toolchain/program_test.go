package toolchain

import (
	"slices"
	"strings"
	"testing"
)

// A package that no program links is not to be named: go passes over a name that fits nothing.
func TestColdPackages(t *testing.T) {
	out, err := Go("../..", WasmEnv, "list", "-deps", "./wasm/app", "./wasm/engine")
	if err != nil {
		t.Fatal(err)
	}
	linked := strings.Fields(string(out))
	for _, packages := range slices.Concat(cold, coldInEngine) {
		folder, all := strings.CutSuffix(packages, "...")
		fits := func(name string) bool { return name == packages || all && strings.HasPrefix(name+"/", folder) }
		if !slices.ContainsFunc(linked, fits) {
			t.Errorf("neither page nor engine links %s", packages)
		}
	}
}
