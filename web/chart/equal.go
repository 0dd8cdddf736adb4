package chart

import (
	"maps"
	"slices"
)

// Equal reports whether the browser, which has one of the specs, need not be sent the other. Every frame asks: written
// out it costs a tenth of what reflect.DeepEqual does.
func (s *Spec) Equal(other *Spec) bool {
	return s.Title == other.Title && s.Format == other.Format && s.FromZero == other.FromZero &&
		s.Colors == other.Colors && s.Snapshot == other.Snapshot && s.RestEntry == other.RestEntry &&
		s.Sync == other.Sync && s.Floor == other.Floor &&
		slices.Equal(s.Marks, other.Marks) && slices.Equal(s.Levels, other.Levels) &&
		slices.Equal(s.Series, other.Series) && slices.Equal(s.Bands, other.Bands) &&
		pointsToEqual(s.Saving, other.Saving) && slices.Equal(s.Area, other.Area) &&
		slices.Equal(s.Gaps, other.Gaps) && slices.EqualFunc(s.Chips, other.Chips, Chip.equal) &&
		s.Lead.equal(other.Lead) && pointsToEqual(s.Locale, other.Locale) && maps.Equal(s.Text, other.Text)
}

func (c Chip) equal(other Chip) bool {
	return c.Label == other.Label && c.Color == other.Color && c.Dots == other.Dots && c.Band == other.Band &&
		slices.Equal(c.Series, other.Series)
}

func (l *Lead) equal(other *Lead) bool {
	if l == nil || other == nil {
		return l == other
	}
	return l.Rows == other.Rows && slices.Equal(l.Series, other.Series)
}

func pointsToEqual[T comparable](a, b *T) bool { return a == b || a != nil && b != nil && *a == *b }
