package validate

import (
	"math"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
)

// DirectEvidence is how much was onboarded directly since FIP-0076, as the chain's figures tell it, and what became of
// the gas of publishing.
type DirectEvidence struct {
	First      day.Day       `json:"first"`
	Last       day.Day       `json:"last"`
	Days       int           `json:"days"`
	Share      float64       `json:"share"`             // of all onboarded raw power
	OfDeals    float64       `json:"share_of_fil_plus"` // of the power with FIL+ deals
	Months     []DirectMonth `json:"months"`
	Publishing []DealGas     `json:"publishing"` // before the launch, from there to nv23, and since
	Change     DealGasChange `json:"change"`     // from before the launch to all days since
}

// DirectMonth is a calendar month, or what was published of it.
type DirectMonth struct {
	First   day.Day `json:"first"` // of its days that count
	Days    int     `json:"days"`
	Share   float64 `json:"share"`
	OfDeals float64 `json:"share_of_fil_plus"`
}

// DealGas is the gas of publishing over a period: sums over sums.
type DealGas struct {
	First       day.Day `json:"first"`
	Last        day.Day `json:"last"`
	GgasPerPiB  float64 `json:"ggas_per_pib"` // of power with FIL+ deals
	MgasPerDeal float64 `json:"mgas_per_deal"`
	DealsPerPiB float64 `json:"deals_per_pib"`
}

// DealGasChange is how far the three moved, as shares; one plus the first is the product of the others.
type DealGasChange struct {
	GasPerPiB   float64 `json:"gas_per_pib"`
	GasPerDeal  float64 `json:"gas_per_deal"`
	DealsPerPiB float64 `json:"deals_per_pib"`
}

// Direct adds up what was onboarded directly, and sets the gas of publishing before FIP-0076 beside that since.
// The table has the gas. The days of FIP-0076's launch and of nv23, which made a deal cheaper to publish, count as
// after the upgrade. Days without all figures of a sum are left out of it. It fails where no day counts.
func Direct(t *model.Table, d *model.DirectOnboarding) (*DirectEvidence, error) {
	e := new(DirectEvidence)
	var all, month directSum
	for i, direct := range d.DirectRawPiB {
		on := d.First + day.Day(i)
		if on < launch || !all.add(direct, d.OnboardedRawPiB[i], d.OnboardedQAPiB[i]) {
			continue
		}
		if all.days == 1 {
			e.First = on
		}
		e.Last = on
		if n := len(e.Months); n == 0 || e.Months[n-1].First.FirstOfMonth() != on.FirstOfMonth() {
			e.Months, month = append(e.Months, DirectMonth{First: on}), directSum{}
		}
		month.add(direct, d.OnboardedRawPiB[i], d.OnboardedQAPiB[i])
		m := &e.Months[len(e.Months)-1]
		m.Days, m.Share, m.OfDeals = month.days, month.share(), month.ofDeals()
	}
	if all.days == 0 {
		return nil, model.NonePublished("direct_raw_pib", d.First+day.Day(len(d.DirectRawPiB)-1))
	}
	e.Days, e.Share, e.OfDeals = all.days, all.share(), all.ofDeals()
	for _, w := range [...]Window{{"", d.First, launch - 1}, {"", launch, nv23 - 1}, {"", nv23, e.Last}} {
		g, err := dealGas(t, d, w)
		if err != nil {
			return nil, err
		}
		e.Publishing = append(e.Publishing, g)
	}
	since, err := dealGas(t, d, Window{"", launch, e.Last})
	before := &e.Publishing[0]
	e.Change = DealGasChange{
		GasPerPiB: since.GgasPerPiB/before.GgasPerPiB - 1, GasPerDeal: since.MgasPerDeal/before.MgasPerDeal - 1,
		DealsPerPiB: since.DealsPerPiB/before.DealsPerPiB - 1,
	}
	return e, err
}

// directSum is a sum over days.
type directSum struct {
	days              int
	direct, raw, deal float64 // PiB
}

// add reports whether the day has all figures, and so counts.
func (s *directSum) add(direct, raw, qa float64) bool {
	if math.IsNaN(direct + raw + qa) {
		return false
	}
	s.days++
	s.direct, s.raw, s.deal = s.direct+direct, s.raw+raw, s.deal+model.DealPower(raw, qa)
	return true
}

func (s *directSum) share() float64   { return s.direct / s.raw }
func (s *directSum) ofDeals() float64 { return s.direct / s.deal }

// dealGas is the gas of publishing over a window.
func dealGas(t *model.Table, d *model.DirectOnboarding, w Window) (DealGas, error) {
	var gas, deals, power float64 // Ggas, count, PiB
	for on := w.First; on <= w.Last; on++ {
		i, row := int(on-d.First), t.Row(on)
		if row < 0 || row >= len(t.GasPublishStorageDeals) {
			continue
		}
		g := t.GasPublishStorageDeals[row] / model.GasPerGgas
		p := model.DealPower(d.OnboardedRawPiB[i], d.OnboardedQAPiB[i])
		if !math.IsNaN(g + p + d.Deals[i]) {
			gas, deals, power = gas+g, deals+d.Deals[i], power+p
		}
	}
	if deals == 0 || power == 0 {
		return DealGas{}, model.NonePublished("deals", w.Last)
	}
	return DealGas{First: w.First, Last: w.Last, GgasPerPiB: gas / power, MgasPerDeal: 1e3 * gas / deals,
		DealsPerPiB: deals / power}, nil
}
