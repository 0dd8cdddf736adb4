package lily

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// The tests share one temporary cluster of a real PostgreSQL, started by the first and removed by TestMain.
var cluster struct {
	dir    string
	server *exec.Cmd
	stderr bytes.Buffer
	err    error
	begun  bool
}

func TestMain(m *testing.M) {
	code := m.Run()
	stop()
	os.Exit(code)
}

func stop() {
	if cluster.server != nil {
		cluster.server.Process.Signal(syscall.SIGINT) // fast shutdown
		done := make(chan struct{})
		go func() { cluster.server.Wait(); close(done) }()
		select {
		case <-done:
		case <-time.After(10 * time.Second):
			cluster.server.Process.Kill()
		}
	}
	if cluster.dir != "" {
		os.RemoveAll(cluster.dir)
	}
}

// connection is that of the shared cluster's superuser.
func connection(t testing.TB) string {
	t.Helper()
	if testing.Short() {
		t.Skip("starts a PostgreSQL server")
	}
	if !cluster.begun {
		cluster.begun = true
		cluster.err = start()
	}
	if cluster.err != nil {
		t.Fatalf("%v\n%s", cluster.err, cluster.stderr.String())
	}
	return fmt.Sprintf("host=%s port=5432 user=postgres dbname=postgres", cluster.dir)
}

// binary finds a program of PostgreSQL: Debian keeps them out of the path, one folder a version.
func binary(name string) (string, error) {
	if path, err := exec.LookPath(name); err == nil {
		return path, nil
	}
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/" + name)
	if err != nil || len(found) == 0 {
		return "", fmt.Errorf("no %s: install PostgreSQL (make deps-postgres)", name)
	}
	return found[len(found)-1], nil
}

func start() error {
	initdb, err := binary("initdb")
	if err != nil {
		return err
	}
	postgres, err := binary("postgres")
	if err != nil {
		return err
	}
	// Short, since a socket's path must fit into 107 bytes.
	if cluster.dir, err = os.MkdirTemp("/tmp", "gasburden-pg-"); err != nil {
		return err
	}
	data := filepath.Join(cluster.dir, "data")
	attributes := new(syscall.SysProcAttr)
	if os.Getuid() == 0 { // PostgreSQL refuses to run as root
		account, err := user.Lookup("postgres")
		if err != nil {
			return err
		}
		uid, _ := strconv.Atoi(account.Uid)
		gid, _ := strconv.Atoi(account.Gid)
		if err := os.Chown(cluster.dir, uid, gid); err != nil {
			return err
		}
		attributes.Credential = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
	}
	run := func(name string, args ...string) *exec.Cmd {
		cmd := exec.Command(name, args...)
		cmd.Dir, cmd.SysProcAttr = cluster.dir, attributes
		cmd.Env = []string{"LC_ALL=C", "PATH=/usr/bin:/bin", "HOME=" + cluster.dir}
		cmd.Stdout, cmd.Stderr = &cluster.stderr, &cluster.stderr
		return cmd
	}
	if err := run(initdb, "-D", data, "-U", "postgres", "-A", "trust", "-N", "--no-locale", "-E", "UTF8").Run(); err != nil {
		return fmt.Errorf("initdb: %w", err)
	}
	cluster.server = run(postgres, "-D", data, "-k", cluster.dir, "-c", "listen_addresses=", "-c", "fsync=off",
		"-c", "full_page_writes=off", "-c", "synchronous_commit=off", "-c", "autovacuum=off", "-c", "wal_level=minimal", "-c", "max_wal_senders=0")
	if err := cluster.server.Start(); err != nil {
		cluster.server = nil
		return err
	}
	socket := fmt.Sprintf("host=%s port=5432 user=postgres dbname=postgres", cluster.dir)
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		conn, err := pgx.Connect(context.Background(), socket)
		if err == nil {
			conn.Close(context.Background())
			return nil
		}
		if time.Now().After(deadline) {
			return fmt.Errorf("the server does not answer: %w", err)
		}
	}
}

// execute runs statements as the superuser.
func execute(t testing.TB, statements ...string) {
	t.Helper()
	conn, err := pgx.Connect(context.Background(), connection(t))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.Background())
	for _, s := range statements {
		if _, err := conn.Exec(context.Background(), s); err != nil {
			t.Fatalf("%v\n%.300s", err, s)
		}
	}
}

const table = `(
	height bigint NOT NULL, cid text NOT NULL, state_root text NOT NULL, "from" text, "to" text, gas_used bigint NOT NULL,
	actor_family text, method bigint, exit_code bigint NOT NULL, base_fee_burn numeric NOT NULL, PRIMARY KEY (height, cid, state_root))`

const (
	rows        = 1_000_000
	firstHeight = 2_500_000 // 2023-01-09 23:20 UTC: in the middle of a day
)

// The n-th message of the test: ten an epoch, four of them the StorageMarketActor's. Its figures are simple
// enough that sum can compute them again without a database.
func message(n int64) (height, gas int64, market bool) {
	return firstHeight + n/10, 1_000_000 + (n*7919)%900_001, n%10 < 4
}

func fill(t testing.TB) {
	t.Helper()
	execute(t, "DROP SCHEMA IF EXISTS visor CASCADE", "CREATE SCHEMA visor", "CREATE UNLOGGED TABLE visor.derived_gas_outputs "+table,
		fmt.Sprintf(`INSERT INTO visor.derived_gas_outputs
			SELECT %d + n / 10, 'bafy2bzace' || n, 'bafy2root', 'f01', 'f05', 1000000 + (n * 7919) %% 900001,
				CASE WHEN n %% 10 < 4 THEN 'storagemarket' WHEN n %% 10 = 9 THEN NULL ELSE 'storageminer' END, 4, n %% 2, n
			FROM generate_series(0::bigint, %d) AS n`, firstHeight, rows-1),
		"ANALYZE visor.derived_gas_outputs")
}
