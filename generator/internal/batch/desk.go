package batch

import (
	"errors"
	"io/fs"
)

// desk is where a worker writes files until they are whole: a folder of its
// own, for systems let one at a time make a file in a folder, and some are slow
// at it.
type desk struct {
	folder Folder // where the files go
	path   string // of the desk in that folder
	top    Folder // the desk, once something was written
}

func newDesk(folder Folder, name string) *desk {
	return &desk{folder: folder, path: StateFolder + "/" + name}
}

// temporary is the name of a file on its desk.
const temporary = "file"

// replace writes a file whole or not at all: under a temporary name, which an
// interrupted run leaves to the next, and then renamed. A desk that somebody
// tidied away meanwhile is set up again.
func (d *desk) replace(name string, data []byte) error {
	err := d.put(name, data)
	if errors.Is(err, fs.ErrNotExist) {
		d.close()
		err = d.put(name, data)
	}
	return err
}

func (d *desk) put(name string, data []byte) error {
	if err := d.open(); err != nil {
		return err
	}
	err := d.write(data)
	if err == nil {
		err = d.folder.Rename(d.path+"/"+temporary, name)
	}
	if err != nil {
		d.top.Remove(temporary)
	}
	return err
}

func (d *desk) write(data []byte) error {
	w, err := d.top.Create(temporary)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	if closed := w.Close(); err == nil {
		err = closed
	}
	return err
}

func (d *desk) open() (err error) {
	if d.top != nil {
		return nil
	}
	if err = d.folder.MkdirAll(d.path); err == nil {
		d.top, err = d.folder.Sub(d.path)
	}
	return err
}

// close takes the desk away, unless something was left on it.
func (d *desk) close() {
	if d.top != nil {
		d.top.Close()
		d.top = nil
		d.folder.Remove(d.path)
	}
}
