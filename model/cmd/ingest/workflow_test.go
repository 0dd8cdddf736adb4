package main

import (
	"os"
	"regexp"
	"strings"
	"testing"
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
	if n := strings.Count(text, "SPACESCOPE_TOKEN: ${{ secrets.SPACESCOPE_TOKEN }}"); n != 1 || strings.Count(text, "secrets.SPACESCOPE_TOKEN") != 1 {
		t.Errorf("the token is handed over %d times, want once and as a variable", n)
	}
	for _, want := range []string{"schedule:", "gh pr create", "--body-file"} {
		if !strings.Contains(text, want) {
			t.Errorf("the workflow has no %s", want)
		}
	}
}
