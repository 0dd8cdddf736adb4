package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/gasburden/gasburden/model/ingest/release"
)

var errDisk = errors.New("no space left on device")

// Files before and after; the bystanders are no part of a release.
var (
	filesBefore = map[string]string{"a.csv": "old a", "data/b.json": "old b", "data/packs/c.json": "old c",
		"data/bystander": "untouched", "bystander": "untouched"}
	filesAfter = map[string]string{"a.csv": "new a", "data/b.json": "new b", "data/packs/c.json": "new c",
		"data/packs/d.json": "new d", "deep/er/e": "new e",
		"data/bystander": "untouched", "bystander": "untouched"}
)

// newRelease is that of filesAfter, by a label.
func newRelease(label string) (files []release.File) {
	for _, name := range []string{"a.csv", "data/b.json", "data/packs/c.json", "data/packs/d.json", "deep/er/e"} {
		files = append(files, release.File{Name: name,
			Data: []byte(strings.Replace(filesAfter[name], "new", label, 1))})
	}
	return files
}

func anyFiles(string) error { return nil }

func oldRelease(t *testing.T, root string) {
	t.Helper()
	for name, text := range filesBefore {
		name = filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestInstall(t *testing.T) {
	root := t.TempDir()
	oldRelease(t, root)
	checked := false
	err := installer{root: root}.install(newRelease("new"), func(folder string) error {
		checked = true
		if data, err := os.ReadFile(filepath.Join(folder, "data/packs/d.json")); err != nil ||
			string(data) != "new d" || content(t, root)["a.csv"] != "old a" {
			t.Errorf("at the check the new file is %q, the old ones %v: %v", data, content(t, root), err)
		}
		return nil
	})
	if got := content(t, root); err != nil || !checked || !maps.Equal(got, filesAfter) {
		t.Errorf("%v: %v", err, got)
	}
	if found, err := (installer{root: root}).finish(); found || err != nil {
		t.Errorf("after it: found %v, %v", found, err)
	}
	if entries, err := filepath.Glob(filepath.Join(root, ".*")); err != nil || entries != nil {
		t.Errorf("left over: %v", entries)
	}
	refused := errors.New("refused")
	if err := (installer{root: root}).install(newRelease("bad"), func(string) error { return refused }); !errors.Is(err,
		refused) || !maps.Equal(content(t, root), filesAfter) {
		t.Errorf("refused by the check: %v, %v", err, content(t, root))
	}
}

// Whichever change of the disk fails: before the release is settled all is as it was, and nothing is left over; after
// that the error says that the release is safe, and a next run completes it.
func TestEveryFailure(t *testing.T) {
	undone, completed := 0, 0
	for n := 1; ; n++ {
		root := t.TempDir()
		oldRelease(t, root)
		calls := 0
		i := installer{root: root, before: func(string) error {
			if calls++; calls == n {
				return errDisk
			}
			return nil
		}}
		err := i.install(newRelease("new"), anyFiles)
		if calls < n {
			break // all were tried
		}
		if !errors.Is(err, errDisk) {
			t.Fatalf("change %d fails: %v", n, err)
		}
		if got := content(t, root); maps.Equal(got, filesBefore) {
			undone++
			if strings.Contains(err.Error(), "next run") {
				t.Errorf("change %d fails: says %v", n, err)
			}
			continue
		}
		found, again := (installer{root: root}).finish()
		if got := content(t, root); !found || again != nil || !maps.Equal(got, filesAfter) ||
			!strings.Contains(err.Error(), "the next run puts it in place") {
			t.Errorf("change %d fails with %v; the next run finds %v, %v: %v", n, err, found, again, got)
		}
		completed++
	}
	// Two for each of five files, sync and rename; then sync, five moves, sync and clear.
	if undone != 12 || completed != 8 {
		t.Errorf("%d failures are undone and %d completed, want 12 and 8", undone, completed)
	}
}

// A disk that is really full, at every size that is too small.
func TestFullDisk(t *testing.T) {
	if runtime.GOOS != "linux" || os.Getuid() != 0 {
		t.Skip("only root can make a small disk; TestEveryFailure has the same errors")
	}
	root := t.TempDir()
	if err := syscall.Mount("tmpfs", root, "tmpfs", 0, "size=256k"); err != nil {
		t.Skipf("this machine lets root make no small disk: %v; TestEveryFailure has the same errors", err)
	}
	defer syscall.Unmount(root, syscall.MNT_DETACH)
	oldRelease(t, root)
	files := newRelease("new")
	for size := 300 << 10; size >= 140<<10; size -= 40 << 10 {
		files[3].Data = bytes.Repeat([]byte("x"), size)
		err := installer{root: root}.install(files, anyFiles)
		if size > 256<<10 && !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("%d bytes on a disk of 256 KB: %v", size, err)
		}
		if got := content(t, root); err != nil && !maps.Equal(got, filesBefore) {
			t.Errorf("full at %d bytes: %d files", size, len(got))
		} else if err == nil {
			if len(got["data/packs/d.json"]) != size || got["deep/er/e"] != "new e" {
				t.Errorf("%d bytes: %d files", size, len(got))
			}
			return
		}
	}
	t.Error("nothing fits on the disk")
}

// childVariable makes this test's program an installer of its own: ROOT LABEL KILL, where KILL is the change before
// which it kills itself, as kill -9 would, or 0.
const childVariable = "GASBURDEN_TEST_INSTALL"

func TestMain(m *testing.M) {
	words := strings.Fields(os.Getenv(childVariable))
	if len(words) == 0 {
		os.Exit(m.Run())
	}
	root, label := words[0], words[1]
	kill, _ := strconv.Atoi(words[2])
	unlock, err := lock(root)
	if err != nil {
		fmt.Println(err)
		os.Exit(exitFailed)
	}
	defer unlock()
	fmt.Println("locked")
	bufio.NewReader(os.Stdin).ReadString('\n') // until the test says so
	changes := 0
	i := installer{root: root, before: func(string) error {
		if changes++; changes == kill {
			syscall.Kill(os.Getpid(), syscall.SIGKILL)
			select {}
		}
		return nil
	}}
	if _, err = i.finish(); err == nil {
		err = i.install(newRelease(label), anyFiles)
	}
	if err != nil {
		fmt.Println(err)
		os.Exit(exitFailed)
	}
}

// child is such a process; it has the lock and waits, or says why it has not.
type child struct {
	*exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

func startChild(t *testing.T, root, label string, kill int) (c child, said string) {
	t.Helper()
	c.Cmd = exec.Command(os.Args[0])
	c.Env = append(os.Environ(), fmt.Sprintf("%s=%s %s %d", childVariable, root, label, kill))
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Process.Kill(); c.Wait() })
	c.in, c.out = in, bufio.NewReader(out)
	said, _ = c.out.ReadString('\n')
	return c, strings.TrimSpace(said)
}

// goOn lets it go on to its end, and says whether it was killed.
func (c child) goOn(t *testing.T) (killed bool) {
	t.Helper()
	io.WriteString(c.in, "\n")
	rest, _ := io.ReadAll(c.out)
	err := c.Wait()
	if err == nil {
		return false
	}
	status, ok := c.ProcessState.Sys().(syscall.WaitStatus)
	if !ok || !status.Signaled() || status.Signal() != syscall.SIGKILL {
		t.Errorf("the process ends with %v and says %q", err, rest)
	}
	return true
}

// Killed before any change, the next run finds the old release whole or completes the new one; and so does the run
// after one that was killed while it completed it.
func TestKilledAtEveryChange(t *testing.T) {
	old, completed := 0, 0
	for n := 1; ; n++ {
		root := t.TempDir()
		oldRelease(t, root)
		c, said := startChild(t, root, "new", n)
		if said != "locked" {
			t.Fatal(said)
		}
		if !c.goOn(t) {
			if got := content(t, root); !maps.Equal(got, filesAfter) {
				t.Errorf("not killed: %v", got)
			}
			break // it makes fewer changes
		}
		// The next one is killed as well, a little further on, if it finds anything to do; it would install another
		// release.
		c, said = startChild(t, root, "other", 3)
		if said != "locked" {
			t.Fatalf("killed before change %d, the next run says %q", n, said)
		}
		c.goOn(t)
		_, err := (installer{root: root}).finish()
		if err != nil {
			t.Errorf("killed before change %d: %v", n, err)
		}
		got := content(t, root)
		// the next install clears it
		maps.DeleteFunc(got, func(name, _ string) bool { return strings.HasPrefix(name, staging+"/") })
		switch {
		case maps.Equal(got, filesBefore):
			old++
		case maps.Equal(got, filesAfter):
			completed++
		default:
			t.Errorf("killed before change %d: %v", n, got)
		}
	}
	if old != 12 || completed != 8 {
		t.Errorf("%d kills leave the old release and %d the new, want 12 and 8: this test kills at the wrong places",
			old, completed)
	}
}

// Killed by somebody else at any time, between changes or within one: up to a little more than an undisturbed run
// takes.
func TestKilledAtAnyTime(t *testing.T) {
	root := t.TempDir()
	oldRelease(t, root)
	if err := (installer{root: root}).install(newRelease("r0"), anyFiles); err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	if c, said := startChild(t, root, "r0", 0); said != "locked" || c.goOn(t) {
		t.Fatal(said)
	}
	whole := time.Since(began)
	label := func() string { text, _, _ := strings.Cut(content(t, root)["a.csv"], " "); return text }
	before, kills, replaced := label(), 0, 0
	for n := 1; n <= 30; n++ {
		next := fmt.Sprint("r", n)
		c, said := startChild(t, root, next, 0)
		if said != "locked" {
			t.Fatal(said)
		}
		time.AfterFunc(rand.N(whole), func() { c.Process.Kill() })
		if c.goOn(t) {
			kills++
		}
		unlock, err := lock(root)
		if err != nil {
			t.Fatalf("the lock outlives its process: %v", err)
		}
		if _, err := (installer{root: root}).finish(); err != nil {
			t.Fatal(err)
		}
		unlock()
		now, got := label(), content(t, root)
		for _, f := range newRelease(now) {
			if got[f.Name] != string(f.Data) {
				t.Fatalf("after kill %d %s is %q beside a.csv of %s", n, f.Name, got[f.Name], now)
			}
		}
		if now == next {
			replaced++
		} else if now != before {
			t.Errorf("after kill %d the release is %s, before it was %s", n, now, before)
		}
		before = now
	}
	t.Logf("of 30, %d were killed before their end, and %d replaced the release", kills, replaced)
}

// Of several runs at once one does its work, and the others end with a word and without a change.
func TestTwoAtOnce(t *testing.T) {
	root := t.TempDir()
	oldRelease(t, root)
	first, said := startChild(t, root, "first", 0)
	if said != "locked" {
		t.Fatal(said)
	}
	for range 2 {
		if _, said := startChild(t, root, "second", 0); !strings.HasPrefix(said, "another run is at work in "+root) {
			t.Errorf("the second says %q", said)
		}
	}
	if first.goOn(t) || content(t, root)["a.csv"] != "first a" {
		t.Errorf("the first leaves %v", content(t, root))
	}
	// And so for the command itself, whatever it is asked to do.
	assets := folder(t)
	unlock, err := lock(assets)
	if err != nil {
		t.Fatal(err)
	}
	before := content(t, assets)
	if got := call(t, nil, "-assets", assets, "-export",
		filepath.Join(t.TempDir(), "table.csv")); got.status != exitFailed ||
		!strings.Contains(got.stderr, "another run is at work") {
		t.Errorf("a second command: status %d\n%s", got.status, got.stderr)
	}
	unlock()
	if !maps.Equal(content(t, assets), before) {
		t.Error("a file changed")
	}
	if got := call(t, nil, "-assets", assets, "-export",
		filepath.Join(t.TempDir(), "table.csv")); got.status != exitOK {
		t.Errorf("once the first has ended: status %d\n%s", got.status, got.stderr)
	}
}

// The command completes what an earlier run had settled, and says so.
func TestCommandCompletes(t *testing.T) {
	root := folder(t)
	before := content(t, root)
	name := filepath.Join(root, settled, "data", "packs")
	if err := os.MkdirAll(name, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(root, "data/packs/2025-09-09.json"),
		filepath.Join(name, "2025-09-09.json")); err != nil {
		t.Fatal(err)
	}
	got := call(t, nil, "-assets", root, "-export", filepath.Join(t.TempDir(), "table.csv"))
	if got.status != exitOK || !strings.Contains(got.stderr, "its release is now in place") ||
		!maps.Equal(content(t, root), before) {
		t.Errorf("status %d\n%s", got.status, got.stderr)
	}
	// What is no folder of ours is left where it is, and named.
	if err := os.WriteFile(filepath.Join(root, settled), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	got = call(t, nil, "-assets", root, "-export", filepath.Join(t.TempDir(), "table.csv"))
	if got.status != exitFailed || !strings.Contains(got.stderr, settled) {
		t.Errorf("a file in the way: status %d\n%s", got.status, got.stderr)
	}
}
