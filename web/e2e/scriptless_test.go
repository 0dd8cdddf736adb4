package e2e

import (
	"net/http"
	"strings"
	"testing"
)

// Where no script may run, a page shows the numbers that it was sent with, and says whose they are.
func TestWithoutScripts(t *testing.T) {
	t.Parallel()
	s := newServer(t)
	s.setFault(func(w http.ResponseWriter, r *http.Request) bool {
		w.Header().Add("Content-Security-Policy", "sandbox") // without allow-scripts
		return false
	})
	for address, want := range map[string]string{
		"":                                     "“If FIL+ had stayed” whatever its address",
		"study.html?fee=0.2":                   "“The study of 2023” whatever its address",
		"study-zh-CN.html#v=1&fee=0.2":         "无论地址要求什么，本页显示的都是“2023年研究”",
		"embed.html?v=1&rates=0.3#assumptions": "“If FIL+ had stayed” whatever the address",
	} {
		p := openTab(t, s, address, 1280, 900, false)
		p.allowErrors() // the browser reports each script that it did not run
		seen := js[string](p, `() => document.body.innerText`)
		answer := js[string](p, `() => document.querySelector('#headline').textContent`)
		if !hasNumber.MatchString(answer) || !strings.Contains(seen, answer) || !strings.Contains(seen, want) {
			t.Errorf("%s: the answer %q or %q is not to be seen in %.900q", address, answer, want, seen)
		}
		if js[bool](p, `() => Array.from(document.querySelectorAll('.computing'),
			(el) => el.checkVisibility()).includes(true)`) {
			t.Errorf("%s says that it computes", address)
		}
	}
}
