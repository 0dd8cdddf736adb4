// Package e2e drives the built page in a real Chromium; what lies in engines drives it in others too.
//
// Tests run beside each other, each in tabs of its own at an origin of its own. Those that read the clipboard, which
// all tabs share, or measure time come first, one after the other.
//
// The site is served under a sub-path, so an address that is not relative fails. Every page fails its test on a
// console error, an uncaught exception, a request to another origin or a request outside the sub-path.
//
// Environment: E2E_DIST names a built site (default: it is built into a temporary folder), CHROMIUM the browser
// (default: the headless shell if there is one, see findChromium), E2E_SHOTS a folder for screenshots (default: none
// are written).
package e2e

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// Set up once by TestMain.
var (
	root    string          // of the module
	work    string          // temporary folder, removed at the end
	dist    string          // the built site
	browser context.Context // one for all tests; each test has a profile to itself, see borrowProfile
)

func TestMain(m *testing.M) {
	code, err := runAll(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, "e2e:", err)
		code = 1
	}
	os.Exit(code)
}

func runAll(m *testing.M) (int, error) {
	var err error
	if root, err = filepath.Abs(filepath.Join("..", "..")); err != nil {
		return 1, err
	}
	path, err := findChromium()
	if err != nil {
		return 1, err
	}
	if work, err = os.MkdirTemp("", "gasburden-e2e-"); err != nil {
		return 1, err
	}
	defer os.RemoveAll(work)
	if dist, err = site(); err != nil {
		return 1, err
	}
	ctx, cancel := chromedp.NewContext(context.Background(), chromedp.WithAllocatorOptions(
		chromedp.ExecPath(path),
		chromedp.UserDataDir(filepath.Join(work, "profile")),
		chromedp.WindowSize(1280, 900),
		chromedp.NoSandbox,
		chromedp.DisableGPU,
		chromedp.NoFirstRun,
		chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
		// Many tabs compile the programs anew. What runs for a second is not worth the optimising compiler's time,
		// which is half of what opening the page takes; what runs for long, as an ensemble does, still gets it. The
		// default is a tenth. With ten times as much an open takes a quarter less, and an ensemble half as much again.
		// Measurements are made with what readers have.
		chromedp.Flag("js-flags", tiering()),
		chromedp.Flag("process-per-site", !measuring()), // see profile
	))
	defer cancel()
	if err := chromedp.Do(ctx); err != nil {
		return 1, fmt.Errorf("starting %s: %w", path, err)
	}
	browser = ctx
	defer startKeeper()()
	code := m.Run()
	return code, chromedp.Cancel(ctx) // waits for the browser, so that its profile can be removed
}

// measuring tells whether this is `make bench`.
func measuring() bool { return os.Getenv("BENCH") != "" }

func tiering() string {
	if measuring() {
		return ""
	}
	return "--wasm-tiering-budget=200000000"
}

// findChromium prefers the headless shell: the same engine without the windows, whose toolbars are pages of their own
// and take longer to open than the page under test. The smoke suite in engines runs in the browser that readers have.
func findChromium() (string, error) {
	for _, name := range []string{
		os.Getenv("CHROMIUM"), "chromium-headless-shell", "chrome-headless-shell",
		"chromium", "chromium-browser", "google-chrome-stable", "google-chrome",
	} {
		if name == "" {
			continue
		}
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errors.New("no Chromium found: install it (Debian: apt-get install chromium) or set CHROMIUM to its path")
}

// site is the folder named by E2E_DIST or a fresh build.
func site() (string, error) {
	if dir := os.Getenv("E2E_DIST"); dir != "" {
		if _, err := os.Stat(filepath.Join(dir, "index.html")); err != nil {
			return "", fmt.Errorf("E2E_DIST: %w", err)
		}
		return dir, nil
	}
	dir := filepath.Join(work, "dist")
	cmd := exec.Command("go", "run", "./web/cmd/build", "-o", dir)
	cmd.Dir = root
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("building the site: %w\n%s", err, out)
	}
	return dir, nil
}
