package link

import (
	"slices"
	"strings"
)

// AppendedNames and AppendedPrefixes are what social networks, search engines, mailers and chats add to any address.
// Read passes over them, and nothing copies them on. This is the only list: the Worker's scripts get it when they
// are built.
var AppendedNames = strings.Fields("fbclid gclid gclsrc dclid gbraid wbraid msclkid twclid ttclid li_fat_id yclid ysclid epik rdt_cid " +
	"igshid igsh mibextid mc_cid mc_eid mkt_tok vero_id oly_anon_id oly_enc_id ref ref_src ref_url referrer source si " +
	"_ga _gl _hsenc _hsmi _openstat __s spm share_source share_token from isappinstalled nsukey trk cmpid s_cid")

// AppendedPrefixes begin further names of that kind.
var AppendedPrefixes = strings.Fields("utm_ pk_ mtm_ hsa_ __cf_")

func appended(key string) bool {
	return slices.Contains(AppendedNames, key) ||
		slices.ContainsFunc(AppendedPrefixes, func(prefix string) bool { return strings.HasPrefix(key, prefix) })
}
