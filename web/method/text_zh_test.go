package method

import (
	"regexp"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/day"
)

func TestSources(t *testing.T) {
	english, chinese := English(), Chinese()
	if len(english.Source) != len(chinese.Source) || len(english.Page.Citations) != len(chinese.Page.Citations) {
		t.Error("another number of sources")
	}
}

// The Chinese page has the same equations and tables, and no placeholder is left.
func TestChinesePage(t *testing.T) {
	all := inputs(t)
	page, english := Page(whole(Chinese()), all), Page(whole(English()), all)
	read := wellFormed(t, page)
	if i := strings.IndexAny(read, "{}"); i >= 0 {
		t.Errorf("placeholder left: %.60q", read[i:])
	}
	// Beside Chinese, marks are Chinese too.
	if mixed := regexp.MustCompile(`.{0,20}(\p{Han}[,:;.!?]|[,:;.!?] *\p{Han}).{0,20}`).FindString(read); mixed != "" {
		t.Errorf("a half-width mark: %q", mixed)
	}
	for _, part := range []string{"<math", "<tr", "<li", `<a href="#`, "id="} {
		if got, want := strings.Count(page, part), strings.Count(english, part); got != want {
			t.Errorf("%d times %s, in English %d", got, part, want)
		}
	}
	if title, _ := Chinese().Heading(day.Of(2024, 7, 15), "75%"); title != "2024年7月15日的数字如何算出" {
		t.Errorf("a chain is called %q", title)
	}
}
