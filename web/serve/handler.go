package main

import (
	_ "embed"
	"net/http"
	"os"
	"path"
	"strings"
)

// types are the media types of what a build holds. The machine's own table is not asked: it differs between machines.
var types = map[string]string{
	".css":  "text/css; charset=utf-8",
	".gz":   "application/gzip",
	".html": "text/html; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".json": "application/json",
	".png":  "image/png",
	".svg":  "image/svg+xml",
	".txt":  "text/plain; charset=utf-8",
	".wasm": "application/wasm",

	".xz": "application/x-xz",

	".webmanifest": "application/manifest+json",
}

// forget is a service worker that takes back what the site's own has stored.
//
//go:embed forget.js
var forget []byte

// handler serves the files of dir. Nothing is cached, so that a reload shows the latest build, and no folder is listed.
// Unless the site may keep itself for visits without a network, its worker is replaced by one that forgets.
func handler(dir string, keep bool) http.Handler {
	files := os.DirFS(dir)
	server := http.FileServerFS(files)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
			return
		}
		h := w.Header()
		h.Set("Cache-Control", "no-store")
		h.Set("X-Content-Type-Options", "nosniff")
		name := path.Clean("/" + r.URL.Path)
		if strings.HasSuffix(r.URL.Path, "/") && name != "/" {
			http.NotFound(w, r)
			return
		}
		if t, ok := types[path.Ext(name)]; ok {
			h.Set("Content-Type", t)
		}
		if name == "/sw.js" && !keep {
			w.Write(forget)
			return
		}
		server.ServeHTTP(w, r)
	})
}
