package shipped

import (
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/words"
)

// A scenario's page is the page that its own link opens.
func TestScenarioPage(t *testing.T) {
	for _, sets := range [][]string{nil, {"snapshot=2025-09-09", "fil_plus_rates=0.3,0.9"},
		{"horizon_days=3", "raw_onboarding_pib=[1,2,3]", "adoption=none"}} {
		overrides := assumption.Overrides{}
		for _, set := range sets {
			name, value, _ := strings.Cut(set, "=")
			if err := overrides.Set(name, value); err != nil {
				t.Fatal(err)
			}
		}
		page, err := ScenarioPage(words.English(), overrides)
		if err != nil {
			t.Fatal(err)
		}
		query, tooLong := page.Link()
		linked, err := Page(words.English(), query, nil)
		if err != nil || tooLong {
			t.Fatal(err, tooLong)
		}
		if page.Picture().Headline != linked.Picture().Headline || len(linked.LinkNotices()) > 0 && len(sets) == 0 {
			t.Errorf("%v: %q, by its link %q, notices %q", sets, page.Picture().Headline, linked.Picture().Headline,
				linked.LinkNotices())
		}
		if !strings.Contains(page.Picture().ModelVersion, "edition") {
			t.Errorf("model version %q", page.Picture().ModelVersion)
		}
	}
	for set, part := range map[string]string{"gamma=2": "gamma is 2", "snapshot=2024-01-01": "2024-01-01"} {
		overrides := assumption.Overrides{}
		name, value, _ := strings.Cut(set, "=")
		if err := overrides.Set(name, value); err != nil && name != "gamma" {
			t.Fatal(err)
		}
		if name == "gamma" {
			overrides[name] = []byte(value)
		}
		if _, err := ScenarioPage(words.English(), overrides); err == nil || !strings.Contains(err.Error(), part) {
			t.Errorf("%s: %v", set, err)
		}
	}
}
