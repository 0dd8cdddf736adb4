package assumption_test

import "math"

// near reports whether got is within rel of want, relative to want.
func near(got, want, rel float64) bool { return math.Abs(got-want) <= rel*math.Abs(want) }
