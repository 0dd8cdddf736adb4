package ask

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"math"

	"github.com/gasburden/gasburden/web/chart"
)

// Chart is a time series chart with its columns.
type Chart struct {
	ID    string     `json:"id"`
	Title string     `json:"title"`
	Hints []string   `json:"hints"` // below the title
	Spec  chart.Spec `json:"spec"`
	First int64      `json:"first"`           // seconds since 1970 of the first value
	Limit float64    `json:"limit,omitempty"` // where the axis ends though a curve goes on; 0 where none does

	Columns []Column `json:"columns"` // one a series, a value a day
}

// Column is numbers, NaN where there is none. In JSON it is the base64 of 64-bit floats, the lowest byte first: an
// ensemble has tens of thousands, which take the page four times as long to read as digits.
type Column []float64

// MarshalJSON writes the column.
func (c Column) MarshalJSON() ([]byte, error) {
	bytes := make([]byte, 0, 8*len(c))
	for _, v := range c {
		bytes = binary.LittleEndian.AppendUint64(bytes, math.Float64bits(v))
	}
	out := append(make([]byte, 0, 2+base64.StdEncoding.EncodedLen(len(bytes))), '"')
	return append(base64.StdEncoding.AppendEncode(out, bytes), '"'), nil
}

// UnmarshalJSON reads the column.
func (c *Column) UnmarshalJSON(data []byte) error {
	bytes, err := base64.StdEncoding.AppendDecode(nil, bytes.Trim(data, `"`))
	if err != nil {
		return fmt.Errorf("column: %w", err)
	}
	*c = make(Column, len(bytes)/8)
	for i := range *c {
		(*c)[i] = math.Float64frombits(binary.LittleEndian.Uint64(bytes[8*i:]))
	}
	return nil
}

// Data are the numbers as the page's charts take them: the days in seconds since 1970, then the columns, one after the
// other, of rows numbers each.
func (c *Chart) Data() (data []float64, rows int) {
	if len(c.Columns) > 0 {
		rows = len(c.Columns[0])
	}
	data = make([]float64, 0, rows*(1+len(c.Columns)))
	for i := range rows {
		data = append(data, float64(c.First+int64(i)*86400))
	}
	for _, column := range c.Columns {
		data = append(data, column...)
	}
	return data, rows
}
