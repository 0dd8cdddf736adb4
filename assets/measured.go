package assets

import (
	"bytes"
	_ "embed"
	"fmt"
	"math"
	"slices"

	"github.com/gasburden/gasburden/model"
)

// LaterFeesFile is the name of the fees of days after the daily table's end, in assets/data.
const LaterFeesFile = "fees-later.csv"

//go:embed data/fees-later.csv
var laterFeesCSV []byte

// LaterFeesCSV returns a copy of the embedded fees-later.csv.
func LaterFeesCSV() []byte { return bytes.Clone(laterFeesCSV) }

// MeasuredFees returns every published fee, from the daily table's first day to the last of fees-later.csv: the columns
// BaseFeeNanoFIL and FeeBurnFIL, NaN where nothing was published, and no other, so that Len is 0. What the figure of a
// day is says model.PublishedFeeKind. It links both files; commands, the site's build and tests call it.
func MeasuredFees() (*model.Table, error) {
	daily, err := NetworkDaily()
	if err != nil {
		return nil, err
	}
	return WithLaterFees(daily, LaterFeesFile, laterFeesCSV)
}

// WithLaterFees are the fees of a table, and where it has none those of a file in the form of fees-later.csv, which
// must not leave a gap after it. The columns are new, and as long as both together.
func WithLaterFees(daily *model.Table, file string, data []byte) (*model.Table, error) {
	later, err := parseTable(file, data, feeColumns, nil)
	if err != nil {
		return nil, err
	}
	if end := daily.Date(daily.Len() - 1); later.First > end+1 {
		return nil, fmt.Errorf("%s begins on %s, want %s or earlier, the day after the table's last", file, later.First,
			end+1)
	}
	last := max(daily.Len(), daily.Row(later.First)+len(later.FeeBurnFIL))
	all := &model.Table{First: daily.First}
	for _, c := range feeColumns {
		to, from := slices.Clone(*c.of(daily)), *c.of(later)
		for row := len(to); row < last; row++ {
			to = append(to, math.NaN())
		}
		for i, v := range from {
			if row := daily.Row(later.First) + i; row >= 0 && math.IsNaN(to[row]) {
				to[row] = v
			}
		}
		*c.of(all) = to
	}
	return all, nil
}
