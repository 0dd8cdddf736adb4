package lily

import (
	"fmt"
	"os"
	"sync"
	"testing"

	"github.com/gasburden/gasburden/model/ingest/lily/pgtest"
)

// server is one PostgreSQL for all tests, started by the first that needs it.
var server = sync.OnceValues(pgtest.Start)

var started bool

func TestMain(m *testing.M) {
	code := m.Run()
	if started {
		if s, err := server(); err == nil {
			s.Stop()
		}
	}
	os.Exit(code)
}

func postgres(t testing.TB) *pgtest.Server {
	t.Helper()
	if testing.Short() {
		t.Skip("starts a PostgreSQL server")
	}
	started = true
	s, err := server()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func connection(t testing.TB) string { return postgres(t).Connection() }

func execute(t testing.TB, statements ...string) {
	t.Helper()
	if err := postgres(t).Exec(statements...); err != nil {
		t.Fatal(err)
	}
}

const (
	rows        = 300_000
	spacing     = 3         // epochs; those between have no block
	firstHeight = 2_500_000 // 2023-01-09 23:20 UTC: in the middle of a day
)

// The n-th message of the test: ten an epoch, four of them the StorageMarketActor's. Its figures are simple
// enough to be summed again without a database.
func message(n int64) (height, gas int64, market bool) {
	return firstHeight + n/10*spacing, 1_000_000 + (n*7919)%900_001, n%10 < 4
}

func fill(t testing.TB) {
	t.Helper()
	fresh(t, "visor")
	execute(t,
		fmt.Sprintf(`INSERT INTO visor.derived_gas_outputs
			SELECT %d + n / 10 * %d, 'bafy2bzace' || n, 'bafy2root', 'f01', 'f05', 1000000 + (n * 7919) %% 900001,
				CASE WHEN n %% 10 < 4 THEN 'storagemarket' WHEN n %% 10 = 9 THEN NULL ELSE 'storageminer' END, 4,
				n %% 2, n
			FROM generate_series(0::bigint, %d) AS n`, firstHeight, spacing, rows-1))
	execute(t, pgtest.Unforked("visor")...)
}

// fresh makes Lily's tables, empty.
func fresh(t testing.TB, schema string) {
	t.Helper()
	execute(t, append([]string{"DROP SCHEMA IF EXISTS " + schema + " CASCADE"}, pgtest.Tables(schema)...)...)
}
