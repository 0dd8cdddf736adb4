package lily

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/ingest/lily/pgtest"
)

func open(t *testing.T, o Options) *DB {
	t.Helper()
	db, err := Open(context.Background(), connection(t), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(db.Close)
	return db
}

// sqlState is the code of PostgreSQL's error, "" for another.
func sqlState(err error) string {
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return pg.Code
	}
	return ""
}

// TestManyRows holds the database's sums against a second computation, and the memory of this program flat.
func TestManyRows(t *testing.T) {
	fill(t)
	wantDays := map[day.Day]*DayGas{}
	var wantEpochs []EpochGas
	for n := range int64(rows) {
		height, gas, market := message(n)
		if !market {
			continue
		}
		// The day without DayOf: from seconds, by the calendar of package time.
		at := time.Unix(1598306400, 0).UTC().Add(time.Duration(height) * 30 * time.Second)
		d := day.Of(at.Year(), int(at.Month()), at.Day())
		if wantDays[d] == nil {
			wantDays[d] = &DayGas{Day: d}
		}
		wantDays[d].Gas += gas
		wantDays[d].Messages++
		if k := len(wantEpochs) - 1; k < 0 || wantEpochs[k].Height != height {
			wantEpochs = append(wantEpochs, EpochGas{Height: height})
			wantDays[d].Epochs++
		}
		wantEpochs[len(wantEpochs)-1].Gas += gas
	}
	var progress []int
	db := open(t, Options{Progress: func(done, total int) { progress = append(progress, done, total) }})
	first, last := DayOf(firstHeight)-3, DayOf(firstHeight+rows/10*spacing)+40

	got := 0
	err := db.Days(context.Background(), first, last, func(d DayGas) error {
		if want := wantDays[d.Day]; want == nil || *want != d {
			t.Errorf("%+v, want %+v", d, want)
		}
		got++
		return nil
	})
	if err != nil || got != len(wantDays) || got < 31 {
		t.Errorf("%d days, want %d: %v", got, len(wantDays), err)
	}
	if n := len(progress); n < 4 || progress[n-2] != int(last-first)+1 || progress[n-1] != progress[n-2] {
		t.Errorf("progress %v", progress)
	}

	// By epoch there are 30,000 rows. What this program holds on to must not grow with them.
	heap := func() uint64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapInuse
	}
	before, highest, at := heap(), uint64(0), 0
	err = db.Epochs(context.Background(), first, last, func(e EpochGas) error {
		if e != wantEpochs[at] {
			t.Fatalf("epoch %d: %+v, want %+v", at, e, wantEpochs[at])
		}
		if at++; at%5_000 == 2_500 {
			highest = max(highest, heap())
		}
		return nil
	})
	if err != nil || at != len(wantEpochs) || at != rows/10 {
		t.Fatalf("%d epochs, want %d: %v", at, len(wantEpochs), err)
	}
	const most = 200 << 10 // 30,000 rows would take 480 KB, the messages a hundred times that
	if highest > before+most {
		t.Errorf("the heap grows from %d to %d bytes while rows stream", before, highest)
	}
	t.Logf("%d rows, %d days, %d epochs, heap %d to %d KB", rows, got, at, before>>10, highest>>10)
}

func TestReadOnlyTransaction(t *testing.T) {
	fresh(t, "lily")
	db := open(t, Options{Schema: "lily"})
	for _, s := range []string{
		"INSERT INTO lily.derived_gas_outputs VALUES (1, 'a', 'b', 'f', 't', 1, 'storagemarket', 4, 0, 0)",
		"UPDATE lily.derived_gas_outputs SET gas_used = 0",
		"CREATE TABLE lily.mine (x int)", "DROP TABLE lily.derived_gas_outputs",
	} {
		part, err := db.tx.Begin(context.Background()) // a failed statement ends its savepoint, not the transaction
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Exec(context.Background(), s); sqlState(err) != "25006" {
			t.Errorf("%s: %v, want 25006 read_only_sql_transaction", s, err)
		}
		part.Rollback(context.Background())
	}
	// Even outside the transaction the session cannot write.
	db.tx.Rollback(context.Background())
	if _, err := db.conn.Exec(context.Background(), "CREATE TABLE lily.mine (x int)"); sqlState(err) != "25006" {
		t.Errorf("the session writes: %v", err)
	}
}

func TestStatementTimeout(t *testing.T) {
	fresh(t, "slow")
	execute(t, "DROP TABLE slow.derived_gas_outputs",
		// A view that takes its time stands for a table of billions of rows.
		"CREATE VIEW slow.derived_gas_outputs AS SELECT 3000000::bigint AS height, ''::text AS cid, ''::text AS "+
			"state_root, 1::bigint AS gas_used, 'storagemarket'::text || pg_sleep(5) AS actor_family")
	db := open(t, Options{Schema: "slow", StatementTimeout: 50 * time.Millisecond})
	began := time.Now()
	err := db.Days(context.Background(), DayOf(3000000), DayOf(3000000), func(DayGas) error { return nil })
	if sqlState(err) != "57014" || time.Since(began) > 3*time.Second {
		t.Errorf("%v after %s, want a statement timeout", err, time.Since(began))
	}

	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	db = open(t, Options{Schema: "slow"})
	began = time.Now()
	if err := db.Days(ctx, DayOf(3000000), DayOf(3000000), func(DayGas) error { return nil }); err == nil ||
		time.Since(began) > 3*time.Second {
		t.Errorf("cancelled: %v after %s", err, time.Since(began))
	}
}

func TestEndsEarly(t *testing.T) {
	fresh(t, "few")
	execute(t, `INSERT INTO few.derived_gas_outputs SELECT 2000000 + n, 'c' || n, 'r', 'f', 't', 9000000000000000000, 'storagemarket', 4, 0, 0 FROM generate_series(0, 9) AS n`)
	execute(t, pgtest.Unforked("few")...)
	db := open(t, Options{Schema: "few"})
	enough := errors.New("enough")
	if err := db.Epochs(context.Background(), DayOf(2000000), DayOf(2000000),
		func(EpochGas) error { return enough }); !errors.Is(err, enough) {
		t.Error(err)
	}
	// The transaction is still good, and a sum that no whole number holds is an error, not another number.
	if err := db.Days(context.Background(), DayOf(2000000), DayOf(2000000),
		func(DayGas) error { return nil }); sqlState(err) != "22003" {
		t.Errorf("%v, want out of range", err)
	}
}

func TestOpenFailures(t *testing.T) {
	const password = "pass-WORD-of-lily"
	dir := postgres(t).Folder()
	for name, c := range map[string]struct {
		connection, schema string
		want               string
	}{
		"no server":   {"host=" + dir + "/nowhere user=u password=" + password, "", "connect"},
		"no database": {connection(t) + " dbname=nothing password=" + password, "", "nothing"},
		"no user": {strings.Replace(connection(t), "user=postgres", "user=nobody", 1) + " password=" + password,
			"", "nobody"},
		"no table": {connection(t) + " password=" + password, "elsewhere",
			`no table "elsewhere"."derived_gas_outputs"`},
		"odd schema":    {connection(t), `x"; DROP SCHEMA visor; --`, "no table"},
		"not a string":  {"postgres://u:" + password + "@host:port:port/", "", "not one that PostgreSQL understands"},
		"half a string": {"host=x password='" + password, "", "not one that PostgreSQL understands"},
	} {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		db, err := Open(ctx, c.connection, Options{Schema: c.schema})
		if err == nil {
			db.Close()
			t.Errorf("%s: no error", name)
			continue
		}
		if !strings.HasPrefix(err.Error(), "lily: ") || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
		if strings.Contains(err.Error(), password) {
			t.Errorf("%s: the password is in %v", name, err)
		}
	}
}

// Epochs and days without a database: the study's range begins at height 2,000,001.
func TestEpochs(t *testing.T) {
	for height, want := range map[int64]string{0: "2020-08-24", 239: "2020-08-24", 240: "2020-08-25",
		2000000: "2022-07-20", 3855360: "2024-04-24"} {
		if got := DayOf(height); got.String() != want {
			t.Errorf("epoch %d is on %s, want %s", height, got, want)
		}
	}
	for d := day.Of(2020, 8, 24); d < day.Of(2030, 1, 1); d += 7 {
		from, to := heights(d, d)
		if from > 0 && (to-from != 2880 || DayOf(from) != d || DayOf(from-1) != d-1 || DayOf(to-1) != d) {
			t.Fatalf("%s: epochs %d to %d", d, from, to)
		}
	}
	if from, _ := heights(StudyFirst(), StudyFirst()); from <= StudyMinHeight || from > StudyMinHeight+2880 {
		t.Errorf("the study begins at %d", from)
	}
}

func TestReadConnection(t *testing.T) {
	name := filepath.Join(t.TempDir(), "lily")
	if err := os.WriteFile(name, []byte(" host=x\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if text, err := ReadConnection(name); err != nil || text != "host=x" {
		t.Errorf("%q, %v", text, err)
	}
	if err := os.WriteFile(name, []byte("\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadConnection(name); err == nil || !strings.Contains(err.Error(), name) {
		t.Error(err)
	}
}
