package batch

import (
	"bufio"
	"io"
)

// pending is a file that grows under a temporary name until it is committed.
type pending struct {
	folder Folder
	name   string
	file   io.WriteCloser
	*bufio.Writer
}

func (p *pending) temporary() string { return StateFolder + "/" + p.name }

// begin opens the file, over what an interrupted run left of it.
func (p *pending) begin() (err error) {
	if err := p.folder.MkdirAll(StateFolder); err != nil {
		return err
	}
	if p.file, err = p.folder.Create(p.temporary()); err != nil {
		return err
	}
	p.Writer = bufio.NewWriterSize(p.file, 64<<10)
	return nil
}

// commit closes the file and shows it.
func (p *pending) commit() error {
	if err := p.close(); err != nil {
		return err
	}
	return p.show()
}

// close ends the file. It is not yet seen, and holds neither memory nor a
// handle.
func (p *pending) close() error {
	err := p.Flush()
	if closed := p.file.Close(); err == nil {
		err = closed
	}
	p.Writer, p.file = nil, nil
	return err
}

// show gives a closed file its name.
func (p *pending) show() error {
	if err := p.folder.Rename(p.temporary(), p.name); err != nil {
		return err
	}
	p.folder.Remove(StateFolder) // unless something else is in it
	return nil
}

// drop gives the file up.
func (p *pending) drop() error {
	if p.file != nil {
		if err := p.file.Close(); err != nil {
			return err
		}
	}
	return p.folder.Remove(p.temporary())
}
