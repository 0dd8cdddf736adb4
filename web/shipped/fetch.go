package shipped

import (
	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim/assumption"
)

// Fetch loads the figures of a snapshot in an edition: the pack and, of an edition other than the last,
// whose models are given, its models too. load returns a file by its address relative to the page.
func Fetch(load func(name string) ([]byte, error), snapshot string, edition int, models *assets.Models,
	last int) (*assumption.Inputs, error) {
	folder := "data/"
	if edition != last {
		folder += assets.EditionFolder(edition) + "/"
		data, err := load(folder + "gas-models.json")
		if err != nil {
			return nil, err
		}
		if models, err = assets.ParseGasModels("gas-models.json", data); err != nil {
			return nil, err
		}
	}
	pack, err := fetchPack(load, folder, snapshot)
	if err != nil {
		return nil, err
	}
	return Inputs(pack, models)
}

// FetchPast loads what charts show of the days before a pack begins.
func FetchPast(load func(name string) ([]byte, error)) (*assets.Past, error) {
	data, err := load(assets.PastFile)
	if err != nil {
		return nil, err
	}
	return assets.DecodePast(data)
}
