package packed

import (
	"reflect"
	"strings"
	"testing"
)

type pair struct{ A, B string }

type all struct {
	First string
	pair2
	Skipped pair
	Three   [3]string
	Amounts []struct {
		From float64
		Text string
	}
	Words map[string]string
	Pairs map[kind]pair
}

type (
	kind  string
	pair2 = Inner
	Inner struct{ In string }
)

func text(parts ...string) string { return strings.Join(parts, Mark) + Mark }

func TestInto(t *testing.T) {
	got := all{Skipped: pair{"kept", ""}}
	Into(&got, text("first", "inner", "1", "2", "3", "1", "999500", "{n} million", "2", "x", "X", "y", "", "1", "k",
		"a", "b"), "Skipped")
	want := all{First: "first", pair2: Inner{"inner"}, Skipped: pair{"kept", ""}, Three: [3]string{"1", "2", "3"},
		Words: map[string]string{"x": "X", "y": ""},
		Pairs: map[kind]pair{"k": {"a", "b"}}}
	want.Amounts = []struct {
		From float64
		Text string
	}{{999_500, "{n} million"}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// Code that is not what the files say stops the first test that runs it, rather than to say a text in another's place.
func TestIntoPanics(t *testing.T) {
	for _, texts := range []string{text("a"), text("a", "b", "c"), "a" + Mark + "b"} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%q fills a pair", texts)
				}
			}()
			Into(&pair{}, texts)
		}()
	}
}
