package e2e

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// costliest is the scenario of three FIL+ rates and three years that takes longest to compute.
const costliest = "?v=1&snapshot=2025-09-09&rates=0,0.5,1&messages=onboarding&adoption=logistic&start=2020-10-15&ramp=7300" +
	"&rebound=0.5&feedback=true&sector=180&gamma=0.76&weighting=geometric&pledge=available"

// TestBench measures, with BENCH=1, what a moving slider costs in Chromium: the Go work of a frame (simulate, lay out
// the charts' numbers, hand them over), and all that runs between an input event and the curves drawn, the waiting for
// the frame's turn left out. First on a page just opened, whose code the browser still compiles, then in laterDrags
// over the same places; of these also the least that each place took, when nothing else on the machine came between. It
// has no limits: `make bench` prints the figures. Where taskset is, the page's thread has a core of its own.
func TestBench(t *testing.T) {
	if os.Getenv("BENCH") == "" {
		t.Skip("a measurement, not a test: run make bench")
	}
	for _, c := range []struct {
		name, query string
		open        bool // all charts
	}{{"default", "", false}, {"default with all charts open", "", true}, {"costliest", costliest, false}} {
		benchSlider(t, c.name, c.query, c.open)
	}
}

const laterDrags = 5

// slide moves the slider in so many drags of 200 frames and reports what each frame took, milliseconds.
const slide = `(async () => {
	const wait = (ms) => new Promise((done) => setTimeout(done, ms)), slider = () => document.getElementById('range-` +
	onboarding + `');
	while (!slider() || !window.gasburden?.timings) await wait(100);
	for (const part of open ? ['panels-part', 'network-part'] : []) {
		document.querySelector('#' + part + ' > summary').click();
		await wait(500);
	}
	await wait(4000); // the questions of Explore answer themselves meanwhile
	const frame = () => new Promise((next) => requestAnimationFrame(() => next(performance.now())));
	const drags = [];
	for (let drag = 0; drag < count; drag++) {
		const curves = [], {timings} = window.gasburden, e = slider();
		timings.length = 0;
		for (let i = 0; i < 200; i++) {
			e.value = 2 + i * 0.05;
			const before = frame(), sent = performance.now();
			e.dispatchEvent(new Event('input', {bubbles: true}));
			const heard = performance.now() - sent, [begun, ended] = await Promise.all([before, frame()]);
			curves.push(heard + ended - begun);
		}
		drags.push({work: timings.slice(0), curves});
		await wait(1000);
	}
	await fetch('frames', {method: 'POST', body: JSON.stringify(drags)});
})()`

// keepApart leaves a core to the page's own thread, and the others to all else that a browser does: without a graphics
// card its painting takes as long, and a frame would wait for a turn. group is the browser's process group.
func keepApart(group int, ended <-chan struct{}) {
	for {
		stats, _ := filepath.Glob("/proc/[0-9]*/stat")
		for _, stat := range stats {
			text, _ := os.ReadFile(stat)
			fields := strings.Fields(string(text[bytes.LastIndexByte(text, ')')+1:]))
			if len(fields) < 3 || fields[2] != strconv.Itoa(group) {
				continue
			}
			process := filepath.Base(filepath.Dir(stat))
			command, _ := os.ReadFile(filepath.Join("/proc", process, "cmdline"))
			threads, _ := filepath.Glob(filepath.Join("/proc", process, "task", "[0-9]*"))
			for _, thread := range threads {
				cores := fmt.Sprintf("1-%d", max(1, runtime.NumCPU()-1))
				if id := filepath.Base(thread); id != process || !bytes.Contains(command, []byte("--type=renderer")) {
					exec.Command("taskset", "-pc", cores, id).Run()
				} else {
					exec.Command("taskset", "-pc", "0", id).Run()
				}
			}
		}
		select {
		case <-ended:
			return
		case <-time.After(time.Second):
		}
	}
}

// benchSlider opens the page in a browser of its own that nobody watches: tabs under DevTools' protocol, as the tests'
// are, take half as long again for all that they compute.
func benchSlider(t *testing.T, name, query string, open bool) {
	type drag struct{ Work, Curves []float64 }
	told := make(chan []drag, 1)
	files := http.FileServerFS(os.DirFS(dist))
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/":
			html, err := os.ReadFile(filepath.Join(dist, "index.html"))
			if err != nil {
				t.Error(err)
			}
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.Write(bytes.Replace(html, []byte("</body>"), []byte(`<script src="slide.js"></script></body>`), 1))
		case "/slide.js":
			w.Header().Set("Content-Type", "text/javascript")
			fmt.Fprintf(w, "const open = %v, count = %d;\n%s", open, 1+laterDrags, slide)
		case "/frames":
			var drags []drag
			if err := json.NewDecoder(r.Body).Decode(&drags); err != nil {
				t.Error(err)
			}
			told <- drags
		default:
			files.ServeHTTP(w, r)
		}
	}))
	defer s.Close()
	path, err := findChromium()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, "--headless", "--no-sandbox", "--disable-gpu",
		"--remote-debugging-port=0", // else it ends
		"--user-data-dir="+t.TempDir(), "--window-size=1400,1000", s.URL+"/"+query)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // Debian's command is a script that starts the browser
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go keepApart(cmd.Process.Pid, ended)
	defer func() {
		close(ended)
		syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
		cmd.Wait()
	}()
	report := func(what string, ms []float64) {
		slices.Sort(ms)
		fmt.Printf("%-64s median %5.1f ms, 95th percentile %5.1f ms, %d frames\n", what, ms[len(ms)/2],
			ms[len(ms)*95/100], len(ms))
	}
	select {
	case drags := <-told:
		later, least := drag{}, slices.Clone(drags[1].Curves)
		for _, d := range drags[1:] {
			later.Work, later.Curves = append(later.Work, d.Work...), append(later.Curves, d.Curves...)
			for i, ms := range d.Curves {
				least[i] = min(least[i], ms)
			}
		}
		report(name+", just opened: Go work of a frame", drags[0].Work)
		report(name+", just opened: event to drawn curves", drags[0].Curves)
		report(name+", later: Go work of a frame", later.Work)
		report(name+", later: event to drawn curves", later.Curves)
		report(fmt.Sprintf("%s, later: the same, least of %d drags", name, laterDrags), least)
	case <-time.After(2 * time.Minute):
		t.Fatal("the page has told nothing")
	}
}
