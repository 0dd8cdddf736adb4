//go:build !(js && wasm)

package web

import vjs "github.com/vugu/vugu/js"

// mount does nothing where there is no browser.
func (c *Figure) mount(vjs.Value) { c.mounted = true }
