package model_test

import (
	"fmt"
	"log"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
)

// The gas of days with 4 PiB of deals, and the bands that realised gas should lie in.
func ExampleScaling() {
	models, err := assets.GasModels()
	if err != nil {
		log.Fatal(err)
	}
	scaling, err := models.ScalingFor("2023-07-31")
	if err != nil {
		log.Fatal(err)
	}
	for _, d := range []day.Day{day.Of(2023, 8, 31), day.Of(2024, 7, 31)} {
		gas := scaling.PredictDay(d, 4)
		low, high := scaling.Band(gas, d, 1, 2)
		fmt.Printf("%s: %.0f Ggas, the %.0f %% band %.0f to %.0f\n", d, gas, 100*model.Coverages[2], low, high)
	}
	// Output:
	// 2023-08-31: 16305 Ggas, the 95 % band 12609 to 21084
	// 2024-07-31: 15901 Ggas, the 95 % band 8365 to 30227
}

// The study's model, within and beyond its training range.
func ExampleRegime() {
	models, err := assets.GasModels()
	if err != nil {
		log.Fatal(err)
	}
	for _, ratio := range []float64{1.9, 4} {
		gas, regime := models.Regime.PredictDay(4.5, ratio)
		fmt.Printf("QA/raw ratio %.1f: %.0f Ggas by regime %.0f, seen in training: %v\n", ratio, gas, regime,
			models.Regime.InHull(4.5, ratio))
	}
	// Output:
	// QA/raw ratio 1.9: 18547 Ggas by regime 1, seen in training: true
	// QA/raw ratio 4.0: 10261 Ggas by regime 1, seen in training: false
}

// What the network burnt for a unit of gas, by the published figures.
func ExampleTable_RecentBaseFee() {
	daily, err := assets.NetworkDaily()
	if err != nil {
		log.Fatal(err)
	}
	fee := daily.RecentBaseFee(day.Of(2023, 7, 31))
	fmt.Printf("median of %d days from %s to %s: %.4f nanoFIL\n", fee.Days, fee.First, fee.Last, fee.NanoFIL)
	// Output:
	// median of 90 days from 2023-05-02 to 2023-07-30: 0.4631 nanoFIL
}
