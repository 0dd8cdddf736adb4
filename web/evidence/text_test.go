package evidence

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/web/chart"
)

// The section in another language has the same figures, and specs for the same charts.
func TestWords(t *testing.T) {
	e := load(t)
	data, err := Words(e, Chinese())
	if err != nil {
		t.Fatal(err)
	}
	var w struct {
		HTML  string
		Text  map[string]string
		Specs []chart.Spec
	}
	if err := json.Unmarshal(data, &w); err != nil {
		t.Fatal(err)
	}
	d := newDocument(e, English())
	if len(w.Specs) != len(d.Charts) || len(w.Text) != len(d.Text) {
		t.Errorf("%d specs for %d charts, %d words for %d", len(w.Specs), len(d.Charts), len(w.Text), len(d.Text))
	}
	for i, s := range w.Specs {
		if len(s.Series) != len(d.Charts[i].Spec.Series) || s.Title == d.Charts[i].Spec.Title ||
			s.Locale.Numbers != "zh-CN" {
			t.Errorf("%s: %+v", d.Charts[i].ID, s)
		}
	}
	if strings.ContainsAny(w.HTML, "{}") {
		t.Error("a placeholder is left")
	}
	for _, want := range []string{"11.4%", "54%、81%、98%", "2023年", "id=\"evidence-map\""} {
		if !strings.Contains(w.HTML, want) {
			t.Errorf("the section does not say %q", want)
		}
	}
}
