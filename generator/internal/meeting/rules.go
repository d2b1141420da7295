package meeting

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/voting"
)

// Rules is how the body decides, in its own words.
type Rules struct {
	Quorum   string   `toml:"quorum" jsonschema_description:"Кворум: \"> 1/2 of members\", \"2/3 of members\", \"5\", \"none\"; можно по-русски: \"более половины членов\"."`
	Majority string   `toml:"majority" jsonschema_description:"Большинство: \"> 1/2 of present\", \"2/3 of members\", \"единогласно\". Без него итог голосования не вычисляется."`
	Tie      string   `toml:"tie" jsonschema:"enum=chair,enum=lost" jsonschema_description:"Равенство голосов: chair — решает голос председательствующего, lost — решение не принято (по умолчанию)."`
	NoVote   []string `toml:"no_vote" jsonschema_description:"Кто в составе, но без права голоса: имена из people или слово secretary — секретарь, кто бы им ни был."`
	Remote   *bool    `toml:"remote" jsonschema_description:"false — участники по видео-конференц-связи не считаются ни в кворуме, ни в голосах. По умолчанию считаются."`
	Unit     string   `toml:"unit" jsonschema:"enum=голоса,enum=доли,enum=акции,enum=кв. м,enum=%" jsonschema_description:"Чем голосуют, если не по одному голосу на человека: голоса, доли, акции, кв. м, %."`
	Total    Amount   `toml:"total" jsonschema_description:"Сколько всего голосов, долей или квадратных метров."`
}

// units are what votes are counted in, by the word in the file.
var units = map[string]voting.Unit{"": voting.Heads, "голоса": voting.Votes, "доли": voting.Shares, "акции": voting.Stock,
	"кв. м": voting.Metres, "%": voting.Percent}

// parsed are the rules as they are reckoned with. What cannot be read is left
// out; Check tells it.
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

// total is all the votes there are; per cent are always a hundred.
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
	if _, ok := units[r.Unit]; !ok {
		c.wrong(key+".unit", fmt.Sprintf("неизвестная единица «%s»", r.Unit), "есть голоса, доли, акции, кв. м, %; без ключа — по одному голосу на человека")
	}
	for i, name := range r.NoVote {
		if name != secretaryWord {
			c.known(fmt.Sprintf("%s.no_vote[%d]", key, i), name)
		}
	}
}

// secretaryWord stands in no_vote for the secretary, whoever that is.
const secretaryWord = "secretary"

// syntax tells a slip in the text of a rule, with the place inside the text.
func (c *checker) syntax(key string, err error) {
	var slip *voting.SyntaxError
	if !errors.As(err, &slip) {
		return
	}
	c.problems = append(c.problems, diag.Problem{Key: key, Message: slip.Message, Hint: slip.Hint, Offset: slip.Offset, Width: slip.Width})
}

// mayVote tells of every person whether the rules give a vote: members do,
// guests and those named in no_vote do not.
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

// isRemote tells of every person whether they took part from afar.
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
