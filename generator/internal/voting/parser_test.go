package voting

import (
	"strings"
	"testing"
)

// TestRules checks the canonical form of rules, as a quorum and as a majority.
// "" means an error.
func TestRules(t *testing.T) {
	for _, test := range []struct{ text, quorum, majority string }{
		{"> 1/2 of members", "> 1/2 of members", "> 1/2 of members"},
		{">1/2 of members", "> 1/2 of members", "> 1/2 of members"},
		{"more than half of the members", "> 1/2 of members", "> 1/2 of members"},
		{">= 2/3 of members", "2/3 of members", "2/3 of members"},
		{"≥ 2/3 of members", "2/3 of members", "2/3 of members"},
		{"2/3 of members", "2/3 of members", "2/3 of members"},
		{"2/3", "2/3 of members", ""},
		{"> 1/2 of present", "", "> 1/2 of present"},
		{"> 1/2 of voted", "", "> 1/2 of voted"},
		{"> 1/2 of votes cast", "", "> 1/2 of cast"},
		{"1/2 + 1 of members", "1/2 + 1 of members", "1/2 + 1 of members"},
		{"50% + 1 of members", "50 % + 1 of members", "50 % + 1 of members"},
		{"5", "5", "5"},
		{"at least 5", "5", "5"},
		{"> 5", "> 5", "> 5"},
		{"5 members", "5", "5"},
		{"75 % of shares", "75 % of all votes", "75 % of all votes"},
		{"66.67 % of all votes", "66,67 % of all votes", "66,67 % of all votes"},
		{"66,6700 % of all votes", "66,67 % of all votes", "66,67 % of all votes"},
		{"all of present", "", "all of present"},
		{"all members", "all of members", "all of members"},
		{"100 % of members", "all of members", "all of members"},
		{"none", "none", ""},
		{"simple majority", "> 1/2 of members", "> 1/2 of present"},
		{"unanimously", "all of members", "all of present"},

		{"более 1/2 от членов", "> 1/2 of members", "> 1/2 of members"},
		{"Более половины от общего числа членов", "> 1/2 of members", "> 1/2 of members"},
		{"НЕ МЕНЕЕ 2/3 ОТ ПРИСУТСТВУЮЩИХ", "", "2/3 of present"},
		{"не менее двух третей голосов присутствующих членов", "", "2/3 of present"},
		{"трёх четвертей голосов участвующих в собрании", "", "3/4 of present"},
		{"большинство от участвующих в голосовании", "", "> 1/2 of voted"},
		{"большинство голосов, поданных «за» и «против»", "", ""}, // commas are not part of the grammar
		{"большинство голосов поданных «за» и «против»", "", "> 1/2 of cast"},
		{"простое большинство", "> 1/2 of members", "> 1/2 of present"},
		{"простое большинство голосов", "> 1/2 of members", "> 1/2 of present"},
		{"простое большинство голосов членов", "> 1/2 of members", "> 1/2 of members"},
		{"абсолютное большинство", "> 1/2 of members", "> 1/2 of members"},
		{"большинство от общего числа голосов", "> 1/2 of all votes", "> 1/2 of all votes"},
		{"квалифицированное большинство 2/3", "2/3 of members", "2/3 of present"},
		{"квалифицированное большинство в 3/4 голосов членов", "3/4 of members", "3/4 of members"},
		{"половина плюс один", "1/2 + 1 of members", ""},
		{"50 процентов плюс один", "50 % + 1 of members", ""},
		{"не менее 2 процентов членов", "2 % of members", "2 % of members"},
		{"не менее 5", "5", "5"},
		{"не менее 5 человек", "5", "5"},
		{"не требуется", "none", ""},
		{"единогласно", "all of members", "all of present"},
		{"все присутствующие", "", "all of present"},
	} {
		quorum, err := ParseQuorum(test.text)
		if got := quorum.String(); (err == nil) != (test.quorum != "") || err == nil && got != test.quorum {
			t.Errorf("quorum %q: got %q, %v; want %q", test.text, got, err, test.quorum)
		}
		majority, err := ParseMajority(test.text)
		if got := majority.String(); (err == nil) != (test.majority != "") || err == nil && got != test.majority {
			t.Errorf("majority %q: got %q, %v; want %q", test.text, got, err, test.majority)
		}
	}
}

// TestSyntaxErrors checks the positions, messages and hints of errors.
func TestSyntaxErrors(t *testing.T) {
	for _, test := range []struct{ text, caret, message, hint string }{
		{"", "", "правило пусто", "> 1/2 of members"},
		{"больше", "      |", "нужна доля или число голосов, а текст кончился", "1/2, 2/3"},
		{"> 1/2 of presnt", "         ^^^^^^", "непонятно, от кого считать, а здесь «presnt»", "возможно, «present»"},
		{"> 1/2 of moon", "         ^^^^", "непонятно, от кого считать, а здесь «moon»", "of members (от членов)"},
		{"более 1/2 от членнов", "             ^^^^^^^", "непонятно, от кого считать, а здесь «членнов»",
			"возможно, «членов»"},
		{"болле 1/2 от членов", "^^^^^", "нужна доля или число голосов, а здесь «болле»", "возможно, «более»"},
		{"> 1/2", "     |", "не сказано, от кого считать долю", "of present"},
		{"> 3/2 of members", "  ^", "доля больше целого", "2/3"},
		{"> 1/0 of members", "    ^", "на ноль не делят", "2/3"},
		{"1/ of members", "   ^^", "после дробной черты нужно число, а здесь «of»", "2/3"},
		{"0 of members", "^", "ноль голосов есть всегда", "none"},
		{"> 100 % of members", "  ^^^", "больше, чем все, не бывает", "уберите"},
		{"1000 % of members", "^^^^", "столько процентов не бывает", "100"},
		{"1,5 of members", "^^^", "здесь нужно целое число до миллиарда", "50 %"},
		{"99999999999999999999", "^^^^^^^^^^^^^^^^^^^^", "здесь нужно целое число до миллиарда", "50 %"},
		{"> 1/2 + 1 of members", "      ^", "«больше» и «+» вместе неясны", "«> 1/2» или «1/2 + 1»"},
		{"5 + 1", "  ^", "здесь прибавлять нечего", "1/2 + 1"},
		{"1/2 + of members", "      ^^", "после знака + нужно число голосов, а здесь «of»", "1/2 + 1"},
		{"< 1/2 of members", "^", "правило называет, сколько голосов нужно самое меньшее", ">="},
		{"2/3 of members yesterday", "               ^^^^^^^^^", "правило уже закончилось, а здесь «yesterday»",
			"лишнее"},
		{"none", "^^^^", "без большинства решение не принять", "> 1/2 of present"},
	} {
		_, err := ParseMajority(test.text)
		slip, ok := err.(*SyntaxError)
		if !ok {
			t.Errorf("%q: %v", test.text, err)
			continue
		}
		caret := strings.Repeat("^", slip.Width)
		if slip.Width == 0 && slip.Offset > 0 {
			caret = "|"
		}
		if caret = strings.Repeat(" ", slip.Offset) + caret; caret != test.caret {
			t.Errorf("%q: the caret is at\n%s\n%s", test.text, test.text, caret)
		}
		if slip.Message != test.message || !strings.Contains(slip.Hint, test.hint) {
			t.Errorf("%q: %s (%s)", test.text, slip.Message, slip.Hint)
		}
	}
}

func TestLongRule(t *testing.T) {
	if _, err := ParseQuorum(strings.Repeat("5", maxText+1)); err == nil || err.Error() != "правило слишком длинное" {
		t.Error(err)
	}
}

// TestPhrasesAreReachable checks that no phrase is longer than the lookahead,
// and that all phrases are folded.
func TestPhrasesAreReachable(t *testing.T) {
	for _, list := range [][]string{
		keys(noneWords), keys(relations), keys(shares), keys(majorities), keys(fillers), keys(baseWords),
	} {
		for _, text := range list {
			tokens := lex([]rune(text))
			p := &parser{tokens: tokens}
			if _, ok := phrase(p, map[string]bool{text: true}); !ok || p.at != len(tokens) {
				t.Errorf("%q is never read", text)
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"> 1/2 of members", "не менее 2/3 от присутствующих", "1/2 + 1 of members", "66,67 % of all votes",
		"простое большинство", "all of present", "none", "5", "> 1/0", "«за» и «против»", "\xff 9999999999/ %",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		majority, err := ParseMajority(text)
		if err != nil {
			slip := err.(*SyntaxError)
			if slip.Offset < 0 || slip.Offset+slip.Width > len([]rune(text))+1 || slip.Message == "" ||
				slip.Hint == "" {
				t.Fatalf("%q: %+v", text, slip)
			}
			return
		}
		again, err := ParseMajority(majority.String())
		if err != nil || again != majority {
			t.Fatalf("%q is %+v, but %q is %+v, %v", text, majority, majority, again, err)
		}
		if majority.Words() == "" || majority.IsZero() {
			t.Fatalf("%q is %+v", text, majority)
		}
		quorum, err := ParseQuorum(text)
		if err != nil {
			return
		}
		if again, err := ParseQuorum(quorum.String()); err != nil || again != quorum {
			t.Fatalf("%q is %+v, but %q is %+v, %v", text, quorum, quorum, again, err)
		}
	})
}
