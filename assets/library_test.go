package assets

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"testing"

	"github.com/gasburden/gasburden/assets/form"
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// libraryRead reads a value by json.Unmarshal alone, which knows no days. It and the functions below check less than
// the reader: a key may occur twice, an unknown one goes unseen, and a fault has no line. They are here to be measured
// against the reader.
func libraryRead(text json.RawMessage, to any) error {
	on, isDay := to.(*day.Day)
	if !isDay {
		return json.Unmarshal(text, to)
	}
	var s string
	if err := json.Unmarshal(text, &s); err != nil {
		return err
	}
	var err error
	*on, err = day.Parse(s)
	return err
}

func libraryReadSeries(text json.RawMessage, d form.Domain, to *[]float64) error {
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
		} else if want := d.Check(v); want != nil {
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
		v := float64(sum) / math.Pow10(short.Decimals)
		if short.Decimals < 0 {
			v = float64(sum) * math.Pow10(-short.Decimals)
		}
		if err := add(v, delta == nil); err != nil {
			return err
		}
	}
	*to = list
	return nil
}

func libraryReadPack(data []byte) (*Pack, error) {
	var file, snapshot, daily map[string]json.RawMessage
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, err
	}
	if err := json.Unmarshal(file["snapshot"], &snapshot); err != nil {
		return nil, err
	}
	if err := json.Unmarshal(file["daily"], &daily); err != nil {
		return nil, err
	}
	p, days := &Pack{Snapshot: new(mechafil.Snapshot), Daily: new(model.Table)}, 0
	s := p.Snapshot
	var faults []error
	keep := func(name string, err error) {
		if err != nil {
			faults = append(faults, fmt.Errorf("%s: %w", name, err))
		}
	}
	for name, to := range map[string]any{"name": &s.Name, "start_date": &s.Start, "current_date": &s.Current,
		"note": &s.Note} {
		keep(name, libraryRead(snapshot[name], to))
	}
	for _, list := range snapshotSeries {
		keep(list.name, libraryReadSeries(snapshot[list.name], list.domain, list.of(s)))
	}
	for _, scalar := range slices.Concat(snapshotScalars, chainScalars) {
		if text := snapshot[scalar.name]; text != nil {
			keep(scalar.name, libraryRead(text, scalar.of(s)))
		}
	}
	s.VestedByStart = s.MinedFILStart == 0
	keep("first", libraryRead(daily["first"], &p.Daily.First))
	keep("days", libraryRead(daily["days"], &days))
	for _, c := range packColumns() {
		to := c.of(p.Daily)
		if text := daily[c.name]; text != nil {
			keep(c.name, libraryReadSeries(text, c.domain, to))
		} else if !onlyShown(c) {
			keep(c.name, errors.New("missing"))
		}
		for len(*to) < days && !(onlyShown(c) && len(*to) == 0) {
			*to = append(*to, math.NaN())
		}
	}
	return p, errors.Join(faults...)
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
