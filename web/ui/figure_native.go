//go:build !(js && wasm)

package ui

import vjs "github.com/vugu/vugu/js"

// mount does nothing where there is no browser.
func (c *Figure) mount(el vjs.Value) { c.home = el }
