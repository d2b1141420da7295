package batch

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"protokol/generator/diag"
)

// Shards are the shards of one batch, in one or several folders.
type Shards struct {
	header
	shards []shardState // in the order of their indices
}

// shardState is the state of a shard according to its ledger.
type shardState struct {
	folder  Folder
	name    string // of the folder, as the user named it
	log     Log
	shard   Shard
	header  header        // of the last run
	done    bool          // whether the last run is complete
	offsets map[int]int64 // of the latest line of a record, by its number
}

// FindShards looks for shards in folders, whose names are given as the user
// typed them. The problems report shards that are missing, incomplete or belong
// to another batch.
func FindShards(folders []Folder, names []string) (*Shards, diag.List, error) {
	var found []shardState
	for i, folder := range folders {
		files, err := folder.List(StateFolder)
		if err != nil {
			return nil, nil, err
		}
		for _, file := range files {
			if !strings.HasPrefix(file, "ledger-") {
				continue
			}
			s, err := readShard(folder, names[i], StateFolder+"/"+file)
			if err != nil {
				return nil, nil, err
			}
			found = append(found, s)
		}
	}
	if len(found) == 0 {
		return nil, diag.List{{File: strings.Join(names, ", "), Message: "здесь нет частей",
			Code: diag.CodeShard}}, nil
	}
	slices.SortStableFunc(found, func(a, b shardState) int { return a.shard.Index - b.shard.Index })
	return &Shards{found[0].header, found}, checkShards(found), nil
}

func readShard(folder Folder, name, file string) (shardState, error) {
	log, err := folder.Append(file)
	if err != nil {
		return shardState{}, err
	}
	s := shardState{folder: folder, name: name, log: log, offsets: map[int]int64{}}
	size, err := log.Size()
	if err != nil {
		return shardState{}, err
	}
	err = readLedger(io.NewSectionReader(log, 0, size), func(at, _ int64, next line) {
		switch {
		case next.Run != nil:
			s.header, s.shard, s.done = *next.Run, next.Run.Shard, false
		case next.Entry != nil:
			s.offsets[next.Entry.Number] = at
		case next.Done:
			s.done = true
		}
	})
	return s, err
}

// checkShards reports reasons why the shards do not form a complete batch.
func checkShards(shards []shardState) (problems diag.List) {
	first := shards[0]
	found := map[int]bool{}
	for _, s := range shards {
		report := func(hint, format string, values ...any) {
			problems = append(problems, diag.Problem{File: s.name, Message: fmt.Sprintf(format, values...), Hint: hint})
		}
		index, count := s.shard.Index, s.shard.Count
		switch {
		case count != first.shard.Count:
			report("все части должны быть одного деления",
				"часть %d/%d, а рядом часть %d/%d", index, count, first.shard.Index, first.shard.Count)
		case found[index]:
			report("оставьте одну из папок", "часть %d/%d встретилась дважды", index, count)
		case s.header.List != first.header.List || s.header.Total != first.header.Total:
			report("сделайте их по одному и тому же файлу",
				"часть %d сделана по другому списку, чем часть %d", index, first.shard.Index)
		case s.header.Seed != first.header.Seed:
			report("сделайте их одинаково",
				"часть %d сделана по другим шаблонам, файлу заседания или версии программы, чем часть %d",
				index, first.shard.Index)
		case !s.done:
			report("закончите её той же командой", "часть %d/%d не закончена", index, count)
			problems[len(problems)-1].Code = diag.CodeResume
		}
		found[index] = true
	}
	for i := 1; i <= first.shard.Count; i++ {
		if !found[i] {
			problems = append(problems, diag.Problem{Message: fmt.Sprintf("нет части %d/%d", i, first.shard.Count),
				Hint: "сделайте её", Code: diag.CodeShard})
		}
	}
	return problems
}

// MergeTarget describes where Merge puts the whole batch.
type MergeTarget struct {
	Folder   Folder // receives files from other folders
	Sinks    []Sink
	Reserved []string                            // as in Job
	IsSigned func(name string, data []byte) bool // as in Job
	IsEdited func(name string, data []byte) bool // as in Job
}

// Merge delivers every record of all shards to the sinks in the order of the
// list and copies files from other folders. It fails if a file differs from its
// ledger entry and was not signed or edited since. A signed or edited file in the
// target folder is kept and reported as a problem of its record.
func (s *Shards) Merge(ctx context.Context, target MergeTarget) (Summary, error) {
	r := run{Job: &Job{Folder: target.Folder, Sinks: target.Sinks,
		IsSigned: target.IsSigned, IsEdited: target.IsEdited}}
	r.summary.Total = s.Total
	if err := r.beginSinks(); err != nil {
		return r.summary, err
	}
	stage := newStaging(target.Folder, "merge")
	defer stage.close()
	for number := 1; number <= s.Total; number++ {
		if ctx.Err() != nil {
			return r.summary, context.Cause(ctx)
		}
		shard := s.shards[(number-1)%len(s.shards)]
		o, err := shard.outcome(number, target.Reserved, r.touched)
		if err == nil && shard.folder != target.Folder {
			err = r.copyFiles(&o, shard, stage)
		}
		if err != nil {
			return r.summary, err
		}
		if err := r.deliver(o); err != nil {
			return r.summary, err
		}
	}
	return r.summary, r.commitSinks()
}

// copyFiles copies the files of a record, or none of them if one would replace
// a signed or edited file.
func (r *run) copyFiles(o *Outcome, from shardState, stage *staging) error {
	for _, file := range o.Files {
		if why := r.keeps(file); why != "" {
			o.Problems, o.Files, o.Pages = append(o.Problems, keptProblem(from.name, 0, file, why)), nil, 0
			return nil
		}
	}
	for _, file := range o.Files {
		if err := stage.writeFile(file.Name, file.Data); err != nil {
			return err
		}
	}
	return nil
}

// outcome returns the outcome of a record in a shard. Touched is that of the merging run.
func (s shardState) outcome(
	number int, reserved []string, touched func(name string, data []byte) string,
) (Outcome, error) {
	problem := func(hint, format string, values ...any) diag.Problem {
		return diag.Problem{File: s.name, Message: fmt.Sprintf(format, values...), Hint: hint}
	}
	unfinished := func(hint, format string, values ...any) diag.Problem {
		p := problem(hint, format, values...)
		p.Code = diag.CodeResume
		return p
	}
	at, ok := s.offsets[number]
	if !ok {
		return Outcome{}, unfinished("повторите эту часть",
			"в журнале части %d нет записи № %d", s.shard.Index, number)
	}
	var found line
	if err := json.NewDecoder(io.NewSectionReader(s.log, at, maxLine)).Decode(&found); err != nil {
		return Outcome{}, err
	}
	e := found.Entry
	isReserved := slices.ContainsFunc(reserved, func(name string) bool {
		return hashName(name) == hashName(e.Name)
	})
	for i, file := range e.Files {
		data, err := s.folder.ReadFile(file.Name)
		e.Files[i] = newFile(file.Name, data)
		if err != nil || e.Files[i].Sum != file.Sum && touched(file.Name, data) == "" {
			return Outcome{}, unfinished(fmt.Sprintf("повторите часть %d/%d", s.shard.Index, s.shard.Count),
				"файла «%s» нет или он изменён", file.Name)
		}
		if isReserved {
			return Outcome{}, problem("назовите книгу или архив иначе",
				"файл «%s» — письмо, его имя нельзя дать другому файлу", file.Name)
		}
	}
	return Outcome{Number: number, Row: e.Row, Subject: e.Subject, Address: e.Address,
		Files: e.Files, Pages: e.Pages, Problems: e.Problems}, nil
}

// Close closes the ledgers.
func (s *Shards) Close() {
	for _, shard := range s.shards {
		shard.log.Close()
	}
}
