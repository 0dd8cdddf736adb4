package engine

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/web/doc"
	"github.com/gasburden/gasburden/web/shipped"
	"github.com/gasburden/gasburden/web/words"
)

// newEngine reads figures as the site has them, and notes what was read.
func newEngine(t *testing.T, read *[]string) *Engine {
	t.Helper()
	e, err := New(func(name string) ([]byte, error) {
		*read = append(*read, name)
		return figuresFile(name)
	})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// figuresFile is a file of figures as the site has it.
func figuresFile(name string) ([]byte, error) {
	if name == assets.PastFile {
		past, err := assets.BuildPast()
		if err != nil {
			return nil, err
		}
		return assets.EncodePast(past)
	}
	return os.ReadFile("../../assets/data/packs/" + strings.TrimPrefix(name, "data/"))
}

func TestMakesWhatThePageWouldMake(t *testing.T) {
	var read []string
	e := newEngine(t, &read)
	const query = "v=1&snapshot=2025-09-09&model=1&fee=0.7&by=outflow&hide=direct"
	page, err := shipped.Page(words.English(), query, nil)
	if err != nil {
		t.Fatal(err)
	}
	page.Places.Page = "https://example.org/"
	for _, kind := range doc.Kinds {
		request, _ := json.Marshal(Request{Query: query, Page: "https://example.org/", Kind: kind})
		got, err := e.Answer("make", request)
		if err != nil {
			t.Fatal(err)
		}
		want, err := doc.Make(page, kind)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) || len(got) < 100 {
			t.Errorf("%s: %d bytes, want %d", kind, len(got), len(want))
		}
	}
	if !slices.Equal(read, []string{"data/2025-09-09.json", assets.PastFile}) {
		t.Errorf("read %q", read)
	}
}

func TestScenarioBesideTheLink(t *testing.T) {
	var read []string
	e := newEngine(t, &read)
	request, _ := json.Marshal(Request{Query: "v=1&snapshot=2023-07-31&model=1&by=outflow",
		Scenario: json.RawMessage(`{"base_fee_nanofil": 0.123}`), Kind: "csv"})
	got, err := e.Answer("make", request)
	if err != nil || !bytes.Contains(got, []byte("# base_fee_nanofil = 0.123")) {
		t.Errorf("%.200s, %v", got, err)
	}
}

func TestErrors(t *testing.T) {
	var read []string
	e := newEngine(t, &read)
	for _, c := range []struct{ name, request, want string }{
		{"sing", "{}", "sing"},
		{"make", "{", "request"},
		{"make", `{"kind":"pdf"}`, `"pdf"`},
		{"make", `{"kind":"csv","scenario":{"base_fee_nanofil":-1}}`, "base_fee_nanofil is -1"},
	} {
		if _, err := e.Answer(c.name, []byte(c.request)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %s: %v, want %q", c.name, c.request, err, c.want)
		}
	}
	lost, err := New(func(name string) ([]byte, error) { return nil, os.ErrNotExist })
	if err != nil {
		t.Fatal(err)
	}
	if _, err := lost.Answer("make", []byte(`{"kind":"csv"}`)); err != nil {
		t.Errorf("the default's figures are inside: %v", err)
	}
	if got, err := lost.Answer("make", []byte(`{"kind":"text","query":"snapshot=2025-09-09"}`)); err == nil &&
		!bytes.Contains(got, []byte("31 July")) {
		t.Error("figures from nowhere")
	}
}
