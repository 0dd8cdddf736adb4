package link

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim/assumption"
)

// Pin is a run that stays on the large chart beside the scenario's.
type Pin struct {
	Name      string               // that the reader gave it, "" for none
	Snapshot  string               // name of the network's state
	Overrides assumption.Overrides // what differs from the defaults, without the snapshot
}

// At most so many runs are pinned, under names of so many characters.
const (
	MaxPins    = 3
	MaxPinName = 24
)

// pinKeys name the pins in a link. Each is a name and then, as the link of a scenario has them, names and values: with
// version and snapshot, so that it means the same whatever else of the link is changed.
var pinKeys = [MaxPins]string{"pin", "pin2", "pin3"}

const pinMark = "~" // between the parts of a pin; no value of a link holds it

// PinName is a name as a pin can have it: on one line, and not too long.
func PinName(text string) string {
	text = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, text)
	runes := []rune(text)
	return string(runes[:min(len(runes), MaxPinName)])
}

// writePins adds the pins to a link.
func (v *View) writePins(add func(key, value string)) error {
	for i, pin := range v.Pins[:min(len(v.Pins), MaxPins)] {
		query, err := Encode(State{Snapshot: pin.Snapshot, Overrides: pin.Overrides})
		if err != nil {
			return err
		}
		name := ""
		for _, r := range PinName(pin.Name) {
			switch {
			case r == ' ':
				name += "_"
			case r == '-' || r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)):
				name += string(r)
			default:
				name += "." + strconv.FormatInt(int64(r), 16) + "."
			}
		}
		add(pinKeys[i], name+pinMark+strings.NewReplacer("&", pinMark, "=", pinMark).Replace(query))
	}
	return nil
}

// layPins reads the pins of a link, by given and take of lay.
func (d *decoder) layPins(given map[string]string, take func(string, func(string) *fault.Legal)) {
	pins := slices.Clone(d.View.Pins)
	for i, key := range pinKeys {
		if _, ok := given[key]; ok && i == 0 {
			pins = nil // those of the link below
		}
		take(key, func(text string) *fault.Legal {
			pin, ok := parsePin(text, d.snapshots)
			if !ok {
				return fault.Plainly(fault.LinkPin)
			}
			if len(pins) < MaxPins {
				pins = append(pins, pin)
			}
			return nil
		})
	}
	d.View.Pins = pins
}

func parsePin(text string, snapshots []string) (pin Pin, ok bool) {
	parts := strings.Split(text, pinMark)
	if len(parts) < 5 || len(parts)%2 == 0 || parts[1] != versionKey || parts[3] != snapshotKey {
		return pin, false
	}
	inner := decoder{snapshots: snapshots}
	inner.Overrides = assumption.Overrides{}
	var list []piece
	for i := 1; i < len(parts); i += 2 {
		if _, known := fieldOf(parts[i]); !known && i > 3 {
			return pin, false
		}
		list = append(list, piece{key: parts[i], text: parts[i+1]})
	}
	inner.lay(list)
	name, ok := pinName(parts[0])
	return Pin{name, inner.Snapshot, inner.Overrides}, ok && len(inner.faults) == 0
}

// pinName reads a name as writePins writes it.
func pinName(text string) (name string, ok bool) {
	plain := true
	for part := range strings.SplitSeq(text, ".") {
		if plain {
			name += strings.ReplaceAll(part, "_", " ")
		} else {
			r, err := strconv.ParseInt(part, 16, 32)
			if err != nil {
				return "", false
			}
			name += string(rune(r))
		}
		plain = !plain
	}
	return PinName(name), !plain
}
