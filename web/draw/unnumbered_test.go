package draw

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/web/words"
)

// The card of a link whose numbers nobody has computed says what it is of, and no number.
func TestUnnumbered(t *testing.T) {
	for _, text := range []*words.Text{words.English(), words.InChinese()} {
		svg := string(Unnumbered(text, "example.org/gasburden"))
		words, d := "", xml.NewDecoder(strings.NewReader(svg))
		for {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			if data, ok := token.(xml.CharData); ok {
				words += string(data)
			}
		}
		if strings.ContainsAny(strings.ReplaceAll(words, "FIP-0076", ""), "0123456789%") {
			t.Errorf("a number: %s", words)
		}
		for _, want := range []string{text.Title, "example.org/gasburden", "DirectFIL+"} {
			if !strings.Contains(words, want) {
				t.Errorf("no %q in %s", want, words)
			}
		}
		if strings.Contains(words, "…") {
			t.Errorf("something is cut: %s", words)
		}
	}
}
