package steps

import (
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/sim/assumption"
)

// gas adds deal power and gas of the day, before anything responds to the saving.
func (b *builder) gas() {
	t, run := b.t, b.run
	if t <= b.n {
		b.result("deal", "deal-history", "deal_onboarded_pib", run.DealOnboardedPiB[t],
			b.step("qa_onboarded", Now, "qa-onboarded"), b.step("raw_onboarded", Now, "raw-onboarded"))
	} else {
		b.result("deal", "deal", "deal_onboarded_pib", run.DealOnboardedPiB[t],
			b.step("raw_onboarded", Now, "raw-onboarded"),
			b.dealRate())
	}
	last, ended := run.Network.Ended()
	ended = ended && last == t
	ratio := b.result("ratio", "ratio", "qa_raw_ratio", run.QARawRatio[t], b.step("qa_power", Now, "qa-power"),
		b.step("raw_power", Now, "raw-power"))
	if ended {
		ratio.Why = NoPower
	}
	if _, over := b.ended(); over && b.sc.GasModel == assumption.RegimeModel && !ended {
		b.taken("gas-publish", Gas, Input{Symbol{"gas_publish", Now}, 0, "Ggas/day", Origin{Kind: Protocol}}, FIP118,
			"gas_publish_ggas")
	} else if b.sc.GasModel == assumption.RegimeModel {
		b.regimeGas()
	} else {
		b.scalingGas(ended)
	}
	gas := run.GasStatusQuoGgas[t]
	direct := []Input{b.step("gas_publish", Now, "gas-publish"), b.assumed("direct_gas_fraction")}
	if b.sc.Messages == assumption.OnboardingMessages {
		raw := b.step("raw_onboarded", Now, "raw-onboarded")
		preCommit, prove := b.otherLevels()
		b.result("gas", "gas-onboarding", "gas_status_quo_ggas", gas, b.step("gas_publish", Now, "gas-publish"), raw,
			preCommit, prove)
		if raw.Value > 0 {
			b.between("with-deals", "with-deals", b.step("deal", Now, "deal"), raw)
		} else {
			b.taken("with-deals", Gas, b.rule("with_deals", Now, 0, "share"), Own, "")
		}
		b.between("all-direct", "all-direct-onboarding",
			append(direct, raw, preCommit, prove, b.step("with_deals", Now, "with-deals"),
				b.assumed("direct_precommit_fraction"),
				b.assumed("direct_prove_fraction"),
				b.assumed("direct_prove_fraction_no_deals"))...)
	} else {
		in := b.step("gas", Now, "gas-publish")
		b.taken("gas", Gas, in, Study, "gas_status_quo_ggas")
		b.between("all-direct", "all-direct", direct...)
	}
	b.adoption()
}

// fitted is a parameter of the gas model.
func (b *builder) fitted(name string, value float64, unit string) Input {
	last := b.in.Scaling.Last
	if b.sc.GasModel == assumption.RegimeModel {
		last = b.in.Regime.Sample.Last
	}
	return Input{Symbol{name, Always}, value, unit, Origin{Kind: Fitted, Date: last}}
}

// otherLevels are the gas of PreCommit and ProveCommit for a PiB of raw power.
func (b *builder) otherLevels() (preCommit, prove Input) {
	fit, o := Origin{Kind: Fitted, Date: b.in.Onboarding.Last}, b.in.Onboarding
	return Input{Symbol{"precommit_level", Always}, o.PreCommitGgasPerPiB, "Ggas/PiB", fit},
		Input{Symbol{"prove_level", Always}, o.ProveCommitGgasPerPiB, "Ggas/PiB", fit}
}

func (b *builder) scalingGas(ended bool) {
	m, on := b.in.Scaling, b.date(b.t)
	ahead := int(on - m.Last)
	switch level := m.LevelInRun(on); {
	case m.Version >= 17 && ahead > 0:
		b.result("level", "level", "", level, b.fitted("fitted_level", m.Level0, "Ggas/PiB"),
			Input{Symbol{"long_run_level", Always}, m.LongRunLevel, "Ggas/PiB", Origin{Kind: Protocol}},
			b.fitted("level_half_life", m.HalfLifeDays, "days"), b.counted("ahead", Now, ahead))
	case level == m.Level0:
		in := b.fitted("level", level, "Ggas/PiB")
		in.Symbol.At = Now
		b.taken("level", Gas, in, Own, "")
	default: // fitted to days before FIP-0045, in force by now
		b.taken("level", Gas, Input{Symbol{"level", Now}, level, "Ggas/PiB", Origin{Kind: Protocol}}, FIP45, "")
	}
	s := b.result("gas-publish", "gas-scaling", "gas_publish_ggas", b.run.GasPublishGgas[b.t],
		b.step("deal", Now, "deal"), b.step("level", Now, "level"))
	if ended {
		s.Why = NoPower
	}
}

func (b *builder) regimeGas() {
	t, m := b.t, b.in.Regime
	deal, ratio := b.step("deal", Now, "deal"), b.step("ratio", Now, "ratio")
	plane := func(of string, p model.Plane, perPiB, unit string) []Input {
		return []Input{deal, ratio, b.fitted(of+"_deal", p.Deal, perPiB), b.fitted(of+"_ratio", p.Ratio, unit),
			b.fitted(of+"_intercept", p.Intercept, unit)}
	}
	b.between("odds", "odds", plane("logistic", m.Logistic, "day/PiB", "1")...)
	regime := b.result("regime", "regime", "regime", b.run.Regime[t], b.step("odds", Now, "odds"))
	gas, which, of := "gas-low", 0, "low"
	if regime.Value == 1 {
		gas, which, of = "gas-high", 1, "high"
	}
	b.result("gas-publish", gas, "gas_publish_ggas", b.run.GasPublishGgas[t],
		plane(of, m.Linear[which], "Ggas/PiB", "Ggas/day")...)
}

// adoption adds the gas under DirectFIL+. Where some of the saving is filled with more deals, that is
// the gas before it.
func (b *builder) adoption() {
	run, sc, t := b.run, b.sc, b.t
	share := run.Adoption[t]
	given := func(field string) {
		b.taken("adoption", Gas, Input{Symbol{"adoption", Now}, share, "share", Origin{Kind: Assumed, Ref: field}}, "",
			"adoption")
	}
	age := int(b.date(t) - sc.AdoptionStart)
	_, over := b.ended()
	switch {
	case over: // nothing is left to go direct
		b.taken("adoption", Gas, Input{Symbol{"adoption", Now}, share, "share", Origin{Kind: Protocol}}, FIP118,
			"adoption")
	case sc.Adoption == assumption.ConstantAdoption:
		given("adoption_share")
	case sc.Adoption == assumption.LogisticAdoption && age >= 0:
		b.result("adoption", "adoption", "adoption", share, b.assumed("adoption_share"),
			b.counted("adoption_age", Now, age), b.assumed("adoption_days"))
	case sc.Adoption == assumption.LogisticAdoption:
		given("adoption_start")
	default:
		given("adoption")
	}
	inputs := []Input{b.step("gas", Now, "gas"), b.step("gas_all_direct", Now, "all-direct"),
		b.step("adoption", Now, "adoption")}
	if b.refills() {
		b.between("gas-unfilled", "gas-unfilled", inputs...)
		return
	}
	b.result("gas-direct", "gas-direct", "gas_direct_ggas", run.GasDirectGgas[t], inputs...)
}

// refills reports whether saved gas buys more deals on the day.
func (b *builder) refills() bool {
	return b.sc.Rebound > 0 && b.t > b.n && b.run.DirectDealOnboardedPiB[b.t] > b.run.DealOnboardedPiB[b.t]
}

// respond adds what the network under DirectFIL+ does with the gas that it saves.
func (b *builder) respond() {
	run, sc, t := b.run, b.sc, b.t
	if b.refills() {
		b.between("saved", "saved", b.step("gas", Now, "gas"), b.step("gas_unfilled", Now, "gas-unfilled"))
		if run.DealOnboardedPiB[t] == 0 {
			level := b.step("publish_price", Now, "level")
			b.taken("publish-price", Respond, level, Own, "")
		} else {
			b.between("publish-price", "publish-price", b.step("gas_publish", Now, "gas-publish"),
				b.step("deal", Now, "deal"))
		}
		inputs := []Input{b.step("publish_price", Now, "publish-price"), b.step("adoption", Now, "adoption"),
			b.assumed("direct_gas_fraction")}
		equation := "price"
		if sc.Messages == assumption.OnboardingMessages {
			equation = "price-onboarding"
			preCommit, prove := b.otherLevels()
			inputs = append(inputs, preCommit, prove,
				b.assumed("direct_precommit_fraction"),
				b.assumed("direct_prove_fraction"))
		}
		rebound := b.assumed("rebound")
		b.between("price", equation, inputs...)
		fills := b.step("price", Now, "price")
		if b.byBlocks() {
			fills = b.loadPrice(fills)
		}
		b.between("extra-deals", "extra-deals", rebound, b.step("saved", Now, "saved"), fills)
		b.result("deal-refilled", "deal-refilled", "direct_deal_onboarded_pib", run.DirectDealOnboardedPiB[t],
			b.step("deal", Now, "deal"), b.step("extra", Now, "extra-deals"))
		if b.byBlocks() {
			b.result("gas-direct", "gas-refilled-blocks", "gas_direct_ggas", run.GasDirectGgas[t],
				b.step("gas_unfilled", Now, "gas-unfilled"), b.step("extra", Now, "extra-deals"),
				b.step("price", Now, "price"))
		} else {
			b.result("gas-direct", "gas-refilled", "gas_direct_ggas", run.GasDirectGgas[t],
				b.step("gas_unfilled", Now, "gas-unfilled"), rebound, b.step("saved", Now, "saved"))
		}
	}
	if !b.byBlocks() && !b.byCause() && sc.BurnFeedback && t > b.n && run.GasStatusQuoGgas[t] > run.GasDirectGgas[t] {
		b.between("burn-saved", "burn-saved", b.step("gas", Now, "gas"), b.step("gas_direct", Now, "gas-direct"),
			b.fee())
	}
}

func (b *builder) fee() Input {
	return b.assumed("base_fee_nanofil")
}

// amounts adds the gas in FIL.
func (b *builder) amounts() {
	t, run := b.t, b.run
	if b.byBlocks() {
		b.blockAmounts()
	} else {
		b.result("gas-fil", "gas-fil", "gas_status_quo_fil", run.GasStatusQuoFIL[t], b.step("gas", Now, "gas"), b.fee())
		b.result("direct-fil", "direct-fil", "gas_direct_fil", run.GasDirectFIL[t],
			b.step("gas_direct", Now, "gas-direct"), b.fee())
	}
	b.result("saving", "saving", "saving_fil", run.SavingFIL[t], b.step("gas_fil", Now, "gas-fil"),
		b.step("direct_fil", Now, "direct-fil"))
	out := EquationNamed("cumulative-saving")
	switch k := t - b.n; {
	case k < 0:
		b.missing("cumulative-saving", out.Part, out.Out, out.Unit, "", BeforeCounts)
	case k == 0:
		b.taken("cumulative-saving", out.Part, b.rule(out.Out.Name, Now, run.CumulativeSavingFIL[0], out.Unit), Own,
			"cumulative_saving_fil")
	default:
		b.result("cumulative-saving", "cumulative-saving", "cumulative_saving_fil", run.CumulativeSavingFIL[k],
			b.step("saving", Now, "saving"),
			b.earlier("cumulative_saving", Before, "cumulative-saving", t-1, run.CumulativeSavingFIL[k-1], "FIL"))
	}
}
