package page

import (
	"slices"
	"testing"
)

// The network of 2025-09-09 stays for links, and is in the list where it is the one on show or on its way.
func TestOfferedSnapshots(t *testing.T) {
	p, _ := newLoadingPage(t)
	p.Snapshots = []string{study, latest, "2026-04-20"}
	offered := func() []string {
		p.Update()
		var names []string
		for _, o := range form(p).Snapshots {
			names = append(names, o.Value)
		}
		return names
	}
	if got := offered(); !slices.Equal(got, []string{study, "2026-04-20"}) {
		t.Errorf("offered %v", got)
	}
	p.Open("v=1&snapshot=" + latest)
	if got := offered(); !slices.Equal(got, p.Snapshots) {
		t.Errorf("on its way: offered %v", got)
	}
	p.Loaded(inputsOf(t, p, latest), testEdition)
	if got := offered(); !slices.Equal(got, p.Snapshots) || p.SnapshotName() != latest {
		t.Errorf("on show: offered %v of %s", got, p.SnapshotName())
	}
	use(t, p, study)
	if got := offered(); !slices.Equal(got, []string{study, "2026-04-20"}) {
		t.Errorf("left again: offered %v", got)
	}
}
