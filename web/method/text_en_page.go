package method

func englishPage() PageText {
	const fips = "https://github.com/filecoin-project/FIPs/blob/master/FIPS/"
	return PageText{
		Title:       "How gasburden computes",
		Description: "All equations of gasburden, from storage power to the gas burden, with their constants, data sources, known quirks and limits.",
		Lead: "From what is published and what you assume to the burden of a day: every equation in the order in which it is computed. Formulas and numbers on this page are " +
			"made from the program’s own, and a test evaluates each formula against the simulator on every day of a run.",
		Brand: "gasburden", Back: "To the calculator", Contents: "Contents", SkipToContent: "Skip to the content", ScrollTable: "Table, scrolls sideways",
		EquationsTitle: "Equations", EqLabel: "Link to this equation",
		EquationsLead: "Power is in EiB (network) and PiB a day (what comes and goes), amounts in FIL, gas in Ggas (a billion gas units). One step is one UTC day.",
		Notation: "An index t is the day, counted from the first day of the run; 0 is that first day, n the snapshot’s day. Days up to n are history, later ones forecast. " +
			"A prime marks the network or the gas under DirectFIL+, a bar a mean over days. QA stands for quality-adjusted.",
		Where: "where", In: "in {unit}",
		ConstantsTitle: "Constants", ConstantsLead: "No scenario changes these. The decay of minting is ln 2 over {half_life_years} years of {days_per_year} days, the baseline’s growth ln 2 over one.",
		ConstantHeads: []string{"Symbol", "Meaning", "Value", "Source"},
		TranchesTitle: "What vests", TranchesLead: "Each from the network’s start on {network_start}, in equal daily amounts.",
		TrancheHeads: []string{"Amount", "Days"},
		FitsTitle:    "The scaling model’s fits", FitsLead: "One fit for each snapshot, to the gas published up to its date.",
		FitHeads:    []string{"Snapshot", "Gas up to", "Fitted level, Ggas per PiB", "PreCommit, Ggas per raw PiB", "ProveCommit, Ggas per raw PiB", "Drift", "Scatter of a day"},
		RegimeTitle: "The study’s regime model", RegimeLead: "Fitted to {regime_rows} days from {regime_first} to {regime_last}. A Gaussian mixture of two components over deal power and gas gives the labels that the regression learns.",
		RegimeHeads:    []string{"Plane", "Deal power", "Ratio", "Intercept"},
		RegimeRows:     []string{"Log odds of high gas", "Low gas, Ggas a day", "High gas, Ggas a day"},
		FractionsTitle: "What DirectFIL+ leaves of a message’s gas", FractionsLead: "From FIP-0076’s table of gas for batches of sectors; defaults that a scenario can change.",
		FractionHeads: []string{"Message", "What remains"},
		FractionRows:  []string{"PublishStorageDeals", "PreCommitSectorBatch", "ProveCommitAggregate, sectors with FIL+ deals", "ProveCommitAggregate, sectors without"},

		DataTitle: "Data",
		DataLead:  "All figures are public statistics of the Filecoin chain as Starboard and Spacescope published them. They are part of the program; nothing is asked while it runs.",
		Data: []string{
			"The network’s daily table has one row a UTC day from {daily_first} to {daily_last}. Gas is published up to {gas_last}, the supply up to {supply_last}.",
			"A snapshot is the state that a run starts from: days of history, the supply on the first of them, and the power and pledge that are scheduled to leave. A run’s other assumptions default to medians of the last {recent_days} published days.",
			"Gas is summed by kind of message. Deal power follows from the excess of QA over raw onboarding.",
			"The gas models are trained on the table alone; validation uses days after the training only, see the section “How well does this hold?” of the calculator.",
		},
		SnapshotHeads: []string{"Snapshot", "History from", "Raw power, EiB", "QA power, EiB", "Circulating, FIL", "Locked, FIL"},

		QuirksTitle: "Known quirks",
		QuirksLead:  "What a careful reader would stumble over. Most are MechaFIL’s own: they are kept, so that its figures are met.",
		Quirks: []string{
			"The sum of capped power counts the run’s first day twice: the published start value already holds it.",
			"A forecast of H days has H − {one} days after the snapshot’s: MechaFIL drops the last. What is scheduled to expire on the snapshot’s day acts on the day after it.",
			"Power takes the assumptions of its own day, pledge (lock target, renewal rate, weight) those of the day after.",
			"History takes a lock target of {lock_target} and the baseline pledge alone, also after FIP-0081 began its ramp.",
			"What is locked at the start is split evenly into pledge and reward. Locked pledge can turn negative later; what is locked in all cannot.",
			"On the run’s first day available supply is not net of what is locked, and the day’s reward is that of the second.",
			"The forecast burns the mean of the history every day, whatever gas is used, unless saved gas is set to lower the burn.",
			"Deal power of history divides by {filplus_excess}, as the study does, even where a scenario has another multiplier.",
			"The expiration schedule of {first_snapshot} was never published. It is rebuilt from what did expire and from what was onboarded a sector’s life earlier, scaled so that all power alive falls due once.",
			"The schedule of {last_snapshot} does not add up: {schedule_raw} PiB raw fall due where {alive_raw} are alive, since faulty and terminated sectors are in it, and {schedule_qa} PiB QA where {alive_qa} are, since upgrades add quality later. Low renewal can take power to zero: such a run ends on that day.",
			"Starboard and Spacescope cut the day at slightly different moments, and Starboard labels a day with the date before; dates here are Spacescope’s. Early power figures are rounded, and early raw onboarding is derived.",
			"The base fee that burn and gas imply is an upper bound: over-estimated gas limits, batch fees, penalties and, since nv25, the daily sector fee are burnt too. Tips are not burnt and are missing.",
			"The study’s regime model predicts negative gas: its low plane is at {low_intercept} Ggas where no deal is made and the ratio is one, and its high plane falls with the ratio, of which training saw nothing above {max_ratio}. Its two regimes are protocol versions in disguise, so the ratio stands for the calendar. It is shown as it is and warned of.",
			"Dots for gas in FIL or over a flow are real gas, at the base fee chosen: the published gas of the day times the scenario’s base fee, over the published flows. They move with that fee and are not what was paid.",
			"The study calls a Ggas one FIL: it assumes a base fee of one nanoFIL per gas.",
			"Refilled gas is priced at the day’s gas of a deal. Where the regime model’s price would change with the deals added, that second step is left out.",
		},
		LimitsTitle: "Limits",
		Limits: []string{
			"No model here foresees a protocol upgrade. The one to nv17 tripled the gas of a deal, and only a measurement made before it could have told.",
			"Onboarding, renewal and the FIL+ rate are assumptions, constant unless you draw them. What the network will do is not predicted.",
			"The gas models were held against at most {validated_days} days after their training. Later days are drawn, and warned of.",
			"Bands tell how far gas may stray if the model holds: drift and scatter as in training. They do not cover upgrades, nor errors in what is assumed.",
			"The burn and the price of gas do not answer each other: a base fee is a constant of a run.",
			"How many deals go direct cannot be read off the chain’s daily figures; larger messages explain the fall of gas after FIP-0076 as well as adoption does.",
		},
		CitationsTitle: "Citations",
		Citations: []SourceText{
			{"FIP-0003: Filecoin Plus Principles", fips + "fip-0003.md"},
			{"Filecoin Spec, Storage Market", "https://spec.filecoin.io/#section-systems.filecoin_markets"},
		},
		GlossaryTitle: "Glossary", GlossaryLead: "The terms that this site keeps to.",
		GlossaryHeads: []string{"Term", "English", "Meaning"},
		ChainTitle:    "The numbers of one day",
		ChainSay:      "In the calculator, choose a day to see its chain of steps. On the command line the same chain is printed by",
		Command:       "gasburden explain -date {example_date} -rate {example_rate}",
	}
}
