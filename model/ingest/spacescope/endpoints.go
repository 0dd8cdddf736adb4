// Package spacescope fetches the network's daily figures from the Spacescope API: REST with a bearer token, in windows
// of as many days as an endpoint allows, with bounded parallelism, a rate limit, retries and a cache on disk.
package spacescope

import (
	"fmt"

	"github.com/gasburden/gasburden/model/day"
)

// BaseURL is the API's address.
const BaseURL = "https://api.spacescope.io/v2"

// How many days one request may ask for: its ends are inclusive, and most endpoints want them less than 31 days apart,
// some less than 90.
const (
	windowDays     = 30
	longWindowDays = 90
)

// Endpoint is a table of the API.
type Endpoint struct {
	Name   string   // short, for messages and the cache
	Path   string   // below the base URL
	When   string   // field with the time of a row
	Fields []string // fields with figures, in the order of Row.Values
	span   span
	alias  map[string]string // another name that a field goes by
	long   bool              // takes longWindowDays a request
}

// span is how an endpoint is asked for a range.
type span int

const (
	byDay  span = iota // start_date and end_date
	byHour             // start_hour and end_hour
	all                // no range: it returns everything
)

// The endpoints, and what their figures are in.
var (
	// Gas by kind of message, in gas units a day.
	Gas = &Endpoint{Name: "gas", Path: "/gas/daily_gas_usage_in_units", When: "stat_date", Fields: []string{
		"total_gas_used", "provecommit_sector_gas_used", "precommit_sector_gas_used", "provecommit_aggregate_gas_used",
		"precommit_sector_batch_gas_used", "publish_storage_deals_gas_used", "submit_windowed_post_gas_used",
	}}
	// Onboarding of power, raw and QA, by sector size, in bytes a day.
	Onboarding = &Endpoint{Name: "onboarding", Path: "/power/daily_power_onboarding_by_sector_size", When: "stat_date",
		Fields: []string{
			"commit_rbp_32gib", "commit_rbp_64gib", "commit_qap_32gib", "commit_qap_64gib",
		}}
	// Capacity is the network's power and its baseline, in bytes.
	Capacity = &Endpoint{Name: "capacity", Path: "/power/network_storage_capacity", When: "stat_date", Fields: []string{
		"total_raw_bytes_power", "total_qa_bytes_power", "baseline_power",
	}}
	// Supply of tokens, in FIL.
	Supply = &Endpoint{Name: "supply", Path: "/circulating_supply/circulating_supply", When: "stat_date",
		Fields: []string{
			"circulating_fil", "mined_fil", "vested_fil", "locked_fil", "burnt_fil", "reserve_disbursed_fil",
		}}
	// Schedule is what falls due, is extended, expired or terminated by day, past and future: raw bytes, QA bytes, FIL
	// of pledge.
	Schedule = &Endpoint{Name: "schedule", Path: "/power/sectors_schedule_expiration", When: "interest_date",
		Fields: []string{
			"schedule_expire_bytes", "extended_bytes", "expired_bytes", "terminated_bytes",
			"schedule_expire_bytes_qap", "extended_bytes_qap", "expired_bytes_qap", "terminated_bytes_qap",
			"schedule_expire_pledge", "extended_pledge", "expired_pledge", "terminated_pledge",
		}, span: all}
	// BaseFee by hour, in nanoFIL per gas. The documentation names the field base_fee; answers have had the other name
	// too.
	BaseFee = &Endpoint{Name: "basefee", Path: "/gas/network_base_fee", When: "hour_date", Fields: []string{"base_fee"},
		alias: map[string]string{"base_fee": "unit_base_fee"}, span: byHour}
	// Direct is what was onboarded without the StorageMarketActor (FIP-0076): sectors, and TiB of raw power, a day.
	Direct = &Endpoint{Name: "direct", Path: "/deals/direct_data_onboarding", When: "stat_date", long: true,
		Fields: []string{
			"total_ddo_sector_count", "total_ddo_power_tib",
		}}
)

// windowDays is how many days one request may ask for.
func (e *Endpoint) windowDays() day.Day {
	if e.long {
		return longWindowDays
	}
	return windowDays
}

// Row is a row of an endpoint.
type Row struct {
	Unix   int64     // its time, in seconds since 1970: a day's first second, or an hour's
	Values []float64 // in the order of Endpoint.Fields; NaN is null, not published
}

// Day is the UTC day of the row.
func (r Row) Day() day.Day { return dayOf(r.Unix) }

func dayOf(unix int64) day.Day {
	d := unix / 86400
	if unix%86400 < 0 {
		d--
	}
	return day.Day(d)
}

// window is a range of days that one request asks for, both included.
type window struct{ first, last day.Day }

func (w window) String() string { return fmt.Sprintf("%s to %s", w.first, w.last) }

func (w window) days() int { return max(0, int(w.last-w.first)+1) }

// gridStart is where the windows are counted from, so that runs of different ranges share the cache's files.
var gridStart = day.Of(2020, 10, 15)

// windows cuts a range into windows of the grid, clipped to the range.
func (e *Endpoint) windows(first, last day.Day) []window {
	var out []window
	for first <= last {
		end := min(last, e.gridOf(first)+e.windowDays()-1)
		out = append(out, window{first, end})
		first = end + 1
	}
	return out
}

// gridOf is the first day of the grid's window with a day.
func (e *Endpoint) gridOf(d day.Day) day.Day {
	n := (d - gridStart) % e.windowDays()
	if n < 0 {
		n += e.windowDays()
	}
	return d - n
}
