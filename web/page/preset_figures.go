package page

import "github.com/gasburden/gasburden/web/words"

//go:generate go run ../cmd/figures figures_gen.go

// PresetFigure is the answer of a preset: the burden of its headline's month and that with DirectFIL+, in FIL a day or
// as a share. A page has the figures of one network, and shows those of all presets.
type PresetFigure struct {
	By             words.Denominator
	Burden, Direct float64
	Rough          bool // tells an order of magnitude
}

// presetFigure is a preset's answer in words, "" where there is none.
func (p *composer) presetFigure(name string) string {
	f, ok := presetFigures[name]
	if !ok {
		return ""
	}
	text, about := &p.Text.Parts, ""
	if f.By != words.ByFIL {
		return words.Fill(text.PresetShare, "n", p.Text.PercentOf(f.Burden), "denominator", p.Text.Denominator[f.By],
			"direct", p.Text.PercentOf(f.Direct))
	}
	if f.Burden < littleFIL && f.Direct < littleFIL {
		return little(text.PresetLittle)
	}
	if f.Rough {
		about = p.Text.About
	}
	return words.Fill(text.PresetFIL, "about", about, "n", p.amountOf(f.Burden, f.Rough), "direct",
		p.amountOf(f.Direct, f.Rough))
}

// AnswerOf is the answer of the page as such a figure.
func (p *Page) AnswerOf() PresetFigure {
	c := composer{Choices: &p.Choices, in: p.in, Result: p.Result, Beside: p.Beside}
	by, _ := c.stated(&p.Result.Runs[c.focus()])
	burden, direct := c.monthBurden(&p.Result.Runs[c.focus()], by)
	return PresetFigure{by, burden, direct, c.rough()}
}
