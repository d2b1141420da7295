package voting

import (
	"strings"
	"testing"
)

var council = Noun{One: "члена совета", Many: "членов совета"}

func TestQuorumSentence(t *testing.T) {
	usual := Rules{Quorum: quorum(t, "> 1/2 of members")}
	for _, test := range []struct {
		unit             Unit
		present, members string
		want             string
	}{
		{Heads, "12", "15", "Кворум имеется: присутствуют 12 из 15 членов совета."},
		{Heads, "11", "15", "Кворум имеется: присутствуют 11 из 15 членов совета."},
		{Heads, "21", "21", "Кворум имеется: присутствует 21 из 21 члена совета."},
		{Heads, "61", "111", "Кворум имеется: присутствует 61 из 111 членов совета."},
		{Heads, "1", "15", "Кворума нет: присутствует 1 из 15 членов совета."},
		{Heads, "0", "0", "Кворума нет: присутствуют 0 из 0 членов совета."},
		{Votes, "15 000,5", "20 000", "Кворум имеется: представлено 15 000,5 из 20 000 голосов (75 %)."},
		{Votes, "21", "21", "Кворум имеется: представлено 21 из 21 голоса (100 %)."},
		{Shares, "80", "101", "Кворум имеется: представлено 80 из 101 доли (79,21 %)."},
		{Stock, "800", "1000", "Кворум имеется: представлено 800 из 1000 акций (80 %)."},
		{Metres, "1234,5", "2000", "Кворум имеется: представлено 1234,5 из 2000 кв. м (61,73 %)."},
		{Percent, "75,05", "100", "Кворум имеется: представлено 75,05 % голосов."},
		{Percent, "50", "100", "Кворума нет: представлено 50 % голосов."},
	} {
		rules := usual
		rules.Unit = test.unit
		got := rules.Decide(Vote{Members: votes(t, test.members), Present: votes(t, test.present)}).QuorumSentence(council)
		if got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
	usual.Absentee = true
	if got := usual.Decide(heads(31, 21, 0, 0, 0)).QuorumSentence(council); got != "Кворум имеется: в голосовании участвует 21 из 31 члена совета." {
		t.Error(got)
	}
	usual.Absentee = false
	if got := usual.Decide(heads(15, 12, 0, 0, 0)).QuorumSentence(Noun{}); got != "Кворум имеется: присутствуют 12 из 15." {
		t.Error(got)
	}
}

func TestVoteSentence(t *testing.T) {
	present := majority(t, "> 1/2 of present")
	aside := heads(15, 14, 12, 0, 1)
	aside.Tally.NotVoting = Whole(1)
	for _, test := range []struct {
		rules Rules
		vote  Vote
		zero  string
		want  string
	}{
		{Rules{Majority: present}, heads(15, 13, 12, 0, 1), "0", "Голосовали: «за» – 12, «против» – 0, «воздержались» – 1."},
		{Rules{Majority: present}, heads(15, 13, 12, 0, 1), "нет", "Голосовали: «за» – 12, «против» – нет, «воздержались» – 1."},
		{Rules{Majority: present}, aside, "нет", "Голосовали: «за» – 12, «против» – нет, «воздержались» – 1, «не голосовали» – 1."},
		{Rules{Majority: present, Unit: Votes}, owners(t, "1000", "750", "500", "250"), "нет",
			"Голосовали: «за» – 500 (66,67 %), «против» – 250 (33,33 %), «воздержались» – нет."},
		{Rules{Majority: majority(t, "2/3 of all votes"), Unit: Metres}, owners(t, "3000", "2500,5", "2000", "500,5"), "0",
			"Голосовали: «за» – 2000 кв. м (66,67 %), «против» – 500,5 кв. м (16,68 %), «воздержались» – 0."},
		{Rules{Majority: present, Unit: Percent}, owners(t, "100", "75,5", "75", "0,5"), "нет",
			"Голосовали: «за» – 75 %, «против» – 0,5 %, «воздержались» – нет."},
	} {
		if got := test.rules.Decide(test.vote).VoteSentence(test.zero); got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
}

func TestVerdict(t *testing.T) {
	rules := Rules{Quorum: quorum(t, "> 1/2 of members"), Majority: majority(t, "> 1/2 of present"), Tie: TieChair}
	for _, test := range []struct {
		rules Rules
		vote  Vote
		want  string
	}{
		{rules, heads(15, 12, 12, 0, 0), "РЕШЕНИЕ ПРИНЯТО ЕДИНОГЛАСНО"},
		{rules, heads(15, 12, 11, 0, 1), "РЕШЕНИЕ ПРИНЯТО"},
		{rules, heads(15, 12, 5, 7, 0), "РЕШЕНИЕ НЕ ПРИНЯТО"},
		{rules, heads(15, 7, 7, 0, 0), "РЕШЕНИЕ НЕ ПРИНЯТО"},
		{rules, heads(15, 12, 6, 6, 0), ""},
		{Rules{}, heads(15, 12, 12, 0, 0), ""},
	} {
		if got := test.rules.Decide(test.vote).Verdict(); got != test.want {
			t.Errorf("%+v: %q, want %q", test.vote.Tally, got, test.want)
		}
	}
}

func TestExplain(t *testing.T) {
	rules := Rules{Quorum: quorum(t, "> 1/2 of members"), Majority: majority(t, "> 1/2 of present"), Tie: TieChair}
	tie := heads(15, 12, 6, 6, 0)
	tie.Chair.Choice = For
	for _, test := range []struct {
		rules Rules
		vote  Vote
		want  string
	}{
		{rules, heads(15, 12, 11, 0, 1), `
кворум: присутствуют 12 из 15, нужно больше 1/2 от членов, то есть не менее 8 — есть
голоса: за 11 + против 0 + воздержались 1 = 12, голосующих 12 — сходится
решение: за 11, нужно больше 1/2 от присутствующих (12), то есть не менее 7 — принято`},
		{rules, tie, `
кворум: присутствуют 12 из 15, нужно больше 1/2 от членов, то есть не менее 8 — есть
голоса: за 6 + против 6 + воздержались 0 = 12, голосующих 12 — сходится
решение: за 6, нужно больше 1/2 от присутствующих (12), то есть не менее 7 — не хватает
равенство: за 6 и против 6, решает голос председателя — за
решение: принято`},
		{rules, heads(15, 12, 6, 6, 0), `
кворум: присутствуют 12 из 15, нужно больше 1/2 от членов, то есть не менее 8 — есть
голоса: за 6 + против 6 + воздержались 0 = 12, голосующих 12 — сходится
решение: за 6, нужно больше 1/2 от присутствующих (12), то есть не менее 7 — не хватает
равенство: за 6 и против 6, решает голос председателя — неизвестно, какой
решение: неизвестно`},
		{rules, heads(15, 7, 8, 0, 0), `
кворум: присутствуют 7 из 15, нужно больше 1/2 от членов, то есть не менее 8 — нет
голоса: за 8 + против 0 + воздержались 0 = 8, голосующих 7 — не сходится
решение: без кворума не принимается`},
		{Rules{Majority: majority(t, "5")}, heads(15, 1, 1, 0, 0), `
кворум: присутствует 1 из 15, правилами не требуется
голоса: за 1 + против 0 + воздержались 0 = 1, голосующих 1 — сходится
решение: за 1, нужно не менее 5 — не принято`},
		{Rules{Majority: majority(t, "all of present")}, heads(15, 9, 9, 0, 0), `
кворум: присутствуют 9 из 15, правилами не требуется
голоса: за 9 + против 0 + воздержались 0 = 9, голосующих 9 — сходится
решение: за 9, нужно 100 % от присутствующих (9), то есть не менее 9 — принято единогласно`},
		{Rules{}, heads(15, 9, 9, 0, 0), `
кворум: присутствуют 9 из 15, правилами не требуется
голоса: за 9 + против 0 + воздержались 0 = 9, голосующих 9 — сходится
решение: правило большинства не указано, итог не вычисляется`},
	} {
		if got := "\n" + strings.Join(test.rules.Decide(test.vote).Explain(), "\n"); got != test.want {
			t.Errorf("got%s\nwant%s", got, test.want)
		}
	}
}
