package explore

import (
	"github.com/gasburden/gasburden/sim/explore"
	"github.com/gasburden/gasburden/web/ask"
)

// groups are those of the figures that need no day, in their order.
var groups = []string{"month", "mean", "fil"}

// groupOf is where a figure stands in lists.
func groupOf(f explore.Figure) string { return ask.GroupOf(f.Name) }
