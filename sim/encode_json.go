package sim

import (
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/gasburden/gasburden/model/number"
)

// AppendJSON appends the JSON form of the result: scenario, dates, runs (rate, series, offsets,
// summary, what is doubtful in it) and warnings. Numbers keep full float64 precision; undefined values are null; a
// series that starts after the first date has its entry in the run's offsets.
func (r *Result) AppendJSON(dst []byte) ([]byte, error) {
	scenario, err := json.Marshal(r.Scenario)
	if err != nil {
		return dst, fmt.Errorf("sim: scenario to JSON: %w", err)
	}
	dst = append(append(dst, `{"scenario":`...), scenario...)
	dst = append(dst, `,"dates":[`...)
	for t := range r.Days {
		dst = appendComma(dst, t)
		dst = append(r.Date(t).AppendISO(append(dst, '"')), '"')
	}
	dst = append(dst, `],"runs":[`...)
	for i := range r.Runs {
		dst = appendComma(dst, i)
		if dst, err = r.Runs[i].appendJSON(dst); err != nil {
			return dst, err
		}
		doubts, err := json.Marshal(append([]Doubt{}, r.Runs[i].Doubts...))
		if err != nil {
			return dst, fmt.Errorf("sim: doubts to JSON: %w", err)
		}
		dst = append(append(append(dst, `,"doubts":`...), doubts...), '}')
	}
	dst = append(dst, ']')
	if r.Bands != nil {
		dst = r.Bands.appendJSON(append(dst, `,"bands":`...))
	}
	dst = append(dst, `,"warnings":[`...)
	for i := range r.Warnings {
		dst = appendComma(dst, i)
		if dst, err = r.Warnings[i].appendJSON(dst); err != nil {
			return dst, err
		}
	}
	return append(dst, "]}\n"...), nil
}

// appendJSON appends the run, but for the brace that closes it.
func (r *RateRun) appendJSON(dst []byte) ([]byte, error) {
	rate, err := json.Marshal(r.FILPlusRate)
	if err != nil {
		return dst, fmt.Errorf("sim: FIL+ rate to JSON: %w", err)
	}
	dst = append(append(dst, `{"fil_plus_rate":`...), rate...)
	dst = append(dst, `,"series":{`...)
	series := r.Series()
	for i, s := range series {
		dst = appendKey(dst, i, s.Name)
		dst = append(dst, '[')
		for k := range s.Length {
			dst = appendComma(dst, k)
			if k < len(s.Values) {
				dst = appendNumber(dst, s.Values[k])
			} else {
				dst = append(dst, "null"...)
			}
		}
		dst = append(dst, ']')
	}
	dst = append(dst, `},"offsets":{`...)
	count := 0
	for _, s := range series {
		if s.Offset > 0 {
			dst = appendKey(dst, count, s.Name)
			dst = strconv.AppendInt(dst, int64(s.Offset), 10)
			count++
		}
	}
	dst = append(dst, `},"summary":{`...)
	dst = appendKey(dst, 0, "month")
	dst = strconv.AppendQuote(dst, r.Summary.Month.YearMonth())
	for _, f := range r.Summary.Figures() {
		dst = appendKey(dst, 1, f.Name)
		dst = appendNumber(dst, f.Value)
	}
	return append(dst, '}'), nil
}

func (w *Warning) appendJSON(dst []byte) ([]byte, error) {
	type span struct {
		First string `json:"first"`
		Last  string `json:"last"`
	}
	out := struct {
		Code        string `json:"code"`
		Series      string `json:"series"`
		FILPlusRate any    `json:"fil_plus_rate"` // null where all runs are concerned
		Count       int    `json:"count"`
		First       string `json:"first"`
		Last        string `json:"last"`
		Spans       []span `json:"spans,omitempty"`
		Message     string `json:"message"`
	}{w.Code, w.Series, nil, w.Days, w.First.String(), w.Last.String(), nil, w.Message()}
	if w.Run >= 0 {
		out.FILPlusRate = w.Rate
	}
	for _, s := range w.Spans {
		out.Spans = append(out.Spans, span{s.First.String(), s.Last.String()})
	}
	data, err := json.Marshal(out)
	if err != nil {
		return dst, fmt.Errorf("sim: warning to JSON: %w", err)
	}
	return append(dst, data...), nil
}

func appendComma(dst []byte, index int) []byte {
	if index > 0 {
		return append(dst, ',')
	}
	return dst
}

func appendKey(dst []byte, index int, name string) []byte {
	dst = appendComma(dst, index)
	dst = strconv.AppendQuote(dst, name)
	return append(dst, ':')
}

// appendNumber writes the shortest text that reads back to the same float64; null if undefined.
func appendNumber(dst []byte, v float64) []byte {
	return number.Append(dst, v, -1, "null")
}
