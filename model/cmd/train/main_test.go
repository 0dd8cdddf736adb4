package main

import (
	"math"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/gasburden/gasburden/assets"
)

// The committed models are those that the committed table gives. The last digits may differ between
// machines, so floats are compared with 1e-9 relative and all else exactly.
func TestCommittedModels(t *testing.T) {
	committed, err := assets.GasModels()
	if err != nil {
		t.Fatal(err)
	}
	fresh, err := train()
	if err != nil {
		t.Fatal(err)
	}
	compare(t, "models", reflect.ValueOf(*committed), reflect.ValueOf(*fresh))
}

func compare(t *testing.T, path string, committed, fresh reflect.Value) {
	t.Helper()
	switch committed.Kind() {
	case reflect.Float64:
		if a, b := committed.Float(), fresh.Float(); !(math.Abs(a-b) <= 1e-9*math.Abs(b)) {
			t.Errorf("%s: committed %v, fitted %v: run make generate", path, a, b)
		}
	case reflect.Slice, reflect.Array:
		if committed.Len() != fresh.Len() {
			t.Errorf("%s: committed %d entries, fitted %d", path, committed.Len(), fresh.Len())
			return
		}
		for i := range committed.Len() {
			compare(t, path, committed.Index(i), fresh.Index(i))
		}
	case reflect.Struct:
		for i := range committed.NumField() {
			compare(t, path+"."+committed.Type().Field(i).Name, committed.Field(i), fresh.Field(i))
		}
	default:
		if !committed.Equal(fresh) {
			t.Errorf("%s: committed %v, fitted %v", path, committed, fresh)
		}
	}
}

func TestWriteIsDeterministic(t *testing.T) {
	dir := t.TempDir()
	var written [2][]byte
	for i, name := range []string{"a.json", "b.json"} {
		if err := write(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		written[i] = data
	}
	if string(written[0]) != string(written[1]) {
		t.Error("two runs wrote different files")
	}
	if _, err := assets.ParseGasModels("written", written[0]); err != nil {
		t.Error(err)
	}
	if err := write(filepath.Join(dir, "missing", "a.json")); err == nil {
		t.Error("no error for a directory that does not exist")
	}
}
