package engine

import (
	"encoding/json"
	"errors"
	"strconv"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
	"github.com/gasburden/gasburden/web/shipped"
)

// Own is what the page needs to go on with a reader's own daily figures.
type Own struct {
	First  string          `json:"first"` // days, YYYY-MM-DD
	Last   string          `json:"last"`
	Days   int             `json:"days"`
	Hash   string          `json:"hash"`   // link.Own has it too
	Gas    string          `json:"gas"`    // the scaling model is fitted up to it
	Pack   json.RawMessage `json:"pack"`   // as assets.EncodePack writes it
	Models json.RawMessage `json:"models"` // as assets.EncodeGasModels writes them
}

// longestOwn bounds a reader's file: the shipped table, of five years, has 0.4 MB.
const longestOwn = 8 << 20

// take takes a reader's daily table, or goes on with one from before, and refits what follows from it for a
// snapshot: medians by its cut of the table, the scaling model's level, those of the other messages. The
// snapshot itself and the study's model stay the published ones. An error lists what is wrong with the
// file, and leaves the last table in use.
func (e *Engine) take(r *Request) ([]byte, error) {
	table, hash := e.table, e.tableHash
	if r.CSV != nil {
		hash = digest([]byte(*r.CSV))
		if len(*r.CSV) > longestOwn {
			return nil, &fault.Fault{Code: fault.TableLarge, Place: fault.At(fault.InFile, "file", r.File),
				Pairs: []string{"n", strconv.Itoa(len(*r.CSV)), "most", strconv.Itoa(longestOwn)}}
		}
		var err error
		if table, err = assets.ParseNetworkDaily(r.File, []byte(*r.CSV)); err != nil {
			return nil, firstOf(err)
		}
	}
	if table == nil {
		return nil, errors.New("engine: no table was given")
	}
	published, err := e.cache.Inputs(r.Snapshot, e.cache.Last())
	if err != nil {
		return nil, err
	}
	out, in, err := refit(table, published.Snapshot, e.cache.Models())
	if err != nil {
		return nil, err
	}
	if _, err := assumption.Default(in); err != nil { // a median without values
		return nil, err
	}
	out.Hash = hash
	e.ownFile = ownFile{table, hash, map[string]*assumption.Inputs{r.Snapshot: in}}
	e.owns[hash] = e.ownFile
	return json.Marshal(out)
}

// firstOf shortens a long list of faults.
func firstOf(err error) error {
	const shown = 8
	all := fault.List(err)
	if len(all) <= shown {
		return err
	}
	return errors.Join(append(all[:shown:shown], fault.New(fault.AndMore, "n", strconv.Itoa(len(all))))...)
}

// refit fits the models of a snapshot to a table.
func refit(table *model.Table, snapshot *mechafil.Snapshot, models *assets.Models) (*Own, *assumption.Inputs, error) {
	base, err := models.For(snapshot.Name)
	if err != nil {
		return nil, nil, err
	}
	// First what the file must reach from and to: the fits below would name ranges that follow from where it ends.
	pack, err := assets.CutPack(snapshot, table)
	if err != nil {
		return nil, nil, err
	}
	// The study's rule: a snapshot knows the gas of the day after it.
	end := min(snapshot.Current+1, table.Date(table.Len()-1))
	sample, err := table.Sample(model.StudyFirst, end)
	if err != nil {
		return nil, nil, err
	}
	gas, err := model.LastGas(table, end)
	if err != nil {
		return nil, nil, err
	}
	scaling, err := model.FitScaling(sample)
	if err != nil {
		return nil, nil, err
	}
	scaling.Validated = base.Scaling.Validated
	scaling.Validated.Held = model.Held{} // counted on the published figures
	onboarding, err := model.FitOnboarding(table, gas)
	if err != nil {
		return nil, nil, err
	}
	onboarding.PreCommitTests, onboarding.ProveCommitTests = base.Onboarding.PreCommitTests,
		base.Onboarding.ProveCommitTests
	own := *models
	own.Snapshots = nil
	for _, fitted := range models.Snapshots {
		if fitted.Snapshot == snapshot.Name {
			fitted.Scaling, fitted.Onboarding = *scaling, *onboarding
		}
		own.Snapshots = append(own.Snapshots, fitted)
	}
	out := &Own{First: table.First.String(), Last: table.Date(table.Len() - 1).String(), Days: table.Len(),
		Gas: gas.String()}
	if out.Pack, err = assets.EncodePack(pack); err != nil {
		return nil, nil, err
	}
	if out.Models, err = assets.EncodeGasModels(&own); err != nil {
		return nil, nil, err
	}
	in, err := shipped.Inputs(pack, &own)
	return out, in, err
}
