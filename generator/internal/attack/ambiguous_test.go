package attack_test

import (
	"testing"

	"protokol/generator"
	"protokol/generator/internal/attack"
)

// TestAmbiguous: no page passes that programs show in different ways.
func TestAmbiguous(t *testing.T) {
	g := verifier(t)
	plain := paper(t, g, "2017-11-20", generator.Request{Kind: "protocol"}, "pdf")
	refuses(t, g, plain, attack.Ambiguous(), 12, 3)
}
