# gasburden: `make run` shows the calculator, `make test` proves it. `make help` lists the rest.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.NOTPARALLEL:
.DEFAULT_GOAL := help

# Where `make run` listens; the next free port if it is taken.
ADDR ?= 127.0.0.1:8080

# Where the site will be published: link previews and links out of it name it. CARDS is the address of a Worker that draws
# cards of any scenario, if there is one.
SITE ?= https://gasburden.github.io/gasburden/
CARDS ?=
BUILD = go run ./web/cmd/build -site '$(SITE)' -cards '$(CARDS)'

# Where `make cards` writes to, and the address that the cards name.
CARD_FOLDER ?= dist/cards
ADDRESS ?= $(patsubst %/,%,$(patsubst http://%,%,$(patsubst https://%,%,$(SITE))))

# The optional Worker: what it does with PNGs (render or presets, see wasm/worker/wrangler.jsonc), and where worker-dev listens.
PNG ?= render
WORKER_PORT ?= 8787
WRANGLER = cd wasm/worker && WRANGLER_SEND_METRICS=false npx --no-install wrangler

# Folders that generators write to or read from.
SOURCES := assets model sim wasm web

WASM := GOOS=js GOARCH=wasm
# Node gets an almost empty environment: Go's WebAssembly runtime refuses to start when arguments and environment
# together pass 8 KB.
WASM_EXEC = env -i 'PATH=$(dir $(shell command -v node)):/usr/bin:/bin' '$(shell go env GOROOT)/lib/wasm/go_js_wasm_exec'
CHROMIUM_NAMES := chromium chromium-browser google-chrome-stable google-chrome
HEADLESS_NAMES := chromium-headless-shell chrome-headless-shell
FIREFOX_NAMES := firefox-esr firefox

# The engines that the smoke suite runs in. Where one cannot be had (WebKitGTK on a Mac), leave it out.
ENGINES ?= chromium webkit firefox

.PHONY: help run build single cards test bench generate data worker worker-dev worker-deploy worker-test clean deps deps-browser deps-postgres deps-worker check-format vet generated types unit wasm-test node-test size engines e2e

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1\t/p' Makefile | while IFS=$$'\t' read -r name text; do printf '  make %-14s %s\n' "$$name" "$$text"; done

run: build ## build the page, serve it on this machine and print its address
	@exec go run ./web/serve -addr '$(ADDR)'

build: deps ## build the static site in dist/
	@$(BUILD)

single: build ## build the page as one file, dist/gasburden.html, which opens from a disk
	@ls -l dist/gasburden.html

cards: deps ## draw the preset scenarios as SVG and PNG, into CARD_FOLDER (dist/cards)
	@go run ./web/cmd/cards -o '$(CARD_FOLDER)' -address '$(ADDRESS)' | while read -r svg; do printf '%s\0' "$$svg" "$${svg%.svg}.png"; done | xargs -0 node web/render.mjs
	ls '$(CARD_FOLDER)'

# Of the steps in the middle, those under Node and in other browsers wait much: they go beside the tests in Go, and what
# they say comes after those; where a browser was too late for them beside the others, they go once more alone. The end
# to end tests fill two cores by themselves.
test: deps deps-browser deps-postgres deps-worker check-format vet generated types size ## everything CI checks, Chromium, WebKit and Firefox included
	@said=$$(mktemp)
	trap 'kill $$(jobs -p) 2>/dev/null || true; rm -f "$$said"' EXIT
	step=($(MAKE) --no-print-directory)
	"$${step[@]}" node-test engines worker-test >"$$said" 2>&1 & beside=$$!
	failed=()
	"$${step[@]}" unit wasm-test || failed+=('unit or WebAssembly tests')
	wait "$$beside" && late='' || late=1
	cat "$$said"
	if [ -n "$$late" ]; then
		echo '== once more, alone: scripts, engines and Worker'
		"$${step[@]}" node-test engines worker-test || failed+=('scripts, engines or Worker')
	fi
	if [ $${#failed[@]} -gt 0 ]; then printf 'make test: failed: %s\n' "$${failed[@]}" >&2; exit 1; fi
	"$${step[@]}" e2e
	echo 'make test: all passed'

bench: ENGINES := chromium
bench: deps deps-browser deps-worker ## measure: natively, in WebAssembly under Node, in Chromium, and the Worker in workerd
	@echo "machine: $$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1 || true), $$(getconf _NPROCESSORS_ONLN) cores"
	echo "versions: $$(go version), Node $$(node --version)"
	echo '== natively'
	go test -run '^$$' -bench . -benchmem $$(go list ./... | grep -v /web/e2e)
	echo '== WebAssembly under Node'
	$(WASM) go test -exec="$(WASM_EXEC)" -run '^$$' -bench . -benchmem ./assets ./sim ./sim/explore
	echo '== page in Chromium'
	$(BUILD)
	E2E_DIST='$(CURDIR)/dist' BENCH=1 go test -count=1 -v -run '^TestBench' ./web/e2e
	echo '== Worker in workerd'
	go run ./wasm/worker/cmd/build
	node wasm/worker/test/bench.mjs

worker: build ## build the optional Cloudflare Worker in wasm/worker/dist and hold it against the limit of 3 MiB
	@go run ./wasm/worker/cmd/build

worker-dev: worker deps-worker ## run the Worker on this machine, in workerd
	@$(WRANGLER) dev --ip 127.0.0.1 --port $(WORKER_PORT) --var 'PNG:$(PNG)'

worker-deploy: worker deps-worker ## deploy the Worker to Cloudflare (it asks you to log in)
	@$(WRANGLER) deploy --var 'PNG:$(PNG)'

generate: ## write the generated files again: component code, gas models, snapshot packs
	@go generate ./...
	go run ./model/cmd/train
	go run ./assets/cmd/pack

data: ## bring the figures up to today; SPACESCOPE_TOKEN adds gas by kind; FLAGS='-check' looks only, FLAGS='-h' says more
	@go run ./model/cmd/ingest $(FLAGS)

clean: ## remove what was built and installed
	@rm -rf dist web/node_modules wasm/worker/dist wasm/worker/node_modules wasm/worker/.wrangler

# The steps of `make test`, each of which can be run alone.

deps: ## check Go, Node and npm (Debian as root: install them) and install the JavaScript libraries
	@command -v go >/dev/null || { echo 'make: Go is missing: install it from https://go.dev/dl/' >&2; exit 1; }
	want=go$$(awk '$$1 == "go" {print $$2}' go.mod)
	have=$$(go env GOVERSION 2>/dev/null || true)
	printf '%s\n' "$$want" "$$have" | sort -V -C || { echo "make: Go $${have:-of this machine} is too old, $$want or later is needed: https://go.dev/dl/" >&2; exit 1; }
	missing=()
	command -v node >/dev/null || missing+=(nodejs)
	command -v npm >/dev/null || missing+=(npm)
	command -v xz >/dev/null || missing+=(xz-utils)
	if [ $${#missing[@]} -gt 0 ]; then
		$(call install,$${missing[*]},https://nodejs.org/)
	fi
	$(MAKE) -s --no-print-directory web/node_modules/.package-lock.json

deps-worker: deps ## install the tools of the optional Worker
	@node -e 'const [major, minor] = process.versions.node.split(".").map(Number); process.exit(major > 20 || major === 20 && minor >= 3 ? 0 : 1)' ||
		{ echo "make: Node $$(node --version) is too old for the Worker's tools, 20.3 or later is needed: https://nodejs.org/" >&2; exit 1; }
	$(MAKE) -s --no-print-directory wasm/worker/node_modules/.package-lock.json

deps-browser: ## check the browsers of ENGINES and what drives them (Debian as root: install them)
	@missing=()
	any() { local name; for name in "$$@"; do if [ -n "$$name" ] && command -v "$$name" >/dev/null; then return 0; fi; done; return 1; }
	any "$${CHROMIUM:-}" $(CHROMIUM_NAMES) || missing+=(chromium)
	for engine in $(ENGINES); do
		case $$engine in
		chromium) ;;
		firefox) any "$${FIREFOX:-}" $(FIREFOX_NAMES) || missing+=(firefox-esr) ;;
		webkit)
			any WebKitWebDriver || missing+=(webkit2gtk-driver)
			any Xvfb || missing+=(xvfb)
			;;
		*) echo "make: ENGINES has $$engine, want some of: chromium webkit firefox" >&2; exit 1 ;;
		esac
	done
	any pdfimages || missing+=(poppler-utils)
	if [ $${#missing[@]} -gt 0 ]; then
		$(call install,$${missing[*]},your browsers' makers; CHROMIUM and FIREFOX may name their paths$(comma) and ENGINES leave out webkit or firefox)
	fi
	# The end to end tests take a third less time in the headless shell, and run without it too.
	if ! any "$${CHROMIUM:-}" $(HEADLESS_NAMES) && [ -e /etc/debian_version ] && [ "$$(id -u)" = 0 ]; then
		known() { apt-cache show chromium-headless-shell >/dev/null 2>&1; }
		if { known || { apt-get update -qq && known; }; } && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium-headless-shell >/dev/null; then
			echo 'make: installed chromium-headless-shell'
		else
			echo 'make: there is no chromium-headless-shell to install, the full Chromium will do'
		fi
	fi

deps-postgres: ## check PostgreSQL, which tests start (Debian as root: install it)
	@if command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; then exit 0; fi
	$(call install,postgresql,https://www.postgresql.org/download/)

comma := ,
# install,PACKAGES,WHERE ELSE: installs Debian packages where that can be done without asking, else says what is missing.
define install
if [ -e /etc/debian_version ] && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
	echo "make: installing $(1)"
	apt-get update -qq
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(1) >/dev/null
else
	echo "make: missing: $(1). Install with your package manager, or from $(2)" >&2
	exit 1
fi
endef

# npm's own record of an installation: older than the lock file means that it has to be done again.
%/node_modules/.package-lock.json: %/package.json %/package-lock.json
	@cd $*
	npm ci --no-audit --no-fund --loglevel=error
	touch node_modules/.package-lock.json

check-format: ## gofmt finds nothing to change
	@echo '== gofmt'
	found=$$(find . \( -name node_modules -o -name dist -o -name '.?*' \) -prune -o -name '*.go' -print | xargs gofmt -l)
	if [ -n "$$found" ]; then echo "not formatted, run gofmt -w on:" $$found >&2; exit 1; fi

vet: ## go vet, natively (tests too, which is why they are not vetted again) and for what the page and the Worker carry
	@echo '== go vet'
	if go list ./... | grep node_modules; then echo 'these packages come from npm and must not be built' >&2; exit 1; fi
	go vet ./...
	own=$$(go list -m)
	$(WASM) go vet $$($(WASM) go list -deps ./wasm/app ./wasm/worker | grep "^$$own/")

define fingerprint
find $(SOURCES) \( -name node_modules -o -name dist -o -name '.?*' \) -prune -o -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum
endef

generated: ## generated files are what their sources say
	@echo '== generated files'
	was=$$(mktemp); is=$$(mktemp)
	trap 'rm -f "$$was" "$$is"' EXIT
	$(fingerprint) >"$$was"
	$(MAKE) --no-print-directory generate
	$(fingerprint) >"$$is"
	if ! cmp -s "$$was" "$$is"; then
		echo 'generated files were out of date; they are written now, commit them:' >&2
		diff "$$was" "$$is" | sed -n 's/^[<>] [0-9a-f]*  /  /p' | sort -u >&2
		exit 1
	fi
	echo 'ok: nothing changed'

types: deps ## the types of the page's scripts
	@echo '== types of scripts'
	for folder in web/ui/site web/ui/site/worker; do node web/node_modules/typescript/bin/tsc -p $$folder; done

unit: ## unit tests
	@echo '== unit tests'
	go test -vet=off -count=1 -timeout=25m $$(go list ./... | grep -v '/web/e2e$$')

wasm-test: ## tests of simulator, gas model and card as WebAssembly, under Node, without the long sweeps of the unit tests
	@echo '== WebAssembly tests under Node'
	$(WASM) go test -vet=off -short -timeout=25m -exec="$(WASM_EXEC)" $$($(WASM) go list -f '{{if ne .Name "main"}}{{.ImportPath}}{{end}}' ./sim/... ./model/... ./web/draw | grep -v '/model/ingest')

node-test: deps ## tests of the scripts that run under Node, and of gasburden.js in dist/
	@echo '== scripts under Node'
	E2E_DIST='$(CURDIR)/dist' node --test web/*.test.mjs

size: deps ## build the site and hold it against web/size-budget.json
	@echo '== size'
	$(BUILD) -check

engines: deps ## the smoke suite in the browsers of ENGINES, of the site in dist/
	@echo '== smoke suite: $(ENGINES)'
	ENGINES='$(ENGINES)' E2E_DIST='$(CURDIR)/dist' node --test web/e2e/engines/smoke.test.mjs

e2e: ## end to end tests in Chromium, of the site in dist/
	@echo '== end to end in Chromium'
	test=(go test -vet=off -count=1 -timeout=30m ./web/e2e)
	export E2E_DIST='$(CURDIR)/dist'
	said=$$(mktemp)
	trap 'rm -f "$$said"' EXIT
	"$${test[@]}" -parallel=2 2>&1 | tee "$$said" && exit 0
	# On a machine that does something else at the moment one may be late. Named here, and never three of them.
	failed=$$(sed -n 's/^--- FAIL: \(Test[A-Za-z0-9_]*\) .*/\1/p' "$$said" | sort -u | paste -sd '|' -)
	[[ $$failed == Test* && $$failed != *'|'*'|'* ]] || exit 1
	echo "== once more, alone: $$failed"
	"$${test[@]}" -parallel=1 -run "^($$failed)$$"

worker-test: deps-worker ## the optional Worker in workerd, with the site in dist/: as it is deployed, and with faults built in
	@echo '== Worker in workerd'
	dir=$$(mktemp -d)
	trap 'rm -rf "$$dir"' EXIT
	go run ./wasm/worker/cmd/build -o "$$dir/worker"
	go run ./wasm/worker/cmd/build -o "$$dir/faults" -tags faults >/dev/null
	WORKER_DIST="$$dir/worker" WORKER_FAULTS="$$dir/faults" node --test wasm/worker/test/*.test.mjs
