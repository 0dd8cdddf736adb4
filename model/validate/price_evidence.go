package validate

import (
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
)

// PriceEvidence is how well the price of gas that follows from block space holds: to orders of magnitude.
type PriceEvidence struct {
	Steps []PriceStep `json:"steps"` // the knee, fitted to either period of published fees

	// Months is the forecast from the levels of LevelsOf, given raw onboarding and power as they came.
	LevelsOf day.Day      `json:"levels_of"`
	Months   []PriceMonth `json:"months"`
	// Mean absolute error over the months in powers of ten, of the price that follows block space and of a constant.
	PowersOfTen         float64 `json:"powers_of_ten"`
	ConstantPowersOfTen float64 `json:"constant_powers_of_ten"`
	ConstantNanoFIL     float64 `json:"constant_nanofil"` // that constant: burn over gas as it was on LevelsOf
	// Months whose forecast lies within a factor of ten of what was burnt, and within one of a hundred.
	WithinTen     int `json:"within_ten"`
	WithinHundred int `json:"within_hundred"`

	Hindsight PriceHindsight `json:"hindsight"`
	Load      LoadEvidence   `json:"load"`
}

// PriceStep is the fit of P(priced | load) to a period, and how it does on that and on the other.
type PriceStep struct {
	First     day.Day   `json:"first"`
	Last      day.Day   `json:"last"`
	KneeTgas  float64   `json:"knee_tgas"`
	WidthTgas float64   `json:"width_tgas"`
	Own       StepScore `json:"own"`
	Other     StepScore `json:"other"`
}

// PriceMonth compares a month's forecast with what was burnt for the gas of all messages. FIL amounts are a day.
type PriceMonth struct {
	First        day.Day `json:"first"`
	OnboardedPiB float64 `json:"onboarded_pib"`
	LoadTgas     float64 `json:"load_tgas"`
	Priced       float64 `json:"priced"`
	ForecastFIL  float64 `json:"forecast_fil"`
	MeanFIL      float64 `json:"mean_fil"`   // measured
	MedianFIL    float64 `json:"median_fil"` // measured
	ConstantFIL  float64 `json:"constant_fil"`
	Days         int     `json:"days"` // with a measured burn
}

// PriceHindsight is 2023's parameters on the year 2024, given what was onboarded: publishing, FIL a day.
type PriceHindsight struct {
	LevelsOf    day.Day `json:"levels_of"`
	First       day.Day `json:"first"`
	Last        day.Day `json:"last"`
	ForecastFIL float64 `json:"forecast_fil"`
	RealisedFIL float64 `json:"realised_fil"`
	AtGasFIL    float64 `json:"at_realised_gas_fil"` // the same level on the gas that was used
	Day         day.Day `json:"day"`                 // a dear one
	DayForecast float64 `json:"day_forecast_fil"`
	DayRealised float64 `json:"day_realised_fil"`
}

// LoadEvidence is the load forecast a month ahead, given what was onboarded, and what it could not do.
type LoadEvidence struct {
	First day.Day     `json:"first"`
	Last  day.Day     `json:"last"`
	Score model.Score `json:"score"` // of the load, Ggas

	// Unskilled is a step fitted to the forecast load of 2024, on the days of 2025: no better than the base rate. So
	// priced days cannot be told from others within months in which blocks are full.
	Unskilled StepScore `json:"unskilled"`
}
