package assumption

import "github.com/gasburden/gasburden/model/day"

// Some defaults are numbers that were stated for a snapshot. Each list of them has the oldest first; an entry counts
// for snapshots from its day on, until the next one's.

// since is the first day of snapshots that an entry is for.
type since day.Day

func (s since) first() day.Day { return day.Day(s) }

// april2026 is the day from which on everything was published of April 2026, before the snapshot of the 20th.
var april2026 = since(day.Of(2026, 4, 5))

// knownBy is the entry of a list for the snapshot that a run starts from.
func knownBy[T interface{ first() day.Day }](in *Inputs, list []T) *T {
	found := &list[0]
	for i := range list {
		if in.Snapshot.Current >= list[i].first() {
			found = &list[i]
		}
	}
	return found
}
