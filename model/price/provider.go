package price

import "github.com/gasburden/gasburden/model"

// Provider is how a storage provider publishes deals, and how much.
type Provider struct {
	DealGiB         float64 // size of a deal, GiB
	DealsPerMessage float64
	MonthTiB        float64 // power onboarded with FIL+ deals in a month, TiB

	// PublishTgasPerPiB is the gas of a PiB of deals of 32 GiB, eight to a message, as gas models have it. The
	// provider's own gas differs from it by the size of deals and messages.
	PublishTgasPerPiB float64
	DirectFraction    float64 // of that gas that onboarding the same data directly still takes, 0..1
}

// Legal ranges of a provider's figures.
var (
	DealRange     = Range{1. / 1024, 64}
	MessageRange  = Range{1, 256}
	MonthRange    = Range{0, 1e6}
	PublishRange  = Range{0, 100}
	FractionRange = Range{0, 1}
	FeeRange      = Range{0, 1000} // nanoFIL per gas
)

// published is a point of FIP-0045's measurement: deals of a message and its gas in Ggas.
type published struct{ deals, ggas float64 }

// fip0045 is the gas of PublishStorageDeals with FIL+ deals that FIP-0045 measured.
var fip0045 = [3]published{{1, 0.200}, {8, 0.970}, {20, 2.250}}

// MessageGgas is the gas of a PublishStorageDeals message with so many FIL+ deals, at least 1: in straight lines
// between FIP-0045's measurements, and on beyond the last. Realised gas of a deal in messages of 8 was 130 Mgas before
// nv23 and 114 to 122 after, FIP-0045's is 121.
func MessageGgas(deals float64) float64 {
	from, to := fip0045[0], fip0045[1]
	if deals > to.deals {
		from, to = to, fip0045[2]
	}
	return from.ggas + (deals-from.deals)*(to.ggas-from.ggas)/(to.deals-from.deals)
}

// Bill is what an amount of data costs to publish.
type Bill struct {
	GasGgas float64 `json:"gas_ggas"`
	Cost
	TotalFIL float64 `json:"total_fil"` // all three
}

// Charge is the bill of an amount of data through the market, and that of onboarding it directly.
type Charge struct {
	Unit   Unit    `json:"unit"`
	GiB    float64 `json:"gib"`
	Market Bill    `json:"market"`
	Direct Bill    `json:"direct"`
}

// Unit names an amount of data.
type Unit string

// The units of a charge.
const (
	PerDeal     Unit = "deal"
	PerSector32 Unit = "sector_32_gib"
	PerSector64 Unit = "sector_64_gib"
	PerTiB      Unit = "tib"
	PerPiB      Unit = "pib"
	PerMonth    Unit = "month" // all that the provider onboards in a month
)

const gibPerTiB, gibPerPiB = 1 << 10, 1 << 20

// GgasPerDeal is the gas of publishing one deal.
func (p *Provider) GgasPerDeal() float64 {
	const dealsPerPiB = gibPerPiB / 32
	level := p.PublishTgasPerPiB * GgasPerTgas / dealsPerPiB // in a message of eight
	return level * (MessageGgas(p.DealsPerMessage) / p.DealsPerMessage) / (MessageGgas(8) / 8)
}

// Charges are who pays what, by unit: gas, base-fee burn, over-estimation burn and tip. The market's gas is charged at
// feeNanoFIL, that of direct onboarding at directNanoFIL, which is the same for one provider's choice and lower where
// all choose so. Errors name field, value and legal range.
func (p *Provider) Charges(params *Params, feeNanoFIL, directNanoFIL float64) ([]Charge, error) {
	if err := params.Check(); err != nil {
		return nil, err
	}
	if err := check([]checked{
		{"deal_gib", p.DealGiB, DealRange}, {"deals_per_message", p.DealsPerMessage, MessageRange},
		{"month_tib", p.MonthTiB, MonthRange}, {"publish_tgas_per_pib", p.PublishTgasPerPiB, PublishRange},
		{"direct_gas_fraction", p.DirectFraction, FractionRange},
		{"base_fee_nanofil", feeNanoFIL, FeeRange}, {"direct_base_fee_nanofil", directNanoFIL, FeeRange},
	}); err != nil {
		return nil, err
	}
	perGiB := p.GgasPerDeal() / p.DealGiB
	var out []Charge
	for _, c := range []Charge{
		{Unit: PerDeal, GiB: p.DealGiB}, {Unit: PerSector32, GiB: 32}, {Unit: PerSector64, GiB: 64},
		{Unit: PerTiB, GiB: gibPerTiB}, {Unit: PerPiB, GiB: gibPerPiB}, {Unit: PerMonth, GiB: p.MonthTiB * gibPerTiB},
	} {
		gas := c.GiB * perGiB
		c.Market = params.bill(gas, feeNanoFIL)
		c.Direct = params.bill(gas*p.DirectFraction, directNanoFIL)
		out = append(out, c)
	}
	return out, nil
}

func (p *Params) bill(gasGgas, feeNanoFIL float64) Bill {
	cost := p.Cost(gasGgas, feeNanoFIL)
	return Bill{gasGgas, cost, cost.Total()}
}

// StandardProvider has deals of 32 GiB, eight to a message, at FIP-0045's gas, and FIP-0076's saving.
func StandardProvider(monthTiB float64) Provider {
	return Provider{
		DealGiB: 32, DealsPerMessage: 8, MonthTiB: monthTiB,
		PublishTgasPerPiB: model.LongRunLevel / GgasPerTgas, DirectFraction: model.PublishFraction,
	}
}
