package sample_test

import (
	"testing"

	"protokol/generator/internal/effort"
)

func TestMain(m *testing.M) { effort.Main(m) }
