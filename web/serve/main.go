// Command serve shows dist/ to a browser on this machine, for development. It is not meant for the open network.
package main

import (
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"syscall"
	"time"
)

// tries is how many ports are asked for, from the given one upwards.
const tries = 50

func main() {
	addr := flag.String("addr", "127.0.0.1:8080", "address to listen on; if the port is taken, the next free one")
	dir := flag.String("dir", "dist", "folder to serve")
	keep := flag.Bool("offline", false,
		"let the page keep itself in the browser, as a published one does; it then shows a new build only when told to")
	flag.Parse()
	if err := run(*addr, *dir, *keep); err != nil {
		fmt.Fprintln(os.Stderr, "serve:", err)
		os.Exit(1)
	}
}

func run(addr, dir string, keep bool) error {
	if _, err := os.Stat(filepath.Join(dir, "index.html")); err != nil {
		return fmt.Errorf("%s holds no built page: run `make build` first", dir)
	}
	l, err := listen(addr)
	if err != nil {
		return err
	}
	fmt.Printf("gasburden is at http://%s/ (stop with Ctrl-C)\n", l.Addr())
	server := &http.Server{Handler: handler(dir, keep), ReadHeaderTimeout: 10 * time.Second}
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-stop
		server.Close()
	}()
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// listen takes the port in addr or, when another program has it, the next free one.
func listen(addr string) (net.Listener, error) {
	host, p, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, fmt.Errorf("-addr %q: want host:port, for example 127.0.0.1:8080", addr)
	}
	port, err := strconv.ParseUint(p, 10, 16)
	if err != nil {
		return nil, fmt.Errorf("-addr %q: %q is not a port (0 to 65535)", addr, p)
	}
	last := min(port+tries, 1<<16) - 1
	for try := port; ; try++ {
		l, err := net.Listen("tcp", net.JoinHostPort(host, strconv.FormatUint(try, 10)))
		if err == nil || !errors.Is(err, syscall.EADDRINUSE) {
			return l, err
		}
		if try == last {
			return nil, fmt.Errorf("ports %d to %d of %s are all taken", port, last, host)
		}
	}
}
