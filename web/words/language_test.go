package words_test

import (
	"strings"
	"testing"

	"github.com/gasburden/gasburden/web/words"
	"github.com/gasburden/gasburden/web/words/catalogue"
)

// Whatever language there is a file of can be asked for, and says that it is that language.
func TestEveryLanguageIsChosen(t *testing.T) {
	said := map[string]*words.Text{"en": words.English(), words.Chinese: words.InChinese()}
	for _, file := range catalogue.Files() {
		tag := strings.TrimSuffix(file, ".json")
		if got := words.Chosen(tag + "-x-test"); got != tag {
			t.Errorf("asked for %s, %q is chosen", tag, got)
		}
		if text := said[tag]; text == nil || text.Site.Language != tag {
			t.Errorf("%s: no catalogue says that it is this", file)
		}
	}
}
