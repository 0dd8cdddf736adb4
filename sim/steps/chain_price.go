package steps

import (
	"github.com/gasburden/gasburden/model/price"
	"github.com/gasburden/gasburden/sim/assumption"
)

// byBlocks reports whether the price of gas follows block space.
func (b *builder) byBlocks() bool { return b.run.Blocks != nil }

// blocks adds the loads and the base fees that follow from them, with DirectFIL+ under its prefix.
func (b *builder) blocks() {
	t, blocks := b.t, b.run.Blocks
	kinds := b.run.Load(t)
	b.result("load-onboard", "load-onboard", "load_onboard_tgas", kinds.OnboardTgas,
		b.step("raw_onboarded", Now, "raw-onboarded"), b.assumed("onboard_tgas_per_pib"))
	b.result("load-window", "load-window", "load_window_tgas", kinds.WindowTgas,
		b.step("raw_power", Now, "raw-power"), b.assumed("window_tgas_per_eib"))
	b.result("load", "load", "load_tgas", blocks.LoadTgas[t], b.step("gas_publish", Now, "gas-publish"),
		b.step("load_onboard", Now, "load-onboard"), b.step("load_window", Now, "load-window"), b.assumed("other_tgas"))
	b.feeOf("base_fee_nanofil", blocks.FeeNanoFIL[t])

	inputs := []Input{b.step("load", Now, "load"), b.step("gas", Now, "gas"), b.step("gas_direct", Now, "gas-direct")}
	equation := "load-direct"
	if b.parts() {
		equation = "load-refilled"
		power, extra := b.step("raw_power", Now, "raw-power"), b.absent("extra", Now, "PiB/day")
		direct := power
		if _, ok := b.at["direct-raw-power"]; ok {
			direct = b.step("raw_power_direct", Now, "direct-raw-power")
		}
		direct.Symbol.Name = "raw_power_direct"
		if b.refills() {
			extra = b.step("extra", Now, "extra-deals")
		}
		inputs = append(inputs, power, direct, extra, b.assumed("onboard_tgas_per_pib"),
			b.assumed("window_tgas_per_eib"))
		if b.sc.Messages == assumption.OnboardingMessages {
			equation = "load-refilled-onboarding"
			preCommit, prove := b.otherLevels()
			inputs = append(inputs, preCommit, prove)
		}
	}
	b.prefix = "direct-"
	b.result("load", equation, "direct_load_tgas", blocks.DirectLoadTgas[t], inputs...)
	b.feeOf("direct_base_fee_nanofil", blocks.DirectFeeNanoFIL[t])
	b.prefix = ""
}

// feeOf adds the base fee of a load.
func (b *builder) feeOf(series string, fee float64) {
	load := b.step("load", Now, "load")
	b.between("priced", "priced", load, b.assumed("knee_tgas"), b.assumed("knee_width_tgas"))
	if price.FIP0115(b.date(b.t)) {
		b.between("padded", "padded", load, b.assumed("gas_limit_ratio"), b.assumed("premium_spread_tgas"))
		b.between("low-fee", "low-fee", b.step("padded", Now, "padded"), b.assumed("premium_nanofil"))
	} else {
		b.taken("low-fee", Amount, Input{Symbol{"low_fee", Now}, price.MinimumNanoFIL, "nanoFIL/gas",
			Origin{Kind: Protocol}}, Own, "")
	}
	b.result("fee", "fee", series, fee, b.step("priced", Now, "priced"), b.assumed("priced_level_nanofil"),
		b.step("low_fee", Now, "low-fee"))
}

// bothFees are loads and fees of the status quo and of DirectFIL+.
func (b *builder) bothFees() []Input {
	return []Input{b.step("load", Now, "load"), b.step("base_fee", Now, "fee"),
		b.step("load_direct", Now, "direct-load"), b.step("base_fee_direct", Now, "direct-fee")}
}

// burnSaved adds what the network burns less where the price follows block space.
func (b *builder) burnSaved() {
	status, direct := b.step("base_fee", Now, "fee").Value, b.step("base_fee", Now, "direct-fee").Value
	if !b.sc.BurnFeedback || b.t <= b.n || !(status > direct) { // nor on the day on which power ends
		return
	}
	b.between("burn-saved", "burn-saved-blocks", append(b.bothFees(), b.assumed("gas_limit_ratio"))...)
}

// blockAmounts adds the gas in FIL at the fees of the day.
func (b *builder) blockAmounts() {
	both := b.bothFees()
	b.result("gas-fil", "gas-fil-blocks", "gas_status_quo_fil", b.run.GasStatusQuoFIL[b.t],
		append(both, b.step("gas", Now, "gas"))...)
	b.result("direct-fil", "direct-fil-blocks", "gas_direct_fil", b.run.GasDirectFIL[b.t],
		append(both, b.step("gas_direct", Now, "gas-direct"))...)
}

// loadPrice adds what a further PiB of deals fills of the blocks, as the price of the deals that refill.
func (b *builder) loadPrice(price Input) Input {
	inputs := []Input{price, b.assumed("onboard_tgas_per_pib")}
	equation := "load-price"
	if b.sc.Messages == assumption.OnboardingMessages {
		equation = "load-price-onboarding"
		preCommit, prove := b.otherLevels()
		inputs = append(inputs, preCommit, prove)
	}
	b.between("load-price", equation, inputs...)
	return b.step("price", Now, "load-price")
}
