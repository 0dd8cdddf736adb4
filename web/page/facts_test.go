package page

import (
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model/protocol"
	"github.com/gasburden/gasburden/sim"
)

// What has happened is said in figures of the published table and the protocol's date, and stands still whatever is
// assumed; it stands beside no scenario of an earlier version, and beside no reader's own figures.
func TestFacts(t *testing.T) {
	daily, err := assets.NetworkDaily()
	if err != nil {
		t.Fatal(err)
	}
	cost := sim.WhatHappened(daily).SinceLaunch
	if cost.First != sinceLaunch.First || cost.Last != sinceLaunch.Last ||
		cost.FIL/sinceLaunch.FIL-1 > 1e-6 || sinceLaunch.FIL/cost.FIL-1 > 1e-6 {
		t.Errorf("the table says %+v, the page %+v", cost, sinceLaunch)
	}
	p := newPageOfNow(t)
	facts := p.Picture().Facts
	if len(facts) != 2 {
		t.Fatalf("%+v", facts)
	}
	mustContain(t, facts[0].Said, p.Text.LongDate(protocol.Version(29).Day()))
	mustContain(t, facts[1].Said, "<b>54,830 FIL</b>", "14 months", "under 3 FIL")
	if facts[0].Kind != "scheduled date" || facts[1].Kind != "published to June 2025" {
		t.Errorf("%+v", facts)
	}
	p.Slide(slider(t, p, "raw_onboarding_pib"), "10")
	update(t, p)
	if got := p.Picture().Facts; got[0] != facts[0] || got[1] != facts[1] {
		t.Errorf("they moved with an assumption: %+v", got)
	}
	if got := newTestPage(t).Picture().Facts; len(got) != 0 {
		t.Errorf("beside a scenario of version 1: %+v", got)
	}
	p.Own = &Own{}
	if got := p.Picture(); len(got.Facts) != 0 || got.Unknown != "" {
		t.Errorf("beside own figures: %+v, %q", got.Facts, got.Unknown)
	}
}

// The answer says what publishing would cost, at what onboarding, in two digits, and what is too little for one. No
// other network gets the sentence.
func TestNowHeadline(t *testing.T) {
	p := newPageOfNow(t)
	say := func(set ...string) string {
		t.Helper()
		p.ResetAll()
		assume(t, p, set...)
		update(t, p)
		return p.Picture().Headline
	}
	for _, c := range []struct {
		set  []string
		want []string
	}{
		{nil, []string{"Had FIL+ stayed, at 0.22 PiB a day onboarded",
			"less than <b>0.001 FIL a day</b>", "even less"}},
		{[]string{"raw_onboarding_pib=4.5"},
			[]string{"at 4.5 PiB a day onboarded, publishing deals",
				"about <b>270 FIL a day</b>", "with DirectFIL+ <b>3.3</b>."}},
		{[]string{"raw_onboarding_pib=4.5", "adoption=none"},
			[]string{"about <b>270 FIL a day</b>", "no one goes direct."}},
		{[]string{"raw_onboarding_pib=4.5", "fil_plus_rates=0.9"},
			[]string{"a day onboarded, 90 % of it FIL+, publishing"}},
		{[]string{"solstice=2026-10-19"}, []string{"With FIL+ ended on 19 October 2026, at 0.22 PiB"}},
	} {
		mustContain(t, say(c.set...), c.want...)
	}
	if other := newPageOn(t, study).Picture(); strings.Contains(other.Headline, "Had FIL+") || other.Now {
		t.Errorf("the network of 2023 says %q", other.Headline)
	}
}
