//go:build !(js && wasm)

package ui

import (
	"github.com/gasburden/gasburden/web/ask"
	vjs "github.com/vugu/vugu/js"
)

// What only a browser does.

func watch(vjs.Value, string)           {}
func empty(vjs.Value)                   {}
func furnish(vjs.Value, []ask.Chart)    {}
func openSteps(vjs.Value, bool, string) {}
func unfoldGroups(vjs.Value, bool)      {}
