package page

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/words"
)

// warningCodes are the values of all constants of package sim that begin with Warn.
func warningCodes(t *testing.T) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "../../sim/warning.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Names) != 1 || len(spec.Values) != 1 || !strings.HasPrefix(spec.Names[0].Name, "Warn") {
			return true
		}
		code, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
		if err != nil {
			t.Fatal(err)
		}
		codes = append(codes, code)
		return true
	})
	if len(codes) < 10 {
		t.Fatalf("only %d warning codes found", len(codes))
	}
	return codes
}

func TestEveryWarningHasAText(t *testing.T) {
	text, known := words.English(), map[string]bool{}
	for _, code := range warningCodes(t) {
		known[code] = true
		if text.Warning[code] == "" {
			t.Errorf("no text for warning %s", code)
		}
	}
	for code := range text.Warning {
		if !known[code] {
			t.Errorf("a text for warning %s, which the simulator does not know", code)
		}
	}
}

// Every warning stands at some chart of the page.
func TestEveryWarningStandsAtAChart(t *testing.T) {
	p, shown := newTestPage(t), map[string]bool{}
	for _, id := range PlotIDs {
		for _, code := range p.composer().curvesOf(id).warnings {
			shown[code] = true
		}
	}
	for _, code := range warningCodes(t) {
		if !shown[code] {
			t.Errorf("no chart says %s", code)
		}
	}
}

func TestEveryControlHasAText(t *testing.T) {
	text := words.English()
	for _, a := range assumption.Rows() {
		said := text.Control[a.Name]
		if a.HasSlider() && (said.Label == "" || said.Unit == "" || said.Source == "") {
			t.Errorf("%s: %+v", a.Name, said)
		}
		if (said != words.ControlText{}) != (a.Group >= assumption.BasicGroup) {
			t.Errorf("%s in group %d has the words %+v", a.Name, a.Group, said)
		}
		if a.Study != 0 && text.Offer[a.Name] == "" {
			t.Errorf("%s: no words for its default beside the study's value", a.Name)
		}
		if a.Weight != 0 && said.Label == "" && text.Card.Label[a.Name] == "" {
			t.Errorf("%s has no name in lists of assumptions", a.Name)
		}
	}
	for name := range text.Control {
		if _, err := assumption.Named(name); err != nil {
			t.Errorf("text for a control: %v", err)
		}
	}
}

// Whatever can be picked has a name.
func TestEveryChoiceHasAText(t *testing.T) {
	text := words.English()
	for _, field := range assumption.Rows() {
		name := field.Name
		if field.Group < assumption.BasicGroup || field.HasSlider() {
			continue
		}
		if words := text.Control[name]; words.Label == "" || words.Source == "" {
			t.Errorf("%s: %+v", name, words)
		}
		for _, value := range field.Choices {
			if _, err := day.Parse(value); err != nil && text.Option[value] == "" { // days are written as such
				t.Errorf("%s: no text for %q", name, value)
			}
		}
		if field.Kind == assumption.Choice && len(field.Choices) < 2 {
			t.Errorf("%s has choices %q", name, field.Choices)
		}
	}
	for _, preset := range assumption.Presets() {
		if words := text.Preset[preset.Name]; words.Label == "" || words.Hint == "" {
			t.Errorf("preset %s: %+v", preset.Name, words)
		}
	}
	if len(text.Preset) != len(assumption.Presets()) {
		t.Errorf("%d texts for %d presets", len(text.Preset), len(assumption.Presets()))
	}
}

func TestEveryChartHasAText(t *testing.T) {
	text := words.English()
	ids := append(slices.Clone(PlotIDs), "hero-fil") // which the hero says in FIL a day
	for _, id := range ids {
		if words := text.Chart[id]; words.Title == "" || words.Subtitle == "" || words.Summary == "" {
			t.Errorf("%s: %+v", id, words)
		}
	}
	if len(text.Chart) != len(ids) {
		t.Errorf("%d chart texts for %d charts", len(text.Chart), len(ids))
	}
	for _, by := range words.Denominators {
		for name, said := range map[string]map[words.Denominator]string{
			"Denominator": text.Denominator, "DenominatorShort": text.DenominatorShort, "Basis": text.Basis,
			"BasisLong": text.BasisLong,
		} {
			if said[by] == "" || len(said) != len(words.Denominators) {
				t.Errorf("%s: %q by %s, %d in all", name, said[by], by, len(said))
			}
		}
	}
}

var placeholder = regexp.MustCompile(`\{[a-z0-9]+\}`)

// Nothing in the catalogue is empty, and every brace belongs to a placeholder.
func TestCatalogueIsWhole(t *testing.T) {
	var visit func(where string, v reflect.Value)
	visit = func(where string, v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			text := v.String()
			// not everything has one
			if strings.TrimSpace(text) == "" && !strings.HasSuffix(where, ".Unit") &&
				!strings.HasSuffix(where, ".Highest") && !strings.HasSuffix(where, ".Formula") {
				t.Errorf("%s is empty", where)
			}
			if strings.ContainsAny(placeholder.ReplaceAllString(text, ""), "{}") {
				t.Errorf("%s has a stray brace: %q", where, text)
			}
			if open, closed := strings.Count(text, "<b>"), strings.Count(text, "</b>"); open != closed {
				t.Errorf("%s opens %d <b> and closes %d", where, open, closed)
			}
		case reflect.Struct:
			for i := range v.NumField() {
				visit(where+"."+v.Type().Field(i).Name, v.Field(i))
			}
		case reflect.Map:
			for _, key := range v.MapKeys() {
				visit(fmt.Sprintf("%s[%v]", where, key), v.MapIndex(key))
			}
		case reflect.Slice, reflect.Array:
			for i := range v.Len() {
				visit(fmt.Sprintf("%s[%d]", where, i), v.Index(i))
			}
		case reflect.Float64:
			if !(v.Float() > 0) {
				t.Errorf("%s is %v", where, v)
			}
		default:
			t.Errorf("%s is a %s", where, v.Kind())
		}
	}
	visit("Text", reflect.ValueOf(*words.English()))
}

// Every warning's sentence can be filled, for one rate, some and all.
func TestWarningTextsFill(t *testing.T) {
	for _, code := range warningCodes(t) {
		for _, p := range []*Page{
			warned(t, warning(code, -1, 3, span(1, 3))),
			warned(t, warning(code, 1, 3, span(1, 3))),
			warned(t, warning(code, 0, 3), warning(code, 1, 3), warning(code, 2, 3)),
		} {
			ofRuns := strings.Contains(p.Text.Warning[code], "{spans}") || sim.WarnsOfShare(code)
			if code == sim.WarnScheduleGap && p.Result.Warnings[0].Run >= 0 || ofRuns && p.Result.Warnings[0].Run < 0 {
				continue // the one is never of a run, the other always
			}
			text := one(t, sentences(p.composer().notices([]string{code})))
			if strings.Contains(text, "{") || !strings.HasSuffix(text, ".") || !strings.Contains(text, "May 2024") {
				t.Errorf("%s: %q", code, text)
			}
		}
	}
}
