package link

import (
	"slices"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/sim/assumption"
)

// piece is a name of a link and its value. wrong says what is wrong where it has no value that can be read.
type piece struct {
	key, text string
	wrong     *fault.Code
	valued    bool // a "=" followed the name
}

// pieces are what one half of an address holds, the half after "?" or that after "#".
type pieces struct {
	list     []piece
	link     bool // one of them has a name that a link knows
	scenario bool // one of them names assumptions or figures, not only how to look at them
	asks     bool // one of them has such a name, or the beginning of one, and is not the language
	loose    bool // they are encoded as a whole, or other sites appended to them
}

// halves are what an address has after "?" and after "#". A text that is no address is taken for a query.
func halves(address string) (query, fragment string) {
	rest, fragment, _ := strings.Cut(plain(address), "#")
	for strings.HasSuffix(rest, "&") { // HTML may have written this "&" as "&#038;", which is no fragment
		more, ok := withoutEntity(fragment)
		if !ok {
			break
		}
		more, fragment, _ = strings.Cut(more, "#")
		rest += more
	}
	fragment, _, _ = strings.Cut(fragment, ":~:") // words on the page that a browser is to show
	before, query, found := strings.Cut(rest, "?")
	if !strings.Contains(before, "/") && (!found || strings.Contains(before, "=")) {
		query = rest
	}
	return query, after(fragment, "?!/")
}

// withoutEntity is a text without what follows "&#" where HTML wrote "&" as a number.
func withoutEntity(text string) (rest string, ok bool) {
	for _, number := range []string{"38;", "x26;"} {
		if rest, ok = strings.CutPrefix(strings.ToLower(strings.TrimLeft(text, "0")), number); ok {
			return text[len(text)-len(rest):], true
		}
	}
	return text, false
}

// find gives the pieces of an address that count: those after "?", or those after "#" where nothing before it says
// anything of a scenario.
func (d *decoder) find(address string) pieces {
	query, fragment := halves(address)
	asked, noted := split(query), split(fragment)
	asked.loose = asked.loose || strings.Contains(address, "&#")
	switch {
	case !noted.link: // the name of a section, or a link of which nothing can be read
		for _, p := range noted.list {
			if p.valued {
				asked.list = append(asked.list, p)
			}
		}
		return asked
	case !asked.scenario:
		for _, p := range asked.list {
			if !slices.ContainsFunc(noted.list, func(other piece) bool { return other.key == p.key }) {
				noted.list = append(noted.list, p)
			}
		}
		noted.loose = true
		return noted
	case noted.scenario && query != fragment:
		d.refuse(fault.LinkTwoScenarios, "", "", nil)
	}
	asked.loose = true
	return asked
}

// after is a text without the marks that it begins with.
func after(text, marks string) string {
	for i, r := range text {
		if !strings.ContainsRune(marks, r) {
			return text[i:]
		}
	}
	return ""
}

// deepest is how often a link may have been encoded on its way.
const deepest = 3

func split(text string) pieces {
	var p pieces
	p.split(text, 0)
	return p
}

// split takes a text apart that was decoded so many times. No name and no value holds "&", "=" or "%": where one
// of these is encoded, all of the piece was, and it may be several.
func (p *pieces) split(text string, depth int) {
	for raw := range strings.SplitSeq(text, "&") {
		for strings.HasPrefix(raw, "amp;") { // copied out of HTML
			raw = raw[len("amp;"):]
		}
		// Some write "?" before what they append, whether or not there is one already. An address that others appended
		// has a "?" of its own.
		if head, tail, found := strings.Cut(raw, "?"); found && strings.Contains(tail, "=") &&
			!(appendedPiece(head) && strings.Contains(head, "/")) {
			p.split(head, depth)
			p.split(tail, depth)
			p.loose = true
			continue
		}
		lower := strings.ToLower(raw)
		if depth < deepest && (strings.Contains(lower, "%26") || strings.Contains(lower, "%3d") ||
			strings.Contains(lower, "%25")) {
			p.loose = true
			if !appendedPiece(raw) { // else what is encoded is another address, that of the page before for one
				p.split(unescapeAll(raw), depth+1)
			}
			continue
		}
		p.add(raw, depth > 0)
	}
}

// appendedPiece reports whether others appended a piece, value and all.
func appendedPiece(raw string) bool {
	name, _, valued := strings.Cut(raw, "=")
	name, _ = unescape(name)
	return valued && appended(visible(name))
}

// add takes up one piece, unless it says nothing. decoded says that what looks like an escape may be none.
func (p *pieces) add(raw string, decoded bool) {
	name, value, valued := strings.Cut(raw, "=")
	key, okKey := unescape(name)
	text, okText := unescape(value)
	if decoded {
		okKey, okText = true, true // unescape returns what it cannot read as it is
	}
	key, text = visible(key), visible(text)
	if key == "" && valued {
		key = "=" + text
	}
	switch {
	case appended(key):
		p.loose = true
	case !okKey || !okText:
		p.link = p.link || known(key)
		p.asks = p.asks || known(key) && key != languageKey
		p.list = append(p.list, piece{name, value, fault.LinkDamaged, valued})
	case !valued && shortened(key) && begins(trimmed(key)):
		p.asks = true
		p.list = append(p.list, piece{key, "", fault.LinkCut, false})
	case !valued && strings.HasSuffix(key, ";"), !valued && trimmed(key) == "":
		// Nothing, or what a chat stuck to the link: a bracket, an entity of HTML.
	case known(key) && valued:
		p.link = true
		p.asks = p.asks || key != languageKey
		p.scenario = p.scenario || key == snapshotKey || key == editionKey || !slices.Contains(otherKeys, key)
		p.list = append(p.list, piece{key, text, nil, true})
	case !valued && begins(key):
		p.asks = true
		p.list = append(p.list, piece{key, "", fault.LinkCut, false})
	default:
		p.list = append(p.list, piece{key, text, fault.LinkUnknownKey, valued})
	}
}

func known(key string) bool {
	_, is := fieldOf(key)
	return is || slices.Contains(otherKeys, key)
}

// begins reports whether a name of a link may have been cut to this.
func begins(part string) bool {
	for _, a := range assumption.Rows() {
		if strings.HasPrefix(a.Link, part) {
			return true
		}
	}
	for _, name := range otherKeys {
		if strings.HasPrefix(name, part) {
			return true
		}
	}
	return false
}

// visible is a text without characters of no width, and without blanks around it.
func visible(text string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if number.Unseen(r) {
			return -1
		}
		return r
	}, text))
}

// unescape reads %XX and + as in a form. ok is false, and the text comes back as it is, where an escape is none.
func unescape(text string) (out string, ok bool) {
	if !strings.ContainsAny(text, "%+") {
		return text, true
	}
	bytes := make([]byte, 0, len(text))
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '+':
			bytes = append(bytes, ' ')
		case '%':
			b, err := strconv.ParseUint(text[i+1:min(i+3, len(text))], 16, 8)
			if err != nil || i+2 >= len(text) {
				return text, false
			}
			bytes = append(bytes, byte(b))
			i += 2
		default:
			bytes = append(bytes, text[i])
		}
	}
	return string(bytes), true
}

// unescapeAll reads the escapes that are there, and leaves alone what a cut has left of one.
func unescapeAll(text string) string {
	end := len(text)
	for n := end - 1; n >= max(0, end-2); n-- {
		if text[n] == '%' {
			end = n
		}
	}
	out, _ := unescape(text[:end])
	return out + text[end:]
}
