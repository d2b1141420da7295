package batch

import (
	"bufio"
	"io"
)

// pendingFile is a file that is written under a temporary name until it is
// committed.
type pendingFile struct {
	folder Folder
	name   string
	file   io.WriteCloser
	*bufio.Writer
}

func (p *pendingFile) tempName() string { return StateFolder + "/" + p.name }

// create creates the file, replacing what an interrupted run left.
func (p *pendingFile) create() (err error) {
	if err := p.folder.MkdirAll(StateFolder); err != nil {
		return err
	}
	if p.file, err = p.folder.Create(p.tempName(), p.folder.Permissions(p.name)); err != nil {
		return err
	}
	p.Writer = bufio.NewWriterSize(p.file, 64<<10)
	return nil
}

// commit closes the file and gives it its final name.
func (p *pendingFile) commit() error {
	if err := p.close(); err != nil {
		return err
	}
	return p.publish()
}

// close flushes and closes the file and releases its buffer. The file keeps its
// temporary name.
func (p *pendingFile) close() error {
	err := p.Flush()
	if closeErr := p.file.Close(); err == nil {
		err = closeErr
	}
	p.Writer, p.file = nil, nil
	return err
}

// publish gives a closed file its final name.
func (p *pendingFile) publish() error {
	if err := p.folder.Rename(p.tempName(), p.name); err != nil {
		return err
	}
	p.folder.Remove(StateFolder) // fails if the folder is not empty
	return nil
}

// discard removes the file.
func (p *pendingFile) discard() error {
	if p.file != nil {
		if err := p.file.Close(); err != nil {
			return err
		}
	}
	return p.folder.Remove(p.tempName())
}
