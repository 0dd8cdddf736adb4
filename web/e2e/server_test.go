package e2e

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// subPath is where the site lives, as on a project page of a static host.
const subPath = "/some/sub/path/"

// A server serves a built site under subPath, with the headers that its file _headers asks for, and can be told to
// misbehave. Nothing is cached, lest a test see what an earlier request brought.
type server struct {
	url  string // of the page, ending in /
	stop func() // the network is gone

	mu       sync.Mutex
	dir      string
	rules    []headerRule
	fault    func(http.ResponseWriter, *http.Request) bool
	requests []string // addresses below subPath, query included, in order
	strays   []string // requests outside subPath
}

func newServer(t testing.TB) *server {
	t.Helper()
	s := &server{}
	s.serve(t, dist)
	h := httptest.NewServer(http.HandlerFunc(s.answer))
	s.stop = func() {
		h.CloseClientConnections()
		h.Close()
	}
	t.Cleanup(s.stop)
	s.url = h.URL + subPath
	return s
}

// serve puts another build in the place of the one before.
func (s *server) serve(t testing.TB, dir string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, "_headers"))
	if err != nil {
		t.Fatal(err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.dir, s.rules = dir, headerRules(string(text))
}

func (s *server) answer(w http.ResponseWriter, r *http.Request) {
	rest, inside := strings.CutPrefix(r.URL.RequestURI(), subPath)
	s.mu.Lock()
	if inside {
		s.requests = append(s.requests, rest)
	} else {
		s.strays = append(s.strays, r.URL.RequestURI())
	}
	fault, dir, rules := s.fault, s.dir, s.rules
	s.mu.Unlock()
	for _, rule := range rules {
		if path := "/" + strings.TrimPrefix(r.URL.Path, subPath); rule.path == path ||
			strings.HasSuffix(rule.path, "*") && strings.HasPrefix(path, strings.TrimSuffix(rule.path, "*")) {
			for _, h := range rule.headers {
				w.Header().Add(h[0], h[1])
			}
		}
	}
	w.Header().Set("Cache-Control", "no-store")
	switch {
	case !inside:
		http.NotFound(w, r)
	case fault != nil && fault(w, r):
	default:
		http.StripPrefix(strings.TrimSuffix(subPath, "/"), http.FileServerFS(os.DirFS(dir))).ServeHTTP(w, r)
	}
}

// A headerRule is one of _headers: a path, which may end in *, and what is sent with it.
type headerRule struct {
	path    string
	headers [][2]string
}

func headerRules(text string) []headerRule {
	var rules []headerRule
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		if name, value, ok := strings.Cut(line, ":"); ok && strings.HasPrefix(line, " ") {
			last := &rules[len(rules)-1]
			last.headers = append(last.headers, [2]string{strings.TrimSpace(name), strings.TrimSpace(value)})
		} else if line != "" {
			rules = append(rules, headerRule{path: line})
		}
	}
	return rules
}

// setFault lets f answer requests; those for which it returns false are served as usual. nil ends it.
func (s *server) setFault(f func(http.ResponseWriter, *http.Request) bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.fault = f
}

// requested returns the addresses asked for so far that start with prefix.
func (s *server) requested(prefix string) []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var found []string
	for _, r := range s.requests {
		if strings.HasPrefix(r, prefix) {
			found = append(found, r)
		}
	}
	return found
}

// answerNotFound is a fault: everything whose path starts with prefix (below subPath) does not exist.
func answerNotFound(prefix string) func(http.ResponseWriter, *http.Request) bool {
	return func(w http.ResponseWriter, r *http.Request) bool {
		if !strings.HasPrefix(r.URL.Path, subPath+prefix) {
			return false
		}
		http.NotFound(w, r)
		return true
	}
}
