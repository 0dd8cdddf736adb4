package main

import "testing"

// What the Go program does for one request. In workerd a request has costs of its own: see test/bench.mjs.
func BenchmarkAnswer(b *testing.B) {
	for _, path := range []string{"/meta", "/card.svg", "/result.csv", "/result.json"} {
		b.Run(path[1:], func(b *testing.B) {
			h := newTestHandler(b)
			b.ReportAllocs()
			for b.Loop() {
				if w := ask(h, "GET", path+"?fee=1"); w.Code != 200 {
					b.Fatalf("status %d", w.Code)
				}
			}
		})
	}
	b.Run("check", func(b *testing.B) {
		h := newTestHandler(b)
		b.ReportAllocs()
		for b.Loop() {
			if w := ask(h, "HEAD", "/card.svg?fee=1"); w.Code != 200 {
				b.Fatalf("status %d", w.Code)
			}
		}
	})
}
