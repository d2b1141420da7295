package limited

import (
	"errors"
	"io/fs"
	"testing"
	"testing/fstest"
)

func TestReadFile(t *testing.T) {
	files := fstest.MapFS{"a/b": {Data: []byte("12345")}}
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
	} {
		data, err := ReadFile(files, test.name, test.limit)
		if string(data) != test.want || !errors.Is(err, test.err) {
			t.Errorf("%s, %d: %q, %v", test.name, test.limit, data, err)
		}
	}
}
