package e2e

import (
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"
)

// subPath is where the site lives, as on a project page of a static host.
const subPath = "/some/sub/path/"

// A server serves dist under subPath and can be told to misbehave.
type server struct {
	url string // of the page, ending in /

	mu       sync.Mutex
	fault    func(http.ResponseWriter, *http.Request) bool
	requests []string // addresses below subPath, query included, in order
	strays   []string // requests outside subPath
}

func newServer(t testing.TB) *server {
	t.Helper()
	s := &server{}
	files := http.StripPrefix(strings.TrimSuffix(subPath, "/"), http.FileServerFS(os.DirFS(dist)))
	h := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rest, inside := strings.CutPrefix(r.URL.RequestURI(), subPath)
		s.mu.Lock()
		if inside {
			s.requests = append(s.requests, rest)
		} else {
			s.strays = append(s.strays, r.URL.RequestURI())
		}
		fault := s.fault
		s.mu.Unlock()
		w.Header().Set("Cache-Control", "no-store")
		switch {
		case !inside:
			http.NotFound(w, r)
		case fault != nil && fault(w, r):
		default:
			files.ServeHTTP(w, r)
		}
	}))
	t.Cleanup(h.Close)
	s.url = h.URL + subPath
	return s
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
