package release

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
)

func embedded(t testing.TB) *Inputs {
	t.Helper()
	in, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return in
}

// The shipped inputs make the shipped files.
func TestMakeGivesTheCommittedFiles(t *testing.T) {
	p, files, err := Make(embedded(t))
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Snapshots) != len(assets.SnapshotNames()) ||
		p.Newest().Name != assets.SnapshotNames()[len(p.Snapshots)-1] {
		t.Errorf("%d snapshots, the newest %s", len(p.Snapshots), p.Newest().Name)
	}
	if want := 3 + 2*len(p.Snapshots) + 2; len(files) != want {
		t.Errorf("%d files, want %d", len(files), want)
	}
	for _, f := range files {
		want, err := os.ReadFile(filepath.Join("../../../assets", filepath.FromSlash(f.Name)))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(f.Data, want) {
			t.Errorf("%s differs from the committed file: make generate", f.Name)
		}
	}
	if err := Check(files); err != nil {
		t.Error(err)
	}
	for i, f := range files {
		if strings.HasSuffix(f.Name, ".go") {
			continue
		}
		cut := append([]File(nil), files...)
		cut[i].Data = f.Data[:len(f.Data)/2]
		if err := Check(cut); err == nil {
			t.Errorf("half of %s passes", f.Name)
		}
		if err := Check(append(append([]File(nil), files[:i]...), files[i+1:]...)); err == nil {
			t.Errorf("passes without %s", f.Name)
		}
	}
}

// A third snapshot needs no line of code: its pack, its fit and its name follow from its file.
func TestMakeTakesANewSnapshot(t *testing.T) {
	in := embedded(t)
	s, err := assets.ParseSnapshotNamed("2025-09-09", in.Snapshots["2025-09-09"])
	if err != nil {
		t.Fatal(err)
	}
	n := s.HistoryDays()
	s.Current--
	s.Name = s.Current.String()
	for _, series := range []*[]float64{&s.RawPowerEiB, &s.QAPowerEiB, &s.OnboardedRawPiB, &s.OnboardedQAPiB,
		&s.RenewedRawPiB, &s.RenewedQAPiB, &s.BurntFIL} {
		*series = (*series)[:n]
	}
	s.RenewalRate = s.RenewalRate[:n-1]
	in.Snapshots[s.Name], err = assets.EncodeSnapshot(s)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := Make(in); err == nil || !strings.Contains(err.Error(), "published.json") {
		t.Errorf("without its entry in published.json: %v", err)
	}
	list, err := assets.PublishedEnds()
	if err != nil {
		t.Fatal(err)
	}
	in.Published, err = assets.EncodePublished(slices.Insert(list, 1,
		assets.Published{Snapshot: s.Name, Gas: list[1].Gas, RenewalRate: s.Current - 1}))
	if err != nil {
		t.Fatal(err)
	}
	p, files, err := Make(in)
	if err != nil {
		t.Fatal(err)
	}
	if err := Check(files); err != nil {
		t.Error(err)
	}
	fitted, err := p.Models.For("2025-09-09")
	if err != nil {
		t.Fatal(err)
	}
	if m := &p.Models.Snapshots[1]; m.Snapshot != "2025-09-08" || m.Scaling.Level0 != fitted.Scaling.Level0 {
		t.Errorf("fit of %s with level %v, want the level of the day after, %v", m.Snapshot, m.Scaling.Level0,
			fitted.Scaling.Level0)
	}
	for _, f := range files {
		if f.Name == "snapshots_gen.go" &&
			!bytes.Contains(f.Data, []byte(`[]string{"2023-07-31", "2025-09-08", "2025-09-09"`)) {
			t.Errorf("names:\n%s", f.Data)
		}
	}
}

func TestMakeRefuses(t *testing.T) {
	in := embedded(t)
	in.Snapshots["2025-09-10"] = in.Snapshots["2025-09-09"]
	if _, _, err := Make(in); err == nil || !strings.Contains(err.Error(), "2025-09-10") {
		t.Errorf("a snapshot under another name: %v", err)
	}
	in = embedded(t)
	in.Daily = in.Daily[:len(in.Daily)/2]
	if _, _, err := Make(in); err == nil {
		t.Error("no error for half a table")
	}
}
