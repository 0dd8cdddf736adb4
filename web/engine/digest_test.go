package engine

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
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
	if got := digest(assets.NetworkDailyCSV()); got != "dc14a4b3a2a9" {
		t.Errorf("the shipped table: %s", got)
	}
}
