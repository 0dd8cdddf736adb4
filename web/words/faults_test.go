package words_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/words"
)

// codes are the rows of a file of package fault: names of the variables, and the codes.
func codes(t *testing.T, file string) (names []string, all map[string]fault.Code) {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), "../../model/fault/"+file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	all = map[string]fault.Code{}
	ast.Inspect(parsed, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 {
			return true
		}
		var c fault.Code
		for _, e := range spec.Values[0].(*ast.UnaryExpr).X.(*ast.CompositeLit).Elts {
			pair := e.(*ast.KeyValueExpr)
			text, err := strconv.Unquote(pair.Value.(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			*map[string]*string{"Name": &c.Name, "English": &c.English, "Given": &c.Given}[pair.Key.(*ast.Ident).Name] =
				text
		}
		if other, twice := all[c.Name]; twice && c.Name != fault.LinkCut.Name {
			t.Errorf("%q is the name of %q and %q", c.Name, other.English, c.English)
		}
		all[c.Name] = c
		names = append(names, spec.Names[0].Name)
		return true
	})
	return names, all
}

// TestEveryCodeIsUsed: no sentence is left of a fault that nothing finds.
func TestEveryCodeIsUsed(t *testing.T) {
	used := map[string]bool{"said": true}
	for _, root := range []string{"../../sim", "../../model", "../../assets", "../../web"} {
		err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if d.IsDir() && (d.Name() == "node_modules" || d.Name() == "testdata") {
				return fs.SkipDir
			}
			if d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
				return nil
			}
			text, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			mark := regexp.MustCompile(`\bfault\.(\w+)`)
			if strings.Contains(filepath.ToSlash(name), "model/fault/") {
				if mark = regexp.MustCompile(`\b(OneOfNames|OneOfQuotedNames|Unexpected)\b`); strings.HasSuffix(name,
					"codes.go") {
					return nil
				}
			}
			for _, m := range mark.FindAllStringSubmatch(string(text), -1) {
				used[m[1]] = true
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, file := range []string{"codes.go", "technical.go"} {
		names, _ := codes(t, file)
		if len(names) < 30 {
			t.Errorf("%s has %d codes", file, len(names))
		}
		for _, name := range names {
			if !used[name] {
				t.Errorf("%s: %s is made nowhere", file, name)
			}
		}
	}
}

// quoted are the parts of a refusal that are the file's own: names, values, and where.
var quoted = regexp.MustCompile(
	`"(\\.|[^"\\])*"|'(\\.|[^'\\])*'|own\.csv|\bGas\b|\bFIL\b|JSON|Excel|ZIP|CSV|UTF-8|UTF-16|HTML|[a-z]+(_[a-z]+)+|\bdate\b|true`)

// What is wrong with real files is said without a word of English.
func TestFilesInChinese(t *testing.T) {
	head, rest, _ := strings.Cut(string(assets.NetworkDailyCSV()), "\n")
	row, rest, _ := strings.Cut(rest, "\n")
	next, _, _ := strings.Cut(rest, "\n")
	cell := func(column int, value string) string {
		cells := strings.Split(next, ",")
		cells[column] = value
		return strings.Join(cells, ",")
	}
	for _, text := range []string{
		"", "date\n", "day" + strings.TrimPrefix(head, "date"), strings.Replace(head, "burnt_fil", "burnt", 1), head +
			",more", head,
		head + "\n" + row + "\n" + row, head + "\n" + cell(0, "2020-01-01"), head + "\n" + cell(0, "tomorrow"), head +
			"\n" + row + ",1",
		head + "\n" + cell(1, "x"), head + "\n" + cell(1, "0"), head + "\n" + cell(4, "-1"), head + "\n" + cell(8, "2"),
		head + "\n" + cell(4, "1e999"),
		head + "\n" + cell(1, `a"b`), head + "\n" + cell(1, `"a`), head + "\n" + cell(1, `"a"b`),
		head + "\n" + cell(1, `"0,5"`), head + "\n" + cell(1, `"1,234"`), head + "\n" + cell(1, "5 EiB"), "PK\x03\x04",
		"\xff\xfed\x00", "<html>", strings.ReplaceAll(head, ",", "|"),
		strings.ReplaceAll(head+"\n"+row+"\n"+cell(1, "0!5"), ",", ";")[:len(head)] +
			strings.ReplaceAll(strings.ReplaceAll("\n"+row+"\n"+cell(1, "0!5"), ",", ";"), "!", ","),
	} {
		_, err := assets.ParseNetworkDaily("own.csv", []byte(text))
		inChinese(t, text, err)
	}
	// A mean fee of 9 nanoFIL on a day whose messages burnt 2,255 FIL.
	_, err := assets.ParseNetworkDaily("own.csv",
		[]byte(strings.Replace(string(assets.NetworkDailyCSV()), ",0.04511184,", ",9,", 1)))
	inChinese(t, "a fee that contradicts the burn", err)
	for _, text := range []string{
		"", "[]", "null", "{", `{"gamma" 1}`, `{gamma: 1}`, `{"gamma": 1 "x": 2}`, `{"gamma": [1 2]}`, `{"gamma": tru}`,
		`{"gamma": trux}`, `{"gamma": 1.x}`, `{"gamma": 1ex}`, `{"gamma": -x}`, "{\"a\nb\": 1}",
		`{"a\q": 1}`, `{"a\u00zz": 1}`, `{} x`, `{"colour": 1}`, `{"gamma": 1, "gamma": 2}`, `{"gamma": ']'}`,
		strings.Repeat("[", 10001) + strings.Repeat("]", 10001),
	} {
		_, err := assumption.ParseScenario([]byte(text))
		inChinese(t, text, err)
	}
}

func inChinese(t *testing.T, text string, err error) {
	t.Helper()
	if err == nil {
		t.Errorf("%.40q is accepted", text)
		return
	}
	said := fault.Say(words.FaultsIn(words.Chinese), err)
	for _, f := range assumption.Rows() {
		said = regexp.MustCompile(`\b`+f.Name+`\b`).ReplaceAllString(said, "")
	}
	if left := quoted.ReplaceAllString(said, ""); regexp.MustCompile(`[A-Za-z]{2,}|want`).MatchString(left) {
		t.Errorf("%.40q: %s\n(%v)", text, said, err)
	}
}

func TestFaultsIn(t *testing.T) {
	if words.FaultsIn("zh") == nil || words.FaultsIn("en") != nil || words.FaultsIn("fr") != nil ||
		words.FaultsIn("") != nil {
		t.Error("the wrong language is chosen")
	}
	if got, want := fault.Say(words.FaultsIn("zh-CN"), fault.Said("{说过}")), "{说过}"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
