package pdf

import (
	"testing"

	"protokol/generator/internal/effort"
)

func TestMain(m *testing.M) { effort.Main(m) }
