// Package lily asks a Lily database (PostgreSQL) what gas the messages to the StorageMarketActor used on the canonical
// chain: summed in the database by epoch and UTC day, and streamed. It reads in one read-only transaction with a
// statement timeout.
package lily

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/gasburden/gasburden/model/day"
)

const (
	// Genesis is the time of epoch 0, in seconds since 1970.
	Genesis = 1598306400
	// EpochSeconds is how long an epoch lasts.
	EpochSeconds = 30
	// StudyMinHeight is the epoch after which the study begins: its sums take height > 2000000.
	StudyMinHeight = 2_000_000

	secondsPerDay = 86400
	// chunkDays is how many days one statement sums, so that none runs for hours and progress can be told.
	chunkDays = 30
)

// Options say what to read. The zero value of a field takes its default.
type Options struct {
	Schema           string        // visor, or lily where there is no such table in visor
	StatementTimeout time.Duration // 10 min
	Progress         func(done, total int)
}

// DB is an open transaction on a Lily database: all that is read through it is of one moment.
type DB struct {
	conn    *pgx.Conn
	tx      pgx.Tx
	schema  string
	secret  string
	options Options
}

// DayGas is what StorageMarketActor messages used on a UTC day.
type DayGas struct {
	Day      day.Day
	Gas      int64 // gas units
	Messages int64
	Epochs   int64 // that had such a message
}

// EpochGas is what they used in an epoch.
type EpochGas struct {
	Height int64
	Gas    int64 // gas units
}

// ReadConnection reads a connection string from a file.
func ReadConnection(file string) (string, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	if text := strings.TrimSpace(string(data)); text != "" {
		return text, nil
	}
	return "", fmt.Errorf("%s: the file is empty", file)
}

// Open connects and begins the transaction. connection is a PostgreSQL URL or keyword string, as psql takes it; no
// error shows its password.
func Open(ctx context.Context, connection string, o Options) (*DB, error) {
	if o.StatementTimeout <= 0 {
		o.StatementTimeout = 10 * time.Minute
	}
	config, err := pgx.ParseConfig(connection)
	if err != nil {
		// pgx quotes what it cannot read, and hides a password only where it can tell which part that is.
		return nil, errors.New("lily: the connection string is not one that PostgreSQL understands; want " +
			"postgres://USER:PASSWORD@HOST:PORT/DATABASE or host=... user=... dbname=...")
	}
	db := &DB{secret: config.Password, options: o}
	if config.ConnectTimeout <= 0 {
		config.ConnectTimeout = 30 * time.Second
	}
	config.RuntimeParams["application_name"] = "gasburden"
	config.RuntimeParams["default_transaction_read_only"] = "on"
	config.RuntimeParams["statement_timeout"] = strconv.FormatInt(o.StatementTimeout.Milliseconds(), 10)
	db.conn, err = pgx.ConnectConfig(ctx, config)
	if err != nil {
		return nil, db.failed("connect", err)
	}
	db.tx, err = db.conn.BeginTx(ctx, pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly})
	if err == nil {
		err = db.find(ctx)
	}
	if err != nil {
		db.Close()
		return nil, db.failed("open", err)
	}
	return db, nil
}

// find looks for the schema that has the tables.
func (db *DB) find(ctx context.Context) error {
	schemas := []string{"visor", "lily"}
	if db.options.Schema != "" {
		schemas = []string{db.options.Schema}
	}
	var looked []string
	for _, schema := range schemas {
		var absent []string
		for _, table := range tables {
			name := pgx.Identifier{schema, table}.Sanitize()
			var found bool
			if err := db.tx.QueryRow(ctx, "SELECT to_regclass($1) IS NOT NULL", name).Scan(&found); err != nil {
				return err
			}
			if !found {
				absent = append(absent, name)
			}
		}
		switch {
		case len(absent) == 0:
			db.schema = schema
			return nil
		case len(absent) < len(tables):
			return fmt.Errorf("no table %s, without which canonical messages cannot be told from orphaned ones",
				strings.Join(absent, " and "))
		}
		looked = append(looked, absent[0])
	}
	return fmt.Errorf("no table %s", strings.Join(looked, " or "))
}

// Close ends the transaction and the connection.
func (db *DB) Close() {
	// The caller's context may be cancelled, and the server should still hear of the end.
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if db.tx != nil {
		db.tx.Rollback(ctx)
	}
	db.conn.Close(ctx)
}

// StudyFirst is the first whole day of the study's sums.
func StudyFirst() day.Day { return DayOf(StudyMinHeight) + 1 }

// DayOf is the UTC day of an epoch.
func DayOf(height int64) day.Day { return day.Day((Genesis + EpochSeconds*height) / secondsPerDay) }

// heights are the epochs of a range of days: from <= height < to.
func heights(first, last day.Day) (from, to int64) {
	epoch := func(d day.Day) int64 {
		seconds := d.Unix() - Genesis
		if seconds <= 0 {
			return 0
		}
		return (seconds + EpochSeconds - 1) / EpochSeconds
	}
	return epoch(first), epoch(last + 1)
}

// Days calls yield for every day of first..last with StorageMarketActor messages, in order; an error of yield ends
// the reading and is returned.
func (db *DB) Days(ctx context.Context, first, last day.Day, yield func(DayGas) error) error {
	return db.chunks(ctx, daysQuery, chunkDays, first, last, func(key, gas, messages, epochs int64) error {
		return yield(DayGas{day.Day(key), gas, messages, epochs})
	})
}

// Epochs calls yield for every epoch of the days first..last with StorageMarketActor messages, in order. The rows are
// streamed; there are up to 2880 a day.
func (db *DB) Epochs(ctx context.Context, first, last day.Day, yield func(EpochGas) error) error {
	return db.chunks(ctx, epochsQuery, chunkDays, first, last,
		func(key, gas, _, _ int64) error { return yield(EpochGas{key, gas}) })
}

// chunks runs a query over a range of days, a statement for every so many of them.
func (db *DB) chunks(ctx context.Context, query string, days, first, last day.Day, yield yieldSum,
	further ...any) error {
	total := max(0, int(last-first)+1)
	for at := first; at <= last; at += days {
		end := min(last, at+days-1)
		from, to := heights(at, end)
		if err := db.sum(ctx, query, from, to, yield, further...); err != nil {
			return db.failed(fmt.Sprintf("%s to %s", at, end), err)
		}
		if db.options.Progress != nil {
			db.options.Progress(int(end-first)+1, total)
		}
	}
	return nil
}

// failed says what was being done, without the password. The cause stays for errors.Is and errors.As unless it shows
// the password.
func (db *DB) failed(doing string, err error) error {
	if db.secret != "" && strings.Contains(err.Error(), db.secret) {
		return fmt.Errorf("lily: %s: %s", doing, strings.ReplaceAll(err.Error(), db.secret, "(password)"))
	}
	return fmt.Errorf("lily: %s: %w", doing, err)
}
