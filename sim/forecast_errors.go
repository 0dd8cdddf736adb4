package sim

import "math"

// ForecastError is how wrong forecasts were some months after the day that they set out from: the least and the
// greatest of their errors, as a share of what was published. There are few, and their years overlap: nothing follows
// of how often the next one will be as wrong.
type ForecastError struct {
	Figure      string
	Months      int
	N           int // forecasts
	Least, Most float64
}

// GasForecast is the figure of publishing's gas in ForecastErrors and ForecastRange, a mean of 30 days.
const GasForecast = "gas_publish_ggas"

// forecastErrors are those of package evidence, AsKnown: from the first day of each quarter, 2023Q3 to 2025Q2, with
// what was known on that day. The page does not link that package; its TestForecastErrors holds these numbers.
var forecastErrors = []ForecastError{
	{"raw_power_eib", 3, 8, -0.0129, 0.1242},
	{"raw_power_eib", 6, 7, -0.0064, 0.17},
	{"raw_power_eib", 12, 5, -0.0891, 0.3274},
	{"qa_power_eib", 3, 8, -0.045, 0.0725},
	{"qa_power_eib", 6, 7, -0.0482, 0.0903},
	{"qa_power_eib", 12, 5, -0.0808, 0.2502},
	{"circulating_fil", 3, 7, -0.0212, 0.0003},
	{"circulating_fil", 6, 6, -0.0337, -0.0086},
	{"circulating_fil", 12, 4, -0.0762, 0.0019},
	{GasForecast, 3, 7, -0.0808, 0.697},
	{GasForecast, 6, 6, -0.178, 0.6027},
	{GasForecast, 12, 4, 0.1551, 0.9187},
}

// ForecastErrors are those of a figure, the shortest lead first: raw_power_eib, qa_power_eib, circulating_fil, or
// GasForecast.
func ForecastErrors(figure string) (out []ForecastError) {
	for _, e := range forecastErrors {
		if e.Figure == figure {
			out = append(out, e)
		}
	}
	return out
}

// ForecastRange is where a figure may turn out, as factors of what is simulated some days after the snapshot, if the
// forecast is as wrong as past ones were. Errors grow in straight lines from none on the snapshot's day; a band holds
// its own curve. NaN before that day, and where no lead was as long.
func ForecastRange(figure string, days int) (low, high float64) {
	const daysPerMonth = 365. / 12
	var from, to ForecastError
	at := float64(days) / daysPerMonth
	for _, e := range forecastErrors {
		if e.Figure != figure {
			continue
		}
		if to = e; at <= float64(e.Months) {
			break
		}
		from = e
	}
	if days < 0 || to.Months == from.Months {
		return math.NaN(), math.NaN()
	}
	part := (at - float64(from.Months)) / float64(to.Months-from.Months)
	between := func(a, b float64) float64 { return a + float64(part*(b-a)) }
	return 1 / (1 + between(max(0, from.Most), max(0, to.Most))),
		1 / (1 + between(min(0, from.Least), min(0, to.Least)))
}
