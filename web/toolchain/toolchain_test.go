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
