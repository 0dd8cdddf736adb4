package link

import (
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/model/day"
)

// Own says which daily figures of a reader's own a link was made with. A link cannot carry them: it only says so, by
// what tells them from others, own=HASH_ROWS_FIRST_LAST. The file's name stays with the reader. The zero value
// stands for the published figures.
type Own struct {
	Hash        string // the first 12 hex digits of the SHA-256 of the file
	Rows        int    // days
	First, Last day.Day
}

const ownHashLength = 12

func (o Own) String() string {
	return o.Hash + knotMark + strconv.Itoa(o.Rows) + knotMark + o.First.String() + knotMark + o.Last.String()
}

// ParseOwn reads what String writes.
func ParseOwn(text string) (o Own, ok bool) {
	var rows, first, last string
	o.Hash, rows, _ = strings.Cut(text, knotMark)
	rows, first, _ = strings.Cut(rows, knotMark)
	first, last, _ = strings.Cut(first, knotMark)
	for _, c := range []byte(o.Hash) {
		if (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return Own{}, false
		}
	}
	o.Rows, _ = strconv.Atoi(rows) // what is none comes out otherwise below
	o.First, _ = day.Parse(first)
	o.Last, _ = day.Parse(last)
	if len(o.Hash) != ownHashLength || o.Rows < 1 || o.Last < o.First || o.String() != text {
		return Own{}, false
	}
	return o, true
}
