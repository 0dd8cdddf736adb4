package shipped

import (
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim/link"
)

// Whatever stands in a reader's address bar can be compared with.
func TestLinked(t *testing.T) {
	const page = "https://example.org/gasburden/"
	today := "v=1&snapshot=" + assets.SnapshotNames()[len(assets.SnapshotNames())-1] + "&model=1&adoption=constant&share=0.11"
	for address, want := range map[string]string{
		page + "?v=1&fee=2":             "v=1&fee=2",
		"v=1&fee=2":                     "v=1&fee=2",
		page:                            "v=1&snapshot=" + assets.DefaultSnapshot,
		"https://example.org/gasburden": "v=1&snapshot=" + assets.DefaultSnapshot,
		page + "index.html#assumptions": "v=1&snapshot=" + assets.DefaultSnapshot,
		page + "today.html":             today,
		"https://ipfs.example/ipfs/Qm/today.html#charts": today,
		page + "today.html?lang=zh-CN":                   "lang=zh-CN&" + today,
		page + "today-zh-CN.html":                        today,
		page + "index-zh-CN.html":                        "v=1&snapshot=" + assets.DefaultSnapshot,
		page + "today.html?v=1&fee=2":                    "v=1&fee=2",
		page + "tomorrow.html":                           "",
		"https://example.org/":                           "",
		"study":                                          "",
		"":                                               "",
	} {
		got, err := Linked(address, page)
		if err != nil {
			t.Errorf("%q: %v", address, err)
		}
		a, _ := link.Decode(got, "")
		b, _ := link.Decode(want, "")
		a.Edition, b.Edition = 0, 0
		if (got == "") != (want == "") || link.Query(got) != "" && mustEncode(t, a) != mustEncode(t, b) {
			t.Errorf("%q is %q, want %q", address, got, want)
		}
	}
}

func mustEncode(t *testing.T, s link.State) string {
	t.Helper()
	if s.Snapshot == "" {
		s.Snapshot = assets.DefaultSnapshot
	}
	text, err := link.Encode(s)
	if err != nil {
		t.Fatal(err)
	}
	return text
}
