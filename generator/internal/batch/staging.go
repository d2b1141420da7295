package batch

import (
	"errors"
	"io/fs"
)

// staging writes the files of one worker to a temporary folder and then moves
// them to the target. Each worker has its own folder because file systems
// serialize creating files in a folder, and some are slow at it.
type staging struct {
	target Folder // where the files go
	path   string // of the staging folder inside the target
	dir    Folder // the staging folder; nil until a file is written
	empty  bool   // whether the target was empty, so that no file is replaced
}

func newStaging(folder Folder, name string) *staging {
	return &staging{target: folder, path: StateFolder + "/" + name}
}

// tempName is the name of a file in its staging folder.
const tempName = "file"

// writeFile writes a file atomically: under a temporary name, then renamed. A
// file left by an interrupted run is overwritten by the next. A file that is
// replaced keeps its permissions. If the staging folder was removed in the
// meantime, it is created again.
func (s *staging) writeFile(name string, data []byte) error {
	err := s.writeOnce(name, data)
	if errors.Is(err, fs.ErrNotExist) {
		s.close()
		err = s.writeOnce(name, data)
	}
	return err
}

func (s *staging) writeOnce(name string, data []byte) error {
	if err := s.open(); err != nil {
		return err
	}
	var permissions fs.FileMode
	if !s.empty {
		permissions = s.target.Permissions(name)
	}
	err := s.writeTemp(data, permissions)
	if err == nil {
		err = s.target.Rename(s.path+"/"+tempName, name)
	}
	if err != nil {
		s.dir.Remove(tempName)
	}
	return err
}

func (s *staging) writeTemp(data []byte, permissions fs.FileMode) error {
	w, err := s.dir.Create(tempName, permissions)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	if closeErr := w.Close(); err == nil {
		err = closeErr
	}
	return err
}

func (s *staging) open() (err error) {
	if s.dir != nil {
		return nil
	}
	if err = s.target.MkdirAll(s.path); err == nil {
		s.dir, err = s.target.Sub(s.path)
	}
	return err
}

// close removes the staging folder, unless it is not empty.
func (s *staging) close() {
	if s.dir != nil {
		s.dir.Close()
		s.dir = nil
		s.target.Remove(s.path)
	}
}
