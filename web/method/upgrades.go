package method

import (
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/model/protocol"
)

// upgrades writes the table of network versions, which the simulator reads too, and what is modelled of FIP-0118.
func (w *pageWriter) upgrades() {
	p := &w.t.Page
	w.Line("<h3>" + w.Text(p.UpgradesTitle) + "</h3>\n<p>" + w.Text(p.UpgradesLead) + "</p>")
	var rows [][]string
	for i, u := range protocol.Upgrades() {
		var fips []string
		for _, n := range u.FIPs {
			fips = append(fips, "FIP-"+pad(n, 4))
		}
		source := p.UpgradeSource
		if u.Scheduled {
			source = p.UpgradeScheduled
		}
		second := u.Second()
		at := w.t.date(u.Day()) + w.t.Comma + pad(second/3600, 2) + ":" + pad(second/60%60, 2)
		if rest := second % 60; rest != 0 {
			at += ":" + pad(rest, 2)
		}
		rows = append(rows, []string{"nv" + strconv.Itoa(u.Version) + " " + w.Text(u.Name), w.Text(at),
			w.t.grouped(strconv.Itoa(u.Epoch)), strings.Join(fips, w.t.Comma), w.Text(p.UpgradeRows[i]),
			w.Text(source)})
	}
	w.table(p.UpgradesTitle, p.UpgradeHeads, rows)
	w.List("ul", "", p.Solstice)
}

// pad is a number with zeros before it, to so many digits.
func pad(n, digits int) string {
	text := strconv.Itoa(n)
	return strings.Repeat("0", max(0, digits-len(text))) + text
}
