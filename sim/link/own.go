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
	parts := strings.Split(text, knotMark)
	if len(parts) != 4 || len(parts[0]) != ownHashLength || strings.Trim(parts[0], "0123456789abcdef") != "" {
		return Own{}, false
	}
	rows, err := strconv.Atoi(parts[1])
	first, err2 := day.Parse(parts[2])
	last, err3 := day.Parse(parts[3])
	if err != nil || err2 != nil || err3 != nil || rows < 1 || last < first {
		return Own{}, false
	}
	o = Own{parts[0], rows, first, last}
	return o, o.String() == text
}
