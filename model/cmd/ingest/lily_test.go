package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/ingest/lily/pgtest"
)

// TestCrossCheck holds the table against a real PostgreSQL: one that agrees, one that does not, and one that lacks
// days.
func TestCrossCheck(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a PostgreSQL server")
	}
	server, err := pgtest.Start()
	if err != nil {
		t.Fatal(err)
	}
	defer server.Stop()
	root, dir := folder(t), t.TempDir()
	published := filepath.Join(root, "data", "network-daily.csv")
	// The database takes the gas from the CSV itself, in ten epochs a day, and other actors' on top.
	fill := func(schema, factor, where string) {
		t.Helper()
		data, err := os.ReadFile(published)
		if err != nil {
			t.Fatal(err)
		}
		var rows strings.Builder
		for _, line := range strings.Split(string(data), "\n")[1:] {
			cells := strings.Split(line, ",")
			if len(cells) > 18 && cells[18] != "" {
				rows.WriteString("('" + cells[0] + "'," + cells[18] + "),")
			}
		}
		statements := append(pgtest.Tables(schema),
			"INSERT INTO "+schema+`.derived_gas_outputs
			SELECT (extract(epoch FROM day)::bigint - 1598306400) / 30 + k * 200 + 1, 'c' || k || actor, 'r', 'f', 't', (gas * `+factor+` / 10)::bigint, actor, 4, 0, 0
			FROM (SELECT d::timestamp AT TIME ZONE 'UTC' AS day, gas FROM (VALUES `+strings.TrimSuffix(rows.String(), ",")+`) AS v (d, gas)) AS days,
				generate_series(0, 9) AS k, (VALUES ('storagemarket'), ('storageminer')) AS a (actor)
			WHERE `+where)
		err = server.Exec(append(statements, pgtest.Unforked(schema)...)...)
		if err != nil {
			t.Fatal(err)
		}
	}
	fill("visor", "1.004", "true")
	fill("off", "1.2", "true")
	fill("holes", "1", "extract(day FROM day) <> 13")

	connection := filepath.Join(dir, "lily")
	if err := os.WriteFile(connection, []byte(server.Connection()+" password=hush-hush\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	picture := filepath.Join(dir, "lily.svg")
	got := call(t, nil, "-assets", root, "-cross-check-only", "-lily-file", connection, "-cross-check-svg", picture,
		"-lily-epochs", filepath.Join(dir, "epochs.csv"))
	if got.status != exitOK {
		t.Fatalf("status %d\n%s", got.status, got.stderr)
	}
	for _, want := range []string{"365, 2024-06-25 to 2025-06-24", "1.00400", "missing in Lily        none",
		"correlation"} {
		if !strings.Contains(got.stdout, want) {
			t.Errorf("the table does not say %q:\n%s", want, got.stdout)
		}
	}
	// Ten epochs a day, which add up to the day: the last has 12946992700000 * 1.004 in the CSV.
	epochs, err := os.ReadFile(filepath.Join(dir, "epochs.csv"))
	if n := strings.Count(string(epochs), "\n"); err != nil || n != 3651 ||
		!strings.HasPrefix(string(epochs), "height,date,gas_used\n") {
		t.Errorf("%d lines of epochs, want 3651: %v", n, err)
	}
	if strings.Count(string(epochs), ",2025-06-24,1299878067080\n") != 10 {
		t.Error("the epochs of the last day are not its tenths")
	}
	if svg, err := os.ReadFile(picture); err != nil || !strings.HasPrefix(string(svg), "<svg") {
		t.Errorf("picture: %v", err)
	}

	// What messages cost is written by method; the database has a burn of nothing.
	fees := filepath.Join(dir, "fees.csv")
	got = call(t, nil, "-assets", root, "-cross-check-only", "-lily-file", connection, "-cross-check-days", "3",
		"-lily-fees", fees)
	if text, err := os.ReadFile(fees); err != nil || got.status != exitOK || strings.Count(string(text), "\n") != 4 ||
		!strings.Contains(string(text), "\n2025-06-24,storagemarket,4,10,12998780670800,0,0,0\n") {
		t.Errorf("status %d, fees %v:\n%s", got.status, err, text)
	}

	got = call(t, map[string]string{"LILY_DATABASE_URL": server.Connection()}, "-assets", root, "-cross-check-only",
		"-lily-schema", "off")
	if got.status != exitRefused || !strings.Contains(got.stderr, "cross-check: Lily has 1.2000") {
		t.Errorf("20 %% more: status %d\n%s", got.status, got.stderr)
	}
	got = call(t, map[string]string{"LILY_DATABASE_URL": server.Connection()}, "-assets", root, "-cross-check-only",
		"-lily-schema", "off", "-max-deviation", "0.25")
	if got.status != exitOK {
		t.Errorf("within a wider limit: status %d\n%s", got.status, got.stderr)
	}
	got = call(t, map[string]string{"LILY_DATABASE_URL": server.Connection()}, "-assets", root, "-cross-check-only",
		"-lily-schema", "holes")
	if got.status != exitRefused || !strings.Contains(got.stderr, "12 of 365 days are in one source only") ||
		!strings.Contains(got.stdout, "12: 2024-07-13") {
		t.Errorf("holes: status %d\n%s%s", got.status, got.stdout, got.stderr)
	}
	got = call(t, map[string]string{"LILY_DATABASE_URL": "host=" + dir + " password=hush-hush"}, "-assets", root,
		"-cross-check-only")
	if got.status != exitFailed || !strings.Contains(got.stderr, "lily: connect") ||
		strings.Contains(got.stderr, "hush") {
		t.Errorf("no server: status %d\n%s", got.status, got.stderr)
	}

	// In an update it is one of the checks, and refuses like the others.
	f := newFuture(t, released(t, root), 2)
	args := []string{"-assets", root, "-no-cache", "-spacescope-url", f.URL + "/v2", "-to", f.last.String(),
		"-cross-check-days", "60", "-check"}
	refused := call(t, withToken, append(args, "-lily-file", connection, "-lily-schema", "holes")...)
	if refused.status != exitRefused || !strings.Contains(refused.stderr, "cross-check: 0 days") {
		t.Errorf("update against a database that ends in June: status %d\n%s", refused.status, refused.stderr)
	}
	passed := call(t, withToken, append(args, "-lily-file", connection, "-max-missing", "1", "-cross-check-days",
		"120")...)
	if passed.status != exitOK || !strings.Contains(passed.stdout, "Lily against Spacescope") {
		t.Errorf("update: status %d\n%s", passed.status, passed.stderr)
	}
}
