package batch

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"runtime/debug"
	"slices"
	"sync"

	"protokol/generator/diag"
	"protokol/generator/internal/printing"
)

// makeRecovering makes a record and turns a panic into a result, so that the
// ledger can be completed. The method collect panics again.
func (r *run) makeRecovering(ctx context.Context, t task, stage *staging) (res result) {
	defer func() {
		if p := recover(); p != nil {
			res.panicked = fmt.Sprintf("%v\n%s", p, debug.Stack())
		}
	}()
	return r.makeRecord(ctx, t, stage)
}

// makeRecord makes the files of a record, or finds that they are up to date.
func (r *run) makeRecord(ctx context.Context, t task, stage *staging) result {
	res := result{Outcome: t.outcome(t.number), name: t.name, rowProblems: len(t.Problems)}
	if t.Problems.Failed() {
		return res
	}
	res.input = r.inputHash(t)
	if !r.DryRun && r.reuse(&res, t) {
		return res
	}
	paper, problems, err := t.Paper(ctx)
	if err != nil {
		res.err = err
		return res
	}
	res.Problems = slices.Concat(res.Problems, problems)
	if res.Problems.Failed() {
		return res
	}
	res.Pages = paper.Pages()
	if r.DryRun {
		if slices.Contains(r.Formats, "pdf") {
			res.err = r.Press.LayOut(ctx, paper)
			res.Problems = append(res.Problems, paper.Approximated()...)
		}
		return res
	}
	res.err = r.writeFiles(&res, t, paper, stage)
	res.Problems = append(res.Problems, paper.Approximated()...)
	return res
}

// writeFiles writes the files of a record, or none of them if one would replace
// a signed or edited file.
func (r *run) writeFiles(res *result, t task, paper *printing.Paper, stage *staging) error {
	var files []File
	for _, format := range r.Formats {
		b := bufferPool.Get().(*bytes.Buffer)
		b.Reset()
		res.buffers = append(res.buffers, b)
		if err := r.Press.Write(b, paper, format); err != nil {
			return err
		}
		file := newFile(t.name+"."+format, b.Bytes())
		if why := r.keeps(file); why != "" {
			res.Pages = 0
			res.Problems = append(res.Problems, keptProblem(r.File, t.Row, file, why))
			return nil
		}
		files = append(files, file)
	}
	for _, file := range files {
		if err := stage.writeFile(file.Name, file.Data); err != nil {
			return err
		}
		res.Files = append(res.Files, file)
	}
	return nil
}

// Reasons to keep a file, in words for the user.
const (
	isSigned = "уже подписан и оставлен как есть"
	isEdited = "правили после печати, он оставлен как есть"
)

// keptProblem reports that a file of a record was kept, and why.
func keptProblem(list string, row int, file File, why string) diag.Problem {
	hint := "уберите его в другую папку"
	if why == isEdited {
		hint = "чтобы сохранить правку, переименуйте файл или уберите его в другую папку"
	}
	return diag.Problem{File: list, Line: row, Column: min(row, 1), Hint: hint, Code: diag.CodeForce,
		Message: fmt.Sprintf("файл «%s» %s", file.Name, why)}
}

// keeps returns why an existing file must not be replaced, or "".
func (r *run) keeps(file File) string {
	if r.IsSigned == nil && r.IsEdited == nil || r.empty {
		return ""
	}
	old, err := r.Folder.ReadFile(file.Name)
	if err != nil || bytes.Equal(old, file.Data) {
		return ""
	}
	return r.touched(file.Name, old)
}

// touched describes what people did to a file since it was made, or returns "".
func (r *run) touched(name string, data []byte) string {
	switch {
	case r.IsSigned != nil && r.IsSigned(name, data):
		return isSigned
	case r.IsEdited != nil && r.IsEdited(name, data):
		return isEdited
	}
	return ""
}

// bufferPool holds buffers for files, which stay in use until the sinks have
// received the files.
var bufferPool = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func newFile(name string, data []byte) File {
	sum := sha256.Sum256(data)
	return File{Name: name, Size: len(data), Sum: hex.EncodeToString(sum[:]), Data: data}
}
