package e2e

import (
	"strings"
	"testing"
)

// A link that was made with a reader's own figures says so in another reader's browser, page and embed, and no more
// once the same file is in use there.
func TestLinkOfOwnFigures(t *testing.T) {
	t.Parallel()
	file := ownTable(t, doubledGas)
	p := openPage(t, "?v=1&fee=0.9", 1280, 1000, false)
	p.pickOwn(file)
	p.waitFor("the address to say it", `location.search.includes('&own=')`)
	query := "?" + p.query()
	if strings.Contains(query, "my-days") {
		t.Errorf("%s gives the file's name away", query)
	}
	_, mark, _ := strings.Cut(query, "own=")
	hash, _, _ := strings.Cut(mark, "_")
	if status := p.text("#own-status"); !strings.Contains(status, hash) || len(hash) != 12 {
		t.Errorf("%s: the page says %q", query, status)
	}

	other := openPage(t, query, 1280, 1000, false)
	notice := other.text("#link-notices")
	if !strings.Contains(notice, hash) || !strings.Contains(notice, "somebody’s own figures") {
		t.Errorf("opened with the notice %q", notice)
	}
	other.screenshot("own-link")
	embed := openPage(t, "embed.html"+query, 700, 1000, false)
	if notice := embed.text("#link-notices"); !strings.Contains(notice, hash) {
		t.Errorf("the embed opened with the notice %q", notice)
	}
	published := openPage(t, "?v=1&fee=0.9", 1280, 1000, false)
	if !other.chartData("hero").equal(published.chartData("hero")) {
		t.Error("the link shows other figures than the published ones")
	}
	other.pickOwn(file)
	other.waitFor("the notice to pass", `document.getElementById('link-notices').hidden`)
	other.settle()
	if !other.chartData("hero").equal(p.chartData("hero")) {
		t.Error("the same file gives another curve")
	}
	other.screenshot("own-link-same")
}
