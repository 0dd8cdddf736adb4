package method

import "github.com/gasburden/gasburden/sim/steps"

// English is the catalogue in English.
func English() *Text {
	t := EnglishSteps()
	t.Page = englishPage()
	return t
}

// EnglishSteps is the catalogue without the words of the methodology page, which a chain of steps does not say.
func EnglishSteps() *Text {
	return &Text{
		Language: "en", Name: "English", Colon: ": ", Comma: ", ", Stop: ". ", If: "if", Otherwise: "otherwise",
		Percent:  "{n} %",
		Months:   [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
		DateForm: "{day} {month} {year}",
		Part: map[steps.Part]string{
			steps.Power: "Power", steps.Reward: "Reward", steps.Supply: "Vesting and burn", steps.Pledge: "Pledge",
			steps.Locked: "Locked and circulating", steps.Gas: "Gas", steps.Respond: "What saved gas does", steps.Amount: "Gas in FIL",
			steps.Flows: "Token flows", steps.Burden: "Burden", steps.Sector: "Figures of a sector", steps.Band: "Bands", steps.Given: "Where defaults come from",
		},
		Symbol: englishSymbols(),
		Unit: map[string]string{
			"EiB": "EiB", "PiB/day": "PiB a day", "EiB-days": "EiB-days", "days": "days", "FIL": "FIL", "FIL/day": "FIL a day", "FIL/GiB": "FIL per GiB",
			"Ggas/day": "Ggas a day", "Ggas/PiB": "Ggas per PiB", "Tgas/day": "Tgas a day", "Tgas/PiB": "Tgas per PiB", "Tgas/EiB": "Tgas per EiB", "Ggas/Tgas": "Ggas per Tgas", "nanoFIL/gas": "nanoFIL per gas", "1/day": "a day", "day/PiB": "days per PiB",
			"PiB/EiB": "PiB per EiB", "GiB/PiB": "GiB per PiB", "sectors/PiB": "sectors per PiB", "1": "", "share": "", "share/day": "a day", "share/year": "a year",
		},
		Per:      map[string]string{"share/day": "{n} a day", "share/year": "{n} a year", "FIL/day": "{n} FIL a day", "1/day": "{n} a day"},
		Equation: englishEquations(),
		Source:   englishSources(),
		Origin: map[steps.Kind]string{
			steps.PublishedValue: "published, {date}", steps.Scheduled: "the snapshot’s schedule for {date}", steps.Assumed: "assumed ({field})", steps.Protocol: "constant of the protocol", steps.Units: "unit conversion",
			steps.Rule: "rule of the simulator", steps.Fitted: "fitted to gas up to {date}", steps.Counted: "counted in days",
			steps.FromStep: "step {n}", steps.FromDay: "this step on {date}", steps.Absent: "there is none",
		},
		Why: map[steps.Why]string{
			steps.TooEarly:     "A mean of {smoothing} days needs as many days before it, and the run starts later.",
			steps.Ended:        "The network’s power fell to zero before this day: nothing after it is defined.",
			steps.EndedDirect:  "With DirectFIL+ the network’s power fell to zero before this day.",
			steps.NoPower:      "Power falls to zero on this day: there is no gas, and no ratio of powers.",
			steps.NoDivisor:    "What it would be divided by is zero.",
			steps.NotPositive:  "The flow is below zero, more is released than locked, so the share has no meaning and the chart shows a gap.",
			steps.FromMissing:  "A figure that goes into it has no value.",
			steps.BeforeCounts: "Sums over the forecast begin on the snapshot’s day.",
		},
		Chain: ChainText{
			Title: "How the numbers of {date} come about", Lead: "FIL+ rate {rate}. Every value is the simulator’s own; each step can be checked from what it lists.",
			Pointed: "{chart}, {curve}: {value}.", PointedDots: "{chart}, {curve}: {value}, from published figures. The steps below are those of the simulation on that day.",
			Inputs: "What goes into step {n}", Symbol: "Symbol", Meaning: "Meaning", Value: "Value", From: "From",
			Result: "What the day comes to", NoValue: "no value", Doubtful: "{value}, of a flow that is not positive", WithDirect: "with DirectFIL+", Groups: "Go to the steps of:", Range: "steps {first} to {last}", Source: "Source", Method: "Formula explained",
			AssumedOn: "assumed for {date} ({field})", OtherStepOn: "step {n} on {date}", On: "{date}",
			StatusQuo: "status quo", DirectFILP: "network with DirectFIL+",
			ForOnboarded: "{title}: power onboarded", ForRenews: "{title}: power renewed",
		},
	}
}

func englishSources() map[steps.Source]SourceText {
	const spec, fips = "https://spec.filecoin.io/#section-systems.", "https://github.com/filecoin-project/FIPs/blob/master/FIPS/"
	return map[steps.Source]SourceText{
		steps.SpecPower:      {"Filecoin Spec, Sector Quality", spec + "filecoin_mining.sector.sector-quality"},
		steps.SpecMinting:    {"Filecoin Spec, Block Reward Minting", spec + "filecoin_token.block_reward_minting"},
		steps.SpecAllocation: {"Filecoin Spec, Token Allocation", spec + "filecoin_token.token_allocation"},
		steps.SpecCollateral: {"Filecoin Spec, Miner Collaterals", spec + "filecoin_mining.miner_collaterals"},
		steps.FIP45:          {"FIP-0045: De-couple verified registry from markets", fips + "fip-0045.md"},
		steps.FIP76:          {"FIP-0076: Direct data onboarding", fips + "fip-0076.md"},
		steps.FIP115:         {"FIP-0115: Premium Percentile Base Fee Target", fips + "fip-0115.md"},
		steps.FIP81:          {"FIP-0081: Introduce lower bound for sector initial pledge", fips + "fip-0081.md"},
		steps.MechaFIL:       {"MechaFIL, CryptoEconLab’s model of the Filecoin economy", "https://github.com/CELtd/mechafil-jax"},
		steps.Study:          {"CryptoEconLab, study of DirectFIL+, August 2023", ""},
		steps.FollowUp:       {"CryptoEconLab, Cryptoeconomic impacts of Direct Data Onboarding", "https://hackmd.io/@cryptoecon/r1vWXdrL6"},
		steps.Published:      {"Public chain statistics, Starboard and Spacescope", ""},
		steps.Own:            {"gasburden", ""},
	}
}
