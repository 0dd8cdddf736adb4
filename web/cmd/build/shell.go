package main

import (
	"encoding/json"
	"fmt"
	"html"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/evidence"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web"
	"github.com/gasburden/gasburden/web/card"
	section "github.com/gasburden/gasburden/web/evidence"
	"github.com/gasburden/gasburden/web/explore"
	"github.com/gasburden/gasburden/web/method"
	"github.com/gasburden/gasburden/web/shipped"
	"github.com/gasburden/gasburden/web/zh"
)

// A page is what the file of one preset says before the simulator has arrived.
type page struct {
	preset  string
	file    string
	start   string            // query of the preset's scenario, "" for the default
	words   map[string]string // by placeholder, as HTML: the frame that stays, and the answer, computed by the page's code
	preview preview
	card    []byte // SVG
}

// shell computes the pages of all presets, the default first, and the files of data/ that hold words: those of the
// evidence, and the catalogues of other languages.
func shell(text *web.Text, site string) ([]page, map[string][]byte, error) {
	held, data, err := evidenceOf()
	if err != nil {
		return nil, nil, err
	}
	inputs, err := allInputs()
	if err != nil {
		return nil, nil, err
	}
	starting, err := json.Marshal(text.Start)
	if err != nil {
		return nil, nil, err
	}
	var pages []page
	for i, preset := range sim.Presets() {
		p := page{preset: preset.Name, file: indexName}
		address := site
		if i > 0 {
			p.file = preset.Name + ".html"
			address += p.file
			if p.start, err = link.Encode(link.State{Snapshot: preset.Snapshot(assets.SnapshotNames()), Overrides: preset.Overrides}); err != nil {
				return nil, nil, err
			}
		}
		view, err := shipped.Page(text, p.start, nil)
		if err != nil {
			return nil, nil, err
		}
		_, printed, _ := strings.Cut(strings.TrimSuffix(site, "/"), "://")
		p.card = card.SVG(view, printed)
		headline := plain(view.Headline())
		p.preview = preview{
			title: text.PageTitle(preset.Name), description: headline, alt: text.PreviewAlt(headline),
			address: address, image: site + cardName(preset.Name, ".png"),
		}
		p.words = map[string]string{
			"preset":           preset.Name,
			"words":            html.EscapeString(string(starting)),
			"catalogues":       zh.Text().Site.Language,
			"languages":        languages(text, zh.Text()),
			"language_label":   html.EscapeString(text.Start.LanguageLabel),
			"not_started":      html.EscapeString(text.Start.NotStarted),
			"missing":          html.EscapeString(text.Start.Missing),
			"more_details":     html.EscapeString(text.Start.MoreDetails),
			"reload":           html.EscapeString(text.Start.Reload),
			"evidence":         held, // HTML already
			"explore":          explore.Section(explore.English()),
			"nav_explore":      html.EscapeString(explore.English().Nav),
			"skip_answer":      html.EscapeString(text.Access.SkipToAnswer),
			"skip_assumptions": html.EscapeString(text.Access.SkipToAssumptions),
			"headline":         view.Headline(), // HTML already: figures are marked by <b>
			"material":         view.Material(),
			"page_title":       html.EscapeString(text.PageTitle(preset.Name)),
			"description":      html.EscapeString(text.PageDescription(preset.Name, headline)),
			"nav_evidence":     html.EscapeString(text.NavEvidence),
			"title":            html.EscapeString(text.Title),
			"tagline":          html.EscapeString(text.Tagline),
			"nav_label":        html.EscapeString(text.NavLabel),
			"nav_charts":       html.EscapeString(text.NavCharts),
			"nav_share":        html.EscapeString(text.Share.Nav),
			"nav_method":       html.EscapeString(text.NavMethod),
			"nav_sources":      html.EscapeString(text.NavSource),
			"footer":           html.EscapeString(text.FooterOn(assets.SnapshotNames())),
			"licenses":         html.EscapeString(text.Licenses),
			"update_ready":     html.EscapeString(text.Site.UpdateReady),
			"update_now":       html.EscapeString(text.Site.UpdateNow),
			"update_later":     html.EscapeString(text.Site.UpdateLater),
		}
		maps.Copy(p.words, method.Words(method.English(), method.Chinese(), inputs))
		pages = append(pages, p)
	}
	_, printed, _ := strings.Cut(strings.TrimSuffix(site, "/"), "://")
	words, err := catalogue(zh.Text(), printed)
	if err != nil {
		return nil, nil, err
	}
	maps.Copy(data, words)
	return pages, data, nil
}

// methodInChinese is what the methodology page says in Chinese, where it says it otherwise than in English.
func methodInChinese() (map[string]string, error) {
	inputs, err := allInputs()
	if err != nil {
		return nil, err
	}
	text := method.Chinese()
	for _, term := range zh.Glossary() {
		text.Terms = append(text.Terms, method.Term{English: term.English, Own: term.Chinese, Meaning: term.Meaning})
	}
	words := method.Words(text, method.English(), inputs)
	words["footer"], words["licenses"] = html.EscapeString(zh.Text().FooterOn(assets.SnapshotNames())), html.EscapeString(zh.Text().Licenses)
	return words, nil
}

// allInputs are those of all snapshots, the oldest first, with all columns of the daily table.
func allInputs() ([]*sim.Inputs, error) {
	models, err := assets.GasModels()
	if err != nil {
		return nil, err
	}
	daily, err := assets.NetworkDaily()
	if err != nil {
		return nil, err
	}
	var inputs []*sim.Inputs
	for _, name := range slices.Sorted(slices.Values(assets.SnapshotNames())) {
		snapshot, err := assets.Snapshot(name)
		if err != nil {
			return nil, err
		}
		in, err := shipped.Inputs(&assets.Pack{Snapshot: snapshot, Daily: daily}, models)
		if err != nil {
			return nil, err
		}
		inputs = append(inputs, in)
	}
	return inputs, nil
}

// languages are the options of the header's list: each language by its own name.
func languages(texts ...*web.Text) string {
	var b strings.Builder
	for _, t := range texts {
		fmt.Fprintf(&b, `<option value="%s" lang="%[1]s">%s</option>`, t.Site.Language, html.EscapeString(t.Site.LanguageName))
	}
	return b.String()
}

// pageWords are a page's own words in another language, until the program has arrived.
type pageWords struct{ Title, Headline, Material string }

// catalogue is what the site has of another language: its texts with what each page says at first, and the cards of the
// presets. address is written on the cards.
func catalogue(text *web.Text, address string) (map[string][]byte, error) {
	tag, files := text.Site.Language, map[string][]byte{}
	filled := *text
	filled.Footer = text.FooterOn(assets.SnapshotNames())
	said := struct {
		*web.Text
		Pages       map[string]pageWords // by preset
		Methodology string               // title of that page
		Explore     struct{ Nav, Title, Lead string }
	}{Text: &filled, Pages: map[string]pageWords{}, Methodology: method.Chinese().Page.Title}
	said.Explore.Nav, said.Explore.Title, said.Explore.Lead = explore.Chinese().Nav, explore.Chinese().Title, explore.Chinese().Lead
	for _, preset := range sim.Presets() {
		view, err := shipped.ScenarioPage(text, preset.On(assets.SnapshotNames()))
		if err != nil {
			return nil, err
		}
		said.Pages[preset.Name] = pageWords{text.PageTitle(preset.Name), view.Headline(), view.Material()}
		files[cardName(tag+"/"+preset.Name, ".svg")] = card.SVG(view, address)
	}
	var err error
	files["data/text-"+tag+".json"], err = json.Marshal(said)
	return files, err
}

// evidenceOf gives the section of evidence, as HTML, and what its charts load: the figures, and the section in other
// languages.
func evidenceOf() (string, map[string][]byte, error) {
	models, err := assets.GasModels()
	if err != nil {
		return "", nil, err
	}
	daily, err := assets.NetworkDaily()
	if err != nil {
		return "", nil, err
	}
	snapshot, err := assets.Snapshot(assets.DefaultSnapshot)
	if err != nil {
		return "", nil, err
	}
	in, err := shipped.Inputs(&assets.Pack{Snapshot: snapshot, Daily: daily}, models)
	if err != nil {
		return "", nil, err
	}
	held, err := evidence.Load(in)
	if err != nil {
		return "", nil, err
	}
	data, err := section.Data(held, section.English())
	if err != nil {
		return "", nil, err
	}
	words, err := section.Words(held, section.Chinese())
	return section.Section(held, section.English()), map[string][]byte{
		"data/evidence.json": data,
		"data/evidence-" + section.Chinese().Page.Site.Language + ".json": words,
	}, err
}

var tag = regexp.MustCompile(`<[^>]*>`)

// plain is a sentence of the page without its markup.
func plain(sentence string) string { return html.UnescapeString(tag.ReplaceAllString(sentence, "")) }
