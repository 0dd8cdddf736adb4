package mechafil

// Result is one simulated network. Series have one value an entry, entry 0 being the snapshot's
// Start; the one-year figures are 364 entries shorter. Where raw or QA power falls to 1e-8 EiB
// or below the network ends, and the series stop after that entry. NaN marks single figures
// that have no value on a day (nothing onboarded, no power); infinities do not occur.
type Result struct {
	*Common // series are cut to Defined entries in here too

	Defined int // entries that have a value, at most Days; less where the network ended

	QAPowerEiB, OnboardedQAPiB, RenewedQAPiB, DueQAPiB            []float64 // DueQAPiB as DueRawPiB
	LockedPledgeOfDayFIL, RenewedPledgeOfDayFIL                   []float64
	LockedPledgeFIL, LockedRewardFIL, LockedFIL                   []float64
	CirculatingFIL, AvailableFIL                                  []float64
	PledgePerSectorFIL, RewardPerSectorFIL                        []float64
	ReturnPerSector1yFIL, ROIPerSector1y                          []float64
	QACapped, LockedFloored, CirculatingFloored, AvailableFloored Marks // entries that a bound changed
	PledgeNegative                                                Marks // entries with LockedPledgeFIL < 0

	Burns *Burns // the causes of the burn; nil where it goes on at the mean of the history
	Opted *OptIn // nil without FIP-0118
}

// Marks counts the entries at which something happened, and where it began and ended.
type Marks struct{ Count, First, Last int }

func (m *Marks) add(entry int) {
	if m.Count == 0 {
		m.First = entry
	}
	m.Last = entry
	m.Count++
}

// Ended reports whether raw or QA power fell to 1e-8 EiB or below, and at which entry. That may
// be the last of the horizon, where no series is cut short.
func (r *Result) Ended() (entry int, ended bool) {
	last := r.Defined - 1
	return last, r.RawPowerEiB[last] <= PowerFloorEiB || r.QAPowerEiB[last] <= PowerFloorEiB
}

// Series is a named series of a Result.
type Series struct {
	Name   string    // name in JSON and CSV, with the unit as suffix
	Unit   string    // "EiB", "PiB/day", "FIL", "FIL/day", "days" or "1"
	Values []float64 // may stop before Length
	Length int       // entries that the series would have if the network never ended
}

// Series lists the series in the order of the reference files. After them come what upstream's simulator gives beside
// them (what falls due, capped power, and what vests of each tranche), and those of burn by its causes and of FIP-0118.
func (r *Result) Series() []Series {
	oneYear := max(0, r.Days-(DaysPerYear-1))
	out := []Series{
		{"raw_power_eib", "EiB", r.RawPowerEiB, r.Days},
		{"qa_power_eib", "EiB", r.QAPowerEiB, r.Days},
		{"baseline_power_eib", "EiB", r.BaselinePowerEiB, r.Days},
		{"onboarded_raw_pib", "PiB/day", r.OnboardedRawPiB, r.Days},
		{"onboarded_qa_pib", "PiB/day", r.OnboardedQAPiB, r.Days},
		{"renewed_raw_pib", "PiB/day", r.RenewedRawPiB, r.Days},
		{"renewed_qa_pib", "PiB/day", r.RenewedQAPiB, r.Days},
		{"cumulative_simple_reward_fil", "FIL", r.CumulativeSimpleRewardFIL, r.Days},
		{"cumulative_baseline_reward_fil", "FIL", r.CumulativeBaselineRewardFIL, r.Days},
		{"cumulative_reward_fil", "FIL", r.CumulativeRewardFIL, r.Days},
		{"reward_fil", "FIL/day", r.RewardFIL, r.Days},
		{"network_time_days", "days", r.NetworkTimeDays, r.Days},
		{"vested_fil", "FIL", r.VestedFIL, r.Days},
		{"burnt_fil", "FIL", r.BurntFIL, r.Days},
		{"locked_pledge_of_day_fil", "FIL/day", r.LockedPledgeOfDayFIL, r.Days},
		{"renewed_pledge_of_day_fil", "FIL/day", r.RenewedPledgeOfDayFIL, r.Days},
		{"locked_pledge_fil", "FIL", r.LockedPledgeFIL, r.Days},
		{"locked_reward_fil", "FIL", r.LockedRewardFIL, r.Days},
		{"locked_fil", "FIL", r.LockedFIL, r.Days},
		{"circulating_fil", "FIL", r.CirculatingFIL, r.Days},
		{"available_fil", "FIL", r.AvailableFIL, r.Days},
		{"pledge_per_sector_fil", "FIL", r.PledgePerSectorFIL, r.Days},
		{"reward_per_sector_fil", "FIL/day", r.RewardPerSectorFIL, r.Days},
		{"return_per_sector_1y_fil", "FIL", r.ReturnPerSector1yFIL, oneYear},
		{"roi_per_sector_1y", "1", r.ROIPerSector1y, oneYear},
		{"due_raw_pib", "PiB/day", r.DueRawPiB, r.Days},
		{"due_qa_pib", "PiB/day", r.DueQAPiB, r.Days},
		{"capped_power_eib", "EiB", r.cappedPower(), r.Days},
	}
	for i := range allotments {
		a := &allotments[i]
		out = append(out, Series{a.name, "FIL/day", r.vestingOf(a.Tranche), r.Days})
	}
	if b := r.Burns; b != nil {
		out = append(out, Series{"gas_burnt_fil", "FIL/day", b.GasFIL, r.Days},
			Series{"sector_fee_fil", "FIL/day", b.SectorFeeFIL, r.Days},
			Series{"other_burnt_fil", "FIL/day", b.OtherFIL, r.Days},
			Series{"fee_paying_pib", "PiB", b.PayingPiB, r.Days})
	}
	if r.StreamBurntFIL != nil {
		out = append(out, Series{"consensus_reward_fil", "FIL/day", r.ConsensusRewardFIL, r.Days},
			Series{"stream_burnt_fil", "FIL/day", r.StreamBurntFIL, r.Days})
	}
	return out
}

// cappedPower is the power that counts towards minting, EiB.
func (r *Result) cappedPower() []float64 {
	out := make([]float64, r.Defined)
	for t := range out {
		out[t] = min(r.BaselinePowerEiB[t], r.RawPowerEiB[t])
	}
	return out
}

// vestingOf is what vests of a tranche on each entry, FIL.
func (r *Result) vestingOf(of Tranche) []float64 {
	out := make([]float64, r.Defined)
	for t := range out {
		if int(r.Date(t)-NetworkStart) < of.Days {
			out[t] = of.AmountFIL / float64(of.Days)
		}
	}
	return out
}
