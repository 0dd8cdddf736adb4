package link

import "testing"

func TestPlace(t *testing.T) {
	for address, want := range map[string]string{
		"https://example.org/g/study.html?v=1#x":             "example.org/g/study.html",
		"HTTP://Example.ORG/g/study.html/":                   "example.org/g/study.html",
		"https://example.org:443/":                           "example.org",
		"http://example.org:80":                              "example.org",
		"https://example.org:8443/":                          "example.org:8443",
		"<https://example.org/g/>.":                          "example.org/g",
		"https%3A%2F%2Fexample.org%2Fg%2F%3Fv%3D1%26fee%3D1": "example.org/g",
		"https://me:secret@example.org/":                     "me:secret@example.org",
		"//example.org/":                                     "//example.org",
		"ftp://example.org/":                                 "ftp://example.org",
		"file:///tmp/gasburden.html":                         "file:///tmp/gasburden.html",
		"https://example.org/Study":                          "example.org/Study",
		"https://example.org/g/study…":                       "example.org/g/study…",
		"https://example.org/g/study...":                     "example.org/g/study...",
		"v=1&fee=1":                                          "v=1&fee=1",
		"":                                                   "",
	} {
		if got := Place(address); got != want {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
	}
}
