package main

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/day"
)

// The workflow calls the command with flags that there are, and the token reaches it through the environment alone.
func TestWorkflow(t *testing.T) {
	data, err := os.ReadFile("../../../.github/workflows/update-figures.yml")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	flags := new(settings).flags()
	call := regexp.MustCompile(`(?m)^ *"\$RUNNER_TEMP/ingest" (.*) \|\| status`).FindStringSubmatch(text)
	if call == nil {
		t.Fatal("the workflow does not call the command")
	}
	used := regexp.MustCompile(` -([a-z-]+)`).FindAllStringSubmatch(" "+call[1], -1)
	if len(used) == 0 {
		t.Error("no flags found: this test looks for the wrong thing")
	}
	for _, m := range used {
		if flags.Lookup(m[1]) == nil {
			t.Errorf("the workflow gives -%s, which is no flag", m[1])
		}
	}
	if n := strings.Count(text, "SPACESCOPE_TOKEN: ${{ secrets.SPACESCOPE_TOKEN }}"); n != 1 ||
		strings.Count(text, "secrets.SPACESCOPE_TOKEN") != 1 {
		t.Errorf("the token is handed over %d times, want once and as a variable", n)
	}
	for _, want := range []string{"schedule:", "gh pr create", "--body-file"} {
		if !strings.Contains(text, want) {
			t.Errorf("the workflow has no %s", want)
		}
	}
}

// The workflow's own step, with the command itself: without a key it takes the good file and asks for a pull request;
// of one that is late, cut off or contradictory it takes nothing, and says why.
func TestWorkflowWithoutAKey(t *testing.T) {
	data, err := os.ReadFile("../../../.github/workflows/update-figures.yml")
	if err != nil {
		t.Fatal(err)
	}
	_, step, _ := strings.Cut(string(data), "- name: Fetch, check, train")
	_, step, _ = strings.Cut(step, "run: |\n")
	step, _, _ = strings.Cut(step, "\n\n")
	old := released(t, todaysFolder(t))
	const n = 30
	end := old.Newest().Current
	built := filepath.Join(t.TempDir(), "ingest")
	if said, err := exec.Command("go", "build", "-o", built, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	for name, c := range map[string]struct {
		days   int
		change func(*keylessRow)
		cut    bool
		exit   int
		want   string
	}{
		"late":      {n - 8, nil, false, exitRefused, "::error::The data did not pass a check"},
		"truncated": {n, nil, true, exitFailed, "::error::The update failed"},
		"contradictory": {n, func(r *keylessRow) {
			if day.Day(r.Date) <= end {
				r.QA *= 0.9
			}
		}, false, exitRefused, "qa_power_eib of 2026-04"},
		"good": {n, nil, false, exitOK, ""},
	} {
		body := parquetOf(onwards(old, c.days), c.change)
		if c.cut {
			body = body[:len(body)/2]
		}
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.Write(body) }))
		dir, root := t.TempDir(), todaysFolder(t)
		before := content(t, root)
		for file, text := range map[string]string{
			"go":  "#!/bin/sh\ncp " + built + " \"$3\"\n",
			"git": "#!/bin/sh\ncmp -s '" + root + "/SOURCES.md' ../../../assets/SOURCES.md || echo ' M assets/data'\n",
		} {
			if err := os.WriteFile(filepath.Join(dir, file), []byte(text), 0o755); err != nil {
				t.Fatal(err)
			}
		}
		summary, output := filepath.Join(dir, "summary"), filepath.Join(dir, "output")
		script := exec.Command("bash", "-e", "-c", step)
		script.Env = []string{"PATH=" + dir + ":/usr/bin:/bin", "RUNNER_TEMP=" + dir, "HOME=" + dir,
			"FLAGS=-assets " + root + " -no-cache -portal-url " + server.URL + " -to " + (end + n).String(),
			"GITHUB_STEP_SUMMARY=" + summary, "GITHUB_OUTPUT=" + output}
		said, err := script.CombinedOutput()
		server.Close()
		exit := 0
		if failed := new(exec.ExitError); errors.As(err, &failed) {
			exit = failed.ExitCode()
		} else if err != nil {
			t.Fatal(err)
		}
		changed, _ := os.ReadFile(output)
		if exit != c.exit || !strings.Contains(string(said), c.want) || (string(changed) != "") != (c.exit == exitOK) {
			t.Errorf("%s: the step ends with %d, output %q, and says %s", name, exit, changed, said)
		}
		report, _ := os.ReadFile(summary)
		if c.exit == exitOK && !strings.Contains(string(report), "## Backtest") {
			t.Errorf("%s: the report has no backtest: %s", name, report)
		}
		if c.exit != exitOK {
			for file, was := range before {
				if content(t, root)[file] != was {
					t.Errorf("%s: %s was replaced", name, file)
				}
			}
		}
	}
}

// The workflow's step runs with a command that ends with each exit status: a missing table is a warning and the pull
// request is opened all the same, everything else ends the job.
func TestWorkflowExitStatus(t *testing.T) {
	data, err := os.ReadFile("../../../.github/workflows/update-figures.yml")
	if err != nil {
		t.Fatal(err)
	}
	_, step, found := strings.Cut(string(data), "- name: Fetch, check, train")
	_, step, _ = strings.Cut(step, "run: |\n")
	step, _, _ = strings.Cut(step, "\n\n")
	if !found || !strings.Contains(step, "exit $status") {
		t.Fatalf("no such step:\n%s", step)
	}
	for status, want := range map[string]struct {
		exit int
		says string
	}{
		"0": {0, ""}, "1": {1, "::error::The update failed"}, "2": {2, "::error::The token is broken"},
		"3": {3, "::error::The data did not pass"},
		"4": {0, "::warning::A table is missing"}, "130": {130, "::error::The update failed"},
	} {
		dir := t.TempDir()
		// go builds a command that writes a report and ends so; git says that the assets have changed.
		for name, text := range map[string]string{
			"go": "#!/bin/sh\nprintf '#!/bin/sh\\nwhile [ \"$1\" != -report ]; do shift; done\\necho \"# report\" " +
				">\"$2\"\\nexit " + status + "\\n' >\"$3\"\nchmod +x \"$3\"\n",
			"git": "#!/bin/sh\necho ' M assets/data'\n",
		} {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o755); err != nil {
				t.Fatal(err)
			}
		}
		summary, output := filepath.Join(dir, "summary"), filepath.Join(dir, "output")
		script := exec.Command("bash", "-e", "-c", step)
		script.Env = []string{"PATH=" + dir + ":/usr/bin:/bin", "RUNNER_TEMP=" + dir, "FLAGS=-check",
			"GITHUB_STEP_SUMMARY=" + summary, "GITHUB_OUTPUT=" + output}
		said, err := script.CombinedOutput()
		exit := 0
		if failed := new(exec.ExitError); errors.As(err, &failed) {
			exit = failed.ExitCode()
		} else if err != nil {
			t.Fatal(err)
		}
		report, _ := os.ReadFile(summary)
		changed, _ := os.ReadFile(output)
		if exit != want.exit || !strings.HasPrefix(string(said), want.says) || want.says == "" && len(said) > 0 ||
			string(report) != "# report\n" || string(changed) != "changed=true\n" {
			t.Errorf("status %s: the step ends with %d and says %q; report %q, output %q", status, exit, said, report,
				changed)
		}
	}
}
