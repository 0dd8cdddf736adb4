package toolchain

import (
	"bytes"
	"strings"
	"testing"
)

func TestGo(t *testing.T) {
	out, err := Go("../..", []string{"GOOS=js", "GOARCH=wasm"}, "list", "-f", "{{.ImportPath}} {{context.GOARCH}}",
		"./model/day")
	if err != nil || string(out) != "github.com/gasburden/gasburden/model/day wasm\n" {
		t.Errorf("%q, %v", out, err)
	}
	_, err = Go("", nil, "list", "./nowhere")
	if err == nil || !strings.HasPrefix(err.Error(), "go list ./nowhere: exit status 1\n") ||
		!strings.Contains(err.Error(), "nowhere: directory not found") {
		t.Errorf("the error is %v, want what go said", err)
	}
}

func TestChineseFonts(t *testing.T) {
	fonts, err := ChineseFonts("../..")
	if err != nil || len(fonts) < 2 {
		t.Fatalf("%d fonts, %v", len(fonts), err)
	}
	for _, font := range fonts {
		if !bytes.HasPrefix(font, []byte("wOF2")) {
			t.Errorf("%d bytes begin with %.4q", len(font), font)
		}
	}
	if _, err := ChineseFonts(t.TempDir()); err == nil || !strings.HasPrefix(err.Error(), "cutting the font: node ") {
		t.Errorf("without the script: %v", err)
	}
}

// xz gives the same bytes each time; XZ asks it once.
func TestXZ(t *testing.T) {
	text := bytes.Repeat([]byte("a page as one file, and again. "), 4000)
	text = append(text, t.Name()...)
	first, err := xz(text)
	if err != nil {
		t.Fatal(err)
	}
	second, err := xz(text)
	if err != nil || !bytes.Equal(first, second) || len(first) > len(text)/10 {
		t.Errorf("%d and %d bytes of %d, %v", len(first), len(second), len(text), err)
	}
	out, err := XZ(text)
	again, _ := XZ(bytes.Clone(text))
	if err != nil || !bytes.Equal(out, first) || &out[0] != &again[0] {
		t.Errorf("other bytes, or packed twice; %v", err)
	}
	if other, err := XZ(text[1:]); err != nil || bytes.Equal(other, first) {
		t.Errorf("the same stream for other bytes, %v", err)
	}
}
