package assets

import (
	_ "embed"

	"github.com/gasburden/gasburden/model"
)

// LaterNetworkFile is the name of the network's figures of days after the daily table's end, in assets/data.
const LaterNetworkFile = "network-later.csv"

//go:embed data/network-later.csv
var laterNetworkCSV []byte

// LaterNetworkCSV is the file. No release changes it.
func LaterNetworkCSV() []byte { return laterNetworkCSV }

// LaterNetwork returns raw power and raw onboarding as they were published from the daily table's last day on, and no
// other column. Forecasts of the price of gas are held against what was paid with them; no scenario starts there.
func LaterNetwork() (*model.Table, error) {
	var columns []column
	for _, c := range dailyColumns {
		if c.name == "raw_power_eib" || c.name == "onboarded_raw_pib" {
			columns = append(columns, c)
		}
	}
	return parseTable(LaterNetworkFile, laterNetworkCSV, columns, nil)
}
