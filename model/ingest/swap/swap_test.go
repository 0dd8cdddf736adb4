package swap

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// frail is a file system whose n-th call fails, or kills the process; calls counts.
type frail struct {
	system
	calls, failAt int
	half          bool // a failing write leaves half of the file
	kill          bool
	dead          bool
}

type killed struct{}

var errDisk = errors.New("disk on fire")

func (d *frail) fault() error {
	if d.dead {
		panic(killed{})
	}
	d.calls++
	if d.calls != d.failAt {
		return nil
	}
	if d.kill {
		d.dead = true
		panic(killed{})
	}
	return errDisk
}

func (d *frail) WriteFile(name string, data []byte) error {
	if d.half && d.calls+1 == d.failAt {
		d.system.WriteFile(name, data[:len(data)/2])
	}
	if err := d.fault(); err != nil {
		return err
	}
	return d.system.WriteFile(name, data)
}

func (d *frail) Rename(from, to string) error {
	if err := d.fault(); err != nil {
		return err
	}
	return d.system.Rename(from, to)
}

func (d *frail) Remove(name string) error {
	if err := d.fault(); err != nil {
		return err
	}
	return d.system.Remove(name)
}

func (d *frail) RemoveAll(name string) error {
	if err := d.fault(); err != nil {
		return err
	}
	return d.system.RemoveAll(name)
}

func (d *frail) MkdirAll(name string) error {
	if err := d.fault(); err != nil {
		return err
	}
	return d.system.MkdirAll(name)
}

var before = map[string]string{"a.csv": "old a", "data/b.json": "old b", "data/packs/c.json": "old c", "data/gone.json": "old gone", "bystander": "untouched"}

var after = map[string]string{"a.csv": "new a", "data/b.json": "new b", "data/packs/c.json": "new c", "data/packs/d.json": "new d", "deep/er/e": "new e", "bystander": "untouched"}

func newFiles() []File {
	return []File{
		{"a.csv", []byte("new a")}, {"data/b.json", []byte("new b")}, {"data/packs/c.json", []byte("new c")},
		{"data/packs/d.json", []byte("new d")}, {"deep/er/e", []byte("new e")}, {"data/gone.json", nil},
	}
}

func folder(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	for name, text := range before {
		name = filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// content is every file below root, those of an unfinished swap included.
func content(t *testing.T, root string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(root, path)
		found[filepath.ToSlash(name)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestReplace(t *testing.T) {
	root := folder(t)
	checked := false
	err := Replace(root, newFiles(), func(staged string) error {
		checked = true
		if got := content(t, root)["a.csv"]; got != "old a" {
			t.Errorf("replaced before the check: %q", got)
		}
		if data, err := os.ReadFile(filepath.Join(staged, "data", "packs", "d.json")); err != nil || string(data) != "new d" {
			t.Errorf("staged: %q, %v", data, err)
		}
		return nil
	})
	if err != nil || !checked {
		t.Fatal(err, checked)
	}
	if got := content(t, root); !maps.Equal(got, after) {
		t.Errorf("files %v", got)
	}
	if found, err := Recover(root); found || err != nil {
		t.Errorf("a finished swap: found %v, %v", found, err)
	}
}

func TestRefusedCheckReplacesNothing(t *testing.T) {
	root := folder(t)
	refused := errors.New("refused")
	if err := Replace(root, newFiles(), func(string) error { return refused }); !errors.Is(err, refused) {
		t.Error(err)
	}
	if got := content(t, root); !maps.Equal(got, before) {
		t.Errorf("files %v", got)
	}
	for _, name := range []string{"../a", "/a", "a/../../b", ""} {
		if err := Replace(root, []File{{name, []byte("x")}}, nil); err == nil {
			t.Errorf("%q is accepted", name)
		}
	}
}

// Whichever call fails, the folder is as it was: nothing new, nothing half, nothing left over. Only the clearing away
// after the swap may fail without notice, and then all is new.
func TestEveryFailureIsUndone(t *testing.T) {
	const most = 100
	failures := 0
	for n := 1; ; n++ {
		for _, half := range []bool{false, true} {
			root := folder(t)
			d := &frail{failAt: n, half: half}
			err := replace(d, root, newFiles(), nil)
			if d.calls < n {
				if failures < 25 {
					t.Errorf("%d failures, want every step of six files", failures)
				}
				return // fewer calls than n: all were tried
			}
			switch {
			case err == nil:
				got := content(t, root)
				for name, text := range after {
					if got[name] != text {
						t.Errorf("call %d fails without notice: %s is %q", n, name, got[name])
					}
				}
				if got["data/gone.json"] != "" {
					t.Errorf("call %d fails without notice: a removed file is there", n)
				}
			case !errors.Is(err, errDisk):
				t.Errorf("call %d: %v", n, err)
			default:
				failures++
				if got := content(t, root); !maps.Equal(got, before) {
					t.Errorf("call %d fails: %v", n, got)
				}
			}
			if n > most {
				t.Fatal("no end")
			}
		}
	}
}

// Whenever the process is killed, the next run finds the folder whole, old or new.
func TestEveryCrashIsRecovered(t *testing.T) {
	old, fresh := 0, 0
	for n := 1; ; n++ {
		root := folder(t)
		d := &frail{failAt: n, kill: true}
		finished := func() (finished bool) {
			defer func() {
				if p := recover(); p != nil && p != any(killed{}) {
					panic(p)
				}
			}()
			if err := replace(d, root, newFiles(), nil); err != nil {
				t.Error(err)
			}
			return true
		}()
		if finished {
			break
		}
		if _, err := Recover(root); err != nil {
			t.Errorf("killed at call %d: %v", n, err)
		}
		switch got := content(t, root); {
		case maps.Equal(got, before):
			old++
		case maps.Equal(got, after):
			fresh++
		default:
			t.Errorf("killed at call %d: %v", n, got)
		}
	}
	if old < 20 || fresh < 1 {
		t.Errorf("%d crashes left the old files, %d the new: this test kills at the wrong places", old, fresh)
	}
}

// A recovery that is itself interrupted can be done again.
func TestRecoveryIsRepeatable(t *testing.T) {
	for n := 1; n < 12; n++ {
		root := folder(t)
		func() {
			defer func() { recover() }()
			replace(&frail{failAt: 30, kill: true}, root, newFiles(), nil)
		}()
		if content(t, root)[journal] == "" {
			t.Fatal("killed at the wrong place")
		}
		func() {
			defer func() { recover() }()
			recoverAt(&frail{failAt: n, kill: true}, root)
		}()
		if _, err := Recover(root); err != nil {
			t.Error(err)
		}
		if got := content(t, root); !maps.Equal(got, before) {
			t.Errorf("killed at call %d of the recovery: %v", n, got)
		}
	}
}

func TestBrokenJournalIsReported(t *testing.T) {
	root := folder(t)
	if err := os.WriteFile(filepath.Join(root, journal), []byte("[{"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Recover(root); err == nil || !strings.Contains(err.Error(), journal) {
		t.Error(err)
	}
}
