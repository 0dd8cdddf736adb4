package sim

import (
	"math"
	"strings"

	"github.com/gasburden/gasburden/model/price"
	"github.com/gasburden/gasburden/sim/assumption"
)

// Blocks is how full blocks are in a run and what that makes of the base fee, for the status quo and for DirectFIL+,
// one value an entry of the date axis. Loads are what senders ask for, also where that is more than fits.
type Blocks struct {
	LoadTgas, DirectLoadTgas       []float64 // gas of all messages, Tgas a day
	PricedShare, DirectPricedShare []float64 // probability that the day is priced
	FeeNanoFIL, DirectFeeNanoFIL   []float64 // expected base fee, nanoFIL per gas

	params         price.Params
	levels         price.Levels
	directFraction float64 // of the gas of publishing that going direct leaves
	overEstimated  float64 // what is burnt for each FIL of base fee: 1 and over-estimation
	premium        int     // first entry on which the rule of FIP-0115 holds
}

const ggasPerTgas = price.GgasPerTgas

// paramsOf are a scenario's assumptions on the price of gas, levelsOf those on the load of blocks.
func paramsOf(sc *assumption.Scenario) price.Params {
	return price.Params{
		KneeTgas: sc.KneeTgas, WidthTgas: sc.KneeWidthTgas, LevelNanoFIL: sc.PricedLevelNanoFIL,
		PremiumNanoFIL: sc.PremiumNanoFIL, TipNanoFIL: sc.TipNanoFIL, LimitOverUsed: sc.GasLimitRatio,
		SpreadTgas: sc.PremiumSpreadTgas,
	}
}

func levelsOf(sc *assumption.Scenario) price.Levels {
	return price.Levels{OnboardTgasPerPiB: sc.OnboardTgasPerPiB, WindowTgasPerEiB: sc.WindowTgasPerEiB,
		OtherTgas: sc.OtherTgas}
}

// blocks fills the loads and the fees of the status quo, and the load of DirectFIL+ before anything responds.
func (r *RateRun) blocks(sc *assumption.Scenario) {
	b := &Blocks{params: paramsOf(sc), levels: levelsOf(sc), directFraction: sc.DirectGasFraction,
		premium: int(price.PremiumRule + 1 - r.Network.Date(0))}
	b.overEstimated = 1 + price.OverEstimation(b.params.LimitOverUsed)
	r.Blocks = b
	r.memory.Deal(len(r.GasStatusQuoGgas), &b.LoadTgas, &b.DirectLoadTgas, &b.PricedShare, &b.DirectPricedShare,
		&b.FeeNanoFIL, &b.DirectFeeNanoFIL)
	raw, power := r.Network.OnboardedRawPiB, r.Network.RawPowerEiB
	for t, publish := range r.GasPublishGgas {
		load := b.levels.Load(publish/ggasPerTgas, raw[t], power[t])
		// What the scenario's messages save is saved from the load, whichever they are.
		b.LoadTgas[t], b.DirectLoadTgas[t] = load, load-(r.GasStatusQuoGgas[t]-r.GasDirectGgas[t])/ggasPerTgas
	}
	b.status().Fill(&b.params, b.premium, price.Days{})
}

// directFees fills the fees of DirectFIL+, once its loads are known. Where these are the status quo's, so are the fees.
func (r *RateRun) directFees() {
	b := r.Blocks
	b.direct().Fill(&b.params, b.premium, b.status())
}

func (b *Blocks) status() price.Days {
	return price.Days{LoadTgas: b.LoadTgas, Priced: b.PricedShare, FeeNanoFIL: b.FeeNanoFIL}
}

func (b *Blocks) direct() price.Days {
	return price.Days{LoadTgas: b.DirectLoadTgas, Priced: b.DirectPricedShare, FeeNanoFIL: b.DirectFeeNanoFIL}
}

// extraOf is the deal power, PiB, that refills a share of the load saved on an entry, and what a PiB of it adds to the
// load but for proving it, Tgas. publishGgasPerPiB is the gas of publishing it directly. The onboarding of the messages
// that the scenario counts is cheaper, too.
//
//go:noinline
func (r *RateRun) extraOf(in *assumption.Inputs, sc *assumption.Scenario, t int, publishGgasPerPiB float64) (
	pib, tgasPerPiB float64) {

	b := r.Blocks
	levels := b.levels
	if sc.Messages == assumption.OnboardingMessages {
		share := r.Adoption[t]
		levels.OnboardTgasPerPiB = math.Max(0, levels.OnboardTgasPerPiB-share*
			(in.Onboarding.PreCommitGgasPerPiB*(1-sc.DirectPreCommitFraction)+
				in.Onboarding.ProveCommitGgasPerPiB*(1-sc.DirectProveFraction))/ggasPerTgas)
	}
	publish := publishGgasPerPiB / ggasPerTgas
	return levels.Refill(sc.Rebound, b.LoadTgas[t]-b.DirectLoadTgas[t], publish), publish + levels.OnboardTgasPerPiB
}

// proven adds to the loads of DirectFIL+ what proving another raw power (EiB) takes than the status quo's.
func (b *Blocks) proven(statusEiB, directEiB []float64) {
	for t := range min(len(b.DirectLoadTgas), len(statusEiB), len(directEiB)) {
		b.DirectLoadTgas[t] += b.levels.WindowTgasPerEiB * (directEiB[t] - statusEiB[t])
	}
}

// billedFees are the fees of an entry by the gas that is asked for: of more than fits no more is paid for.
func (b *Blocks) billedFees(t int) (fee, direct float64) {
	return b.FeeNanoFIL[t] * price.Fitting(b.LoadTgas[t]), b.DirectFeeNanoFIL[t] * price.Fitting(b.DirectLoadTgas[t])
}

// burnt is what all messages of an entry burn, FIL: base fee and over-estimation of the gas that fits.
//
//go:noinline
func (b *Blocks) burnt(loadTgas, feeNanoFIL float64) float64 {
	return b.billed(loadTgas) * feeNanoFIL * b.overEstimated
}

// billed is the gas of all messages that fits into blocks, Ggas.
func (b *Blocks) billed(loadTgas float64) float64 {
	return loadTgas * ggasPerTgas * price.Fitting(loadTgas)
}

// split is the saving of an entry, of the messages that the scenario counts or of all, by cause.
//
//go:noinline
func (r *RateRun) split(t int, all bool) price.Saving {
	b := r.Blocks
	gas, direct := r.GasStatusQuoGgas[t]*price.Fitting(b.LoadTgas[t]),
		r.GasDirectGgas[t]*price.Fitting(b.DirectLoadTgas[t])
	if all {
		gas, direct = b.billed(b.LoadTgas[t]), b.billed(b.DirectLoadTgas[t])
	}
	return price.Split(gas, b.FeeNanoFIL[t], direct, b.DirectFeeNanoFIL[t])
}

// blockSeries lists the series of blocks, those that are not kept computed from those that are.
func (r *RateRun) blockSeries(add func(offset int, name, unit string, values []float64)) {
	b := r.Blocks
	add(0, "load_tgas", "Tgas/day", b.LoadTgas)
	add(0, "direct_load_tgas", "Tgas/day", b.DirectLoadTgas)
	add(0, "base_fee_nanofil", "nanoFIL/gas", b.FeeNanoFIL)
	add(0, "direct_base_fee_nanofil", "nanoFIL/gas", b.DirectFeeNanoFIL)
	names := [...]string{"priced_share", "direct_priced_share",
		"load_publish_tgas", "load_onboard_tgas", "load_window_tgas", "load_other_tgas",
		"direct_load_publish_tgas", "direct_load_onboard_tgas", "direct_load_window_tgas", // other gas is the same
		"network_burn_fil", "direct_network_burn_fil", "saving_less_gas_fil", "saving_lower_price_fil",
		"network_saving_less_gas_fil", "network_saving_lower_price_fil"}
	var columns [len(names)][]float64
	for i := range columns {
		columns[i] = make([]float64, len(b.LoadTgas))
	}
	for t, load := range b.LoadTgas {
		direct, own, all := b.DirectLoadTgas[t], r.split(t, false), r.split(t, true)
		by, directBy := r.Load(t), r.DirectLoad(t)
		for i, v := range [len(names)]float64{
			b.PricedShare[t], b.DirectPricedShare[t],
			by.PublishTgas, by.OnboardTgas, by.WindowTgas, by.OtherTgas,
			directBy.PublishTgas, directBy.OnboardTgas, directBy.WindowTgas,
			b.burnt(load, b.FeeNanoFIL[t]), b.burnt(direct, b.DirectFeeNanoFIL[t]),
			own.LessGasFIL, own.LowerPriceFIL, all.LessGasFIL, all.LowerPriceFIL,
		} {
			columns[i][t] = v
		}
	}
	for i, name := range names {
		unit := "FIL/day"
		switch {
		case i < 2:
			unit = "share"
		case strings.HasSuffix(name, "_tgas"):
			unit = "Tgas/day"
		}
		add(0, name, unit, columns[i])
	}
}

// Priced sums up a run whose price follows block space: means over the forecast days that are defined, amounts in FIL a
// day.
type Priced struct {
	LoadTgas, DirectLoadTgas     float64
	FeeNanoFIL, DirectFeeNanoFIL float64
	PricedShare, DirectShare     float64 // of days that are expected to be priced

	// Of the messages that the scenario counts; the summary's GasFILPerDay is what their base fee burns.
	Saving                       price.Saving
	Extra, DirectExtra           price.Cost // over-estimation burn and tips beside it
	NetworkSaving                price.Saving
	NetworkFIL, DirectNetworkFIL float64 // burnt by all messages, over-estimation included
	Above, DirectAbove           int     // days on which more was asked for than fits

	Fills Fills // onboarding at which blocks fill on the last of these days, FillsAt the knee
}

// pricing sums up the forecast days from first to last.
func (r *RateRun) pricing(sc *assumption.Scenario, first, last int) *Priced {
	b := r.Blocks
	if b == nil {
		return nil
	}
	s, n := new(Priced), float64(last-first+1)
	of := func(values []float64) []float64 { return values[first:max(first, last+1)] }
	gas, directGas := s.add(of(r.GasStatusQuoGgas), b.status().Of(of), of(r.GasDirectGgas), b.direct().Of(of))
	for _, sum := range [...]*float64{
		&s.LoadTgas, &s.DirectLoadTgas, &s.FeeNanoFIL, &s.DirectFeeNanoFIL, &s.PricedShare, &s.DirectShare,
	} {
		*sum /= n
	}
	for _, sum := range [...]*float64{
		&s.Saving.LessGasFIL, &s.Saving.LowerPriceFIL, &s.NetworkSaving.LessGasFIL, &s.NetworkSaving.LowerPriceFIL,
	} {
		*sum /= 2 * n
	}
	over := price.OverEstimation(b.params.LimitOverUsed)
	s.NetworkFIL, s.DirectNetworkFIL = s.NetworkFIL*(1+over)/n, s.DirectNetworkFIL*(1+over)/n
	burnt, directBurnt := r.CumulativeGasFIL[last-first+1], r.CumulativeDirectFIL[last-first+1]
	tip := b.params.LimitOverUsed * b.params.TipNanoFIL
	s.Extra = price.Cost{OverEstimationFIL: burnt * over / n, TipFIL: gas * tip / n}
	s.DirectExtra = price.Cost{OverEstimationFIL: directBurnt * over / n, TipFIL: directGas * tip / n}
	s.Fills, _ = r.fillsAt(sc, last, sc.KneeTgas)
	return s
}

// add sums up days: loads, fees and probabilities; what the base fee of all gas that fits burns, FIL; twice the savings
// that price.Split gives; and the days above capacity. It returns what is billed of the gas of the messages that count,
// Ggas. One loop, in which no sum waits for another.
//
//go:noinline
func (s *Priced) add(gasGgas []float64, status price.Days, directGgas []float64, direct price.Days) (
	gas, directGas float64) {

	n := len(gasGgas)
	load, fee, priced := status.LoadTgas[:n], status.FeeNanoFIL[:n], status.Priced[:n]
	directLoad, directFee, directPriced := direct.LoadTgas[:n], direct.FeeNanoFIL[:n], direct.Priced[:n]
	directGgas = directGgas[:n]
	for i, own := range gasGgas {
		ownDirect, all, allDirect := directGgas[i], load[i]*ggasPerTgas, directLoad[i]*ggasPerTgas
		if load[i] > price.CapacityTgas {
			fits := price.Fitting(load[i])
			own, all = own*fits, all*fits
			s.Above++
		}
		if directLoad[i] > price.CapacityTgas {
			fits := price.Fitting(directLoad[i])
			ownDirect, allDirect = ownDirect*fits, allDirect*fits
			s.DirectAbove++
		}
		gas += own
		directGas += ownDirect
		s.LoadTgas += load[i]
		s.DirectLoadTgas += directLoad[i]
		s.FeeNanoFIL += fee[i]
		s.DirectFeeNanoFIL += directFee[i]
		s.PricedShare += priced[i]
		s.DirectShare += directPriced[i]
		s.NetworkFIL += all * fee[i]
		s.DirectNetworkFIL += allDirect * directFee[i]
		sum, fall := fee[i]+directFee[i], fee[i]-directFee[i]
		s.Saving.LessGasFIL += (own - ownDirect) * sum
		s.Saving.LowerPriceFIL += fall * (own + ownDirect)
		s.NetworkSaving.LessGasFIL += (all - allDirect) * sum
		s.NetworkSaving.LowerPriceFIL += fall * (all + allDirect)
	}
	return gas, directGas
}

// figures lists them, with the names of the JSON form.
func (s *Priced) figures(add func(name, unit string, v float64)) {
	add("load_tgas", "Tgas/day", s.LoadTgas)
	add("direct_load_tgas", "Tgas/day", s.DirectLoadTgas)
	add("priced_share", "share", s.PricedShare)
	add("direct_priced_share", "share", s.DirectShare)
	add("base_fee_nanofil", "nanoFIL/gas", s.FeeNanoFIL)
	add("direct_base_fee_nanofil", "nanoFIL/gas", s.DirectFeeNanoFIL)
	const perDay = "FIL/day"
	add("saving_less_gas_fil_per_day", perDay, s.Saving.LessGasFIL)
	add("saving_lower_price_fil_per_day", perDay, s.Saving.LowerPriceFIL)
	add("over_estimation_fil_per_day", perDay, s.Extra.OverEstimationFIL)
	add("direct_over_estimation_fil_per_day", perDay, s.DirectExtra.OverEstimationFIL)
	add("tip_fil_per_day", perDay, s.Extra.TipFIL)
	add("direct_tip_fil_per_day", perDay, s.DirectExtra.TipFIL)
	add("network_saving_less_gas_fil_per_day", perDay, s.NetworkSaving.LessGasFIL)
	add("network_saving_lower_price_fil_per_day", perDay, s.NetworkSaving.LowerPriceFIL)
	add("network_burn_fil_per_day", perDay, s.NetworkFIL)
	add("direct_network_burn_fil_per_day", perDay, s.DirectNetworkFIL)
	add("blocks_fill_at_pib", "PiB/day", s.Fills.MarketPiB)
	add("direct_blocks_fill_at_pib", "PiB/day", s.Fills.DirectPiB)
	add("unpublished_blocks_fill_at_pib", "PiB/day", s.Fills.UnpublishedPiB)
}

// Fills is the raw onboarding, PiB a day and all of it with FIL+ deals, at which blocks fill.
type Fills struct{ MarketPiB, DirectPiB, UnpublishedPiB float64 }

// FillsAt is the onboarding at which the load of an entry of a run comes to loadTgas: all of it through the market, as
// the scenario goes direct, and with nothing published. It needs no price. ok is false for the regime model, and on
// entries without a network.
func (r *Result) FillsAt(run, entry int, loadTgas float64) (f Fills, ok bool) {
	return r.Runs[run].fillsAt(&r.Scenario, entry, loadTgas)
}

func (r *RateRun) fillsAt(sc *assumption.Scenario, entry int, loadTgas float64) (f Fills, ok bool) {
	levels := r.alike.levelGgasPerPiB
	if entry < 0 || entry >= min(len(levels), r.Network.Defined) {
		return f, false
	}
	publish, power, l := levels[entry]/ggasPerTgas, r.Network.RawPowerEiB[entry], levelsOf(sc)
	share := sc.AdoptionOn(r.Network.Date(0), entry) // also where FIL+ has ended: all of it is taken to have FIL+ deals
	return Fills{
		MarketPiB:      l.OnboardingAt(loadTgas, publish, power),
		DirectPiB:      l.OnboardingAt(loadTgas, publish*(1-share*(1-sc.DirectGasFraction)), power),
		UnpublishedPiB: l.OnboardingAt(loadTgas, 0, power),
	}, true
}
