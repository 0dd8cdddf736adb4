package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"html"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/evidence"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/ask"
	"github.com/gasburden/gasburden/web/draw"
	section "github.com/gasburden/gasburden/web/evidence"
	"github.com/gasburden/gasburden/web/method"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/shipped"
	"github.com/gasburden/gasburden/web/shipped/held"
	"github.com/gasburden/gasburden/web/words"
)

// A sitePage is what the file of one preset in one language says before the simulator has arrived.
type sitePage struct {
	preset   string
	language string
	file     string
	start    string // query of the preset's scenario and the language, "" for the default in English
	own      string // query of the scenario that the page says the numbers of, whole, without a language
	bare     string // snapshot of what a link without a version lies over, "" where that is the page's own
	// by placeholder, as HTML: the frame that stays, and the answer, computed by the page's code
	words    map[string]string
	progress string // what it says while the program loads
	preview  preview
	card     []byte // SVG

	unnumbered []byte // of the main page alone: the card of a link, as SVG
}

// repository holds the source code and its history.
const repository = "https://github.com/gasburden/gasburden"

// A tongue is what pages in one language are made of.
type tongue struct {
	text     *words.Text
	explore  *ask.Words
	method   map[string]string // words of the methodology page, some of which stand in others too
	evidence string            // the section, as HTML

	evidenceTitle string
}

// shell computes the pages of all presets, the default in English first, and the files of data/ that hold words: those
// of the evidence, and the catalogues of other languages.
func shell(text *words.Text, site string) ([]sitePage, map[string][]byte, error) {
	all, err := heldEvidence()
	if err != nil {
		return nil, nil, err
	}
	held, data, err := evidenceOf(all)
	if err != nil {
		return nil, nil, err
	}
	inputs, err := allInputs()
	if err != nil {
		return nil, nil, err
	}
	chinese, err := methodInChinese()
	if err != nil {
		return nil, nil, err
	}
	tongues := []tongue{
		{text, ask.EnglishWords(), method.Words(methodText(method.English(), ask.EnglishWords(), section.Parts(all,
			section.English())), method.Chinese(), inputs), held[text.Site.Language], section.English().Title},
		{words.InChinese(), ask.ChineseWords(), chinese, held[words.Chinese], section.Chinese().Title},
	}
	var pages []sitePage
	for _, t := range tongues {
		for _, preset := range assumption.Presets() {
			p, err := t.page(preset, site, tongues)
			if err != nil {
				return nil, nil, err
			}
			pages = append(pages, p)
		}
	}
	words, err := catalogue(words.InChinese(), pages)
	if err != nil {
		return nil, nil, err
	}
	maps.Copy(data, words)
	return pages, data, nil
}

// pageFile is the file of a preset's page in a language.
func pageFile(preset assumption.Preset, text *words.Text) string {
	return cmp.Or(page.PageFile(preset.Name, text.Spoken()), indexName)
}

// addressOf is where that page is published.
func addressOf(site string, preset assumption.Preset, text *words.Text) string {
	if file := pageFile(preset, text); file != indexName {
		return site + file
	}
	return site
}

// page computes the page of a preset.
func (t *tongue) page(preset assumption.Preset, site string, all []tongue) (sitePage, error) {
	text, first := t.text, assumption.DefaultPreset().Name
	p := sitePage{preset: preset.Name, language: text.Site.Language, file: pageFile(preset, text),
		progress: text.Start.Progress}
	query := ""
	p.start, p.bare = link.Language(text.Spoken()), assumption.StudySnapshot
	if preset.Name != first {
		var err error
		p.bare = ""
		if p.start, err = shipped.PresetQuery(&preset, text.Spoken()); err != nil {
			return p, err
		}
		if query, err = shipped.PresetQuery(&preset, ""); err != nil {
			return p, err
		}
	}
	view, err := shipped.Page(text, query, nil)
	if err != nil {
		return p, err
	}
	state, err := view.State()
	if err != nil {
		return p, err
	}
	state.Language = ""
	if p.own, err = link.Encode(state); err != nil {
		return p, err
	}
	_, printed, _ := strings.Cut(strings.TrimSuffix(site, "/"), "://")
	shown := view.Picture(page.Hero)
	p.card = draw.SVG(shown, printed)
	headline := plain(shown.Headline)
	p.preview = preview{
		site: text.Site.Name, title: text.PageTitle(preset.Name), alt: text.PreviewAlt(headline),
		description: words.Fill(text.Site.PreviewDescription, "headline", headline, "model", shown.ModelVersion),
		address:     addressOf(site, preset, text), image: site + p.cardName(".png"), alternates: map[string]string{},
	}
	if preset.Name == first {
		// Where no program answers, every link of the site has this page's preview: it says no number, for that would
		// not be the link's.
		p.unnumbered = draw.Unnumbered(text, printed)
		p.preview.description, p.preview.alt = text.Site.Description, text.Site.UnnumberedAlt
		p.preview.image = site + p.unnumberedName(".png")
	}
	for _, other := range all {
		p.preview.alternates[other.text.Site.Language] = addressOf(site, preset, other.text)
	}
	p.words = maps.Clone(t.method)
	starting, err := json.Marshal(text.Start)
	if err != nil {
		return p, err
	}
	english := "" // name of the page that holds what this one says in English
	if text.Spoken() != "" {
		english = pageFile(preset, all[0].text)
	}
	for name, word := range map[string]string{
		"preset":           preset.Name,
		"language":         text.Site.Language,
		"english":          english,
		"words":            string(starting),
		"catalogues":       words.InChinese().Site.Language,
		"language_label":   text.Start.LanguageLabel,
		"not_started":      text.Start.NotStarted,
		"missing":          text.Start.Missing,
		"computing":        text.Start.Computing,
		"stays_valid":      text.Start.StaysValid,
		"not_computed":     text.Start.NotComputed,
		"open_alone":       text.Start.OpenAlone,
		"more_details":     text.Start.MoreDetails,
		"reload":           text.Start.Reload,
		"explore_title":    t.explore.Title,
		"skip_answer":      text.Access.SkipToAnswer,
		"skip_assumptions": text.Access.SkipToAssumptions,
		"evidence_title":   t.evidenceTitle,
		"copy_link":        text.Share.CopyLink,
		"simulated":        text.Facts.Simulated,
		"page_title":       text.PageTitle(preset.Name),
		"description":      text.PageDescription(preset.Name, headline),
		"nav_evidence":     text.NavEvidence,
		"title":            text.Title,
		"tagline":          text.Tagline,
		"nav_label":        text.NavLabel,
		"nav_menu":         text.NavMenu,
		"nav_method":       text.NavMethod,
		"nav_source":       text.NavSource,
		"nav_data":         text.NavData,
		"nav_changes":      text.NavChanges,
		"footer":           text.FooterOn(assets.SnapshotNames()),
		"licenses":         text.Licenses,
		"update_ready":     text.Site.UpdateReady,
		"update_now":       text.Site.UpdateNow,
		"update_later":     text.Site.UpdateLater,
	} {
		p.words[name] = html.EscapeString(word)
	}
	// HTML already: figures of the answer are marked by <b>.
	p.words["headline"], p.words["material"] = words.Unbroken(shown.Headline), words.Unbroken(shown.Material)
	p.words["facts"], p.words["answer_class"], p.words["material_hidden"] = "", "", ""
	for _, f := range shown.Facts {
		p.words["facts"] += words.Unbroken(f.HTML())
	}
	if len(shown.Facts) > 0 {
		p.words["material_hidden"] = " hidden"
	}
	if shown.Now {
		p.words["answer_class"] = ` class="now"`
	}
	p.words["evidence"] = t.evidence
	p.words["repository"] = repository
	p.words["languages"] = languages(text, all)
	p.words["noscript"] = noscript(preset.Name, text, all, func(t *words.Text) string { return t.Site.NoScript })
	p.words["noscript_embed"] = noscript(preset.Name, text, all,
		func(t *words.Text) string { return t.Site.NoScriptEmbed })
	return p, nil
}

// cardName is the file of the page's card, unnumberedName that of a link's.
func (p *sitePage) cardName(extension string) string { return p.cardNamed(p.preset, extension) }

func (p *sitePage) unnumberedName(extension string) string {
	return p.cardNamed(draw.UnnumberedName, extension)
}

func (p *sitePage) cardNamed(name, extension string) string {
	if p.language == words.Chinese {
		name = p.language + "/" + name
	}
	return cardName(name, extension)
}

// noscript says something about the page of a preset in all languages, that of the page first: without scripts nobody
// can choose one.
func noscript(preset string, own *words.Text, all []tongue, say func(*words.Text) string) string {
	var b strings.Builder
	for _, mine := range []bool{true, false} {
		for _, t := range all {
			if (t.text.Site.Language == own.Site.Language) == mine {
				fmt.Fprintf(&b, `<p lang="%s">%s</p>`, t.text.Site.Language,
					html.EscapeString(words.Fill(say(t.text), "preset", t.text.Preset[preset].Label)))
			}
		}
	}
	return b.String()
}

// methodInChinese is what the methodology page says in Chinese, where it says it otherwise than in English.
func methodInChinese() (map[string]string, error) {
	held, err := heldEvidence()
	if err != nil {
		return nil, err
	}
	inputs, err := allInputs()
	if err != nil {
		return nil, err
	}
	text := methodText(method.Chinese(), ask.ChineseWords(), section.Parts(held, section.Chinese()))
	said, page := method.Words(text, method.English(), inputs), words.InChinese()
	said["footer"], said["licenses"] = html.EscapeString(page.FooterOn(assets.SnapshotNames())),
		html.EscapeString(page.Licenses)
	return said, nil
}

// methodText is a catalogue of the methodology page with the glossary, the assumptions and the evidence in its
// language.
func methodText(text *method.Text, answers *ask.Words, parts [][3]string) *method.Text {
	for _, p := range parts {
		text.Evidence = append(text.Evidence, method.Part{ID: p[0], Title: p[1], HTML: p[2]})
	}
	for _, a := range assumption.Rows() {
		text.Assumptions = append(text.Assumptions, method.AssumptionText{Of: a, Label: answers.Inputs[a.Name]})
	}
	for _, term := range words.Glossary() {
		own := method.Term{English: term["en"].Term, Meaning: term[text.Language].Meaning}
		if text.Language != "en" {
			own.Own = term[text.Language].Term
		}
		text.Terms = append(text.Terms, own)
	}
	return text
}

// allInputs are those of all snapshots, the oldest first, with all columns of the daily table.
func allInputs() ([]*assumption.Inputs, error) {
	models, err := assets.GasModels()
	if err != nil {
		return nil, err
	}
	daily, err := assets.NetworkDaily()
	if err != nil {
		return nil, err
	}
	var inputs []*assumption.Inputs
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

// languages are the options of the header's list: each language by its own name, that of the page chosen.
func languages(own *words.Text, all []tongue) string {
	var b strings.Builder
	for _, t := range all {
		chosen := ""
		if own.Spoken() != "" && t.text.Site.Language == own.Site.Language {
			chosen = " selected"
		}
		fmt.Fprintf(&b, `<option value="%s" lang="%[1]s"%s>%s</option>`, t.text.Site.Language, chosen,
			html.EscapeString(t.text.Site.LanguageName))
	}
	return b.String()
}

// pageWords are a page's own words in another language, until the program has arrived.
type pageWords struct{ Title, Description, Facts, Headline, Material string }

// catalogue is what the site has of another language: its texts, with what each page says at first.
func catalogue(text *words.Text, pages []sitePage) (map[string][]byte, error) {
	tag := text.Site.Language
	filled := *text
	filled.Footer = text.FooterOn(assets.SnapshotNames())
	said := struct {
		*words.Text
		Pages   map[string]pageWords // by preset
		Explore *ask.Words
		Held    struct{ Title string } // the section of evidence
	}{Text: &filled, Pages: map[string]pageWords{}, Explore: ask.ChineseWords()}
	said.Held.Title = section.Chinese().Title
	for _, p := range pages {
		if p.language == tag {
			said.Pages[p.preset] = pageWords{
				html.UnescapeString(p.words["page_title"]), html.UnescapeString(p.words["description"]),
				p.words["facts"], p.words["headline"], p.words["material"],
			}
		}
	}
	words, err := json.Marshal(said)
	return map[string][]byte{"data/text-" + tag + ".json": words}, err
}

// heldEvidence is the evidence from the study's inputs, computed once.
var heldEvidence = sync.OnceValues(func() (*evidence.Evidence, error) {
	models, err := assets.GasModels()
	if err != nil {
		return nil, err
	}
	daily, err := assets.NetworkDaily()
	if err != nil {
		return nil, err
	}
	snapshot, err := assets.Snapshot(assets.StudySnapshot)
	if err != nil {
		return nil, err
	}
	in, err := shipped.Inputs(&assets.Pack{Snapshot: snapshot, Daily: daily}, models)
	if err != nil {
		return nil, err
	}
	return held.Evidence(in)
})

// evidenceOf gives the section of evidence, as HTML by language, and what its charts load: the figures, and the section
// in other languages.
func evidenceOf(held *evidence.Evidence) (map[string]string, map[string][]byte, error) {
	data, err := section.Data(held, section.English())
	if err != nil {
		return nil, nil, err
	}
	words, err := section.Words(held, section.Chinese())
	sections := map[string]string{}
	for _, text := range []*section.Text{section.English(), section.Chinese()} {
		sections[text.Page.Site.Language] = section.Section(held, text)
	}
	return sections, map[string][]byte{
		"data/evidence.json": data,
		"data/evidence-" + section.Chinese().Page.Site.Language + ".json": words,
	}, err
}

var tag = regexp.MustCompile(`<[^>]*>`)

// plain is a sentence of the page without its markup.
func plain(sentence string) string { return html.UnescapeString(tag.ReplaceAllString(sentence, "")) }
