package spacescope

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTokenDoesNotPrint(t *testing.T) {
	token, err := NewToken("  " + secret + "\r\n")
	if err != nil || token.secret != secret {
		t.Fatal(err)
	}
	text, err := json.Marshal(map[string]any{"token": token, "options": struct{ T Token }{token}})
	if err != nil {
		t.Fatal(err)
	}
	for _, shown := range []string{string(text), fmt.Sprint(token), fmt.Sprintf("%v %+v %#v %s %q", token, token, token,
		token, token), fmt.Sprintf("%v %+v %#v", Options{Token: token}, Options{Token: token}, Options{Token: token})} {
		if strings.Contains(shown, secret) {
			t.Errorf("the token shows: %s", shown)
		}
	}
}

func TestReadToken(t *testing.T) {
	name := filepath.Join(t.TempDir(), "token")
	for text, ok := range map[string]bool{secret + "\n": true, secret: true, "": false, "\n": false, "two words-" +
		secret: false, "ünicode-" + secret: false} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		token, err := ReadToken(name)
		if ok != (err == nil) || ok != !token.Empty() {
			t.Errorf("%q: %v", text, err)
		}
		if err != nil && (strings.Contains(err.Error(), secret) || !strings.Contains(err.Error(), name)) {
			t.Errorf("%q: message %q", text, err)
		}
	}
	if _, err := ReadToken(name + "x"); err == nil {
		t.Error("no error for a file that does not exist")
	}
}

func TestNewRefuses(t *testing.T) {
	token, err := NewToken(secret)
	if err != nil {
		t.Fatal(err)
	}
	for _, address := range []string{"http://api.spacescope.io/v2", "ftp://x", "api.spacescope.io", "https://",
		"http://127.0.0.1.example.org", "http://" + secret + "@x/"} {
		if _, err := New(Options{BaseURL: address, Token: token}); err == nil || strings.Contains(err.Error(), secret) {
			t.Errorf("%s: %v", address, err)
		}
	}
	for _, address := range []string{"", "https://api.spacescope.io/v2/", "http://localhost:1/", "http://[::1]:1"} {
		if _, err := New(Options{BaseURL: address, Token: token}); err != nil {
			t.Errorf("%s: %v", address, err)
		}
	}
	if _, err := New(Options{}); err == nil {
		t.Error("no error without a token")
	}
}
