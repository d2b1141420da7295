package meeting

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/voting"
)

// Rules are the rules by which the body decides, as text.
type Rules struct {
	// Кворум: "> 1/2 of members", "2/3 of members", "5", "none"; можно по-русски: "более половины
	// членов".
	Quorum string `toml:"quorum"`
	// Большинство: "> 1/2 of present", "2/3 of members", "единогласно". Без него итог голосования
	// не вычисляется.
	Majority string `toml:"majority"`
	// Равенство голосов: chair — решает голос председательствующего, lost — решение не принято (по
	// умолчанию).
	Tie string `toml:"tie" jsonschema:"enum=chair,enum=lost"`
	// Кто в составе, но без права голоса: имена из people или слово secretary — секретарь, кто бы
	// им ни был.
	NoVote []string `toml:"no_vote"`
	// Как считать тех, кто не голосует по вопросу (recused): absent — как отсутствующих (по умолчанию),
	// present — как присутствующих: они остаются в кворуме и в числе, от которого считают
	// большинство, excluded — и в составе органа их по этому вопросу нет.
	Recused string `toml:"recused" jsonschema:"enum=absent,enum=present,enum=excluded"`
	// false — участники по видео-конференц-связи не считаются ни в кворуме, ни в голосах. По
	// умолчанию считаются.
	Remote *bool `toml:"remote"`
	// Чем голосуют, если не по одному голосу на человека: голоса, доли, акции, кв. м, %.
	Unit string `toml:"unit" jsonschema:"enum=голоса,enum=доли,enum=акции,enum=кв. м,enum=%"`
	// Сколько всего голосов, долей или квадратных метров.
	Total Amount `toml:"total"`
	// От чего считать проценты в строке о голосовании: total — от всех голосов, present — от голосов
	// присутствовавших (участвовавших в собрании), voted — от поданных за, против и воздержавшихся.
	// С ключом проценты печатаются и тогда, когда у каждого один голос.
	Base string `toml:"base" jsonschema:"enum=total,enum=present,enum=voted"`
	// Сколько знаков после запятой у процентов и площадей: 2 — 70,00 %. Без ключа нули на конце не
	// печатаются.
	Decimals *int `toml:"decimals" jsonschema:"minimum=0"`
	// true — строка о кворуме говорит и о доле присутствующих, если у каждого один голос: присутствуют 27 из 31 члена
	// Совета (87,1 %). У голосов, долей и площадей доля печатается всегда.
	QuorumPercent bool `toml:"quorum_percent"`
}

// bases lists what percentages can refer to.
var bases = []string{"total", "present", "voted"}

// units maps words in the file to units of votes.
var units = map[string]voting.Unit{"": voting.Heads, "голоса": voting.Votes, "доли": voting.Shares,
	"акции": voting.Stock,
	"кв. м": voting.Metres, "%": voting.Percent}

// parsed returns the parsed rules. Invalid ones are left out; Check reports
// them.
func (r Rules) parsed() voting.Rules {
	var p voting.Rules
	p.Quorum, _ = voting.ParseQuorum(r.quorum())
	if r.Majority != "" {
		p.Majority, _ = voting.ParseMajority(r.Majority)
	}
	if r.Tie == "chair" {
		p.Tie = voting.TieChair
	}
	p.Unit = units[r.Unit]
	return p
}

func (r Rules) quorum() string {
	if r.Quorum == "" {
		return "none"
	}
	return r.Quorum
}

// total returns the number of all votes; that of per cent is 100.
func (r Rules) total() (voting.Amount, bool) {
	switch {
	case !r.Total.IsZero():
		return r.Total.Amount, true
	case units[r.Unit] == voting.Percent:
		return voting.Whole(100), true
	}
	return voting.Amount{}, false
}

func (c *checker) rules() {
	r, key := c.meeting.Council.Rules, "council.rules"
	_, err := voting.ParseQuorum(r.quorum())
	c.syntax(key+".quorum", err)
	if r.Majority != "" {
		_, err = voting.ParseMajority(r.Majority)
		c.syntax(key+".majority", err)
	}
	if !slices.Contains([]string{"", "chair", "lost"}, r.Tie) {
		c.wrong(key+".tie", fmt.Sprintf("неизвестное правило «%s»", r.Tie),
			"есть chair (решает голос председательствующего) и lost (решение не принято)")
	}
	if r.Recused != "" && !slices.Contains(recusals, r.Recused) {
		c.wrong(key+".recused", fmt.Sprintf("неизвестное правило «%s»", r.Recused),
			"есть absent (считаются отсутствующими), present (присутствующими) и excluded (исключаются из состава)")
	}
	if _, ok := units[r.Unit]; !ok {
		c.wrong(key+".unit", fmt.Sprintf("неизвестная единица «%s»", r.Unit),
			"есть голоса, доли, акции, кв. м, %; без ключа — по одному голосу на человека")
	}
	c.base(key+".base", r.Base)
	if d := r.Decimals; d != nil && (*d < 0 || *d > maxShareDecimals) {
		c.wrong(key+".decimals", fmt.Sprintf("знаков после запятой бывает от 0 до %d", maxShareDecimals), "")
	}
	if r.QuorumPercent && (r.Quorum == "" || c.meeting.Quorum != "") {
		c.warn(key+".quorum_percent", "доля присутствующих не печатается: о кворуме говорит не программа",
			`укажите правило, council.rules.quorum = "> 1/2 of members", и не пишите о кворуме словами (quorum)`)
	}
	for i, name := range r.NoVote {
		if name != secretaryWord {
			c.known(fmt.Sprintf("%s.no_vote[%d]", key, i), name)
		}
	}
}

// maxShareDecimals is the maximum number of decimals of printed percentages.
const maxShareDecimals = 4

// base requires something that percentages can refer to, or nothing.
func (c *checker) base(key, base string) {
	if base != "" && !slices.Contains(bases, base) {
		c.wrong(key, fmt.Sprintf("непонятно, от чего считать проценты: «%s»", base),
			"есть total (от всех голосов), present (от присутствовавших) и voted (от проголосовавших)")
	}
}

// secretaryWord means the secretary in no_vote.
const secretaryWord = "secretary"

// syntax reports a syntax error in a rule with its place in the text.
func (c *checker) syntax(key string, err error) {
	var syntax *voting.SyntaxError
	if !errors.As(err, &syntax) {
		return
	}
	c.problems = append(c.problems,
		diag.Problem{Key: key, Message: syntax.Message, Hint: syntax.Hint, Offset: syntax.Offset, Width: syntax.Width})
}

// mayVote reports for every person whether the rules give a vote: members have
// one, guests and those named in no_vote have none.
func (m *Meeting) mayVote(d Directory) []bool {
	may := make([]bool, len(m.People))
	for i, p := range m.People {
		may[i] = !p.Guest
	}
	for _, name := range m.Council.Rules.NoVote {
		if name == secretaryWord {
			name = m.Secretary
		}
		if i := d.find(name); i >= 0 {
			may[i] = false
		}
	}
	return may
}

// isRemote reports for every person whether they took part remotely.
func (m *Meeting) isRemote(d Directory) []bool {
	remote := make([]bool, len(m.People))
	for _, name := range m.Remote {
		if i := d.find(name); i >= 0 {
			remote[i] = true
		}
	}
	return remote
}

func blank(text string) bool { return strings.TrimSpace(text) == "" }
