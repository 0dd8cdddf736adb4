package words

import (
	_ "embed"
	"encoding/json"
)

// glossaryFile holds the terms of the field that the catalogues keep to. The Chinese ones are those that explorers and
// guides of the Chinese-speaking Filecoin community use (原值算力 and 有效算力 as at Filfox; 基础费, 扇区, 质押, 销毁, 释放, 流通量
// in its newsletters); names of messages, proposals and units stay as they are.
//
//go:embed glossary.json
var glossaryFile []byte

// Term is a term of the field as a language has it, and what it means, in that language.
type Term struct{ Term, Meaning string }

// Glossary holds the terms by language, in their order. It panics where the file is no JSON, which its test finds.
func Glossary() []map[string]Term {
	var terms []map[string]Term
	if err := json.Unmarshal(glossaryFile, &terms); err != nil {
		panic("words: glossary.json: " + err.Error())
	}
	return terms
}
