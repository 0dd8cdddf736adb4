package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math"
	"strings"
	"text/tabwriter"

	"github.com/gasburden/gasburden/model/price"
	"github.com/gasburden/gasburden/web/words"
)

// costCommand says what publishing its deals costs a storage provider, and what onboarding them directly would.
func costCommand(args []string, std streams) error {
	flags := flag.NewFlagSet("cost", flag.ContinueOnError)
	q := price.StandardQuestion()
	tib := float64Flag(flags, "tib", q.MonthTiB, "power onboarded with FIL+ deals, TiB a month")
	deals := float64Flag(flags, "deals", q.DealsPerMessage, "deals a message")
	deal := float64Flag(flags, "deal", q.DealGiB, "size of a deal, GiB")
	flags.StringVar(&q.Fee, "price", q.Fee, "now, full or own")
	own := float64Flag(flags, "fee", math.NaN(), "base fee of your own, nanoFIL")
	format := flags.String("format", "table", "table or json")
	if err := parse(flags, args); err != nil {
		return err
	}
	if *format != "table" && *format != "json" {
		return usageError{fmt.Errorf("-format is %q, want table or json", *format)}
	}
	q.MonthTiB, q.DealsPerMessage, q.DealGiB = *tib, *deals, *deal
	given := map[string]bool{}
	flags.Visit(func(f *flag.Flag) { given[f.Name] = true })
	switch {
	case given["fee"] && given["price"] && q.Fee != price.FeeOwn:
		return usageError{fmt.Errorf("-fee goes with -price own, not with -price %s", q.Fee)}
	case given["fee"]:
		q.Fee, q.OwnNanoFIL = price.FeeOwn, *own
	case q.Fee == price.FeeOwn:
		return usageError{fmt.Errorf("-fee is missing, want the base fee in nanoFIL in %v", price.FeeRange)}
	}
	quote, err := q.Quote()
	if err != nil {
		return usageError{err}
	}
	var out strings.Builder
	if *format == "json" {
		encoder := json.NewEncoder(&out)
		encoder.SetIndent("", " ")
		err = encoder.Encode(struct {
			*price.Quote
			Sources []string `json:"sources"`
		}{quote, words.English().Cost.Sources})
	} else {
		err = writeQuote(&out, quote)
	}
	if err != nil {
		return err
	}
	_, err = io.WriteString(std.out, out.String())
	return err
}

func writeQuote(out io.Writer, q *price.Quote) error {
	fmt.Fprintf(out, "%.6g TiB a month in deals of %.6g GiB, %.6g a message (%.5g Mgas a deal), at a base fee of %.4g "+
		"nanoFIL\n\n", q.MonthTiB, q.DealGiB, q.DealsPerMessage, q.DealMgas, q.OwnNanoFIL)
	text := &words.English().Cost
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "FIL\tMgas\tbase fee\tover-estimation\ttip\ttotal\tdirect: Mgas\ttotal\t")
	for _, c := range q.Charges {
		fmt.Fprintf(table, "%s\t%s\t%.3g\t%.3g\t%.3g\t%.3g\t%s\t%.3g\t\n", text.Amount[string(c.Unit)],
			threeDigits(1000*c.Market.GasGgas), c.Market.BaseFeeFIL, c.Market.OverEstimationFIL, c.Market.TipFIL,
			c.Market.TotalFIL, threeDigits(1000*c.Direct.GasGgas), c.Direct.TotalFIL)
	}
	if err := table.Flush(); err != nil {
		return err
	}
	fmt.Fprintln(out)
	for _, source := range text.Sources {
		fmt.Fprintf(out, "- %s\n", source)
	}
	return nil
}
