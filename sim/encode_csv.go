package sim

import (
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/sim/assumption"
)

// AppendCSV appends the result as CSV: the scenario in comment lines, a header that names
// every column with its unit in brackets, and one row per day and run. Undefined values are
// empty. The fil_plus_rate of a vector is that of the day, and empty in the history.
func (r *Result) AppendCSV(dst []byte) ([]byte, error) {
	dst = append(dst, "# gasburden\n"...)
	dst, err := r.AppendComments(dst)
	if err != nil {
		return dst, err
	}
	dst = append(dst, "date,run,fil_plus_rate [share]"...)
	for _, s := range r.Runs[0].Series() {
		dst = fmt.Appendf(dst, ",%s [%s]", s.Name, s.Unit)
	}
	dst = append(dst, '\n')
	for i := range r.Runs {
		run := &r.Runs[i]
		series := run.Series()
		for t := range r.Days {
			dst = r.Date(t).AppendISO(dst)
			dst = append(dst, ',')
			dst = strconv.AppendInt(dst, int64(i+1), 10)
			dst = append(dst, ',')
			if len(run.FILPlusRate) == 1 {
				dst = appendCell(dst, run.FILPlusRate[0])
			} else if k := t - r.HistoryDays - 1; k >= 0 {
				dst = appendCell(dst, run.FILPlusRate[k])
			}
			for _, s := range series {
				dst = append(dst, ',')
				if k := t - s.Offset; k >= 0 && k < len(s.Values) {
					dst = appendCell(dst, s.Values[k])
				}
			}
			dst = append(dst, '\n')
		}
	}
	return dst, nil
}

// AppendComments appends scenario and warnings as lines that begin with #, for the head of a CSV file.
func (r *Result) AppendComments(dst []byte) ([]byte, error) {
	scenario, err := json.Marshal(r.Scenario)
	if err != nil {
		return dst, fmt.Errorf("sim: scenario to JSON: %w", err)
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(scenario, &fields); err != nil {
		return dst, fmt.Errorf("sim: scenario to CSV: %w", err)
	}
	for _, f := range assumption.Rows() {
		if !r.Scenario.Has(f) {
			continue
		}
		dst = fmt.Appendf(dst, "# %s = %s [%s]\n", f.Name, fields[f.Name], f.Unit)
	}
	for i := range r.Warnings {
		dst = fmt.Appendf(dst, "# warning: %s\n", r.Warnings[i].Message())
	}
	return dst, nil
}

func appendCell(dst []byte, v float64) []byte {
	return number.Append(dst, v, -1, "")
}
