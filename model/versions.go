package model

import (
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/protocol"
)

// Version is a version of the Filecoin network's protocol.
type Version struct {
	Number  int
	Upgrade day.Day // a mixed day, which counts as the old version's
}

// Versions are the protocol versions that a gas model tells apart, the oldest first. The first stands
// for all up to it. Those left out changed no gas that is modelled here.
var Versions = func() []Version {
	out := []Version{{15, day.Of(2020, 10, 14)}} // the day before the network began
	for _, u := range protocol.Upgrades() {
		if u.Gas {
			out = append(out, Version{u.Version, u.Day()})
		}
	}
	return out
}()

// VersionOf is the version of a day: the newest with an earlier upgrade day.
func VersionOf(d day.Day) Version {
	v := Versions[0]
	for _, next := range Versions[1:] {
		if d > next.Upgrade {
			v = next
		}
	}
	return v
}
