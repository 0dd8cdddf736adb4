package assets

import (
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"testing"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// libraryRead reads a value of a form by json.Unmarshal alone. It checks less than the reader: a key may occur twice,
// an unknown one goes unseen, and a fault has no line. It is here to be measured against the reader.
func libraryRead(text json.RawMessage, form any) error {
	switch f := form.(type) {
	case object:
		var found map[string]json.RawMessage
		if err := json.Unmarshal(text, &found); err != nil {
			return err
		}
		for _, m := range f {
			if m.absent && found[m.name] == nil {
				continue
			}
			if err := libraryRead(found[m.name], m.form); err != nil {
				return fmt.Errorf("%s: %w", m.name, err)
			}
			if m.check == nil {
				continue
			}
			if refused := m.check(); refused != nil {
				return fmt.Errorf("%s: %w", m.name, refused)
			}
		}
		return nil
	case series:
		return libraryReadSeries(text, f)
	case float:
		return json.Unmarshal(text, f.to)
	case version:
		return json.Unmarshal(text, new(int))
	case *day.Day:
		var s string
		if err := json.Unmarshal(text, &s); err != nil {
			return err
		}
		var err error
		*f, err = day.Parse(s)
		return err
	default:
		return json.Unmarshal(text, f)
	}
}

func libraryReadSeries(text json.RawMessage, f series) error {
	var numbers []*float64
	var short struct {
		Decimals int
		Deltas   []*int64
	}
	if text[0] != '{' {
		if err := json.Unmarshal(text, &numbers); err != nil {
			return err
		}
	} else if err := json.Unmarshal(text, &short); err != nil {
		return err
	}
	list := make([]float64, 0, len(numbers)+len(short.Deltas))
	add := func(v float64, null bool) error {
		if null {
			v = math.NaN()
		} else if want := f.domain.check(v); want != nil {
			return fmt.Errorf("%v: %w", v, want)
		}
		list = append(list, v)
		return nil
	}
	for _, v := range numbers {
		var number float64
		if v != nil {
			number = *v
		}
		if err := add(number, v == nil); err != nil {
			return err
		}
	}
	var sum int64
	for _, delta := range short.Deltas {
		if delta != nil {
			sum += *delta
		}
		if err := add(scaled(float64(sum), short.Decimals), delta == nil); err != nil {
			return err
		}
	}
	*f.to = list
	return nil
}

func libraryReadPack(data []byte) (*Pack, error) {
	p, days := &Pack{Snapshot: new(mechafil.Snapshot), Daily: new(model.Table)}, 0
	err := libraryRead(data, packForm(p.Snapshot, dailyForm(p.Daily, &days, packColumns())))
	p.Snapshot.VestedByStart = p.Snapshot.MinedFILStart == 0
	return p, err
}

// The reader and encoding/json take the same figures out of a pack, so that the benchmark compares like with like.
func TestReaderAgreesWithTheLibrary(t *testing.T) {
	for _, name := range SnapshotNames() {
		data := committed(t, name)
		want, err := libraryReadPack(data)
		if err != nil {
			t.Fatal(err)
		}
		got, err := DecodePack(data)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got.Snapshot, want.Snapshot) || got.Daily.First != want.Daily.First {
			t.Errorf("%s: the snapshots differ", name)
		}
		for _, c := range packColumns() {
			if !same(*c.of(got.Daily), *c.of(want.Daily)) {
				t.Errorf("%s: column %s differs", name, c.name)
			}
		}
	}
}

func BenchmarkPack(b *testing.B) {
	for _, name := range SnapshotNames() {
		data, err := packs.ReadFile("data/packs/" + name + ".json")
		if err != nil {
			b.Fatal(err)
		}
		for _, c := range []struct {
			by   string
			read func([]byte) (*Pack, error)
		}{{"reader", DecodePack}, {"library", libraryReadPack}} {
			b.Run(name+"/"+c.by, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, err := c.read(data); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
