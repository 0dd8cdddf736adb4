package main

import (
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/ask"
	"github.com/gasburden/gasburden/web/method"
	"github.com/gasburden/gasburden/web/words"
)

// TestInvented finds the assumption that web/engine invents in the schema, the types and the methodology page.
func TestInvented(t *testing.T) {
	if _, err := assumption.Named("free_part"); err != nil {
		t.Skip("run by TestInventedAssumption of web/engine")
	}
	words, err := codeOf(words.English())
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(words["fields"], "\tfree_part: number;") ||
		!strings.Contains(words["schema"], `"free_part":{`) {
		t.Errorf("types and schema in code do not have it: %s", words["fields"])
	}
	if !strings.Contains(string(assumption.Schema(assets.SnapshotNames())), `"free_part": {`) {
		t.Error("the schema does not have it")
	}
	inputs, err := allInputs()
	if err != nil {
		t.Fatal(err)
	}
	for label, page := range map[string]string{
		"Free part": method.Page(methodText(method.English(), ask.EnglishWords(), nil), inputs),
		"免费部分":      method.Page(methodText(method.Chinese(), ask.ChineseWords(), nil), inputs),
	} {
		row := `<th scope="row">` + label +
			"</th><td><code>free_part</code><br><code>free</code></td><td></td><td>0..1</td>"
		if !strings.Contains(page, row) {
			t.Errorf("the methodology page has no row of %s", label)
		}
	}
}
