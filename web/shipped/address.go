package shipped

import (
	"path"
	"strings"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web"
)

// Linked is the link behind an address: its own, over that of a preset's page where it is one, or the default of the site's own
// address, given as home, "" where that is not known. It is "" where there is none.
func Linked(address, home string) (query string, err error) {
	query = link.Query(address)
	place, _, _ := strings.Cut(address, "?")
	place, _, _ = strings.Cut(place, "#")
	folder, file := path.Split(place)
	if name, ok := strings.CutSuffix(file, ".html"); ok {
		name = strings.TrimSuffix(name, "-"+web.Chinese) // the same preset
		if preset, err := sim.PresetNamed(name); err == nil {
			start, err := PresetQuery(&preset, "")
			return link.Over(start, query), err
		}
	}
	own := home != "" && (folder == home && (file == "" || file == "index.html" || file == web.PageFile(web.Chinese)) || place+"/" == home)
	if query == "" && own {
		return link.Encode(link.State{Snapshot: assets.DefaultSnapshot})
	}
	return query, nil
}

// PresetQuery is the link of a preset, on the snapshot that it starts from, in a language by its tag, "" for none asked for.
func PresetQuery(p *sim.Preset, language string) (string, error) {
	return link.Encode(link.State{Snapshot: p.Snapshot(assets.SnapshotNames()), Overrides: p.Overrides, Language: language})
}
