package words

import "github.com/gasburden/gasburden/model/fault"

// FaultWords is what the catalogue's language says of faults.
func (t *Text) FaultWords() *fault.Catalogue { return &fault.Catalogue{Texts: t.Faults} }

// LinkLegal describes what would have been legal in a link.
func (t *Text) LinkLegal(f *fault.Fault) string { return f.Legal.In(t.FaultWords()) }
