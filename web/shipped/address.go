package shipped

import (
	"path"
	"strings"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/words"
)

// Read reads what an address opens: its link, over the scenario of the page at it. home is the address of the site's
// own folder, "" where that is not known. own says that the address is that of a page of this folder which shows a
// scenario. Nothing is Found where there is neither a link nor a page that is known to open without one: the default
// scenario of some other page is nobody's answer.
func Read(address, home string) (l link.Link, own bool, err error) {
	place, folder := link.Place(address), link.Place(home)
	at, file := path.Split(place)
	at = strings.TrimSuffix(at, "/")
	inFolder := home != "" && (place == folder || at == folder)
	if place == folder {
		file = ""
	}
	name := strings.TrimSuffix(file, ".html")
	name, chinese := strings.CutSuffix(name, "-"+words.Chinese)
	language := ""
	if chinese {
		language = words.Chinese
	}
	var start string
	preset, unknown := assumption.PresetNamed(name)
	switch first := assumption.DefaultPreset(); {
	case inFolder && (file == "" || name == "index" || file == "embed" || file == "embed.html"):
		own = true
		start = link.Language(language)
	case unknown == nil && preset.Name != first.Name && (at != "" || strings.HasSuffix(file, ".html")):
		own = inFolder
		start, err = PresetQuery(&preset, language)
	}
	l = link.Read(address, start, assets.SnapshotNames())
	l.Found = l.Found || own || start != ""
	return l, own, err
}

// PresetQuery is the link of a preset, on the snapshot that it starts from, in a language by its tag, "" for none asked
// for.
func PresetQuery(p *assumption.Preset, language string) (string, error) {
	return link.Encode(link.State{Snapshot: p.Snapshot, Overrides: p.Overrides, Language: language})
}
