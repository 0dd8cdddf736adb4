// Command page loads what the page loads, for a test to look at what gets linked.
package main

import "github.com/gasburden/gasburden/assets"

func main() {
	pack, err := assets.DefaultPack()
	if err != nil {
		panic(err)
	}
	if _, err := assets.DecodePack(nil); err == nil {
		panic("no error for an empty pack")
	}
	models, err := assets.GasModels()
	if err != nil {
		panic(err)
	}
	scaling, err := models.ScalingFor(pack.Snapshot.Name)
	if err != nil {
		panic(err)
	}
	println(pack.Daily.Len(), models.Regime.Sample.Rows, scaling.Rows)
}
