package link

import "strings"

// What social networks, search engines, mailers and chats add to any address: names, and what further names of that
// kind begin with. Read passes over them, and nothing copies them on. This is the only list: scripts get it when they
// are built, by AppendedNames and AppendedPrefixes.
const (
	appendedNames = " fbclid gclid gclsrc dclid gbraid wbraid msclkid twclid ttclid li_fat_id yclid ysclid epik rdt_cid" +
		" igshid igsh mibextid mc_cid mc_eid mkt_tok vero_id oly_anon_id oly_enc_id ref ref_src ref_url referrer " +
		"source si" +
		" _ga _gl _hsenc _hsmi _openstat __s spm share_source share_token from isappinstalled nsukey trk cmpid s_cid "
	appendedPrefixes = "utm_ pk_ mtm_ hsa_ __cf_"
)

// AppendedNames are names that others add to an address.
func AppendedNames() []string { return strings.Fields(appendedNames) }

// AppendedPrefixes begin further names of that kind.
func AppendedPrefixes() []string { return strings.Fields(appendedPrefixes) }

func appended(key string) bool {
	for prefix := range strings.SplitSeq(appendedPrefixes, " ") {
		if strings.HasPrefix(key, prefix) {
			return true
		}
	}
	return key != "" && !strings.Contains(key, " ") && strings.Contains(appendedNames, " "+key+" ")
}
