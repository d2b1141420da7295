package generator

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
)

// ParseFormats parses a list of formats, separated by commas. The error is an
// OptionError.
func ParseFormats(text string) (formats []string, err error) {
	for word := range strings.SplitSeq(text, ",") {
		format := strings.ToLower(strings.TrimSpace(word))
		if !slices.Contains(Formats, format) {
			return nil, OptionError{Option: "formats", Message: fmt.Sprintf("неизвестный формат «%s»; есть: %s", format,
				strings.Join(Formats, ", "))}
		}
		if !slices.Contains(formats, format) {
			formats = append(formats, format)
		}
	}
	return formats, nil
}

// Print writes papers in the given formats. The files are in the folder, named by
// the pattern (see Paper.FileName), and no two papers share a name.
func Print(papers []*Paper, formats []string, folder, pattern string) (files []Output, err error) {
	taken := takenNames{}
	for _, paper := range papers {
		base := taken.free(filepath.Join(folder, paper.FileName(pattern)))
		for _, format := range formats {
			var b bytes.Buffer
			if err := paper.Write(&b, format); err != nil {
				return nil, err
			}
			file := Output{Path: base + "." + format, Data: b.Bytes()}
			if paper.paper.IsWord() {
				file.Template = paper.paper.WordTemplate()
			}
			files = append(files, file)
		}
	}
	return files, nil
}

// takenNames is the set of file names taken in one run, without extension, in
// lower case: Windows ignores case.
type takenNames map[string]bool

// free returns base, with a number added when it is taken.
func (n takenNames) free(base string) string {
	name := base
	for i := 2; n[strings.ToLower(name)]; i++ {
		name = fmt.Sprintf("%s (%d)", base, i)
	}
	n[strings.ToLower(name)] = true
	return name
}
