package batch

import "fmt"

// Shard is a part of a list: every Count-th record, starting with the Index-th.
// The zero Shard is the whole list. Machines that have the same list and
// different indices make the whole batch without communication.
type Shard struct{ Index, Count int }

// ParseShard parses a text such as "2/5".
func ParseShard(text string) (Shard, error) {
	var s Shard
	var rest string
	if n, _ := fmt.Sscanf(text, "%d/%d%s", &s.Index, &s.Count, &rest); n != 2 || s.Index < 1 || s.Index > s.Count {
		return Shard{}, fmt.Errorf("часть записывается как номер/всего, например 1/4, а не «%s»", text)
	}
	return s, nil
}

// contains reports whether the shard contains a record, given its position in
// the list from 1.
func (s Shard) contains(number int) bool {
	return s.Count <= 1 || (number-1)%s.Count == s.Index-1
}

// size returns how many of total records the shard contains.
func (s Shard) size(total int) int {
	if s.Count <= 1 {
		return total
	}
	return (total + s.Count - s.Index) / s.Count
}

// suffix distinguishes the state files of shards in one folder.
func (s Shard) suffix() string {
	if s.Count <= 1 {
		return ""
	}
	return fmt.Sprintf("-%d-of-%d", s.Index, s.Count)
}

// LockName returns the name of the file to lock while a shard is written to a
// folder.
func LockName(s Shard) string { return StateFolder + "/lock" + s.suffix() }

// ReportName returns the name of the report: each shard has its own.
func (s Shard) ReportName() string { return "report" + s.suffix() + ".csv" }
