package web

import "time"

// snapshotLabel is the name of a snapshot as a date: snapshots are named after their day.
func snapshotLabel(name string) string {
	day, err := time.Parse(time.DateOnly, name)
	if err != nil {
		return name
	}
	return longDate(day)
}
