package assets

import (
	"math"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
)

// FirstRelease is the daily table as far as it went when it was first shipped: days to 2025-09-09, gas and baseline to
// 2025-06-24, supply to 2025-05-26, the renewal rate to the day before the last. Reference figures in tests are of it,
// so that they hold however far the table has grown since. Only tests call it.
func FirstRelease() (*model.Table, error) {
	t, err := NetworkDaily()
	if err != nil {
		return nil, err
	}
	last := day.Of(2025, 9, 9)
	ends := map[string]day.Day{
		"baseline_power_eib": day.Of(2025, 6, 24), "renewal_rate": last - 1,
		"circulating_fil": day.Of(2025, 5, 26), "mined_fil": day.Of(2025, 5, 26),
		"vested_fil": day.Of(2025, 5, 26), "locked_fil": day.Of(2025, 5, 26),
	}
	for _, c := range append([]column{gasTotal, gasOnboarding}, fileColumns()...) {
		end, ok := ends[c.name]
		if !ok {
			if end = last; len(c.name) > 4 && c.name[:4] == "gas_" {
				end = day.Of(2025, 6, 24)
			}
		}
		figures := (*c.of(t))[:t.Row(last)+1]
		for i := t.Row(end) + 1; i < len(figures); i++ {
			figures[i] = math.NaN()
		}
		*c.of(t) = figures
	}
	return t, nil
}
