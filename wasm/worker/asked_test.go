package main

import (
	"net/http"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/web/words"
)

// Whatever is wrong with a link is named, with the value and what would have been legal.
func TestRefused(t *testing.T) {
	h := newTestHandler(t)
	for _, c := range []struct {
		query string
		want  []string // in the answer
	}{
		{"x=1", []string{"x = “1”", "no link has that name", "onboarding"}},
		{"fee=-5", []string{"fee", "-5", "base_fee_nanofil"}},
		{"fee=NaN", []string{"fee = “NaN”", "want"}},
		{"fee=Inf", []string{"fee = “Inf”"}},
		{"fee=1e999", []string{"fee = “1e999”"}},
		{"onboarding=-Infinity", []string{"onboarding"}},
		{"rates=0.5,2", []string{"rates"}},
		{"rates=0.1,0.2,0.3,0.4,0.5,0.6", []string{"rates"}},
		{"days=0", []string{"days = “0”"}},
		{"days=1e9", []string{"days = “1e9”"}},
		{"days=99999999999999999999", []string{"days"}},
		{"fee=1&fee=2", []string{"fee = “2”", "twice"}},
		{"fee=%zz", []string{"fee", "hexadecimal"}},
		{"snapshot=2020-01-01", []string{"2020-01-01", "2023-07-31", "2025-09-09"}},
		{"snapshot=../../etc/passwd", []string{"snapshot"}},
		{"days=7300&rates=0.1,0.2,0.3,0.4,0.5", []string{"7300", "5", "36500", "5490"}},
		{"gas=magic", []string{"gas", "magic", "scaling"}},
		{"by=nothing", []string{"by = “nothing”", "netflow"}},
		{"v=0", []string{"v = “0”"}},
		{"v=9", []string{"form 9", "at most 2"}},
		{"fee=0.", []string{"cut off at “fee=0.”"}},
		{"fee=1&adop", []string{"cut off at “adop”"}},
		{"fee=0.9)%20and", []string{"fee = “0.9) and”", "want"}},
		{"own=3f2a9c1b7d04_1791_2020-10-15_2025-09-09", []string{"own = “3f2a9c1b7d04_1791_2020-10-15_2025-09-09”",
			"somebody’s own figures"}},
		// all of it
		{"x=2&fee=-1&onboarding=abc", []string{"x = “2”", "fee: base_fee_nanofil is -1", "onboarding = “abc”"}},
	} {
		for _, route := range []string{"/result.json", "/result.csv"} {
			w := ask(h, "GET", route+"?"+c.query)
			if w.Code != http.StatusBadRequest {
				t.Errorf("%s?%s: status %d, want 400", route, c.query, w.Code)
				continue
			}
			for _, want := range c.want {
				if route == "/result.csv" && !strings.Contains(w.Body.String(), want) { // one form is enough
					t.Errorf("%s: %q does not say %q", c.query, w.Body, want)
				}
			}
		}
	}
}

// Tables are larger than pictures: they may have half as many days.
func TestLimits(t *testing.T) {
	h := newTestHandler(t)
	for _, c := range []struct {
		address string
		status  int
	}{
		{"/card.svg?days=3650", 200}, {"/card.svg?days=3651", 400},
		{"/card.svg?days=7300&rates=0.5", 200}, {"/card.svg?days=7300&rates=0.5,0.6", 400},
		{"/card.svg?days=2190&rates=0.1,0.2,0.3,0.4,0.5", 200}, {"/card.svg?days=2191&rates=0.1,0.2,0.3,0.4,0.5", 400},
		{"/result.json?days=1830", 200}, {"/result.json?days=1831", 400}, {"/result.csv?days=1831", 400},
	} {
		if w := ask(h, "HEAD", c.address); w.Code != c.status {
			t.Errorf("%s: status %d, want %d", c.address, w.Code, c.status)
		}
	}
	if w := ask(h, "GET", "/result.csv?days=1831"); !strings.Contains(w.Body.String(),
		"5493 days to simulate; want at most 5490") {
		t.Errorf("the limit is not named: %s", w.Body)
	}
}

// What other sites append, what sticks to a link, and figures that are newer than the Worker's, are no faults.
func TestNotRefused(t *testing.T) {
	h := newTestHandler(t)
	for _, query := range []string{"", "utm_source=a&utm_campaign=b&fbclid=c&ref=d", "amp;fee=1", "model=99",
		"&&fee=1&", "v%3D1%26fee%3D0.9", "fee=1)"} {
		mustAnswer(t, h, "/result.csv?days=5&"+query)
	}
}

// An error is text, whatever it quotes.
func TestRefusedTextIsSafe(t *testing.T) {
	h := newTestHandler(t)
	for _, query := range []string{
		"%3Cscript%3Ealert(1)%3C/script%3E=1", "fee=%3Csvg/onload=x%3E", "fee=%00%01%ff%fe\"'",
		"x=" + strings.Repeat("%F0%9F%98%80", 400),
		"]]%3E=1", "fee=%E2%80%AE1", "x=" + strings.Repeat("W", 5000),
	} {
		for _, address := range []string{"/card.svg?" + query, "/card.svg?days=7300&rates=0.1,0.2,0.3,0.4,0.5&" +
			query} {
			body := ask(h, "GET", address).Body
			checkXML(t, body.Bytes())
			if strings.Contains(body.String(), "<script") || strings.Contains(body.String(), "<svg/") {
				t.Errorf("%.60s: %.300s", query, body)
			}
		}
		if w := ask(h, "GET", "/result.csv?"+query); w.Code != http.StatusBadRequest || w.Body.Len() > 8000 ||
			w.Header().Get("Content-Type") != textType {
			t.Errorf("%.60s: status %d, %d bytes", query, w.Code, w.Body.Len())
		}
	}
}

// No query makes the program fail, and pictures are always well formed.
func FuzzCard(f *testing.F) {
	for _, seed := range []string{
		"", "v=1&fee=1", "days=1&rates=0", "rates=2023-08-01:0_2024-08-01:1&adoption=logistic&start=2024-01-01&ramp=10",
		"onboarding=1e-300&days=400",
		"onboarding=0&renewal=0", "gas=regime&fee=1000", "snapshot=2025-09-09&by=outflow&hide=direct,2",
		"zoom=2023-08-01_2023-09-01", "smoothing=1&rates=1",
		"days=10950&rates=0.5", "%&=&&;=%00",
	} {
		f.Add(seed)
	}
	h := newTestHandler(f)
	learnAll(f, h)
	f.Fuzz(func(t *testing.T, query string) {
		if len(query) > 2048 || strings.ContainsFunc(query, func(r rune) bool {
			return r <= ' ' || r == '#' ||
				r >= 0x7f
		}) {
			return // no request has these
		}
		w := ask(h, "GET", "/card.svg?"+query)
		if w.Code != http.StatusOK && w.Code != http.StatusBadRequest {
			t.Fatalf("%q: status %d", query, w.Code)
		}
		checkXML(t, w.Body.Bytes())
		if v := ask(h, "HEAD", "/card.svg?"+query); v.Code != w.Code {
			t.Fatalf("%q: status %d, HEAD says %d", query, w.Code, v.Code)
		}
		if v := ask(h, "GET", "/meta?"+query); v.Code != http.StatusOK {
			t.Fatalf("%q: the preview's status is %d", query, v.Code)
		}
	})
}

// A doubtful share has its warning beside it in the preview, on the card and in the table, in both languages.
func TestDoubtfulShares(t *testing.T) {
	h := newTestHandler(t)
	for _, c := range []struct{ query, code string }{
		{"fee=30", sim.WarnGasAboveNetflow},
		{"fee=30&by=outflow", sim.WarnGasAboveOutflow},
		{"fee=200&by=circulating", sim.WarnGasAboveSupply},
		{"onboarding=11&renewal=1&days=120&rates=0.5", sim.WarnNetflowNearZero},
		{"onboarding=1.75&renewal=0.9&days=120&rates=0.5&by=outflow", sim.WarnOutflowNearZero},
	} {
		for _, text := range []*words.Text{words.English(), words.InChinese()} {
			query := c.query + "&lang=" + text.Site.Language
			want := text.Warning[c.code]
			for _, route := range []string{"/meta?", "/card.svg?"} {
				if body := mustAnswer(t, h, route+query); !strings.Contains(string(body), want) {
					t.Errorf("%s%s does not say %q: %.300s", route, query, want, body)
				}
			}
			// of a figure
			if body := mustAnswer(t, h, "/result.json?"+query); !strings.Contains(string(body), `"code":"`+c.code+
				`"}`) ||
				!strings.Contains(string(body), `{"code":"`+c.code+`",`) { // of the days
				t.Errorf("%s: the table does not say %s", query, c.code)
			}
		}
	}
}
