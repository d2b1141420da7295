package limited

import (
	"errors"
	"io/fs"
	"testing"
	"testing/fstest"
)

func TestReadRegular(t *testing.T) {
	files := fstest.MapFS{"a/b": {Data: []byte("12345")}, "pipe": {Mode: fs.ModeNamedPipe}}
	for _, test := range []struct {
		name  string
		limit int
		want  string
		err   error
	}{
		{"a/b", 5, "12345", nil},
		{"a/b", 4, "", TooLarge(4)},
		{"a", 5, "", ErrFolder},
		{"c", 5, "", fs.ErrNotExist},
		{"pipe", 5, "", ErrIrregular},
	} {
		data, err := ReadRegular(files, test.name, test.limit)
		if string(data) != test.want || !errors.Is(err, test.err) {
			t.Errorf("%s, %d: %q, %v", test.name, test.limit, data, err)
		}
	}
}
