package assets

import (
	"bytes"
	"strings"
	"testing"
)

// broken is one way to damage a good file. `old` must occur in it; all of `want` must be in the message.
type broken struct {
	name, old, new string
	want           []string
}

// refuses damages good in each way and checks that parse says what is wrong.
func refuses(t *testing.T, good []byte, parse func(file string, data []byte) error, rows []broken) {
	t.Helper()
	if err := parse("good", good); err != nil {
		t.Fatalf("the undamaged file: %v", err)
	}
	for _, c := range rows {
		t.Run(c.name, func(t *testing.T) {
			if !bytes.Contains(good, []byte(c.old)) {
				t.Fatalf("%q does not occur in the good file", c.old)
			}
			err := parse("damaged.file", bytes.Replace(good, []byte(c.old), []byte(c.new), 1))
			if err == nil {
				t.Fatal("no error")
			}
			for _, want := range append(c.want, "damaged.file: ") {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("message %q does not say %q", err, want)
				}
			}
		})
	}
}

// Texts that are not even the right kind of document.
func refusesNonsense(t *testing.T, parse func(file string, data []byte) error) {
	t.Helper()
	for _, text := range []string{
		"", " ", "\n", "null", "true", "0", `"x"`, "[]", "[[[[", "{", "}", "{}", `{"a":`, `{"a":1}`, `{"version":1}`,
		"{}{}", "{} x",
		"\x00", "\xff\xfe{}", strings.Repeat("[", 20000), strings.Repeat(`{"a":`, 20000),
		"<html><body>404</body></html>",
	} {
		if err := parse("nonsense", []byte(text)); err == nil || !strings.HasPrefix(err.Error(), "nonsense: ") {
			t.Errorf("%.20q: %v, want an error that names the file", text, err)
		}
	}
}
