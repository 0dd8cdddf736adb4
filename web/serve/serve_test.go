package main

import (
	"net"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func testDist(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range map[string]string{
		"index.html": "<p>page", "app.wasm.xz": "\xfd7zXZ", "loader.js": "1", "style.css": "p{}", "icon.svg": "<svg/>",
		"manifest.webmanifest": "{}", "sw.js": "the site's", "data/a.json": "{}",
	} {
		to := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestHandler(t *testing.T) {
	h := handler(testDist(t), false)
	for _, c := range []struct {
		method, path string
		status       int
		mediaType    string
	}{
		{"GET", "/", 200, "text/html; charset=utf-8"},
		{"GET", "/?onboarding=4", 200, "text/html; charset=utf-8"},
		{"HEAD", "/loader.js?v=1", 200, "text/javascript; charset=utf-8"},
		{"GET", "/style.css", 200, "text/css; charset=utf-8"},
		{"GET", "/icon.svg", 200, "image/svg+xml"},
		{"GET", "/manifest.webmanifest", 200, "application/manifest+json"},
		{"GET", "/app.wasm.xz", 200, "application/x-xz"},
		{"GET", "/data/a.json", 200, "application/json"},
		{"GET", "/data/", 404, ""},
		{"GET", "/data/b.json", 404, ""},
		{"GET", "/../handler.go", 404, ""},
		{"POST", "/", 405, ""},
	} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(c.method, c.path, nil))
		if w.Code != c.status {
			t.Errorf("%s %s: status %d, want %d", c.method, c.path, w.Code, c.status)
			continue
		}
		if got := w.Header().Get("Content-Type"); c.mediaType != "" && got != c.mediaType {
			t.Errorf("%s %s: media type %q, want %q", c.method, c.path, got, c.mediaType)
		}
		if got := w.Header().Get("Cache-Control"); c.status == 200 && got != "no-store" {
			t.Errorf("%s %s: Cache-Control %q, want no-store", c.method, c.path, got)
		}
		if got := w.Header().Get("Content-Encoding"); got != "" {
			t.Errorf("%s %s: Content-Encoding %q, want none", c.method, c.path, got)
		}
	}
}

func TestWorker(t *testing.T) {
	for keep, want := range map[bool]string{true: "the site's", false: "unregister"} {
		w := httptest.NewRecorder()
		handler(testDist(t), keep).ServeHTTP(w, httptest.NewRequest("GET", "/sw.js", nil))
		if w.Code != 200 || !strings.Contains(w.Body.String(), want) || w.Header().Get("Content-Type") != types[".js"] {
			t.Errorf("keep %v: %d, %s, %q, want %q in it", keep, w.Code, w.Header().Get("Content-Type"), w.Body, want)
		}
	}
}

func TestListenTakesTheNextPort(t *testing.T) {
	first, err := listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	second, err := listen(first.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	if a, b := first.Addr().(*net.TCPAddr).Port, second.Addr().(*net.TCPAddr).Port; b <= a {
		t.Errorf("port %d was taken, got %d, want a later one", a, b)
	}
}

func TestBadAddress(t *testing.T) {
	for _, addr := range []string{"8080", "localhost:http", "127.0.0.1:70000", ""} {
		if l, err := listen(addr); err == nil {
			l.Close()
			t.Errorf("-addr %q is accepted", addr)
		}
	}
}

func TestMissingBuild(t *testing.T) {
	err := run("127.0.0.1:0", filepath.Join(t.TempDir(), "dist"), false)
	if err == nil || !strings.Contains(err.Error(), "make build") {
		t.Errorf("got %v, want an error that says how to build", err)
	}
}
