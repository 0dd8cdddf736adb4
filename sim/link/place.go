package link

import "strings"

// Place is where an address leads, without its link: host and path, whatever the scheme of the web, the case of the
// host, a port that goes without saying, or a slash at the end. An address of another scheme keeps it.
func Place(address string) string {
	place := plain(address)
	if i := strings.IndexAny(place, "?#"); i >= 0 {
		place = place[:i]
	}
	if !shortened(place) { // else it is the beginning of some address: study… may be that of study-scaling
		place = strings.TrimRight(place, stuck)
	}
	scheme, rest, found := strings.Cut(place, "://")
	web := strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https")
	if !found || !web {
		return place
	}
	host, path, found := strings.Cut(rest, "/")
	host = strings.TrimSuffix(strings.TrimSuffix(strings.ToLower(host), ":443"), ":80")
	if !found {
		return host
	}
	return host + "/" + path
}

// plain is an address without what was put around it, and without the escapes of one that was encoded as a whole.
func plain(address string) string {
	address = after(strings.TrimSpace(address), `<("'«“「`)
	for range deepest {
		head, _, _ := strings.Cut(strings.ToLower(address), "=")
		if !strings.Contains(head, "%2f") && !strings.Contains(head, "%3f") || strings.ContainsAny(head, "/?#") {
			break
		}
		address = unescapeAll(address)
	}
	return address
}
