package main

import (
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/shipped"
	"github.com/gasburden/gasburden/web/words"
)

// figuresOf lists the files that the page's program fetches for a link, so that a browser can fetch them beside the
// program: JSON of lists of names, by snapshot, or by snapshot and edition with a space between where that edition
// needs other ones; "" is what every page needs. It opens a link of each kind as the program does, and notes what that
// asks for. files are those of the site.
func figuresOf(files map[string][]byte) (string, error) {
	editions, err := shipped.Editions()
	if err != nil {
		return "", err
	}
	needed := map[string][]string{"": {assets.PastFile}}
	for _, snapshot := range assets.SnapshotNames() {
		for number := range len(editions) + 1 {
			var asked []string
			load := func(name string) ([]byte, error) {
				if _, ok := files[name]; !ok {
					return nil, fmt.Errorf("%s is not part of the site", name)
				}
				if name != assets.PastFile {
					asked = append(asked, name)
				}
				return files[name], nil
			}
			cache, err := shipped.NewCache(shipped.FromSite(load), load)
			if err != nil {
				return "", err
			}
			query, err := link.Encode(link.State{Snapshot: snapshot, Edition: number})
			if err != nil {
				return "", err
			}
			if _, err := cache.Open(words.English(), link.Read(query, "", assets.SnapshotNames())); err != nil {
				return "", fmt.Errorf("figures of %s: %w", query, err)
			}
			key := snapshot
			if number > 0 {
				key += " " + strconv.Itoa(number)
			}
			if number == 0 && len(asked) > 0 || number > 0 && fmt.Sprint(asked) != fmt.Sprint(needed[snapshot]) {
				needed[key] = asked
			}
		}
	}
	text, err := json.Marshal(needed)
	return string(text), err
}
