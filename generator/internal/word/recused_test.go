package word_test

import "testing"

// TestRecused checks that those who do not vote on an item are named with and without what is known of them.
func TestRecused(t *testing.T) {
	tpl := open(t, p("{для каждого вопроса}")+p("{для каждого не голосующего}")+
		p("{не голосующий}; {не голосующий | фамилия}; {не голосующий.причина}")+p("{конец}")+p("{конец}"), nil)
	for _, s := range tpl.Slips(nil) {
		t.Errorf("%+v", s)
	}
}
