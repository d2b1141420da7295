module protokol

go 1.26

require (
	github.com/go-pdf/fpdf v0.9.0 // indirect
	github.com/klauspost/compress v1.20.3 // indirect
)
