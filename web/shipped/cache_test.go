package shipped

import (
	"errors"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/web/words"
)

// A cache asks for each pack once, and gives the pages that a fresh one gives.
func TestCache(t *testing.T) {
	asked := map[string]int{}
	cache, err := NewCache(func(name string) (*assets.Pack, error) {
		asked[name]++
		return assets.ShippedPack(name)
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, query := range []string{"", "fee=1", "snapshot=2025-09-09&rates=0.5", "fee=1", ""} {
		got, err := cache.Page(words.English(), query)
		if err != nil {
			t.Fatal(err)
		}
		want, err := Page(words.English(), query, nil)
		if err != nil {
			t.Fatal(err)
		}
		a, errA := got.Result.AppendCSV(nil)
		b, errB := want.Result.AppendCSV(nil)
		if errA != nil || errB != nil || string(a) != string(b) {
			t.Errorf("%q: another result than from an empty cache", query)
		}
	}
	if len(asked) != 3 || asked["2023-07-31"] != 1 || asked["2025-09-09"] != 1 || asked["2026-04-20"] != 1 {
		t.Errorf("packs asked for: %v", asked)
	}
}

// Figures that cannot be got are an error, never replaced by others; a snapshot that no one knows is a notice.
func TestCacheWithoutPack(t *testing.T) {
	missing := errors.New("not here")
	cache, err := NewCache(func(name string) (*assets.Pack, error) {
		if name != assets.StudySnapshot {
			return nil, missing
		}
		return assets.ShippedPack(name)
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := cache.Inputs("2025-09-09", cache.Last()); !errors.Is(err, missing) {
		t.Errorf("got %v, want what the source of packs says", err)
	}
	if _, err := cache.Page(words.English(), "snapshot=2025-09-09&fee=1"); !errors.Is(err, missing) {
		t.Errorf("got %v, want what the source of packs says", err)
	}
	page, err := cache.Page(words.English(), "snapshot=2020-01-01&fee=1")
	if err != nil {
		t.Fatal(err)
	}
	if len(page.LinkNotices()) != 1 || page.SnapshotName() != assets.StudySnapshot {
		t.Errorf("%s, notices %q: the page does not say that the snapshot is unknown", page.SnapshotName(),
			page.LinkNotices())
	}
	empty, err := NewCache(func(string) (*assets.Pack, error) { return nil, missing }, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := empty.Page(words.English(), ""); !errors.Is(err, missing) {
		t.Errorf("got %v", err)
	}
}
