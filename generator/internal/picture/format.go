package picture

import (
	"bytes"
	"strings"
)

// signatures are the first bytes of formats that are read, or refused by name.
var signatures = []struct{ start, kind string }{
	{"\x89PNG\r\n\x1a\n", "PNG"}, {"\xFF\xD8\xFF", "JPEG"},
	{"GIF87a", "GIF"}, {"GIF89a", "GIF"}, {"BM", "BMP"}, {"II*\x00", "TIFF"}, {"MM\x00*", "TIFF"},
	{"\x00\x00\x01\x00", "значок ICO"}, {"%PDF-", "PDF"}, {"%!PS", "PostScript (EPS)"},
	{"\x01\x00\x00\x00", "EMF"}, {"\xD7\xCD\xC6\x9A", "WMF"}, {"\x01\x00\x09\x00", "WMF"},
	{"8BPS", "файл Photoshop (PSD)"},
	{"PK\x03\x04", "архив или документ Office"}, {"\xD0\xCF\x11\xE0", "документ Office"},
	{"\xFF\x0A", "JPEG XL"}, {"\x00\x00\x00\x0CJXL ", "JPEG XL"}, {"\x00\x00\x00\x0CjP  ", "JPEG 2000"},
}

// formatName returns the Russian name of the format of a file, or "" if it is
// unknown.
func formatName(data []byte) string {
	if len(data) == 0 {
		return "пустой файл"
	}
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.start)) {
			return s.kind
		}
	}
	head := string(data[:min(len(data), 1024)])
	switch {
	case len(head) >= 12 && head[:4] == "RIFF" && head[8:12] == "WEBP":
		return "WebP"
	case len(head) >= 12 && head[4:8] == "ftyp":
		if strings.HasPrefix(head[8:], "avi") {
			return "AVIF"
		}
		return "HEIC (снимок iPhone)"
	case strings.Contains(head, "<svg"):
		return "SVG"
	}
	return ""
}
