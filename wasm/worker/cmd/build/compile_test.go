package main

import (
	"strings"
	"testing"

	"github.com/gasburden/gasburden/web/toolchain"
)

// What the Worker links is all that net/http asks of crypto/tls, and nothing that reads certificates or keys.
func TestWithoutTLS(t *testing.T) {
	t.Chdir("../../../..")
	overlay, err := withoutTLS(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := toolchain.Go("", toolchain.WasmEnv, "build", overlay, "-tags="+omitHTTP2, "net/http"); err != nil {
		t.Errorf("net/http wants more of %s: %v", standIn, err)
	}
	linked, err := toolchain.Go("", toolchain.WasmEnv, "list", overlay, "-deps", "-tags="+omitHTTP2, "./wasm/worker")
	if err != nil {
		t.Fatal(err)
	}
	for name := range strings.Lines(string(linked)) {
		switch name = strings.TrimSpace(name); name {
		case "crypto/x509", "crypto/ecdsa", "crypto/rsa", "crypto/ecdh":
			t.Errorf("the Worker links %s", name)
		}
	}
	if !strings.Contains(string(linked), "crypto/tls\n") {
		t.Error("nothing links crypto/tls any more: the stand-in can go")
	}
}
