// Package ui is the page's Vugu components: they render what package page computes, and hand it what the reader does.
// Only files ending in _js.go know a browser.
package ui

// The white space between the templates' elements is dropped after generation: the layout does
// not need it, and each such node would cost a step of every render and bytes in the page. So does
// an import of log that nothing uses (7 KB).
//
//go:generate go tool vugugen -skip-go-mod -skip-main .
//go:generate sed -i -e "/VGNodeType(1), Data: \"[\\\\]n *\"}/{N;d}" -e "/^import \"log\"$/d" -e "/^var _ log.Logger$/d" app_gen.go control_gen.go cost_gen.go embed_gen.go explore_gen.go figure_gen.go form_gen.go panel_gen.go pick_gen.go question_gen.go rate_gen.go sheet_gen.go steps_gen.go
//go:generate gofmt -w .
