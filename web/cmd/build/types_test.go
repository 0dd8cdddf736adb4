package main

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/web/chart"
	"github.com/gasburden/gasburden/web/words"
)

// declared are the members of the interfaces of a file of types, by interface.
func declared(t *testing.T, file string) map[string][]string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "ui", "site", filepath.FromSlash(file)))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string][]string{}
	member := regexp.MustCompile(`(?m)^\t(\w+)[?:(<]`)
	for _, m := range regexp.MustCompile(`(?s)\nexport interface (\w+) \{\n(.*?)\n\}`).FindAllStringSubmatch(
		string(text), -1) {
		for _, of := range member.FindAllStringSubmatch(m[2], -1) {
			found[m[1]] = append(found[m[1]], of[1])
		}
	}
	return found
}

// What scripts take for the words and charts that Go hands them has the members that Go gives it.
func TestTypesOfWhatGoHandsOver(t *testing.T) {
	types := declared(t, "types.d.ts")
	for name, of := range map[string]reflect.Type{
		"Words": reflect.TypeFor[words.StartText](), "Spec": reflect.TypeFor[chart.Spec](),
		"SpecSeries": reflect.TypeFor[chart.Series](),
		"SpecBand":   reflect.TypeFor[chart.Band](), "SpecSaving": reflect.TypeFor[chart.Saving](),
		"SpecChip": reflect.TypeFor[chart.Chip](),
		"SpecMark": reflect.TypeFor[chart.Mark](), "SpecLocale": reflect.TypeFor[chart.Locale](),
	} {
		var want []string
		for i := range of.NumField() {
			key, _, _ := strings.Cut(of.Field(i).Tag.Get("json"), ",")
			if key == "" {
				key = of.Field(i).Name
			}
			want = append(want, key)
		}
		got := slices.Sorted(slices.Values(types[name]))
		if slices.Sort(want); !slices.Equal(got, want) {
			t.Errorf("%s has %q, want those of %s: %q", name, got, of, want)
		}
	}
}

// Scripts share one object: what two of them put on it under one name would be that of whichever came last.
func TestSharedNamesAreGivenOnce(t *testing.T) {
	by := map[string]string{}
	for name, members := range declared(t, "types.d.ts") {
		if !strings.HasPrefix(name, "From") {
			continue
		}
		for _, member := range members {
			if other := by[member]; other != "" {
				t.Errorf("%s and %s both have %s", other, name, member)
			}
			by[member] = name
		}
	}
	if len(by) < 40 {
		t.Errorf("only %d names found", len(by))
	}
}

// hosted are the names that Go's programs call or read on an object of JavaScript, and those that they set.
func hosted(t *testing.T, folders ...string) (used, set map[string]bool) {
	t.Helper()
	used, set = map[string]bool{}, map[string]bool{}
	access := regexp.MustCompile(`(?:\bhost|Get\("gasburden"\))\.(Call|Get|Set)\("(\w+)"`)
	for _, folder := range folders {
		err := filepath.WalkDir(filepath.Join("..", "..", "..", folder),
			func(name string, d fs.DirEntry, err error) error {
				if err == nil && d.Name() == "node_modules" {
					return fs.SkipDir
				}
				if err != nil || !strings.HasSuffix(name, "_js.go") {
					return err
				}
				text, err := os.ReadFile(name)
				for _, m := range access.FindAllSubmatch(text, -1) {
					if string(m[1]) == "Set" {
						set[string(m[2])] = true
					} else {
						used[string(m[2])] = true
					}
				}
				return err
			})
		if err != nil {
			t.Fatal(err)
		}
	}
	return used, set
}

// The programs call nothing that the scripts do not offer, and set what they say that they set.
func TestProgramsAndScriptsAgree(t *testing.T) {
	types := declared(t, "types.d.ts")
	used, set := hosted(t, "wasm/app", "web")
	for name := range used {
		if !slices.Contains(slices.Concat(types["FromFirst"], types["FromLoader"], types["FromShare"],
			types["FromExplore"]), name) {
			t.Errorf("the page's program takes %s, which no script offers", name)
		}
	}
	if got, want := slices.Sorted(maps.Keys(set)),
		slices.Sorted(slices.Values(types["FromGo"])); !slices.Equal(got, want) {
		t.Errorf("the page's program sets %q, types.d.ts says %q", got, want)
	}
	if len(used) < 15 {
		t.Errorf("only %d names found", len(used))
	}
	used, set = hosted(t, "wasm/engine")
	maps.Copy(used, set)
	if got, want := slices.Sorted(maps.Keys(used)),
		slices.Sorted(slices.Values(declared(t, "worker/types.d.ts")["EngineHost"])); !slices.Equal(got, want) {
		t.Errorf("the engine uses %q, worker/types.d.ts says %q", got, want)
	}
}
