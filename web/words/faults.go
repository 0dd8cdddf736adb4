package words

import "github.com/gasburden/gasburden/model/fault"

// FaultsIn is what is said of faults in a language by its tag, as a link names it; nil, which is English, for all but
// Chinese.
func FaultsIn(tag string) *fault.Catalogue {
	if Chosen(tag) != Chinese {
		return nil
	}
	faults := chineseFaults()
	for code, text := range chineseText().Faults {
		faults.Texts[code] = text
	}
	return &faults
}
