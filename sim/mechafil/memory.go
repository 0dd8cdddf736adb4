package mechafil

// Memory is room for series that is used again. Who computes many runs, each of which is read before the
// next begins, gives all of them one Memory and calls Reset in between. A nil Memory makes fresh room.
type Memory struct {
	blocks   [][]float64
	next     int
	calendar calendar // of the last snapshot; no run changes it
}

// Reset hands all room out again: whatever was taken before may be overwritten.
func (m *Memory) Reset() { m.next = 0 }

// Take returns room for n values, which must all be written: it holds what earlier runs left.
//
//go:noinline
func (m *Memory) Take(n int) []float64 {
	if m == nil {
		return make([]float64, n)
	}
	if m.next == len(m.blocks) {
		m.blocks = append(m.blocks, nil)
	}
	block := &m.blocks[m.next]
	m.next++
	if cap(*block) < n {
		*block = make([]float64, n)
	}
	return (*block)[:n:n]
}

// Deal gives each series room for n values, as Take does, all in one piece: series of a run live and die together.
func (m *Memory) Deal(n int, series ...*[]float64) {
	free := m.Take(n * len(series))
	for _, s := range series {
		*s, free = free[:n:n], free[n:]
	}
}

// Cut shortens series to n values, none where n is negative.
func Cut(n int, series ...*[]float64) {
	n = max(0, n)
	for _, s := range series {
		*s = (*s)[:n]
	}
}
