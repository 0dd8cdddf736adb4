package shipped

import (
	"fmt"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/words"
)

// Cache keeps the figures that were asked for so far, for programs that answer many links. It is not safe
// for concurrent use; the inputs on it are read only.
type Cache struct {
	pack     func(snapshot string) (*assets.Pack, error)
	load     func(name string) ([]byte, error)
	past     func() (*assets.Past, error) // see assets.BuildPast
	models   *assets.Models               // of the last edition
	editions []page.Edition
	inputs   map[figures]*assumption.Inputs
}

// figures are those of a snapshot in an edition.
type figures struct {
	snapshot string
	edition  int
}

// NewCache is an empty cache. pack gives the packs of the last edition; load, which may be nil, files of the
// site's data folder, where former editions are.
func NewCache(pack func(snapshot string) (*assets.Pack, error), load func(name string) ([]byte, error)) (*Cache,
	error) {
	models, err := assets.GasModels()
	if err != nil {
		return nil, err
	}
	editions, err := Editions()
	if err != nil {
		return nil, err
	}
	if load == nil {
		load = func(string) ([]byte, error) { return nil, errNotHere }
	}
	past := func() (*assets.Past, error) { return FetchPast(load) }
	return &Cache{pack: pack, load: load, past: past, models: models, editions: editions,
		inputs: map[figures]*assumption.Inputs{}}, nil
}

// FromSite gives the packs of the last edition: the default one from the program itself, others as load
// returns their files.
func FromSite(load func(name string) ([]byte, error)) func(snapshot string) (*assets.Pack, error) {
	return func(snapshot string) (*assets.Pack, error) {
		if snapshot == assets.DefaultSnapshot {
			return assets.DefaultPack()
		}
		return fetchPack(load, "data/", snapshot)
	}
}

// AllFromSite gives all packs of the last edition as load returns their files. A program that asks by this carries none
// itself.
func AllFromSite(load func(name string) ([]byte, error)) func(snapshot string) (*assets.Pack, error) {
	return func(snapshot string) (*assets.Pack, error) { return fetchPack(load, "data/", snapshot) }
}

// Models are those of the last edition.
func (s *Cache) Models() *assets.Models { return s.models }

// Last is the number of the last edition.
func (s *Cache) Last() int { return s.editions[len(s.editions)-1].Number }

// Inputs are those of a snapshot in an edition. The error is that of the cache's sources, or names what is
// wrong with what they returned.
func (s *Cache) Inputs(snapshot string, edition int) (*assumption.Inputs, error) {
	want := figures{snapshot, edition}
	if in := s.inputs[want]; in != nil {
		return in, nil
	}
	in, err := s.fetch(want)
	if err != nil {
		return nil, err
	}
	if past, err := s.past(); err == nil { // else charts begin with the snapshot's history
		in.Past = assets.JoinPast(past, in.Daily)
		s.past = func() (*assets.Past, error) { return past, nil }
	}
	s.inputs[want] = in
	return in, nil
}

func (s *Cache) fetch(want figures) (*assumption.Inputs, error) {
	if want.edition != s.Last() {
		return Fetch(s.load, want.snapshot, want.edition, nil, s.Last())
	}
	pack, err := s.pack(want.snapshot)
	if err != nil {
		return nil, err
	}
	return Inputs(pack, s.models)
}

// Page is the page as a link opens it, computed. A snapshot that no one knows, and a former edition
// that the cache cannot get, are replaced by what it has, and the page says so; figures of the last edition
// that it cannot get are an error. "" is the default scenario.
func (s *Cache) Page(text *words.Text, query string) (*page.Page, error) {
	return s.Linked(text, link.Read(query, "", assets.SnapshotNames()))
}

// Linked is Page for a link that was read.
func (s *Cache) Linked(text *words.Text, l link.Link) (*page.Page, error) {
	page, err := s.Open(text, l)
	if err != nil {
		return nil, err
	}
	return page, page.Update()
}

// Open is Linked before it is computed: Result is nil until Update.
func (s *Cache) Open(text *words.Text, l link.Link) (*page.Page, error) {
	page, err := s.Blank(text, l.Snapshot, s.Inputs)
	if err == nil {
		page.Take(l)
	}
	return page, err
}

// Blank is the page of a snapshot's default scenario, before it is computed. It takes all its figures from
// inputs: those in the cache, or what is made of them.
func (s *Cache) Blank(text *words.Text, snapshot string,
	inputs func(snapshot string, edition int) (*assumption.Inputs, error)) (*page.Page, error) {
	in, err := inputs(snapshot, s.Last())
	if err != nil {
		return nil, err
	}
	page, err := page.BlankPage(text, assets.SnapshotNames(), s.editions, in)
	if err != nil {
		return nil, err
	}
	page.Load = func(name string, edition int) {
		in, err := inputs(name, edition)
		if err != nil {
			page.LoadFailed(name, edition, err)
			return
		}
		page.Loaded(in, edition)
	}
	page.Bring = func(name string, edition int, done func(*assumption.Inputs, error)) { done(inputs(name, edition)) }
	return page, nil
}

func fetchPack(load func(name string) ([]byte, error), folder, snapshot string) (*assets.Pack, error) {
	data, err := load(folder + snapshot + ".json")
	if err != nil {
		return nil, err
	}
	pack, err := assets.DecodePack(data)
	if err != nil {
		return nil, err
	}
	if pack.Snapshot.Name != snapshot {
		return nil, fmt.Errorf("it holds the network of %s", pack.Snapshot.Name)
	}
	return pack, nil
}
