package e2e

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"testing"
)

// A storage provider types its numbers and reads its bill, which is the command line's; the address takes them along.
func TestProvidersCost(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?my_deals=4", 1280, 900, false)
	if got := js[string](p, `() => document.getElementById('cost-deals').value`); got != "4" {
		t.Errorf("the link's deals a message are %q", got)
	}
	set := func(id, text string) {
		js[bool](p, `(id, text) => {
			const field = document.getElementById(id);
			field.value = text;
			return field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', {bubbles: true}));
		}`, id, text)
	}
	set("cost-tib", "250")
	set("cost-price", "own")
	p.waitFor("the field of a fee", `!document.getElementById('cost-fee').closest('.control').hidden`)
	set("cost-fee", "0.5")
	const bill = `Array.from(document.querySelectorAll('#cost tbody tr:last-child td'), (e) => e.textContent)`
	p.waitFor("the bill", bill+`[3].startsWith('5')`)
	var want struct {
		Units []struct {
			Market struct {
				Base float64 `json:"base_fee_fil"`
				All  float64 `json:"total_fil"`
			}
			Direct struct {
				All float64 `json:"total_fil"`
			}
		}
	}
	if err := json.Unmarshal(command(t, "cost", "-tib", "250", "-deals", "4", "-fee", "0.5", "-format", "json"),
		&want); err != nil {
		t.Fatal(err)
	}
	month, shown := want.Units[len(want.Units)-1], js[[]string](p, `() => `+bill)
	for i, v := range map[int]float64{0: month.Market.All, 1: month.Direct.All, 3: month.Market.Base} {
		got, err := strconv.ParseFloat(strings.ReplaceAll(shown[i], ",", ""), 64)
		if err != nil || math.Abs(got-v) > 0.005*v {
			t.Errorf("column %d shows %q, the command line has %v", i, shown[i], v)
		}
	}
	p.waitFor("the address to follow",
		`location.search.includes('my_tib=250') && location.search.includes('my_fee=0.5')`)
	set("cost-tib", "-3")
	p.waitFor("what is wrong", `/1000000\sTiB/.test(document.getElementById('cost-said-tib').textContent)`)
	if got := js[[]string](p, `() => `+bill); got[0] != shown[0] {
		t.Errorf("a number that is none moves the bill to %q", got)
	}
	if wide := js[bool](p, `() => document.documentElement.scrollWidth > innerWidth`); wide {
		t.Error("the page scrolls sideways")
	}
	js[bool](p, `() => (document.getElementById('cost').scrollIntoView(), true)`)
	p.screenshot("cost")
}
