package assumption

import (
	"reflect"
	"testing"
)

// A field without a row would have no name in JSON, no legal range and no control; two rows of one field would
// contradict each other.
func TestEveryFieldHasItsRow(t *testing.T) {
	var s Scenario
	fields := reflect.ValueOf(&s).Elem()
	rows := map[uintptr]string{}
	for _, a := range Rows() {
		at := reflect.ValueOf(a.at(&s)).Pointer()
		if other, taken := rows[at]; taken {
			t.Errorf("%s and %s are rows of one field", other, a.Name)
		}
		rows[at] = a.Name
	}
	for i := range fields.NumField() {
		if at := fields.Field(i).Addr().Pointer(); rows[at] == "" {
			t.Errorf("Scenario.%s has no row in the table of assumptions", fields.Type().Field(i).Name)
		}
	}
	if len(rows) != fields.NumField() {
		t.Errorf("%d rows, %d fields", len(rows), fields.NumField())
	}
}
