package validate

// StepScore says how well probabilities tell days of one kind from the others. A Brier score is the mean squared
// error of a probability; that of the base rate is what guessing the same for all days would give.
type StepScore struct {
	Days          int     `json:"days"`
	Accuracy      float64 `json:"accuracy"` // share of days on the right side of one half
	Brier         float64 `json:"brier"`
	BaseRateBrier float64 `json:"base_rate_brier"`
}

// newStepScore compares probabilities of days with what they were. It panics when the lengths differ.
func newStepScore(probability []float64, is []bool) StepScore {
	if len(probability) != len(is) {
		panic("validate: score of slices of different lengths")
	}
	s := StepScore{Days: len(is)}
	n, ones := float64(len(is)), 0.0
	for i, p := range probability {
		actual := 0.0
		if is[i] {
			actual = 1
			ones++
		}
		if (p >= 0.5) == is[i] {
			s.Accuracy += 1 / n
		}
		s.Brier += (p - actual) * (p - actual) / n
	}
	s.BaseRateBrier = ones / n * (1 - ones/n)
	return s
}
