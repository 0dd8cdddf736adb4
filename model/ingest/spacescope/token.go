package spacescope

import (
	"errors"
	"fmt"
	"os"
	"strings"
)

// Token is a bearer token of the Spacescope API. It prints as its name, never as what it is.
type Token struct{ secret string }

// NewToken takes a token as it stands, without the white space around it. It must be printable ASCII without spaces, as
// a header can carry it. The error does not show it.
func NewToken(secret string) (Token, error) {
	secret = strings.TrimSpace(secret)
	for _, c := range secret {
		if c <= ' ' || c > '~' {
			return Token{}, errors.New(
				"the Spacescope token holds a character that no token has; want one line of printable ASCII")
		}
	}
	return Token{secret}, nil
}

// ReadToken reads a token from a file.
func ReadToken(file string) (Token, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return Token{}, err
	}
	t, err := NewToken(string(data))
	if err == nil && t.Empty() {
		err = errors.New("the file is empty")
	}
	if err != nil {
		return Token{}, fmt.Errorf("%s: %w", file, err)
	}
	return t, nil
}

// Empty reports whether there is no token.
func (t Token) Empty() bool { return t.secret == "" }

func (Token) String() string { return "(Spacescope token)" }

// GoString is String, so that %#v shows no more.
func (t Token) GoString() string { return t.String() }

// MarshalText keeps the token out of JSON and logs.
func (t Token) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// hide takes the token out of a text that came from elsewhere: a server may send back what it got.
func (t Token) hide(text string) string {
	if t.Empty() {
		return text
	}
	return strings.ReplaceAll(text, t.secret, t.String())
}
