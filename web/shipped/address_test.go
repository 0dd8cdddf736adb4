package shipped

import (
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/link"
)

// Whatever stands in a reader's address bar can be read: a link, a preset's page, this site's own.
func TestRead(t *testing.T) {
	const home = "https://example.org/gasburden/"
	plain := "v=1&snapshot=" + assets.StudySnapshot
	preset := assumption.DefaultPreset()
	standard, err := PresetQuery(&preset, "")
	if err != nil {
		t.Fatal(err)
	}
	today := "v=1&snapshot=2025-09-09&adoption=constant&share=0.11"
	for _, c := range []struct {
		address, want string // "" where there is nothing to open
		own           bool
	}{
		{home + "?v=1&fee=2", plain + "&fee=2", true},
		{"v=1&fee=2", plain + "&fee=2", false},
		{home, standard, true},
		{"https://example.org/gasburden", standard, true},
		{"HTTP://EXAMPLE.org:80/gasburden/index.html/", standard, true},
		{home + "index.html#assumptions", standard, true},
		{home + "embed.html?fee=2", plain + "&fee=2", true},
		{home + "today.html", today, true},
		{home + "today", today, true},
		{home + "today/?utm_source=x", today, true},
		{"<" + home + "today.html>.", today, true},
		{"https%3A%2F%2Fexample.org%2Fgasburden%2Ftoday.html%3Fshare%3D0.5",
			"v=1&snapshot=2025-09-09&adoption=constant&share=0.5", true},
		{"https://ipfs.example/ipfs/Qm/today.html#charts", today, false},
		{home + "today.html?lang=zh-CN", today + "&lang=zh-CN", true},
		{home + "today-zh-CN.html", today + "&lang=zh-CN", true},
		{home + "index-zh-CN.html", standard + "&lang=zh-CN", true},
		{home + "?lang=zh-CN", standard + "&lang=zh-CN", true},
		{home + "?fee=2", plain + "&fee=2", true},
		{home + "index-zh-CN.html?fee=2", plain + "&fee=2&lang=zh-CN", true},
		{home + "index-zh-CN.html?v=1&fee=2", plain + "&fee=2", true},
		{home + "today.html?v=1&fee=2", plain + "&fee=2", true},
		{"https://example.org/?v=1&fee=2", plain + "&fee=2", false},
		{home + "tomorrow.html", "", false},
		{home + "study…", "", false}, // of study-scaling.html, for one
		{home + "today...", "", false},
		{home + "method.html", "", false},
		{home + "default.html", "", false}, // index.html is its page
		{home + "stayed.html", "", false},
		{"https://example.org/", "", false},
		{"study", "", false},
		{"", "", false},
	} {
		got, own, err := Read(c.address, home)
		if err != nil || own != c.own || got.Found != (c.want != "") {
			t.Errorf("%q: %+v, own %v, %v", c.address, got, own, err)
		}
		text, err := link.Encode(got.State)
		if err != nil || c.want != "" && text != c.want || got.Found && len(got.Faults) > 0 {
			t.Errorf("%q is read as %s, %v, %v, want %s", c.address, text, err, got.Faults, c.want)
		}
	}
	if got, own, err := Read(home, ""); got.Found || own || err != nil {
		t.Errorf("without a home: %+v, %v, %v", got, own, err)
	}
}
