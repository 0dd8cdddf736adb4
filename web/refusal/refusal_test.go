package refusal

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/web/zh/zhtest"
)

// faults are the English sentences of all faults in the program, by kind.
func faults(t *testing.T) map[string]string {
	t.Helper()
	found := map[string]string{}
	constants := map[string]string{"NoneBy": model.NoneBy, "VectorLength": sim.VectorLength}
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
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				of, ok := call.Fun.(*ast.SelectorExpr)
				if !ok || fmt.Sprint(of.X) != "fault" || of.Sel.Name != "New" && of.Sel.Name != "Of" {
					return true
				}
				args := call.Args
				if of.Sel.Name == "Of" {
					args = args[1:]
				}
				var said [2]string
				for i, arg := range args[:2] {
					switch arg := arg.(type) {
					case *ast.BasicLit:
						said[i], err = strconv.Unquote(arg.Value)
					case *ast.Ident:
						said[i] = constants[arg.Name]
					case *ast.SelectorExpr:
						said[i] = constants[arg.Sel.Name]
					}
				}
				if said[0] == "" || said[1] == "" {
					t.Errorf("%s: kind and sentence of a fault cannot be read", name)
				}
				if before, twice := found[said[0]]; twice && before != said[1] {
					t.Errorf("%s is %q and %q", said[0], before, said[1])
				}
				var names []string
				for i := 2; i < len(args); i += 2 {
					if lit, ok := args[i].(*ast.BasicLit); ok {
						names = append(names, strings.Trim(lit.Value, `"`))
					}
				}
				slices.Sort(names)
				var used []string
				for _, m := range placeholder.FindAllStringSubmatch(said[1], -1) {
					used = append(used, m[1])
				}
				slices.Sort(used)
				if used = slices.Compact(used); !slices.Equal(names, used) {
					t.Errorf("%s: %q is filled with %q", name, said[1], names)
				}
				found[said[0]] = said[1]
				return true
			})
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(found) < 25 {
		t.Fatalf("only %d faults found", len(found))
	}
	return found
}

var placeholder = regexp.MustCompile(`\{(\w+)\}`)

// Whatever can be refused is said in Chinese, with the same values in it, and nothing else is.
func TestChinese(t *testing.T) {
	english, text := faults(t), Chinese()
	zhtest.Check(t, english, text.Sentence)
	if !placeholder.MatchString(text.Unexpected) {
		t.Errorf("%q does not say what is unexpected", text.Unexpected)
	}
}

// quoted are the parts of a refusal that are the file's own: names, values, and where.
var quoted = regexp.MustCompile(`"(\\.|[^"\\])*"|'(\\.|[^'\\])*'|own\.csv|\bGas\b|\bFIL\b|JSON|Excel|ZIP|CSV|UTF-8|UTF-16|HTML|[a-z]+(_[a-z]+)+|\bdate\b|true`)

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
		"", "date\n", "day" + strings.TrimPrefix(head, "date"), strings.Replace(head, "burnt_fil", "burnt", 1), head + ",more", head,
		head + "\n" + row + "\n" + row, head + "\n" + cell(0, "2020-01-01"), head + "\n" + cell(0, "tomorrow"), head + "\n" + row + ",1",
		head + "\n" + cell(1, "x"), head + "\n" + cell(1, "0"), head + "\n" + cell(4, "-1"), head + "\n" + cell(8, "2"), head + "\n" + cell(4, "1e999"),
		head + "\n" + cell(1, `a"b`), head + "\n" + cell(1, `"a`), head + "\n" + cell(1, `"a"b`),
		head + "\n" + cell(1, `"0,5"`), head + "\n" + cell(1, `"1,234"`), head + "\n" + cell(1, "5 EiB"), "PK\x03\x04", "\xff\xfed\x00", "<html>", strings.ReplaceAll(head, ",", "|"),
		strings.ReplaceAll(head+"\n"+row+"\n"+cell(1, "0!5"), ",", ";")[:len(head)] + strings.ReplaceAll(strings.ReplaceAll("\n"+row+"\n"+cell(1, "0!5"), ",", ";"), "!", ","),
	} {
		_, err := assets.ParseNetworkDaily("own.csv", []byte(text))
		inChinese(t, text, err)
	}
	// A mean fee of 9 nanoFIL on a day whose messages burnt 2,255 FIL.
	_, err := assets.ParseNetworkDaily("own.csv", []byte(strings.Replace(string(assets.NetworkDailyCSV()), ",0.04511184,", ",9,", 1)))
	inChinese(t, "a fee that contradicts the burn", err)
	for _, text := range []string{
		"", "[]", "null", "{", `{"gamma" 1}`, `{gamma: 1}`, `{"gamma": 1 "x": 2}`, `{"gamma": [1 2]}`, `{"gamma": tru}`, `{"gamma": trux}`, `{"gamma": 1.x}`, `{"gamma": 1ex}`, `{"gamma": -x}`, "{\"a\nb\": 1}",
		`{"a\q": 1}`, `{"a\u00zz": 1}`, `{} x`, `{"colour": 1}`, `{"gamma": 1, "gamma": 2}`, `{"gamma": ']'}`, strings.Repeat("[", 10001) + strings.Repeat("]", 10001),
	} {
		_, err := sim.ParseScenario([]byte(text))
		inChinese(t, text, err)
	}
}

func inChinese(t *testing.T, text string, err error) {
	t.Helper()
	if err == nil {
		t.Errorf("%.40q is accepted", text)
		return
	}
	said := Chinese().Say(err)
	for _, f := range sim.Assumptions() {
		said = regexp.MustCompile(`\b`+f.Name+`\b`).ReplaceAllString(said, "")
	}
	if left := quoted.ReplaceAllString(said, ""); regexp.MustCompile(`[A-Za-z]{2,}|want`).MatchString(left) {
		t.Errorf("%.40q: %s\n(%v)", text, said, err)
	}
}

func TestSay(t *testing.T) {
	joined := errors.Join(fault.New("table_empty", "{file}: empty file, want a header", "file", "a"), fmt.Errorf("outer: %w", fault.New("no_rows", "{start} {end}", "start", "1", "end", "2")))
	if got, want := Chinese().Say(joined), "a：文件是空的，应有表头\n从 1 到 2，没有一天既公布了 Gas 又公布了新增算力"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := For("").Say(joined), joined.Error(); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := Chinese().Say(fault.Said("{说过}")), "{说过}"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := Chinese().Say(errors.New("panic")), "意外的错误，技术信息为“panic”"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if For("zh") == nil || For("en") != nil || For("fr") != nil {
		t.Error("the wrong language is chosen")
	}
}
