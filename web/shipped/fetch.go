package shipped

import (
	"fmt"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim"
)

// Fetch loads the figures of a snapshot in an edition: the pack and, of an edition other than the last,
// whose models are given, its models too. load returns a file by its address relative to the page.
func Fetch(load func(name string) ([]byte, error), snapshot string, edition int, models *assets.Models, last int) (*sim.Inputs, error) {
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
	data, err := load(folder + snapshot + ".json")
	if err != nil {
		return nil, err
	}
	pack, err := assets.DecodePack(data)
	if err != nil {
		return nil, err
	}
	if pack.Snapshot.Name != snapshot {
		return nil, fmt.Errorf("it holds the network of %s", pack.Snapshot.Name)
	}
	return Inputs(pack, models)
}
