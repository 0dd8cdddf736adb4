package lily

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/day"
)

// tipset is a set of blocks with the same parents, as a node sees it.
type tipset struct {
	height int64
	parent *tipset
	weight int                 // of its parents, as its blocks say
	blocks map[string][]string // messages by block
}

// root is the state that the tipset was executed on: what its parents left. Tipsets with the same parents share it.
func (t *tipset) root() string {
	if t.parent == nil {
		return "genesis"
	}
	return "after " + t.parent.key()
}

func (t *tipset) key() string {
	var names []string
	for name := range t.blocks {
		names = append(names, name)
	}
	slices.Sort(names)
	return strings.Join(names, "+")
}

// watcher writes what Lily writes when it sees tipsets: first seen stays, as in its INSERT ... ON CONFLICT DO NOTHING.
type watcher struct {
	schema     string
	statements []string
	gas        map[string]int64 // of every message; those that begin with x are not the StorageMarketActor's
}

func (w *watcher) insert(table, values string, args ...any) {
	w.statements = append(w.statements, fmt.Sprintf("INSERT INTO %s.%s VALUES (%s) ON CONFLICT DO NOTHING", w.schema,
		table, fmt.Sprintf(values, args...)))
}

// see takes in a tipset: its blocks, and the receipts that it brings of its parent.
func (w *watcher) see(height int64, parent *tipset, blocks map[string][]string) *tipset {
	t := &tipset{height: height, parent: parent, blocks: blocks}
	if parent != nil {
		t.weight = parent.weight + 10*len(parent.blocks)
	}
	for name, messages := range blocks {
		w.insert("block_headers", "%d, '%s', '%d', '%s'", height, name, t.weight, t.root())
		for _, m := range messages {
			w.insert("block_messages", "%d, '%s', '%s'", height, name, m)
		}
		if parent == nil {
			continue
		}
		for p := range parent.blocks {
			w.insert("block_parents", "%d, '%s', '%s'", height, name, p)
		}
	}
	if parent == nil {
		return t
	}
	for _, messages := range parent.blocks {
		for _, m := range messages {
			family := "storagemarket"
			if strings.HasPrefix(m, "x") {
				family = "storageminer"
			}
			w.insert("derived_gas_outputs", "%d, '%s', '%s', 'f', 't', %d, '%s', 4, 0, 0", parent.height, m,
				parent.root(), w.gas[m], family)
		}
	}
	return t
}

// one is a tipset of one block that is named after its messages' place.
func one(block string, messages ...string) map[string][]string {
	return map[string][]string{block: messages}
}

// forked is a chain with every kind of branch that Lily keeps, from the last epochs of a day on. It returns the
// canonical messages by epoch.
func forked(t *testing.T, schema string) (w *watcher, start int64, canonical map[int64][]string) {
	t.Helper()
	fresh(t, schema)
	w = &watcher{schema: schema, gas: map[string]int64{}}
	for i := range 20 {
		w.gas[fmt.Sprint("m", i)] = int64(1) << i // so that a sum says which messages are in it
	}
	_, start = heights(day.Of(2023, 1, 9), day.Of(2023, 1, 9))
	start -= 3
	canonical = map[int64][]string{}
	on := func(height int64, parent *tipset, blocks map[string][]string) *tipset {
		seen := map[string]bool{}
		for _, messages := range blocks {
			for _, m := range messages {
				if !seen[m] && m[0] != 'x' {
					canonical[height] = append(canonical[height], m)
				}
				seen[m] = true
			}
		}
		return w.see(height, parent, blocks)
	}
	t0 := on(start, nil, one("a0", "m0", "x0"))
	// A message in two blocks of a tipset is executed once.
	t1 := on(start+1, t0, map[string][]string{"a1": {"m1", "m2"}, "b1": {"m2", "m3"}})
	// A branch whose messages the canonical chain has an epoch later, after midnight, and one that it has never. The
	// canonical chain has no block at the branch's first epoch.
	o2 := w.see(start+2, t1, one("o2", "m4"))
	o3 := w.see(start+3, o2, one("o3", "m5", "m18"))
	w.see(start+4, o3, one("o4"))
	t3 := on(start+3, t1, one("a3", "m4"))
	t4 := on(start+4, t3, one("a4", "m5"))
	// One message at the same epoch of three branches.
	for _, branch := range []string{"p", "q"} {
		side := w.see(start+4, t3, one(branch+"4"))
		side = w.see(start+5, side, one(branch+"5", "m6", "x5"))
		w.see(start+6, side, one(branch+"6"))
	}
	t5 := on(start+5, t4, one("a5", "m6", "x5"))
	// Two tipsets with the same parents: the miners of the next epoch saw block b6 in time, and block c6 did not make
	// it.
	w.see(start+7, w.see(start+6, t5, map[string][]string{"a6": {"m7"}, "c6": {"m9", "m17"}}), one("c7"))
	t6 := on(start+6, t5, map[string][]string{"a6": {"m7"}, "b6": {"m8"}})
	t7 := on(start+7, t6, one("a7"))
	t8 := on(start+8, t7, one("a8", "m9"))
	// At the top a branch that is taller, and lighter: its epochs have one block, the canonical ones four.
	light := t8
	for i := range int64(6) {
		light = w.see(start+9+i, light, one(fmt.Sprint("l", i), fmt.Sprint("m", 11+i)))
	}
	four := func(name string, m string) map[string][]string {
		return map[string][]string{name + "1": {m}, name + "2": {}, name + "3": {m}, name + "4": {}}
	}
	t9 := on(start+9, t8, four("h9", "m10"))
	t10 := on(start+10, t9, four("h10", "m11"))
	w.see(start+11, t10, four("h11", "m19")) // the top: what its messages use is not known yet
	execute(t, strings.Join(w.statements, ";\n"))
	return w, start, canonical
}

// Only what the canonical chain holds counts, and each message once, however many branches had it.
func TestForkedChain(t *testing.T) {
	w, start, canonical := forked(t, "forked")
	wantEpochs, wantDays := []EpochGas{}, map[day.Day]DayGas{}
	for h := start; h < start+30; h++ {
		if canonical[h] == nil {
			continue
		}
		e := EpochGas{Height: h}
		for _, m := range canonical[h] {
			e.Gas += w.gas[m]
		}
		wantEpochs = append(wantEpochs, e)
		d := wantDays[DayOf(h)]
		wantDays[DayOf(h)] = DayGas{DayOf(h), d.Gas + e.Gas, d.Messages + int64(len(canonical[h])), d.Epochs + 1}
	}
	if len(wantDays) != 2 || len(wantEpochs) != 9 {
		t.Fatalf("the test is about %v", wantEpochs)
	}
	// A plain sum is another: it has m6 three times, and messages that no canonical block has.
	db := open(t, Options{Schema: w.schema})
	var plain, want, six int64
	err := db.tx.QueryRow(context.Background(),
		"SELECT sum(gas_used), count(*) FILTER (WHERE cid = 'm6') FROM forked.derived_gas_outputs WHERE actor_family "+
			"= 'storagemarket'").Scan(&plain, &six)
	for _, e := range wantEpochs {
		want += e.Gas
	}
	if err != nil || six != 3 || plain <= want {
		t.Fatalf("the plain sum is %d, of which the canonical chain has %d; m6 is there %d times: %v", plain, want, six,
			err)
	}

	// The whole, and each day by itself: the walk does not depend on where the range ends.
	first, last := DayOf(start), DayOf(start+30)
	for _, c := range [][2]day.Day{{first - 40, last + 40}, {first, last}, {first, first}, {last, last}} {
		var epochs []EpochGas
		if err := db.Epochs(context.Background(), c[0], c[1],
			func(e EpochGas) error { epochs = append(epochs, e); return nil }); err != nil {
			t.Fatal(err)
		}
		within := slices.DeleteFunc(slices.Clone(wantEpochs), func(e EpochGas) bool {
			return DayOf(e.Height) < c[0] ||
				DayOf(e.Height) > c[1]
		})
		if !slices.Equal(epochs, within) {
			t.Errorf("%s to %s: epochs %v, want %v", c[0], c[1], epochs, within)
		}
		days := 0
		err := db.Days(context.Background(), c[0], c[1], func(d DayGas) error {
			days++
			if d != wantDays[d.Day] {
				t.Errorf("%s to %s: %+v, want %+v", c[0], c[1], d, wantDays[d.Day])
			}
			return nil
		})
		if err != nil || c[0] < c[1] && days != 2 || c[0] == c[1] && days != 1 {
			t.Errorf("%s to %s: %d days, %v", c[0], c[1], days, err)
		}
	}
}

// A branch that leaves the chain after a day, and is the heavier one when the day is asked for, changes nothing in the
// day; one that won after more epochs than a range is looked ahead cannot be, by finality.
func TestLaterForksLeaveADayAlone(t *testing.T) {
	w, start, canonical := forked(t, "later")
	first := DayOf(start)
	sum := func() (d DayGas) {
		t.Helper()
		db := open(t, Options{Schema: w.schema}) // a transaction of its own, which sees what was written since
		if err := db.Days(context.Background(), first, first,
			func(got DayGas) error { d = got; return nil }); err != nil {
			t.Fatal(err)
		}
		return d
	}
	before := sum()
	var want int64
	for h := range canonical {
		if DayOf(h) == first {
			for _, m := range canonical[h] {
				want += w.gas[m]
			}
		}
	}
	if before.Gas != want {
		t.Fatalf("%+v, want %d gas", before, want)
	}
	// From block a7 on, a far heavier branch; it has the same past.
	execute(t,
		"INSERT INTO later.block_headers SELECT "+fmt.Sprint(start+8)+
			" + n, 'z' || n, (100000 + n)::text, 'z' || n FROM generate_series(0, 500) AS n",
		"INSERT INTO later.block_parents SELECT "+fmt.Sprint(start+8)+
			" + n, 'z' || n, CASE n WHEN 0 THEN 'a7' ELSE 'z' || n - 1 END FROM generate_series(0, 500) AS n")
	if after := sum(); after != before {
		t.Errorf("%+v, before %+v", after, before)
	}
}

// Where the tables cannot tell what is canonical there is an error that says what is lacking, and no number.
func TestHolesInTheChain(t *testing.T) {
	for name, c := range map[string]struct {
		harm string
		want string
	}{
		"no headers": {"DELETE FROM holes.block_headers",
			"block_headers has no block of epoch START, of which derived_gas_outputs has messages"},
		"an epoch without headers": {"DELETE FROM holes.block_headers WHERE cid = 'a5' OR cid LIKE '_5'",
			"block_headers has no block of epoch START+5"},
		"an epoch without messages": {"DELETE FROM holes.block_messages WHERE height = (SELECT min(height) + 8 FROM " +
			"holes.block_headers)", "block_messages has nothing of epoch START+8"},
		"no parents": {"DELETE FROM holes.block_parents", "the chain breaks below epoch START+"},
		"a block's parents": {"DELETE FROM holes.block_parents WHERE block = 'a4'",
			"the chain breaks below epoch START+4"},
		"a table": {"DROP TABLE holes.block_parents",
			`no table "holes"."block_parents", without which canonical messages cannot be told from orphaned ones`},
	} {
		_, start, _ := forked(t, "holes")
		execute(t, c.harm)
		want := c.want
		for i := int64(9); i > 0; i-- {
			want = strings.ReplaceAll(want, fmt.Sprintf("START+%d", i), fmt.Sprint(start+i))
		}
		want = strings.ReplaceAll(strings.ReplaceAll(want, "START+", ""), "START", fmt.Sprint(start))
		db, err := Open(context.Background(), connection(t), Options{Schema: "holes"})
		calls := 0
		if err == nil {
			err = db.Days(context.Background(), DayOf(start), DayOf(start+30),
				func(DayGas) error { calls++; return nil })
			if other := db.Epochs(context.Background(), DayOf(start), DayOf(start+30),
				func(EpochGas) error { calls++; return nil }); other == nil || other.Error() != err.Error() {
				t.Errorf("%s: epochs say %v, days %v", name, other, err)
			}
			db.Close()
		}
		if err == nil || !strings.Contains(err.Error(), want) || calls != 0 {
			t.Errorf("%s: %v, want %q; %d figures", name, err, want, calls)
		}
	}
}
