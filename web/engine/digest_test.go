package engine

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
)

// The digest is that of crypto/sha256, for every length around a block's end, and for the shipped table that of
// assets/SOURCES.md.
func TestDigest(t *testing.T) {
	for n := range 200 {
		data := bytes.Repeat([]byte{byte(7 * n), 0xff, 0x80}, n)[:n]
		sum := sha256.Sum256(data)
		if got, want := digest(data), hex.EncodeToString(sum[:])[:12]; got != want {
			t.Fatalf("%d bytes: %s, want %s", n, got, want)
		}
	}
	sources, err := os.ReadFile("../../assets/SOURCES.md")
	if err != nil {
		t.Fatal(err)
	}
	table := regexp.MustCompile("(?m)^\\| `network-daily.csv` .* `([0-9a-f]{64})` \\|$").FindSubmatch(sources)
	if got := digest(assets.NetworkDailyCSV()); table == nil || !strings.HasPrefix(string(table[1]), got) {
		t.Errorf("the shipped table: %s, want the beginning of %s", got, table)
	}
}
