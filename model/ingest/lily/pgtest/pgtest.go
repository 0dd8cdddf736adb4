// Package pgtest starts a real PostgreSQL for tests: a cluster of its own in a temporary folder, reachable through a
// socket there and nowhere else, gone when it is stopped. Only tests import it.
package pgtest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"
)

// Server is a running PostgreSQL.
type Server struct {
	dir     string
	process *exec.Cmd
	output  bytes.Buffer
}

// Start makes and starts a cluster. It needs PostgreSQL's programs, from the path or where Debian keeps them, and as
// root an account named postgres, since PostgreSQL refuses to run as root.
func Start() (_ *Server, err error) {
	s := new(Server)
	defer func() {
		if err != nil {
			s.Stop()
			err = fmt.Errorf("pgtest: %w\n%s", err, s.output.Bytes())
		}
	}()
	initdb, err := binary("initdb")
	if err != nil {
		return nil, err
	}
	postgres, err := binary("postgres")
	if err != nil {
		return nil, err
	}
	// Not below a test's own folder: the path of a socket must fit into 107 bytes.
	if s.dir, err = os.MkdirTemp("", "gasburden-pg-"); err != nil {
		return nil, err
	}
	attributes := new(syscall.SysProcAttr)
	if os.Getuid() == 0 {
		account, err := user.Lookup("postgres")
		if err != nil {
			return nil, err
		}
		uid, _ := strconv.Atoi(account.Uid)
		gid, _ := strconv.Atoi(account.Gid)
		if err := os.Chown(s.dir, uid, gid); err != nil {
			return nil, err
		}
		attributes.Credential = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
	}
	command := func(name string, args ...string) *exec.Cmd {
		c := exec.Command(name, args...)
		c.Dir, c.SysProcAttr = s.dir, attributes
		c.Env = []string{"LC_ALL=C", "PATH=/usr/bin:/bin", "HOME=" + s.dir}
		c.Stdout, c.Stderr = &s.output, &s.output
		return c
	}
	data := filepath.Join(s.dir, "data")
	if err := command(initdb, "-D", data, "-U", "postgres", "-A", "trust", "-N", "--no-locale", "-E",
		"UTF8").Run(); err != nil {
		return nil, fmt.Errorf("initdb: %w", err)
	}
	server := command(postgres, "-D", data, "-k", s.dir, "-c", "listen_addresses=", "-c", "fsync=off", "-c",
		"full_page_writes=off",
		"-c", "synchronous_commit=off", "-c", "autovacuum=off", "-c", "wal_level=minimal", "-c", "max_wal_senders=0",
		"-c", "jit=off")
	if err := server.Start(); err != nil {
		return nil, err
	}
	s.process = server
	for deadline := time.Now().Add(30 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		conn, err := pgx.Connect(context.Background(), s.Connection())
		if err == nil {
			conn.Close(context.Background())
			return s, nil
		}
		if time.Now().After(deadline) {
			return nil, fmt.Errorf("the server does not answer: %w", err)
		}
	}
}

// Folder is where the cluster and its socket are.
func (s *Server) Folder() string { return s.dir }

// Connection is the connection string of the superuser.
func (s *Server) Connection() string {
	return "host=" + s.dir + " port=5432 user=postgres dbname=postgres"
}

// Exec runs statements as the superuser.
func (s *Server) Exec(statements ...string) error {
	conn, err := pgx.Connect(context.Background(), s.Connection())
	if err != nil {
		return err
	}
	defer conn.Close(context.Background())
	for _, statement := range statements {
		if _, err := conn.Exec(context.Background(), statement); err != nil {
			return fmt.Errorf("%w: %.200s", err, statement)
		}
	}
	return nil
}

// Stop ends the server and removes its files.
func (s *Server) Stop() {
	if s.process != nil {
		s.process.Process.Signal(syscall.SIGINT) // a fast shutdown
		done := make(chan struct{})
		go func() { s.process.Wait(); close(done) }()
		select {
		case <-done:
		case <-time.After(10 * time.Second):
			s.process.Process.Kill()
			<-done
		}
		s.process = nil
	}
	if s.dir != "" {
		os.RemoveAll(s.dir)
	}
}

// binary finds a program of PostgreSQL.
func binary(name string) (string, error) {
	if path, err := exec.LookPath(name); err == nil {
		return path, nil
	}
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/" + name)
	if err != nil || len(found) == 0 {
		return "", errors.New("no " + name + ": install PostgreSQL (make deps-postgres)")
	}
	return found[len(found)-1], nil
}
