//go:build js && wasm

package ui

import (
	"syscall/js"

	"github.com/gasburden/gasburden/web/page"
)

// A fold is a part of the page that the browser opens and closes by itself: at a click, or when a search in the page
// finds something in it.
type fold struct {
	selector     string
	chosen, form *bool // as the reader has it, and as the picture shows it
}

func folds(a *App) []fold {
	p, form := a.Page, a.Picture.Form
	all := []fold{
		{"details.more", &p.MoreOpen, &form.MoreOpen},
		{"#share-preview", &p.PreviewOpen, &form.PreviewOpen},
		{"#share-embed", &p.EmbedOpen, &form.EmbedOpen},
		{"#more-presets", &p.Folds.Presets, &form.Folds.Presets},
		{"#view-options", &p.Folds.View, &form.Folds.View},
		{"#exports", &p.Folds.Exports, &form.Folds.Exports},
		{"#sums-part", &p.Folds.Sums, &form.Folds.Sums},
		{"#cost-part", &p.Folds.Cost, &form.Folds.Cost},
		{"#panels-part", &p.Folds.Panels, &form.Folds.Panels},
		{"#network-part", &p.Folds.Network, &form.Folds.Network},
		{"#method-part", &p.Folds.Method, &form.Folds.Method},
		{"#explore-part", &p.Folds.Explore, &form.Folds.Explore},
	}
	for i, id := range page.PlotIDs {
		all = append(all, fold{"#warned-" + id, &p.Folds.Warned[i], &form.Folds.Warned[i]})
	}
	return all
}

// TakeFolds takes over what the browser has opened or closed since the last render, which a render would undo.
func (s *Screen) TakeFolds(a *App) {
	for _, f := range folds(a) {
		element := js.Global().Get("document").Call("querySelector", f.selector)
		if !element.Truthy() { // an embedded chart has none
			continue
		}
		if open := element.Get("open").Bool(); open != s.folded[f.selector] {
			*f.chosen, *f.form = open, open
		}
	}
}

// KeepFolds notes how the parts of the page were rendered.
func (s *Screen) KeepFolds(a *App) {
	for _, f := range folds(a) {
		s.folded[f.selector] = *f.form
	}
}
